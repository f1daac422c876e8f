import { send, type Tx } from '@app/platform';
import type { ListInput, ProposeInput } from '../domain/listing/inputs.js';
import type { Context, EffectServices, EffectTable } from './rows.js';

function propose(tx: Tx, { facts, input, actor }: Context<ProposeInput>): void {
  const source = facts.byRule ? 'RULE' : 'HAND';
  send(
    tx,
    `INSERT INTO ownership.ownership (case_id, leader_id, unit_id, unit_leader_id, cooperating_unit_ids, source, resolve_by,
       risk, target, stage, court, focus, measures, joint_meeting_on, joint_meeting_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      facts.caseId,
      input.leaderId,
      input.unitId,
      input.unitLeaderId,
      input.cooperatingUnitIds ?? [],
      source,
      input.resolveBy,
      input.risk,
      input.target,
      input.stage ?? null,
      input.court ?? null,
      input.focus ?? null,
      input.measures ?? null,
      input.jointMeetingOn ?? null,
      input.jointMeetingReason ?? null,
    ],
  );
  send(
    tx,
    `UPDATE ownership.candidate SET state = 'PROPOSED', settled_by = $2, version = version + 1 WHERE dispute_id = $1`,
    [facts.disputeId, actor.personId],
  );
}

/** From the list on, the leader, the unit's leader and the unit's liaisons have the case. */
async function list(tx: Tx, context: Context<ListInput>, { participants, lists }: EffectServices): Promise<void> {
  const { facts, input, today, actor } = context;
  const { leaderId, unitLeaderId, unitId } = { ...facts, leaderId: facts.leaderId!, unitId: facts.unitId! };
  for (const personId of [leaderId, unitLeaderId!]) await participants.mustBeAdmissible(tx, facts.disputeId, personId);
  send(tx, 'UPDATE ownership.ownership SET listing_basis = $2 WHERE case_id = $1', [facts.caseId, input.basis]);
  const here = { disputeId: facts.disputeId, caseId: facts.caseId, since: today };
  participants.add(tx, [
    { ...here, role: 'case_leader', personId: leaderId },
    { ...here, role: 'unit_leader', personId: unitLeaderId! },
    { ...here, role: 'dept_liaison', organId: unitId },
  ]);
  await lists.list(tx, { actor, caseId: facts.caseId, today, ...input });
}

function acknowledge(column: 'leader_acknowledged_on' | 'unit_acknowledged_on') {
  return (tx: Tx, { facts, today }: Context): void =>
    send(tx, `UPDATE ownership.ownership SET ${column} = $2 WHERE case_id = $1`, [facts.caseId, today]);
}

export const LISTING_EFFECTS: EffectTable = {
  propose,
  list,
  'acknowledge-leader': acknowledge('leader_acknowledged_on'),
  'acknowledge-unit': acknowledge('unit_acknowledged_on'),
};
