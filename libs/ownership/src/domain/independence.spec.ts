import type { CaseFacts, Procedure, Transition } from '@app/cases';
import { interference, ownerSteps, type LeaderWord } from './independence.js';
import { OWNERSHIP } from './lifecycle.js';

const word = (content: string, over: Partial<LeaderWord> = {}): LeaderWord => ({
  content,
  about: null,
  reconsiderations: [{ number: '余政复〔2026〕12号', decided: false }],
  ...over,
});

const DECIDED = [{ number: '余政复〔2026〕12号', decided: true }];

it.each<[string, LeaderWord, ReturnType<typeof interference>]>([
  ['a word to the unit', word('请本周内与当事人见面，拿出方案。'), null],
  ['about a mediation', word('请加快调解。', { about: 'mediation' }), null],
  ['that a decision be performed', word('复议决定生效后要尽快履行到位。'), null],
  ['that the unit answer in time', word('请街道按期向复议机构提交答复和证据。'), null],
  ['about a reconsideration, whatever it says', word('请关注。', { about: 'reconsideration' }), 'ABOUT_CASE'],
  ['the number of a reconsideration', word('余政复〔2026〕12号请抓紧。'), 'NAMES_CASE'],
  ['the number, spaced and half-width', word('余政复 〔2026〕 12 号请抓紧。'), 'NAMES_CASE'],
  ['the outcome of a reconsideration', word('行政复议应当维持原处罚决定。'), 'TELLS_OUTCOME'],
  ['the outcome, the other way round', word('建议撤销，由复议局处理。'), 'TELLS_OUTCOME'],
  ['an outcome in a sentence of its own', word('复议已受理。原合同条款可以变更。'), null],
  ['an outcome on a line of its own', word('复议已受理\n原合同条款可以变更'), null],
  ['the outcome of one to come', word('如申请复议，应予维持。', { reconsiderations: [] }), 'TELLS_OUTCOME'],
  ['what was decided', word('复议决定已撤销原处罚，请尽快重新处理。', { reconsiderations: DECIDED }), null],
  ['the number of what was decided', word('余政复〔2026〕12号请尽快履行。', { reconsiderations: DECIDED }), null],
  [
    'about a case that is decided',
    word('请关注。', { about: 'reconsideration', reconsiderations: DECIDED }),
    'ABOUT_CASE',
  ],
])('%s', (_what, said, expected) => {
  expect(interference(said)).toBe(expected);
});

it('finds the steps an owning leader could take, propose or review', () => {
  const step = (change: Partial<Transition>): Transition => ({
    code: 'XX-01',
    name: 'decide',
    label: '决定',
    from: ['OPEN'],
    to: null,
    roles: ['authority_head'],
    guards: [],
    documents: [],
    article: '某法 第1条',
    ...change,
  });
  const procedure: Procedure<CaseFacts> = {
    code: 'reconsideration',
    name: '试验',
    initial: 'OPEN',
    states: { OPEN: { name: '办理中', open: true } },
    transitions: [
      step({}),
      step({ name: 'reviewed', proposal: { by: ['case_handler'], reviewers: ['case_leader'] } }),
      step({ name: 'proposed', proposal: { by: ['unit_leader'], reviewers: [] } }),
    ],
  };
  expect(ownerSteps(procedure)).toEqual(['reviewed', 'proposed']);
  expect(ownerSteps(OWNERSHIP)).toContain('approve-plan');
});
