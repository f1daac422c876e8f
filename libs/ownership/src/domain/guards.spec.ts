import type { Guard } from '@app/cases';
import { exampleFacts, exampleMoment, ID, TODAY } from './example-facts.js';
import type { OrderFact, OwnershipFacts } from './facts.js';
import * as change from './changes/guards.js';
import { leaderKeepsOut, ofResponsibleUnit } from './guards.js';
import * as guard from './listing/guards.js';
import * as plan from './planning/guards.js';
import * as resolution from './resolution/guards.js';
import * as supervision from './supervision/guards.js';
import type { OrderState } from './supervision/order-states.js';
import { OWNERSHIP } from './lifecycle.js';

type Row = [
  guard: Guard<OwnershipFacts, never>,
  input: object,
  facts: Partial<OwnershipFacts>,
  why: string,
  actor?: string,
];

const meeting = { jointMeetingOn: TODAY, jointMeetingReason: '涉及人数众多' };
const planned = (dueOn: string): object => ({ steps: [{ measure: '约谈', responsible: '法制科', dueOn }] });

const cause = { cause: 'REPORT_LATE', about: '1' };
const order = { orderId: ID.order };
const orders = (state: OrderState, byLeader = false): OrderFact[] => [{ id: ID.order, state, byLeader }];
const checked = { effective: true, payment: 'PAID', partyConfirms: true, contactedOn: TODAY };

const HOLDS: Row[] = [
  [guard.eligible, {}, { tags: ['ADMIN_COMPENSATION'] }, 'a compensation case'],
  [guard.eligible, {}, {}, 'a key suit'],
  [guard.eligible, meeting, { tags: [] }, 'the joint meeting, with a reason'],
  [guard.stillEligible, {}, {}, 'a key suit'],
  [guard.stillEligible, {}, { tags: [], byJointMeeting: true }, 'the joint meeting'],
  [guard.noOtherOwnership, {}, {}, 'none'],
  [guard.meetingByToday, {}, {}, 'no meeting'],
  [guard.meetingByToday, meeting, {}, 'today'],
  [guard.leaderProposed, { leaderId: ID.leader }, {}, 'in office'],
  [guard.unitLeaderProposed, { unitId: ID.unit, unitLeaderId: ID.unitLeader }, {}, 'of the unit'],
  [guard.resolveByProposed, { resolveBy: '2026-11-25' }, {}, 'tomorrow'],
  [guard.threeNames, {}, {}, 'all three'],
  [guard.leaderHoldsPost, {}, {}, 'in office'],
  [guard.unitLeaderBelongs, {}, {}, 'of the unit'],
  [guard.resolveByAhead, {}, {}, 'ahead'],
  [guard.leaderHasNotAcknowledged, {}, { acknowledgedByUnit: true }, 'only the unit has'],
  [guard.unitHasNotAcknowledged, {}, { acknowledgedByLeader: true }, 'only the leader has'],
  [ofResponsibleUnit, {}, {}, 'its liaison', ID.liaison],
  [plan.planNotPending, {}, { plan: 'RETURNED' }, 'returned'],
  [plan.planPending, {}, { plan: 'SUBMITTED' }, 'handed in'],
  [plan.planWithinTime, planned('2027-02-24'), {}, 'on the last day'],
  [plan.planWithinTime, planned(TODAY), {}, 'today'],
  [guard.eligible, {}, { tags: [], byRule: true }, 'the rule of the district'],
  [leaderKeepsOut, { opinion: '请抓紧' }, {}, 'about the unit', ID.leader],
  [leaderKeepsOut, { opinion: '复议应予维持' }, {}, 'said by the bureau', ID.bureau],
  [supervision.notMarkedYet, cause, { markedCauses: ['REPORT_LATE:2'] }, 'another time'],
  [supervision.marked, {}, { mark: 'YELLOW' }, 'yellow'],
  [supervision.circularDue, {}, { circularDue: true }, 'red twice'],
  [supervision.orderToAcknowledge, order, { orders: orders('ISSUED') }, 'issued'],
  [supervision.orderToAcknowledge, {}, { orders: orders('ISSUED') }, 'one is issued'],
  [supervision.orderToReply, order, { orders: orders('ACKNOWLEDGED') }, 'acknowledged'],
  [supervision.orderToReply, order, { orders: orders('RETURNED') }, 'returned'],
  [supervision.orderReplied, order, { orders: orders('REPLIED') }, 'replied'],
  [supervision.ofIssuer, order, { orders: orders('REPLIED', true) }, 'the leader to his own', ID.leader],
  [supervision.ofIssuer, order, { orders: orders('REPLIED') }, 'the bureau to its own', ID.bureau],
  [supervision.noOpenOrder, {}, { orders: orders('ACCEPTED') }, 'all done'],
  [change.beforeResolveBy, {}, { resolveBy: TODAY }, 'on the last day'],
  [change.extendedOnce, {}, {}, 'never'],
  [change.extensionNotAsked, {}, {}, 'not asked'],
  [change.extensionAsked, {}, { extensionAsked: true }, 'asked'],
  [change.somethingChanges, { leaderId: ID.stranger }, {}, 'another leader'],
  [change.newLeaderInOffice, { leaderId: ID.leader }, {}, 'in office'],
  [change.newLeaderInOffice, { unitId: ID.unit }, { districtLeaderIds: [] }, 'the leader stays'],
  [change.newUnitLeaderOfUnit, { unitId: ID.otherUnit, unitLeaderId: ID.otherUnitLeader }, {}, 'of the new unit'],
  [change.newUnitLeaderOfUnit, { leaderId: ID.leader }, { unitLeaders: [] }, 'the unit stays'],
  [resolution.instructionsAnswered, {}, {}, 'none'],
  [resolution.checklistWhole, checked, {}, 'all of it'],
  [resolution.checklistWhole, { ...checked, payment: 'NO_MONEY' }, {}, 'nothing to pay'],
  [resolution.contactedByToday, checked, {}, 'today'],
  [resolution.disputeOpen, {}, {}, 'open'],
  [resolution.newResolveBy, { resolveBy: '2026-11-25' }, {}, 'tomorrow'],
];

const REFUSES: Row[] = [
  [guard.eligible, {}, { tags: ['LAND'] }, 'an ordinary dispute'],
  [guard.eligible, { jointMeetingOn: TODAY }, { tags: [] }, 'the joint meeting gives no reason'],
  [guard.stillEligible, {}, { tags: [] }, 'the tag was taken back'],
  [guard.noOtherOwnership, {}, { otherOwnershipOpen: true }, 'one already'],
  [guard.meetingByToday, { jointMeetingOn: '2026-11-25' }, {}, 'tomorrow'],
  [guard.leaderProposed, { leaderId: ID.unitLeader }, {}, 'no district leader'],
  [guard.unitLeaderProposed, { unitId: ID.unit, unitLeaderId: ID.otherUnitLeader }, {}, 'of another unit'],
  [guard.resolveByProposed, { resolveBy: TODAY }, {}, 'today'],
  [guard.threeNames, {}, { unitLeaderId: null }, 'one missing'],
  [guard.leaderHoldsPost, {}, { districtLeaderIds: [] }, 'left the post'],
  [guard.unitLeaderBelongs, {}, { unitId: ID.otherUnit }, 'of another unit'],
  [guard.resolveByAhead, {}, { resolveBy: TODAY }, 'today'],
  [guard.resolveByAhead, {}, { resolveBy: null }, 'no day'],
  [guard.leaderHasNotAcknowledged, {}, { acknowledgedByLeader: true }, 'has'],
  [guard.unitHasNotAcknowledged, {}, { acknowledgedByUnit: true }, 'has'],
  [ofResponsibleUnit, {}, {}, 'a liaison of another organ', ID.stranger],
  [plan.planNotPending, {}, { plan: 'SUBMITTED' }, 'waiting for the leader'],
  [plan.planPending, {}, {}, 'none'],
  [plan.planPending, {}, { plan: 'RETURNED' }, 'returned'],
  [plan.planWithinTime, planned('2027-02-25'), {}, 'after the last day'],
  [plan.planWithinTime, planned('2026-11-23'), {}, 'yesterday'],
  [leaderKeepsOut, { opinion: '复议应予维持' }, {}, 'said in the leader’s place', ID.stranger],
  [leaderKeepsOut, { steps: [{ demand: '复议应予维持' }] }, {}, 'an outcome, however deep', ID.leader],
  [supervision.notMarkedYet, cause, { markedCauses: ['REPORT_LATE:1'] }, 'this time'],
  [supervision.marked, {}, {}, 'no light'],
  [supervision.circularDue, {}, {}, 'not twice'],
  [supervision.orderToAcknowledge, order, { orders: orders('ACKNOWLEDGED') }, 'acknowledged already'],
  [supervision.orderToAcknowledge, { orderId: ID.stranger }, { orders: orders('ISSUED') }, 'an order of another case'],
  [supervision.orderToReply, order, { orders: orders('ISSUED') }, 'not acknowledged yet'],
  [supervision.orderReplied, order, { orders: orders('RETURNED') }, 'returned already'],
  [supervision.ofIssuer, order, { orders: orders('REPLIED', true) }, 'the bureau to the leader’s', ID.bureau],
  [supervision.ofIssuer, order, { orders: orders('REPLIED') }, 'the leader to the bureau’s', ID.leader],
  [supervision.noOpenOrder, {}, { orders: orders('REPLIED') }, 'a reply not judged'],
  [change.beforeResolveBy, {}, { resolveBy: '2026-11-23' }, 'the day after'],
  [change.extendedOnce, {}, { extended: true }, 'a second time'],
  [change.extensionNotAsked, {}, { extensionAsked: true }, 'asked already'],
  [change.extensionAsked, {}, {}, 'nobody asked'],
  [change.somethingChanges, { leaderId: ID.leader }, {}, 'the same leader'],
  [change.newLeaderInOffice, { leaderId: ID.stranger }, {}, 'no district leader'],
  [change.newUnitLeaderOfUnit, { unitId: ID.otherUnit }, {}, 'the old leader in the new unit'],
  [resolution.instructionsAnswered, {}, { instructionsOpen: 1 }, 'one open'],
  [resolution.checklistWhole, { ...checked, effective: false }, {}, 'no effect'],
  [resolution.checklistWhole, { ...checked, payment: 'NOT_PAID' }, {}, 'not paid'],
  [resolution.checklistWhole, { ...checked, partyConfirms: false }, {}, 'the party says no'],
  [resolution.checklistWhole, { ...checked, contactedOn: undefined }, {}, 'nobody called'],
  [resolution.contactedByToday, { contactedOn: '2026-11-25' }, {}, 'tomorrow'],
  [resolution.disputeOpen, {}, { disputeOpen: false }, 'closed'],
  [resolution.newResolveBy, { resolveBy: TODAY }, {}, 'today'],
];

const named = (rows: Row[]): [string, string, Row][] => rows.map((row) => [row[0].code, row[3], row]);
const judge = ([g, input, facts, , actor]: Row): boolean =>
  g.holds(exampleFacts(facts), exampleMoment(input as never, actor));

it.each(named(HOLDS))('%s holds: %s', (_code, _why, row) => {
  expect(judge(row)).toBe(true);
});

it.each(named(REFUSES))('%s refuses: %s', (_code, _why, row) => {
  expect(judge(row)).toBe(false);
});

const GUARDS = [...new Set(OWNERSHIP.transitions.flatMap((t) => t.guards))];

it.each(GUARDS.map((g) => [g.code, g] as const))('%s is shown holding and refusing', (_code, g) => {
  expect(HOLDS.some((row) => row[0] === g)).toBe(true);
  expect(REFUSES.some((row) => row[0] === g)).toBe(true);
});

it.each(GUARDS.map((g) => [g.code, g] as const))('%s says in Chinese why, by which source', (code, g) => {
  expect(code).toMatch(/^ownership\.[a-z]+(-[a-z]+)*$/);
  expect(g.detail).toMatch(/\p{Script=Han}.*。$/u);
  expect(g.article).toMatch(/\p{Script=Han}/u);
});
