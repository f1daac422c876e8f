import { disputeFacts, type CaseFacts } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { Clock, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Mark, OwnershipFacts } from './domain/facts.js';

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
    const [[own], dispute, leaders, unitLeaders] = await Promise.all([
      sql<OwnRow>(tx, OWN, [base.caseId]),
      disputeFacts(tx, base.disputeId),
      this.directory.postsOf('case_leader', today, undefined, tx),
      this.directory.postsOf('unit_leader', today, undefined, tx),
    ]);
    const liaisons = own ? await this.directory.postsOf('dept_liaison', today, own.unitId, tx) : [];
    const leadersOfUnit = unitLeaders.filter((p) => p.organId === own?.unitId);
    return {
      ...base,
      leaderId: own?.leaderId ?? null,
      unitId: own?.unitId ?? null,
      unitLeaderId: own?.unitLeaderId ?? null,
      resolveBy: own?.resolveBy ?? null,
      tags: dispute.tags,
      byJointMeeting: Boolean(own?.jointMeetingReason),
      otherOwnershipOpen: dispute.cases.some((c) => c.procedure === 'ownership' && c.open && c.id !== base.caseId),
      districtLeaderIds: leaders.map((p) => p.personId),
      unitLeaders: unitLeaders.map(({ personId, organId }) => ({ personId, organId })),
      unitStaffIds: [...leadersOfUnit, ...liaisons].map((p) => p.personId),
      acknowledgedByLeader: Boolean(own?.leaderAcknowledgedOn),
      acknowledgedByUnit: Boolean(own?.unitAcknowledgedOn),
      plan: own?.plan ?? null,
      mark: own?.mark ?? 'NONE',
    };
  }
}

const OWN = `SELECT o.leader_id AS "leaderId", o.unit_id AS "unitId", o.unit_leader_id AS "unitLeaderId",
  o.resolve_by AS "resolveBy", o.joint_meeting_reason AS "jointMeetingReason",
  o.leader_acknowledged_on AS "leaderAcknowledgedOn", o.unit_acknowledged_on AS "unitAcknowledgedOn", o.mark,
  (SELECT p.state FROM ownership.plan p WHERE p.case_id = o.case_id ORDER BY p.id DESC LIMIT 1) AS plan
  FROM ownership.ownership o WHERE o.case_id = $1`;
