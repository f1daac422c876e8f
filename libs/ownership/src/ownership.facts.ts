import { disputeFacts, type CaseFacts } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { Clock, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Mark, OrderFact, OwnershipFacts } from './domain/facts.js';
import { matchesSql, ruleValues } from './entry/matches.js';
import { reconsiderationsOf } from './instructions/interference.js';
import { settingsIn } from './settings/settings.store.js';

interface OwnRow {
  leaderId: Id;
  unitId: Id;
  unitLeaderId: Id;
  resolveBy: CalendarDate;
  jointMeetingReason: string | null;
  leaderAcknowledgedOn: CalendarDate | null;
  unitAcknowledgedOn: CalendarDate | null;
  mark: Mark;
  plan: OwnershipFacts['plan'];
  markedCauses: string[];
  circularDue: boolean;
  orders: OrderFact[];
  extensionAsked: boolean;
  extendedOn: CalendarDate | null;
  instructionsOpen: number;
}

/** Reads what the guards of a case ownership look at. */
@Injectable()
export class OwnershipFactsLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  async load(tx: Tx, base: CaseFacts): Promise<OwnershipFacts> {
    const today = this.clock.today();
    const { entryRule } = await settingsIn(tx);
    const [[own], dispute, leaders, unitLeaders, bureau, [entry], reconsiderations] = await Promise.all([
      sql<OwnRow>(tx, OWN, [base.caseId]),
      disputeFacts(tx, base.disputeId),
      this.directory.postsOf('case_leader', today, undefined, tx),
      this.directory.postsOf('unit_leader', today, undefined, tx),
      this.directory.postsOf(['dept_head', 'institution_head'], today, undefined, tx),
      sql<{ open: boolean; matches: string[] }>(tx, ENTRY, [base.disputeId, ...ruleValues(entryRule)]),
      reconsiderationsOf(tx, base.disputeId),
    ]);
    const liaisons = own ? await this.directory.postsOf('dept_liaison', today, own.unitId, tx) : [];
    const leadersOfUnit = unitLeaders.filter((p) => p.organId === own?.unitId);
    const staff = [...leadersOfUnit, ...liaisons].map((p) => p.personId);
    return {
      ...base,
      tags: dispute.tags,
      byRule: entry!.matches.length > 0,
      otherOwnershipOpen: dispute.cases.some((c) => c.procedure === 'ownership' && c.open && c.id !== base.caseId),
      disputeOpen: entry!.open,
      districtLeaderIds: leaders.map((p) => p.personId),
      unitLeaders: unitLeaders.map(({ personId, organId }) => ({ personId, organId })),
      bureauIds: bureau.map((p) => p.personId),
      unitStaffIds: [...staff, ...(await this.standingInFor(tx, staff, today))],
      reconsiderations,
      ...lineFacts(own),
    };
  }

  private async standingInFor(tx: Tx, staff: readonly Id[], today: CalendarDate): Promise<Id[]> {
    if (staff.length === 0) return [];
    const absent = await this.directory.absentOn(today, tx);
    return absent.flatMap(({ personId, coverId }) => (coverId !== null && staff.includes(personId) ? [coverId] : []));
  }
}

/** What is known of the line itself. */
function lineFacts(own: OwnRow | undefined) {
  if (!own) return BEFORE_THE_LINE;
  const { jointMeetingReason, leaderAcknowledgedOn, unitAcknowledgedOn, extendedOn, ...facts } = own;
  return {
    ...facts,
    byJointMeeting: jointMeetingReason !== null,
    acknowledgedByLeader: leaderAcknowledgedOn !== null,
    acknowledgedByUnit: unitAcknowledgedOn !== null,
    extended: extendedOn !== null,
  };
}

/** While the case is being opened. */
const BEFORE_THE_LINE = {
  leaderId: null,
  unitId: null,
  unitLeaderId: null,
  resolveBy: null,
  byJointMeeting: false,
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
} as const satisfies Partial<OwnershipFacts>;

const ENTRY = `SELECT d.status = 'REGISTERED' AS open, ${matchesSql(2)} AS matches FROM cases.dispute d WHERE d.id = $1`;

const OWN = `SELECT o.leader_id AS "leaderId", o.unit_id AS "unitId", o.unit_leader_id AS "unitLeaderId",
  o.resolve_by AS "resolveBy", o.joint_meeting_reason AS "jointMeetingReason",
  o.leader_acknowledged_on AS "leaderAcknowledgedOn", o.unit_acknowledged_on AS "unitAcknowledgedOn", o.mark,
  o.extended_on AS "extendedOn",
  (SELECT p.state FROM ownership.plan p WHERE p.case_id = o.case_id ORDER BY p.id DESC LIMIT 1) AS plan,
  ARRAY(SELECT m.cause FROM ownership.mark m WHERE m.case_id = o.case_id) AS "markedCauses",
  EXISTS (SELECT 1 FROM ownership.mark m WHERE m.case_id = o.case_id AND m.mark = 'CIRCULAR' AND m.lifted_on IS NULL)
    AS "circularDue",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'state', s.state, 'byLeader', s.by_leader) ORDER BY s.id)
    FROM ownership.supervision s WHERE s.case_id = o.case_id), '[]') AS orders,
  EXISTS (SELECT 1 FROM ownership.extension e WHERE e.case_id = o.case_id AND e.state = 'ASKED') AS "extensionAsked",
  (SELECT count(*)::int FROM ownership.instruction i WHERE i.case_id = o.case_id AND i.state = 'OPEN')
    AS "instructionsOpen"
  FROM ownership.ownership o WHERE o.case_id = $1`;
