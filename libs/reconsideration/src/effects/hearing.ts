import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type * as inputs from '../domain/trial/hearing/inputs.js';
import { insertRow, set, updateRow, type Context, type EffectTable } from './rows.js';

function assess(tx: Tx, context: Context<inputs.AssessComplexityInput>): void {
  const { hearingGrounds, committeeGrounds } = context.input;
  set(tx, context, { hearing_grounds: hearingGrounds, committee_grounds: committeeGrounds });
}

function schedule(tx: Tx, context: Context<inputs.ScheduleHearingInput>): void {
  const { on, time, place, matters, chairId, memberIds, recorderId } = context.input;
  insertRow(tx, 'hearing', context, {
    state: 'SCHEDULED',
    on_day: on,
    time,
    place,
    matters,
    chair_id: chairId,
    member_ids: memberIds,
    recorder_id: recorderId,
  });
}

/** Whoever is told a second time was told the first time. */
function notify(tx: Tx, { facts, input }: Context<inputs.NotifyHearingInput>): void {
  send(
    tx,
    `INSERT INTO reconsideration.hearing_party (id, case_id, hearing_id, party_id, notified_on)
     SELECT n.id, $1, $2, n.party_id, $5 FROM unnest($3::uuid[], $4::uuid[]) AS n(id, party_id)
     ON CONFLICT (hearing_id, party_id) DO NOTHING`,
    [facts.caseId, facts.plannedHearing!.id, input.partyIds.map(() => newId()), input.partyIds, input.servedOn],
  );
}

function reschedule(tx: Tx, context: Context<inputs.RescheduleHearingInput>): void {
  const { on, time, place, reason } = context.input;
  const { id } = context.facts.plannedHearing!;
  updateRow(tx, 'hearing', context, id, { on_day: on, time, place, note: reason });
  send(tx, 'DELETE FROM reconsideration.hearing_party WHERE hearing_id = $1', [id]);
}

function cancel(tx: Tx, context: Context<inputs.CancelHearingInput>): void {
  const { id } = context.facts.plannedHearing!;
  updateRow(tx, 'hearing', context, id, { state: 'CANCELLED', note: context.input.reason });
}

function hold(tx: Tx, context: Context<inputs.HoldHearingInput>): void {
  const { transcript, attendances } = context.input;
  const { id } = context.facts.plannedHearing!;
  updateRow(tx, 'hearing', context, id, { state: 'HELD', transcript });
  send(
    tx,
    `UPDATE reconsideration.hearing_party p SET attendance = a.attendance, head_attended = a.head_attended,
       explanation = a.explanation, delegate = a.delegate
     FROM unnest($2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::text[])
       AS a(party_id, attendance, head_attended, explanation, delegate)
     WHERE p.hearing_id = $1 AND p.party_id = a.party_id`,
    [
      id,
      attendances.map((each) => each.partyId),
      attendances.map((each) => each.attendance),
      attendances.map((each) => each.headAttended ?? null),
      attendances.map((each) => each.explanation ?? null),
      attendances.map((each) => each.delegate ?? null),
    ],
  );
}

function consult(tx: Tx, context: Context<inputs.ConsultCommitteeInput>): void {
  const { ground, question } = context.input;
  insertRow(tx, 'consultation', context, { ground, question, asked_on: context.today });
}

function receiveOpinion(tx: Tx, { facts, input }: Context<inputs.ReceiveCommitteeOpinionInput>): void {
  send(
    tx,
    `UPDATE reconsideration.consultation SET given_on = $2, meeting = $3, opinion = $4
     WHERE case_id = $1 AND given_on IS NULL`,
    [facts.caseId, input.givenOn, input.meeting, input.opinion],
  );
}

/** RC-16, RC-17. */
export const HEARING_EFFECTS: EffectTable = {
  'assess-complexity': assess,
  'schedule-hearing': schedule,
  'notify-hearing': notify,
  'reschedule-hearing': reschedule,
  'cancel-hearing': cancel,
  'hold-hearing': hold,
  'consult-committee': consult,
  'receive-committee-opinion': receiveOpinion,
};
