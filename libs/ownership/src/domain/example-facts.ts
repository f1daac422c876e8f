import type { Moment } from '@app/cases';
import type { OwnershipFacts } from './facts.js';

const PREFIX = '00000000-0000-7000-8000-0000000000';

/** Ids of the example: who and what they are is in their names. */
export const ID = {
  case: `${PREFIX}01`,
  dispute: `${PREFIX}02`,
  leader: `${PREFIX}03`,
  unit: `${PREFIX}04`,
  unitLeader: `${PREFIX}05`,
  liaison: `${PREFIX}06`,
  otherUnit: `${PREFIX}07`,
  otherUnitLeader: `${PREFIX}08`,
  stranger: `${PREFIX}09`,
  order: `${PREFIX}10`,
  file: `${PREFIX}11`,
  bureau: `${PREFIX}12`,
} as const;

export const TODAY = '2026-11-24';

/** A key suit on the list, signed for by nobody yet; specs change what they are about. */
export function exampleFacts(change: Partial<OwnershipFacts> = {}): OwnershipFacts {
  return {
    caseId: ID.case,
    disputeId: ID.dispute,
    state: 'LISTED',
    handlerId: null,
    clocks: [],
    leaderId: ID.leader,
    unitId: ID.unit,
    unitLeaderId: ID.unitLeader,
    resolveBy: '2027-02-24',
    tags: ['KEY_LITIGATION'],
    byRule: false,
    byJointMeeting: false,
    otherOwnershipOpen: false,
    disputeOpen: true,
    districtLeaderIds: [ID.leader],
    unitLeaders: [
      { personId: ID.unitLeader, organId: ID.unit },
      { personId: ID.otherUnitLeader, organId: ID.otherUnit },
    ],
    bureauIds: [ID.bureau],
    unitStaffIds: [ID.unitLeader, ID.liaison],
    acknowledgedByLeader: false,
    acknowledgedByUnit: false,
    plan: null,
    mark: 'NONE',
    markedCauses: [],
    circularDue: false,
    orders: [],
    extensionAsked: false,
    extended: false,
    instructionsOpen: 0,
    reconsiderations: [],
    ...change,
  };
}

/** The moment at which a spec judges. */
export function exampleMoment<I extends object>(input: I, actorId: string = ID.unitLeader): Moment<I> {
  return { today: TODAY, actorId, input };
}
