import { Clock, newId, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { FieldCipher, send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MessageKind, RequestKind, RequestState, Voice } from '../domain/kinds.js';

/** A request with what must be known of its case. */
export interface RequestRow {
  id: Id;
  caseId: Id;
  disputeId: Id;
  organId: Id;
  kind: RequestKind;
  state: RequestState;
  askedBy: Id;
  askedOn: CalendarDate;
  clockId: Id;
  closedOn: CalendarDate | null;
  version: number;
  number: string;
  procedure: string;
}

export interface Said {
  readonly requestId: Id;
  readonly kind: MessageKind;
  readonly voice: Voice;
  readonly text: string;
  readonly fileIds: readonly Id[];
}

export interface MessageRow extends Omit<Said, 'fileIds'> {
  id: Id;
  personId: Id;
  fileIds: Id[];
  at: Date;
}

/** Rows of requests and of their threads; words are in clear on this side only. */
@Injectable()
export class ThreadStore {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  insert(tx: Tx, row: Omit<RequestRow, 'number' | 'procedure' | 'version' | 'closedOn' | 'state'>): void {
    send(
      tx,
      `INSERT INTO liaison.request (id, case_id, dispute_id, organ_id, kind, state, asked_by, asked_on, clock_id)
       VALUES ($1, $2, $3, $4, $5, 'OPEN', $6, $7, $8)`,
      [row.id, row.caseId, row.disputeId, row.organId, row.kind, row.askedBy, row.askedOn, row.clockId],
    );
  }

  say(tx: Tx, actor: Actor, { requestId, kind, voice, text, fileIds }: Said, id = newId()): void {
    send(
      tx,
      `INSERT INTO liaison.message (id, request_id, kind, voice, person_id, content, file_ids, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, requestId, kind, voice, actor.personId, this.cipher.encrypt(text), fileIds, this.clock.now()],
    );
  }

  async find(tx: Tx, id: Id): Promise<RequestRow | undefined> {
    const [row] = await sql<RequestRow>(tx, `${REQUEST} WHERE r.id = $1`, [id]);
    return row;
  }

  /** Requests of a case, oldest first; of one organ, if given. */
  async ofCase(tx: Tx, caseId: Id): Promise<RequestRow[]> {
    return sql<RequestRow>(tx, `${REQUEST} WHERE r.case_id = $1 ORDER BY r.id`, [caseId]);
  }

  /** Closes an open request of that version. @returns false if there is none */
  async close(tx: Tx, { id, version }: Pick<RequestRow, 'id' | 'version'>, state: RequestState): Promise<boolean> {
    const closed = await sql(
      tx,
      `UPDATE liaison.request SET state = $3, closed_on = $4, version = version + 1
       WHERE id = $1 AND version = $2 AND state = 'OPEN' RETURNING 1`,
      [id, version, state, this.clock.today()],
    );
    return closed.length > 0;
  }

  async messages(tx: Tx, requestIds: readonly Id[]): Promise<MessageRow[]> {
    const rows = await sql<Omit<MessageRow, 'text'> & { content: Buffer }>(tx, MESSAGES, [requestIds]);
    return rows.map(({ content, ...row }) => ({ ...row, text: this.cipher.decrypt(content) }));
  }
}

const REQUEST = `SELECT r.id, r.case_id AS "caseId", r.dispute_id AS "disputeId", r.organ_id AS "organId", r.kind, r.state,
    r.asked_by AS "askedBy", r.asked_on AS "askedOn", r.clock_id AS "clockId", r.closed_on AS "closedOn", r.version,
    f.number, f.procedure
  FROM liaison.request r JOIN cases.case_file f ON f.id = r.case_id`;
const MESSAGES = `SELECT id, request_id AS "requestId", kind, voice, person_id AS "personId", content,
    file_ids AS "fileIds", at
  FROM liaison.message WHERE request_id = ANY($1::uuid[]) ORDER BY request_id, id`;
