import { DISTRICT, maySee, notShutOut, principalsOf } from '@app/cases';
import type { Actor, Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { INTERFERENCES } from '../domain/independence.js';
import type { InterferencesRequest, InterferenceView } from './instructions.dto.js';

/** Words that reached into reconsiderations, for the head of the institution. */
@Injectable()
export class InterferencesQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(actor: Actor, { caseId, page, size }: InterferencesRequest): Promise<Page<InterferenceView>> {
    const principals = principalsOf(actor);
    const visible = principals.includes(DISTRICT)
      ? `$1::uuid[] IS NOT NULL AND ${notShutOut('r.dispute_id', '$2')}`
      : maySee('r.dispute_id', '$1', '$2');
    const from = `FROM ownership.interference r WHERE ${visible} AND ($3::uuid IS NULL OR r.case_id = $3)`;
    const values = [principals, actor.personId, caseId ?? null];
    const [rows, [count]] = await Promise.all([
      this.database.read<Omit<InterferenceView, 'groundName'>>(
        `SELECT r.id, r.case_id AS "caseId", (SELECT number FROM cases.case_file WHERE id = r.case_id) AS number,
           r.about_case_id AS "aboutCaseId", r.ground, r.content, r.at, r.person_id AS "personId",
           (SELECT name FROM directory.person WHERE id = r.person_id) AS "personName"
         ${from} ORDER BY r.id DESC LIMIT $4 OFFSET $5`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n ${from}`, values),
    ]);
    const items = rows.map((row) => ({ ...row, groundName: INTERFERENCES[row.ground] }));
    return { items, page, size, total: count!.n, totalIsCapped: false };
  }
}
