import { noteChange } from '@app/audit';
import { DomainError, newId, notFound, type Actor, type CalendarDate, type Id, type RoleCode } from '@app/kernel';
import { Database, defineEvent, publish, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ParticipantAdded, ParticipantsEnded } from '../as-of/domain/changes.js';
import { DISTRICT, maySee, principalsOf } from './scope.js';

/** Who takes part in a dispute, or in one case of it, has changed. */
export const participantChanged = defineEvent<{ disputeId: Id; caseId: Id | null }>('participant.changed');

export interface NewParticipant {
  disputeId: Id;
  caseId: Id | null;
  role: RoleCode;
  /** Exactly one of the two. */
  personId?: Id;
  organId?: Id;
  since: CalendarDate;
  reason?: string | undefined;
}

export interface ParticipantRow {
  id: Id;
  disputeId: Id;
  caseId: Id | null;
  role: RoleCode;
  personId: Id | null;
  organId: Id | null;
  since: CalendarDate;
  until: CalendarDate | null;
  reason: string | null;
  /** Persons shut out of the dispute: nobody stands in for them. */
  shutOut?: Id[];
}

/** Who takes part, and the row scope that follows from it. */
@Injectable()
export class Participants {
  constructor(private readonly database: Database) {}

  /** Adds participants of one dispute and lets them see it. */
  add(tx: Tx, participants: NewParticipant[]): void {
    if (participants.length === 0) return;
    insertParticipants(tx, participants);
    const principals = participants.map((p) => p.personId ?? p.organId);
    send(
      tx,
      `INSERT INTO cases.access (principal_id, dispute_id, open, due_on)
       SELECT DISTINCT p, d.id, d.status = 'REGISTERED', coalesce(d.next_due_on, 'infinity'::date)
       FROM unnest($1::uuid[]) AS p, cases.dispute d WHERE d.id = $2 ON CONFLICT DO NOTHING`,
      [principals, participants[0]!.disputeId],
    );
    announce(tx, participants);
  }

  /**
   * The first participants of a dispute that is being registered, and the district's own access; everything is known, so
   * nothing is read.
   */
  begin(tx: Tx, participants: NewParticipant[], dispute: { id: Id; open: boolean; dueOn: CalendarDate | null }): void {
    insertParticipants(tx, participants);
    const principals = new Set([DISTRICT, ...participants.map((p) => p.personId ?? p.organId!)]);
    send(
      tx,
      `INSERT INTO cases.access (principal_id, dispute_id, open, due_on)
       SELECT p, $2, $3, coalesce($4::date, 'infinity') FROM unnest($1::uuid[]) AS p`,
      [[...principals], dispute.id, dispute.open, dispute.dueOn],
    );
  }

  /** Ends participations that last; whoever has none left sees the dispute no more. */
  async end(
    tx: Tx,
    where: { disputeId: Id; caseId: Id | null; role: RoleCode; personId?: Id; organId?: Id },
    until: CalendarDate,
    reason: string,
  ): Promise<void> {
    const ended = await sql<{ id: Id }>(
      tx,
      `UPDATE cases.participant SET until = $6, reason = $7
       WHERE dispute_id = $1 AND case_id IS NOT DISTINCT FROM $2 AND role = $3 AND until IS NULL
         AND ($4::uuid IS NULL OR person_id = $4) AND ($5::uuid IS NULL OR organ_id = $5) RETURNING id`,
      [where.disputeId, where.caseId, where.role, where.personId ?? null, where.organId ?? null, until, reason],
    );
    await sql(
      tx,
      `DELETE FROM cases.access a WHERE a.dispute_id = $1 AND a.principal_id <> $2 AND NOT EXISTS (
         SELECT 1 FROM cases.participant p WHERE p.dispute_id = $1 AND p.until IS NULL
           AND a.principal_id IN (p.person_id, p.organ_id))`,
      [where.disputeId, DISTRICT],
    );
    if (ended.length > 0) note(tx, where, { is: 'participants-ended/1', ids: ended.map(({ id }) => id), until });
    announce(tx, [where]);
  }

  /**
   * Shuts a person out of a dispute: his participations end, and he sees nothing of it from now on, whatever his posts.
   * Repeating it changes nothing.
   */
  exclude(tx: Tx, disputeId: Id, personId: Id, since: CalendarDate, reason: string): void {
    send(
      tx,
      `INSERT INTO cases.exclusion (person_id, dispute_id, since, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [personId, disputeId, since, reason],
    );
    send(
      tx,
      `UPDATE cases.participant SET until = $3, reason = $4 WHERE person_id = $1 AND dispute_id = $2 AND until IS NULL`,
      [personId, disputeId, since, reason],
    );
    send(tx, 'DELETE FROM cases.access WHERE principal_id = $1 AND dispute_id = $2', [personId, disputeId]);
    // Nothing stays in his hands; whoever takes over is named by the caller.
    send(tx, 'UPDATE cases.dispute SET handler_id = NULL WHERE id = $2 AND handler_id = $1', [personId, disputeId]);
    send(tx, 'UPDATE cases.case_file SET handler_id = NULL WHERE dispute_id = $2 AND handler_id = $1', [
      personId,
      disputeId,
    ]);
    announce(tx, [{ disputeId, caseId: null }]);
  }

  /** @throws DomainError cases.shut-out if the person may have nothing to do with the dispute */
  async mustBeAdmissible(tx: Tx, disputeId: Id, personId: Id): Promise<void> {
    const [row] = await sql(tx, 'SELECT 1 FROM cases.exclusion WHERE person_id = $1 AND dispute_id = $2', [
      personId,
      disputeId,
    ]);
    if (row) throw new DomainError('cases.shut-out', { detail: '该人员已对本争议回避，请另选他人。' });
  }

  /** Participants of a dispute and of its cases, past ones too. */
  async of(tx: Tx, disputeId: Id): Promise<ParticipantRow[]> {
    return sql<ParticipantRow>(tx, `${SELECT} WHERE dispute_id = $1 ORDER BY id`, [disputeId]);
  }

  /** The same outside a transaction. */
  async read(disputeId: Id): Promise<ParticipantRow[]> {
    return this.database.read<ParticipantRow>(`${SELECT} WHERE dispute_id = $1 ORDER BY id`, [disputeId]);
  }

  /** @throws DomainError cases.dispute.not-found if the actor may not see the dispute, or it does not exist */
  async mustSee(actor: Actor, disputeId: Id): Promise<void> {
    const rows = await this.database.read(`SELECT 1 WHERE ${maySee('$1::uuid', '$2', '$3')}`, [
      disputeId,
      principalsOf(actor),
      actor.personId,
    ]);
    if (rows.length === 0) throw notFound('cases.dispute');
  }
}

const SELECT = `SELECT id, dispute_id AS "disputeId", case_id AS "caseId", role, person_id AS "personId",
  organ_id AS "organId", since, until, reason,
  ARRAY(SELECT x.person_id FROM cases.exclusion x WHERE x.dispute_id = $1) AS "shutOut" FROM cases.participant`;

function insertParticipants(tx: Tx, participants: NewParticipant[]): void {
  const rows = participants.map((p) => ({
    ...p,
    id: newId(),
    personId: p.personId ?? null,
    organId: p.organId ?? null,
  }));
  send(
    tx,
    `INSERT INTO cases.participant (id, dispute_id, case_id, role, person_id, organ_id, since, reason)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::date[], $8::text[])`,
    [
      rows.map((p) => p.id),
      rows.map((p) => p.disputeId),
      rows.map((p) => p.caseId),
      rows.map((p) => p.role),
      rows.map((p) => p.personId),
      rows.map((p) => p.organId),
      rows.map((p) => p.since),
      rows.map((p) => p.reason ?? null),
    ],
  );
  for (const { id, caseId, role, personId, organId, since, disputeId } of rows)
    note(tx, { disputeId, caseId }, { is: 'participant-added/1', id, caseId, role, personId, organId, since });
}

/** For the trail: with the acts on the case, or else on the dispute. */
function note(
  tx: Tx,
  { disputeId, caseId }: { disputeId: Id; caseId: Id | null },
  change: ParticipantAdded | ParticipantsEnded,
): void {
  const subject =
    caseId === null
      ? ({ subjectType: 'dispute', subjectId: disputeId } as const)
      : { subjectType: 'case', subjectId: caseId };
  noteChange(tx, { ...subject, scopeId: disputeId }, change);
}

function announce(tx: Tx, changed: { disputeId: Id; caseId: Id | null }[]): void {
  const first = changed[0]!;
  publish(tx, participantChanged, { disputeId: first.disputeId, caseId: first.caseId });
}
