import type { Guard } from '@app/cases';
import { exampleFacts, exampleMoment, ID, TODAY } from './example-facts.js';
import type { OwnershipFacts } from './facts.js';
import * as guard from './guards.js';
import { OWNERSHIP } from './lifecycle.js';

type Row = [
  guard: Guard<OwnershipFacts, never>,
  input: object,
  facts: Partial<OwnershipFacts>,
  why: string,
  actor?: string,
];

const meeting = { jointMeetingOn: TODAY, jointMeetingReason: '涉及人数众多' };
const plan = (dueOn: string): object => ({ steps: [{ measure: '约谈', responsible: '法制科', dueOn }] });

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
  [guard.ofResponsibleUnit, {}, {}, 'its liaison', ID.liaison],
  [guard.planNotPending, {}, { plan: 'RETURNED' }, 'returned'],
  [guard.planPending, {}, { plan: 'SUBMITTED' }, 'handed in'],
  [guard.planWithinTime, plan('2027-02-24'), {}, 'on the last day'],
  [guard.planWithinTime, plan(TODAY), {}, 'today'],
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
  [guard.ofResponsibleUnit, {}, {}, 'a liaison of another organ', ID.stranger],
  [guard.planNotPending, {}, { plan: 'SUBMITTED' }, 'waiting for the leader'],
  [guard.planPending, {}, {}, 'none'],
  [guard.planPending, {}, { plan: 'RETURNED' }, 'returned'],
  [guard.planWithinTime, plan('2027-02-25'), {}, 'after the last day'],
  [guard.planWithinTime, plan('2026-11-23'), {}, 'yesterday'],
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
