import { DirectoryService } from '@app/directory';
import { notFound, type Actor, type Id } from '@app/kernel';
import { maySee, principalsOf } from '@app/cases';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ReplayView, SnapshotItem } from './candidates.dto.js';
import { candidateView } from './candidates.queries.js';
import { replay, type Snapshot } from './domain/snapshot.js';
import { MediationCases } from './mediation-case.js';
import { SNAPSHOT } from './snapshot.store.js';

/** Places of a replay that are shown. */
const SHOWN = 50;
/** Snapshots that are read at a time. */
const BATCH = 100;
const FIRST: Id = '00000000-0000-0000-0000-000000000000';

interface Row extends Snapshot {
  id: Id;
}

/** What assignments were decided on. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly database: Database,
    private readonly cases: MediationCases,
    private readonly directory: DirectoryService,
  ) {}

  /** Those of a case, the first first. */
  async ofCase(actor: Actor, caseId: Id): Promise<SnapshotItem[]> {
    await this.database.transaction((tx) => this.cases.mustAssign(tx, actor, caseId));
    return this.database.read<SnapshotItem>(ITEMS, [caseId]);
  }

  /** Makes a ranking again from its snapshot. @throws DomainError mediation.assignment.not-found */
  async replayOne(actor: Actor, id: Id): Promise<ReplayView> {
    const [row] = await this.database.read<Row & { caseId: Id }>(
      `SELECT * FROM (${SNAPSHOT} JOIN cases.case_file f ON f.id = s.case_id
         WHERE s.id = $1 AND ${maySee('f.dispute_id', '$2', '$3')}) AS r`,
      [id, principalsOf(actor), actor.personId],
    );
    if (!row) throw notFound('mediation.assignment');
    await this.database.transaction((tx) => this.cases.mustAssign(tx, actor, row.subject.caseId));
    const { ranking, identical } = replay(row);
    const shown = ranking.ranked.slice(0, SHOWN);
    const names = await this.directory.names(shown.map((r) => r.id));
    const byId = new Map(ranking.candidates.map((c) => [c.id, c]));
    const views = shown.map((r) => candidateView(r, byId.get(r.id)!, names.get(r.id) ?? '', ranking));
    return { id, identical, weightsVersion: row.weights.version, ranking: views };
  }
}

/** Replays every snapshot there is, batch by batch. */
export async function replayAll(database: Database): Promise<{ replayed: number; different: Id[] }> {
  const different: Id[] = [];
  for (let replayed = 0, after = FIRST; ;) {
    const rows = await database.read<Row>(`${SNAPSHOT} WHERE s.id > $1 ORDER BY s.id LIMIT ${BATCH}`, [after]);
    different.push(...rows.filter((row) => !replay(row).identical).map((row) => row.id));
    replayed += rows.length;
    if (rows.length < BATCH) return { replayed, different };
    after = rows.at(-1)!.id;
  }
}

const NAMES = (ids: string): string => `ARRAY(SELECT coalesce(n.name, o.name) FROM unnest(${ids}) AS i(id)
    LEFT JOIN directory.person n ON n.id = i.id LEFT JOIN directory.organ o ON o.id = i.id)`;
const ITEMS = `SELECT s.id, s.case_id AS "caseId", s.step, s.kind, s.made_on AS "madeOn", s.made_at AS "madeAt",
    coalesce(n.name, '系统') AS "madeByName", s.weights_version AS "weightsVersion", ${NAMES('s.chosen')} AS chosen,
    ${NAMES('s.first')} AS first, s.reason, s.overridden, jsonb_array_length(s.candidates) AS candidates
  FROM mediation.assignment_snapshot s LEFT JOIN directory.person n ON n.id = s.made_by
  WHERE s.case_id = $1 ORDER BY s.id`;
