import type { RoleCode } from '@app/kernel';
import { judge } from './judge.js';
import type { CaseFacts, Guard, Procedure } from './procedure.js';

interface Facts extends CaseFacts {
  ready: boolean;
}
class Input {
  amount!: number;
}
const ready: Guard<Facts> = {
  code: 'test.not-ready',
  detail: '尚未就绪，请先准备。',
  article: '某法 第1条',
  holds: (facts) => facts.ready,
};
const small: Guard<Facts, Input> = {
  code: 'test.too-much',
  detail: '数额过大，不得超过10。',
  article: '某法 第2条',
  onInput: true,
  holds: (_facts, { input }) => input.amount <= 10,
};
const PROCEDURE: Procedure<Facts, 'OPEN' | 'DONE'> = {
  code: 'mediation',
  name: '试验',
  initial: 'OPEN',
  states: { OPEN: { name: '办理中', open: true }, DONE: { name: '已办结', open: false } },
  transitions: [
    {
      code: 'XX-01',
      name: 'open',
      label: '立案',
      from: [],
      to: 'OPEN',
      roles: ['intake_officer'],
      guards: [],
      documents: [],
      article: '某法 第3条',
    },
    {
      code: 'XX-02',
      name: 'finish',
      label: '办结',
      from: ['OPEN'],
      to: 'DONE',
      roles: ['case_handler', 'dept_head'],
      guards: [ready, small],
      input: Input,
      documents: [],
      article: '某法 第4条',
    },
  ],
};
const facts = (ready: boolean): Facts => ({
  caseId: 'c',
  disputeId: 'd',
  state: 'OPEN',
  handlerId: null,
  clocks: [],
  ready,
});
const asked = (state: string, role: RoleCode, isReady: boolean, input: object, only?: string) =>
  judge(PROCEDURE, state, new Set([role]), facts(isReady), { today: '2026-07-01', actorId: 'p', input }, only).map(
    (j) => [j.transition.name, j.permitted, j.refusals.map((r) => r.code)],
  );

describe('judge', () => {
  it.each<[string, string, RoleCode, boolean, object, string | undefined, unknown]>([
    ['lists a permitted step', 'OPEN', 'case_handler', true, {}, undefined, [['finish', true, []]]],
    [
      'skips guards on input when listing',
      'OPEN',
      'dept_head',
      true,
      { amount: 99 },
      undefined,
      [['finish', true, []]],
    ],
    [
      'judges input when performing',
      'OPEN',
      'dept_head',
      true,
      { amount: 99 },
      'finish',
      [['finish', false, ['test.too-much']]],
    ],
    ['permits what satisfies all', 'OPEN', 'dept_head', true, { amount: 10 }, 'finish', [['finish', true, []]]],
    [
      'gives every reason',
      'OPEN',
      'dept_head',
      false,
      { amount: 11 },
      'finish',
      [['finish', false, ['test.not-ready', 'test.too-much']]],
    ],
    [
      'names the role first',
      'OPEN',
      'auditor',
      false,
      {},
      undefined,
      [['finish', false, ['cases.role-required', 'test.not-ready']]],
    ],
    ['lists nothing in a final state', 'DONE', 'case_handler', true, {}, undefined, []],
    [
      'refuses another state, guards unasked',
      'DONE',
      'case_handler',
      false,
      {},
      'finish',
      [['finish', false, ['cases.illegal-transition']]],
    ],
    ['opens only what does not exist', '', 'intake_officer', true, {}, undefined, [['open', true, []]]],
    [
      'does not open twice',
      'OPEN',
      'intake_officer',
      true,
      {},
      'open',
      [['open', false, ['cases.illegal-transition']]],
    ],
    ['does not know other names', 'OPEN', 'intake_officer', true, {}, 'fly', []],
  ])('%s', (_why, state, role, isReady, input, only, expected) => {
    expect(asked(state, role, isReady, input, only)).toEqual(expected);
  });

  it('says in Chinese who may and where it stands', () => {
    const moment = { today: '2026-07-01', actorId: 'p', input: {} };
    const [role] = judge(PROCEDURE, 'OPEN', new Set(), facts(true), moment);
    expect(role!.refusals[0]).toEqual({
      code: 'cases.role-required',
      detail: '“办结”应由承办人或部门负责人办理。',
      article: '某法 第4条',
    });
    const [state] = judge(PROCEDURE, 'DONE', new Set<RoleCode>(['dept_head']), facts(true), moment, 'finish');
    expect(state!.refusals[0]!.detail).toBe('案件现处于“已办结”，“办结”只能在“办理中”状态下办理。');
    const [open] = judge(PROCEDURE, 'OPEN', new Set<RoleCode>(['intake_officer']), facts(true), moment, 'open');
    expect(open!.refusals[0]!.detail).toBe('案件现处于“办理中”，“立案”只能在开启案件时办理。');
  });
});
