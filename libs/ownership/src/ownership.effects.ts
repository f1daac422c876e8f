import { Participants, type EffectContext } from '@app/cases';
import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { OwnershipFacts } from './domain/facts.js';
import type { ListInput, ProposeInput, ReportProgressInput, SubmitPlanInput } from './domain/inputs.js';

type Context<I extends object = object> = EffectContext<OwnershipFacts, I>;
type Effect = (tx: Tx, context: Context<never>) => void;

/** What each step writes into the ownership's own tables, by the step's name. */
@Injectable()
export class OwnershipEffects {
  private readonly effects: Readonly<Record<string, Effect>> = {
    propose,
    list: (tx, c) => this.list(tx, c),
    'acknowledge-leader': (tx, c) => acknowledge(tx, c, 'leader_acknowledged_on'),
    'acknowledge-unit': (tx, c) => acknowledge(tx, c, 'unit_acknowledged_on'),
    'submit-plan': submitPlan,
    'approve-plan': (tx, c) => decidePlan(tx, c, 'APPROVED'),
    'return-plan': (tx, c) => decidePlan(tx, c, 'RETURNED'),
    'report-progress': reportProgress,
  };

  constructor(private readonly participants: Participants) {}

  apply(tx: Tx, context: Context): void {
    this.effects[context.transition.name]?.(tx, context as Context<never>);
  }

  /** From the list on, the leader, the unit's leader and the unit's liaisons have the case. */
  private list(tx: Tx, { facts, input, today }: Context<ListInput>): void {
    send(tx, 'UPDATE ownership.ownership SET listing_basis = $2 WHERE case_id = $1', [facts.caseId, input.basis]);
    const here = { disputeId: facts.disputeId, caseId: facts.caseId, since: today };
    this.participants.add(tx, [
      { ...here, role: 'case_leader', personId: facts.leaderId! },
      { ...here, role: 'unit_leader', personId: facts.unitLeaderId! },
      { ...here, role: 'dept_liaison', organId: facts.unitId! },
    ]);
  }
}

function propose(tx: Tx, { facts, input }: Context<ProposeInput>): void {
  send(
    tx,
    `INSERT INTO ownership.ownership (case_id, leader_id, unit_id, unit_leader_id, resolve_by, risk, target,
       joint_meeting_on, joint_meeting_reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      facts.caseId,
      input.leaderId,
      input.unitId,
      input.unitLeaderId,
      input.resolveBy,
      input.risk,
      input.target,
      input.jointMeetingOn ?? null,
      input.jointMeetingReason ?? null,
    ],
  );
}

function acknowledge(
  tx: Tx,
  { facts, today }: Context,
  column: 'leader_acknowledged_on' | 'unit_acknowledged_on',
): void {
  send(tx, `UPDATE ownership.ownership SET ${column} = $2 WHERE case_id = $1`, [facts.caseId, today]);
}

function submitPlan(tx: Tx, { facts, input, actor, today }: Context<SubmitPlanInput>): void {
  send(
    tx,
    `INSERT INTO ownership.plan (id, case_id, state, content, submitted_on, submitted_by)
     VALUES ($1, $2, 'SUBMITTED', $3, $4, $5)`,
    [newId(), facts.caseId, JSON.stringify(input), today, actor.personId],
  );
}

function decidePlan(tx: Tx, { facts }: Context, state: 'APPROVED' | 'RETURNED'): void {
  send(tx, `UPDATE ownership.plan SET state = $2 WHERE case_id = $1 AND state = 'SUBMITTED'`, [facts.caseId, state]);
}

function reportProgress(tx: Tx, { facts, input, actor, today }: Context<ReportProgressInput>): void {
  send(
    tx,
    `INSERT INTO ownership.report (id, case_id, kind, done, next, risk, party_contacted, reported_on, reported_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      facts.caseId,
      input.kind,
      input.done,
      input.next,
      input.risk,
      input.partyContacted,
      today,
      actor.personId,
    ],
  );
  send(tx, 'UPDATE ownership.ownership SET risk = $2 WHERE case_id = $1', [facts.caseId, input.risk]);
}
