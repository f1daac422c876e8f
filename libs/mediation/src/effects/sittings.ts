import { DomainError, newId, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import type { MediationFacts } from '../domain/facts.js';
import { inviteesOf, mediatorsFree } from '../domain/sittings/guards.js';
import type {
  CancelSessionInput,
  HoldSessionInput,
  RescheduleSessionInput,
  ScheduleSessionInput,
} from '../domain/sittings/inputs.js';
import type { Context, EffectTable } from './rows.js';

type Time = Pick<ScheduleSessionInput, 'on' | 'from' | 'until'>;

async function schedule(tx: Tx, { facts, input }: Context<ScheduleSessionInput>): Promise<void> {
  const { nextSessionId: id, caseId, mediatorIds } = facts;
  await mustBeFree(tx, mediatorIds, caseId, input);
  send(
    tx,
    `INSERT INTO mediation.session (id, case_id, state, held_on, starts_at, ends_at, mode, place, online_link, head_wanted)
     VALUES ($1, $2, 'PLANNED', $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[id, caseId, input.on, input.from, input.until, input.mode, input.place],
      ...[input.onlineLink ?? null, input.headWanted ?? false],
    ],
  );
  invite(tx, id, facts, [...input.partyIds, ...mediatorIds]);
}

async function reschedule(tx: Tx, { facts, input }: Context<RescheduleSessionInput>): Promise<void> {
  await mustBeFree(tx, facts.mediatorIds, facts.caseId, input);
  send(
    tx,
    `UPDATE mediation.session SET held_on = $3, starts_at = $4, ends_at = $5, mode = $6, place = $7, online_link = $8, note = $9
     WHERE id = $1 AND case_id = $2 AND state = 'PLANNED'`,
    [
      ...[input.sessionId, facts.caseId, input.on, input.from, input.until, input.mode, input.place],
      ...[input.onlineLink ?? null, input.reason],
    ],
  );
}

function cancel(tx: Tx, { facts, input }: Context<CancelSessionInput>): void {
  send(tx, `UPDATE mediation.session SET state = 'CANCELLED', note = $3 WHERE id = $1 AND case_id = $2`, [
    input.sessionId,
    facts.caseId,
    input.reason,
  ]);
}

/** Of a session without plan the row is made now, with everybody who might have come. */
function hold(tx: Tx, { facts, input, actor }: Context<HoldSessionInput>): void {
  const id = input.sessionId ?? newId();
  const written = [
    input.heldOn,
    input.mode,
    input.place,
    input.open,
    input.minutes,
    input.notes ?? null,
    actor.personId,
  ];
  if (input.sessionId === undefined) {
    send(
      tx,
      `INSERT INTO mediation.session (id, case_id, state, held_on, mode, place, open, minutes, notes, held_by)
       VALUES ($1, $2, 'HELD', $3, $4, $5, $6, $7, $8, $9)`,
      [id, facts.caseId, ...written],
    );
    invite(tx, id, facts, inviteesOf(facts, undefined));
  } else {
    send(
      tx,
      `UPDATE mediation.session SET state = 'HELD', held_on = $3, mode = $4, place = $5, open = $6, minutes = $7, notes = $8,
         held_by = $9 WHERE id = $1 AND case_id = $2 AND state = 'PLANNED'`,
      [id, facts.caseId, ...written],
    );
  }
  noteAttendance(tx, id, input);
}

/** Whoever is not named came himself. */
function noteAttendance(tx: Tx, id: Id, { attendances = [], open, openAgreedBy = [] }: HoldSessionInput): void {
  send(
    tx,
    `UPDATE mediation.session_invitee i SET attendance = coalesce(a.attendance, 'PRESENT'),
       represented_by = a.represented_by, explanation = a.explanation,
       agreed_to_open = CASE WHEN $6 AND i.kind = 'PARTY' THEN i.invitee_id = ANY ($7::uuid[]) END
     FROM mediation.session_invitee o
     LEFT JOIN unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
       AS a(invitee_id, attendance, represented_by, explanation) ON a.invitee_id = o.invitee_id
     WHERE i.session_id = $1 AND o.session_id = $1 AND o.invitee_id = i.invitee_id`,
    [
      id,
      attendances.map((row) => row.inviteeId),
      attendances.map((row) => row.attendance),
      attendances.map((row) => row.representedBy ?? null),
      attendances.map((row) => row.explanation ?? null),
      open,
      openAgreedBy,
    ],
  );
}

function invite(tx: Tx, sessionId: Id, { mediatorIds }: MediationFacts, inviteeIds: readonly Id[]): void {
  send(
    tx,
    `INSERT INTO mediation.session_invitee (session_id, invitee_id, kind)
     SELECT $1, id, CASE WHEN id = ANY ($3::uuid[]) THEN 'MEDIATOR' ELSE 'PARTY' END FROM unnest($2::uuid[]) AS id`,
    [sessionId, inviteeIds, mediatorIds],
  );
}

/**
 * The guard looked at what was planned when the facts were read; two cases planned at the same moment each hold their
 * own lock only. So whoever plans a mediator's time takes that time's lock, and looks again.
 * @throws DomainError mediation.mediator-busy
 */
async function mustBeFree(tx: Tx, mediatorIds: readonly Id[], caseId: Id, { on, from, until }: Time): Promise<void> {
  for (const id of [...mediatorIds].sort())
    await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('mediation.session ' || $1, 0))`, [id]);
  const taken = await sql(
    tx,
    `SELECT 1 FROM mediation.session s JOIN mediation.session_invitee i ON i.session_id = s.id
     WHERE i.invitee_id = ANY ($1::uuid[]) AND s.case_id <> $2 AND s.state = 'PLANNED' AND s.held_on = $3
       AND s.starts_at < $5 AND $4 < s.ends_at LIMIT 1`,
    [mediatorIds, caseId, on, from, until],
  );
  if (taken.length === 0) return;
  const { code, detail, article } = mediatorsFree;
  throw new DomainError(code, { kind: 'refused', detail, article });
}

/** What was planned does not take place, because of the step named. */
export function callOffPlanned(tx: Tx, { caseId }: MediationFacts, because: string): void {
  send(tx, `UPDATE mediation.session SET state = 'CANCELLED', note = $2 WHERE case_id = $1 AND state = 'PLANNED'`, [
    caseId,
    because,
  ]);
}

/** MD-07: sessions. */
export const SITTING_EFFECTS: EffectTable = {
  'schedule-session': schedule,
  'reschedule-session': reschedule,
  'cancel-session': cancel,
  'hold-session': hold,
};
