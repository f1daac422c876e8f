import type { RoleCode } from '@app/kernel';
import type { Procedure, Transition } from './procedure.js';
import { targetsOf, validateProcedure } from './validate-procedure.js';

const step = (change: Partial<Transition> = {}): Transition => ({
  code: 'XX-02',
  name: 'finish',
  label: '办结',
  from: ['OPEN'],
  to: 'DONE',
  roles: ['case_handler'],
  guards: [],
  documents: [],
  article: '某法 第4条',
  ...change,
});
const opening = step({ code: 'XX-01', name: 'open', label: '立案', from: [], to: 'OPEN' });
const procedure = (transitions: Transition[], change: Partial<Procedure> = {}): Procedure => ({
  code: 'mediation',
  name: '试验',
  initial: 'OPEN',
  states: { OPEN: { name: '办理中', open: true }, DONE: { name: '已办结', open: false } },
  transitions,
  ...change,
});
const guard = { code: 'test.not-ready', detail: '请先准备。', article: '某法 第1条', holds: () => true };

describe('validateProcedure', () => {
  it('passes a sound table', () => {
    const choice = step({ to: { among: ['OPEN', 'DONE'], choose: () => 'DONE' } });
    expect(() =>
      validateProcedure(procedure([opening, choice, step({ name: 'note', to: null, guards: [guard] })])),
    ).not.toThrow();
  });

  it.each<[string, Procedure]>([
    ['name finish is used twice', procedure([opening, step(), step()])],
    ['no transition opens the case', procedure([step()])],
    ['initial state NOWHERE is unknown', procedure([opening, step()], { initial: 'NOWHERE' })],
    ['state DONE is unreachable', procedure([opening])],
    ['state DONE is unreachable', procedure([opening, step({ from: ['DONE'], to: 'DONE' })])],
    [
      'state DONE has no name',
      procedure([opening, step()], {
        states: { OPEN: { name: '办理中', open: true }, DONE: { name: '', open: false } },
      }),
    ],
    ['finish: state GONE is unknown', procedure([opening, step(), step({ name: 'finish', to: 'GONE' })])],
    ['leap: state GONE is unknown', procedure([opening, step(), step({ name: 'leap', from: ['GONE'] })])],
    [
      'leap: state GONE is unknown',
      procedure([opening, step(), step({ name: 'leap', to: { among: ['GONE'], choose: () => 'GONE' } })]),
    ],
    ['Finish: name is not kebab-case', procedure([opening, step({ name: 'Finish' })])],
    ['finish: code X1 is malformed', procedure([opening, step({ code: 'X1' })])],
    ['finish: label is empty', procedure([opening, step({ label: ' ' })])],
    ['finish: article is empty', procedure([opening, step({ article: '' })])],
    ['finish: nobody may perform it', procedure([opening, step({ roles: [] })])],
    ['finish: nobody may propose it', procedure([opening, step({ proposal: { by: [], reviewers: [] } })])],
    ['finish: role king is unknown', procedure([opening, step({ roles: ['king' as RoleCode] })])],
    ['open: it opens a case without a state', procedure([{ ...opening, to: null }, step()])],
    ['finish: its timer may not perform it', procedure([opening, step({ onExpiryOf: 'XX_TERM' })])],
    ['guard code Not ready is malformed', procedure([opening, step({ guards: [{ ...guard, code: 'Not ready' }] })])],
    ['guard test.not-ready has no detail', procedure([opening, step({ guards: [{ ...guard, detail: '' }] })])],
    ['guard test.not-ready has no article', procedure([opening, step({ guards: [{ ...guard, article: '' }] })])],
  ])('refuses: %s', (words, unsound) => {
    expect(() => validateProcedure(unsound)).toThrow(words);
  });

  it('knows where a step may lead', () => {
    expect(targetsOf(step())).toEqual(['DONE']);
    expect(targetsOf(step({ to: null }))).toEqual(['OPEN']);
    expect(targetsOf(step({ to: { among: ['OPEN', 'DONE'], choose: () => 'OPEN' } }))).toEqual(['OPEN', 'DONE']);
  });
});
