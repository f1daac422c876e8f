import type { RoleCode } from '@app/kernel';
import { ON_LIST } from './states.js';

/** How far a leader's instruction 批示 has come. */
export const INSTRUCTION_STATES = {
  OPEN: '待办理',
  ANSWERED: '已反馈',
  ACCEPTED: '已办结',
  LAPSED: '随包案办结',
} as const;

export type InstructionState = keyof typeof INSTRUCTION_STATES;

/** What is done with an instruction: by whom, and to which one. `give` makes a new one. */
export const INSTRUCTION_ACTS = {
  give: { label: '批示', roles: ['case_leader'], on: null },
  answer: { label: '反馈批示办理情况', roles: ['unit_leader', 'dept_liaison'], on: 'OPEN' },
  accept: { label: '批示办结', roles: ['case_leader'], on: 'ANSWERED' },
  press: { label: '催办批示', roles: ['case_leader'], on: 'ANSWERED' },
} as const satisfies Record<string, { label: string; roles: readonly RoleCode[]; on: InstructionState | null }>;

export type InstructionAct = keyof typeof INSTRUCTION_ACTS;

export type InstructionRefusal = 'cases.role-required' | 'ownership.not-on-list' | 'ownership.instruction-state';

/** Why the act may not be done; null if it may. */
export function refusedInstruction(
  act: InstructionAct,
  roles: ReadonlySet<RoleCode>,
  caseState: string,
  state: InstructionState | null,
): InstructionRefusal | null {
  const { roles: wanted, on } = INSTRUCTION_ACTS[act];
  if (!wanted.some((role) => roles.has(role))) return 'cases.role-required';
  if (!ON_LIST.some((each) => each === caseState)) return 'ownership.not-on-list';
  return on === state ? null : 'ownership.instruction-state';
}
