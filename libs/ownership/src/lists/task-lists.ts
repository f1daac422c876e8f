import { nextNumber } from '@app/documents';
import { newId, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { entryHash, type EntryHead, type TaskListEntry } from './entry.js';

export type EntryKind = 'LISTED' | 'CHANGED' | 'EXTENDED' | 'REOPENED';

interface Listing {
  actor: Actor;
  caseId: Id;
  today: CalendarDate;
  basis: string;
  opinion: string;
}

type Batch = Omit<Listing, 'caseId'> & { id: Id };

interface Amendment {
  actor: Actor;
  caseId: Id;
  today: CalendarDate;
  kind: Exclude<EntryKind, 'LISTED'>;
  reason: string;
}

interface Place {
  position: number;
  serial: number;
  head: string;
}

/**
 * 任务分解清单 of each year. What is approved is frozen: cases approved in one transaction are a batch with a number, the
 * first of a year is the list, later ones are supplements; whatever changes afterwards is a further entry.
 */
@Injectable()
export class TaskLists {
  private readonly batches = new WeakMap<Tx, Batch & { made?: Promise<void> }>();

  /** Enters a case that was approved, as the next of the year. The caller has written everything the line says. */
  async list(tx: Tx, { actor, caseId, today, ...decision }: Listing): Promise<void> {
    const year = Number(today.slice(0, 4));
    if (!this.batches.has(tx)) this.begin(tx, { id: newId(), actor, today, ...decision });
    const batch = this.batches.get(tx)!;
    batch.made ??= makeBatch(tx, year, batch);
    await batch.made;
    const { id: batchId } = batch;
    const place = await nextPlace(tx, year, true);
    const head = { year, revision: 0, kind: 'LISTED', caseId, batchId, enteredOn: today, enteredBy: actor.personId };
    await write(tx, { ...head, position: place.position, serial: place.serial }, place.head, null);
  }

  /** Enters what has become of a case since: under its own serial, as the next revision. */
  async amend(tx: Tx, { actor, caseId, today, kind, reason }: Amendment): Promise<void> {
    const [last] = await sql<{ year: number; serial: number; revision: number }>(
      tx,
      'SELECT year, serial, revision FROM ownership.list_entry WHERE case_id = $1 ORDER BY position DESC LIMIT 1',
      [caseId],
    );
    // A line from before lists were kept.
    if (!last) return;
    const place = await nextPlace(tx, last.year, false);
    const head = { year: last.year, serial: last.serial, revision: last.revision + 1, kind, caseId, batchId: null };
    const entered = { position: place.position, enteredOn: today, enteredBy: actor.personId };
    await write(tx, { ...head, ...entered }, place.head, reason);
  }

  /** Says which batch the cases approved in this transaction are; it is made with the first of them. */
  begin(tx: Tx, batch: Batch): void {
    this.batches.set(tx, { ...batch });
  }
}

async function makeBatch(tx: Tx, year: number, { id, actor, today, basis, opinion }: Batch): Promise<void> {
  send(tx, 'INSERT INTO ownership.task_list (year, title) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    year,
    `${year}年区领导包案化解案件任务分解清单`,
  ]);
  await sql(tx, 'SELECT 1 FROM ownership.task_list WHERE year = $1 FOR UPDATE', [year]);
  const number = await nextNumber(tx, 'co-list', year);
  send(
    tx,
    `INSERT INTO ownership.list_batch (id, year, no, number, basis, opinion, approved_on, approved_by)
     SELECT $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7 FROM ownership.list_batch WHERE year = $2`,
    [id, year, number, basis, opinion, today, actor.personId],
  );
}

/** Locks the year's list until the transaction ends, so that entries come one after the other. */
async function nextPlace(tx: Tx, year: number, newCase: boolean): Promise<Place> {
  const [place] = await sql<Place>(
    tx,
    `UPDATE ownership.task_list SET last_position = last_position + 1, last_serial = last_serial + $2
     WHERE year = $1 RETURNING last_position AS position, last_serial AS serial, head`,
    [year, newCase ? 1 : 0],
  );
  return place!;
}

async function write(tx: Tx, head: EntryHead, previous: string, reason: string | null): Promise<void> {
  const [row] = await sql<Omit<TaskListEntry, 'reason'>>(tx, CONTENT, [head.caseId, head.enteredOn]);
  const content = { ...row!, reason };
  const hash = entryHash(previous, head, content);
  send(
    tx,
    `INSERT INTO ownership.list_entry (id, year, position, serial, revision, kind, case_id, batch_id, content, previous,
       hash, entered_on, entered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      newId(),
      head.year,
      head.position,
      head.serial,
      head.revision,
      head.kind,
      head.caseId,
      head.batchId,
      JSON.stringify(content),
      previous,
      hash,
      head.enteredOn,
      head.enteredBy,
    ],
  );
  send(tx, 'UPDATE ownership.task_list SET head = $2 WHERE year = $1', [head.year, hash]);
}

const CONTENT = `SELECT f.number, d.title, d.amount::float8 AS amount,
  CASE WHEN d.matter_code IN ('DAMAGES','COMPENSATION') OR 'ADMIN_COMPENSATION' = ANY(d.tags) THEN 'COMPENSATION'
    WHEN 'KEY_LITIGATION' = ANY(d.tags) THEN 'KEY_LITIGATION'
    WHEN EXISTS (SELECT 1 FROM cases.case_file r WHERE r.dispute_id = d.id AND r.procedure = 'reconsideration')
      THEN 'RECONSIDERATION'
    ELSE 'OTHER' END AS type,
  ARRAY(SELECT p.name FROM cases.party p WHERE p.dispute_id = d.id AND p.role <> 'AGENT' ORDER BY p.sort_order) AS parties,
  (SELECT name FROM directory.organ WHERE id = d.respondent_organ_id) AS respondent,
  o.stage, o.court, o.focus, o.risk, o.target, o.measures, o.resolve_by AS "resolveBy",
  o.leader_id AS "leaderId", (SELECT name FROM directory.person WHERE id = o.leader_id) AS leader,
  o.unit_id AS "unitId", (SELECT name FROM directory.organ WHERE id = o.unit_id) AS unit,
  o.unit_leader_id AS "unitLeaderId", (SELECT name FROM directory.person WHERE id = o.unit_leader_id) AS "unitLeader",
  ARRAY(SELECT n.name FROM directory.post p JOIN directory.person n ON n.id = p.person_id
    WHERE p.organ_id = o.unit_id AND p.role = 'dept_liaison' AND p.valid_from <= $2::date
      AND (p.valid_until IS NULL OR $2::date < p.valid_until) ORDER BY p.sort_order, p.id) AS liaisons,
  ARRAY(SELECT g.name FROM directory.organ g WHERE g.id = ANY(o.cooperating_unit_ids) ORDER BY g.sort_order)
    AS "cooperatingUnits"
  FROM ownership.ownership o JOIN cases.case_file f ON f.id = o.case_id JOIN cases.dispute d ON d.id = f.dispute_id
  WHERE o.case_id = $1`;
