import { ROLES, type RoleCode } from '@app/kernel';
import { INSTRUCTION_ACTS, INSTRUCTION_STATES, refusedInstruction, type InstructionAct } from './instructions.js';
import { OWNERSHIP_STATES } from './states.js';

const roles = Object.keys(ROLES) as RoleCode[];
const acts = Object.keys(INSTRUCTION_ACTS) as InstructionAct[];
const states = [null, ...Object.keys(INSTRUCTION_STATES)] as (keyof typeof INSTRUCTION_STATES | null)[];
const onList = ['LISTED', 'ACKNOWLEDGED', 'PLANNED', 'RESOLVING', 'RESOLVED_CLAIMED', 'VERIFIED'];

/** `state of the instruction` → who; by hand. */
const ALLOWED: Record<InstructionAct, [string | null, RoleCode[]]> = {
  give: [null, ['case_leader']],
  answer: ['OPEN', ['unit_leader', 'dept_liaison']],
  accept: ['ANSWERED', ['case_leader']],
  press: ['ANSWERED', ['case_leader']],
};

it.each(acts)('%s: only who may, on a case of the list, in the right order', (act) => {
  const [state, who] = ALLOWED[act];
  for (const role of roles)
    for (const caseState of Object.keys(OWNERSHIP_STATES))
      for (const each of states)
        expect([role, caseState, each, refusedInstruction(act, new Set([role]), caseState, each) === null]).toEqual([
          role,
          caseState,
          each,
          who.includes(role) && onList.includes(caseState) && each === state,
        ]);
});
