import type { ClockFact } from '@app/cases';
import { addDays, type CalendarDate, type Id } from '@app/kernel';
import type { RecipientFact, RecipientKind, ServiceFacts } from '@app/service-of-process';
import { CONDITION_CODES } from './acceptance.js';
import type { AdmissibilityFact, ConditionFact } from './admissibility/fact.js';
import { NOTHING_AFTER, type AfterFacts, type ItemFact, type LetterFact } from './after/facts.js';
import type { PartyFact, ReconsiderationFacts, Side } from './facts.js';
import type { ReconsiderationState } from './states.js';
import { NO_TRIAL } from './trial-facts.js';

/** A made-up id ending in `tail`. */
export const id = (tail: number): Id => `00000000-0000-7000-8000-${String(tail).padStart(12, '0')}`;

/** Who is who in the example. */
export const WHO = {
  applicant: id(1),
  respondent: id(2),
  thirdParty: id(3),
  handler: id(11),
  member: id(12),
  otherOfficer: id(13),
  conflicted: id(14),
  mediator: id(15),
  stranger: id(16),
  deptHead: id(17),
  institutionHead: id(18),
  authorityHead: id(19),
  fourthOfficer: id(20),
  item: id(22),
  letter: id(21),
} as const;

/** The day on which specs judge, unless they say otherwise. */
export const TODAY: CalendarDate = '2026-08-12';

export function party(partyId: Id, side: Side, change: Partial<PartyFact> = {}): PartyFact {
  return { partyId, side, isRepresentative: false, opinion: null, servedOn: null, ...change };
}

/** `count` applicants, the first `chosen` of them representatives. */
export function applicants(count: number, chosen: number): PartyFact[] {
  return Array.from({ length: count }, (_, at) => party(id(100 + at), 'APPLICANT', { isRepresentative: at < chosen }));
}

export function clock(rule: string, dueOn: CalendarDate, state: ClockFact['state'] = 'RUNNING'): ClockFact {
  return { rule, state, startsOn: '2026-08-03', dueOn, rawDueOn: dueOn };
}

const AT: Record<ReconsiderationState | '', Partial<ReconsiderationFacts>> = {
  '': { receivedOn: null, filedOn: null },
  RECEIVED: { clocks: [clock('RC_REVIEW', '2026-08-17')] },
  UNDER_REVIEW: { clocks: [clock('RC_REVIEW', '2026-08-17')] },
  CORRECTION: {
    clocks: [clock('RC_CORRECT', '2026-08-20')],
    correctionNotices: ['MATERIALS'],
    correction: { kind: 'MATERIALS', servedOn: '2026-08-06' },
  },
  ABANDONED: {
    clocks: [clock('RC_CORRECT', '2026-08-10', 'CANCELLED')],
    correctionNotices: ['MATERIALS'],
    correction: { kind: 'MATERIALS', servedOn: '2026-07-27' },
  },
  NOT_ACCEPTED: {},
  NOT_HANDLED: {},
  PRE_SETTLED: {},
  ACCEPTED: { acceptedOn: '2026-08-07', clocks: [clock('RC_DECIDE', '2026-10-08'), clock('RC_COPY', '2026-08-18')] },
  IN_TRIAL: trial(),
  SUSPENDED: { ...trial('SUSPENDED'), suspension: { ground: 'S6', on: '2026-08-11' } },
  DRAFTING: trial(),
  INSTITUTION_REVIEW: drafted(),
  AUTHORITY_APPROVAL: drafted(),
  DECIDED: { ...drafted(), clocks: [], decidedOn: '2026-08-10' },
  SERVED: served(),
  PERFORMANCE: performing(),
  CLOSED: { ...performing(), after: { ...performing().after!, closedOn: '2026-08-11' } },
  ARCHIVED: { ...performing(), after: { ...performing().after!, closedOn: '2026-08-11' } },
  MEDIATED: { ...trial(), clocks: [], ending: { id: id(51), kind: 'MEDIATED', ground: null, on: '2026-08-10' } },
  TERMINATED: { ...trial(), clocks: [], ending: { id: id(51), kind: 'TERMINATED', ground: 'T1', on: '2026-08-10' } },
  DISMISSED: {
    ...trial(),
    clocks: [],
    ending: { id: id(51), kind: 'DISMISSED', ground: 'BEYOND_POWER', on: '2026-08-10' },
  },
  TRANSFERRED_UP: { ...trial(), clocks: [clock('RC_UPLIFT_FILES', '2026-08-18')] },
};

function trial(state: ClockFact['state'] = 'RUNNING'): Partial<ReconsiderationFacts> {
  return {
    handlerId: WHO.handler,
    acceptedOn: '2026-07-20',
    track: 'ORDINARY',
    officerIds: [WHO.handler, WHO.member],
    deliberatedIds: [WHO.handler, WHO.member],
    copySentOn: '2026-07-22',
    copyReceivedOn: '2026-07-23',
    reply: { receivedOn: '2026-08-05', late: false },
    parties: [
      party(WHO.applicant, 'APPLICANT', { opinion: 'HEARD' }),
      party(WHO.respondent, 'RESPONDENT'),
      party(WHO.thirdParty, 'THIRD_PARTY', { opinion: 'IMPOSSIBLE' }),
    ],
    clocks: [clock('RC_REPLY', '2026-08-06', 'MET'), clock('RC_DECIDE', '2026-09-18', state)],
  };
}

function drafted(): Partial<ReconsiderationFacts> {
  return {
    ...trial(),
    deptReviewed: true,
    draft: {
      kind: 'REVOKE',
      ground: 'PROCEDURE_ILLEGAL',
      drafterId: WHO.handler,
      remakeOrdered: true,
      remakeDays: null,
      performDays: null,
    },
  };
}

/** Nobody has confirmed an address, nothing has failed. */
export function exampleService(change: Partial<RecipientFact> = {}): ServiceFacts {
  const recipient = (recipientId: Id, kind: RecipientKind): RecipientFact => ({
    recipientId,
    kind,
    confirmations: [],
    failed: {},
    ...change,
  });
  return {
    recipients: [
      recipient(WHO.applicant, 'PERSON'),
      recipient(WHO.respondent, 'ORGAN'),
      recipient(WHO.thirdParty, 'ORGANISATION'),
    ],
    electronicToOrgans: false,
  };
}

/** Served on everybody, on a department of the district; nothing followed yet. */
function served(): Partial<ReconsiderationFacts> {
  return {
    ...drafted(),
    clocks: [],
    decidedOn: '2026-08-10',
    parties: [
      party(WHO.applicant, 'APPLICANT', { servedOn: '2026-08-10' }),
      party(WHO.respondent, 'RESPONDENT', { servedOn: '2026-08-10' }),
      party(WHO.thirdParty, 'THIRD_PARTY', { servedOn: '2026-08-10' }),
    ],
    after: { ...NOTHING_AFTER, ownDepartment: true },
  };
}

/** The act was made anew, a letter answered, the publication decided. */
function performing(): Partial<ReconsiderationFacts> {
  return {
    ...served(),
    after: {
      ...NOTHING_AFTER,
      followedUp: true,
      ownDepartment: true,
      items: [item('DONE')],
      letters: [letter()],
      publication: { review: 'CLOSED', decision: 'PUBLIC', decidedOn: '2026-08-11', publishedOn: null },
    },
  };
}

/** The act to be made anew, due in October. */
export function item(state: ItemFact['state'], change: Partial<ItemFact> = {}): ItemFact {
  return { id: WHO.item, kind: 'REMAKE', obligorId: WHO.respondent, state, dueOn: '2026-10-09', ...change };
}

/** A letter of opinion, received and answered. */
export function letter(change: Partial<LetterFact> = {}): LetterFact {
  return {
    id: WHO.letter,
    kind: 'OPINION',
    issuedOn: '2026-08-05',
    receivedOn: '2026-08-06',
    reportedOn: '2026-08-11',
    dueOn: '2026-10-09',
    ...change,
  };
}

/** What happened after the decision, but for these. */
export function after(change: Partial<AfterFacts>): Partial<ReconsiderationFacts> {
  return { after: { ...performing().after!, ...change } };
}

/** An assessment confirmed as met, but for these conditions. */
export function assessed(
  nature: AdmissibilityFact['nature'],
  change: Partial<AdmissibilityFact['conditions']> = {},
): Partial<ReconsiderationFacts> {
  const met: ConditionFact = { computed: 'MET', confirmed: 'MET' };
  const conditions = Object.fromEntries(CONDITION_CODES.map((code) => [code, met])) as AdmissibilityFact['conditions'];
  return { admissibility: { nature, conditions: { ...conditions, ...change } } };
}

/** A plain case in a state, in which the steps of that state find nothing against them. */
export function exampleFacts(
  state: ReconsiderationState | '',
  change: Partial<ReconsiderationFacts> = {},
): ReconsiderationFacts {
  return {
    ...NO_TRIAL,
    institutionHeadIds: [WHO.institutionHead],
    excludedIds: [],
    // Seven days stand for five full working days.
    noticeBy: (on) => addDays(on, -8),
    caseId: id(31),
    disputeId: id(32),
    state,
    handlerId: null,
    clocks: [],
    parties: [
      party(WHO.applicant, 'APPLICANT'),
      party(WHO.respondent, 'RESPONDENT'),
      party(WHO.thirdParty, 'THIRD_PARTY'),
    ],
    service: exampleService(),
    amount: 2000,
    applyDueOn: '2026-09-01',
    otherOpen: false,
    otherAccepted: false,
    staffIds: [WHO.handler, WHO.member, WHO.otherOfficer, WHO.fourthOfficer, WHO.conflicted, WHO.mediator],
    conflictedIds: [WHO.conflicted],
    mediatorIds: [WHO.mediator],
    receivedOn: '2026-08-03',
    filedOn: '2026-08-03',
    electionSigned: false,
    priorRequired: false,
    correctionNotices: [],
    correction: null,
    acceptedOn: null,
    track: null,
    officerIds: [],
    copySentOn: null,
    copyReceivedOn: null,
    reply: null,
    evidenceDefault: false,
    hearing: { mandatory: false, heldOn: null },
    committee: { mandatory: false, heldOn: null },
    extended: false,
    suspension: null,
    draft: null,
    deptReviewed: false,
    decidedOn: null,
    admissibility: null,
    after: NOTHING_AFTER,
    ...AT[state],
    ...change,
  };
}
