import { CaseEngine } from '@app/cases';
import { CalendarStore } from '@app/deadlines';
import { Clock, DomainError, SYSTEM, type Id } from '@app/kernel';
import { Database, Every } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ACTIVE } from '../domain/states.js';
import { MARK_STEPS, markBounds, type Cause } from '../domain/supervision/causes.js';
import { SettingsService } from '../settings/settings.service.js';

const BATCH = 100;

interface Due {
  caseId: Id;
  cause: Cause;
  about: string;
}

/** What the passing of days does to cases on the list: yellow, red, and after the second red the circular (CO-05). */
@Injectable()
export class MarkJobs {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly calendars: CalendarStore,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks what is due, each cause once, in however many workers: the step is refused where another was faster, or the
   * case has moved on.
   */
  @Every(60_000, 'ownership.mark')
  async mark(): Promise<boolean> {
    const [{ practice }, { calendar }] = await Promise.all([this.settings.current(), this.calendars.current()]);
    const bounds = markBounds(this.clock.today(), practice, calendar);
    const { yellow, red, resolveNear } = bounds;
    const due = await this.database.read<Due>(DUE, [yellow, red, resolveNear, ACTIVE, BATCH, practice.resolveNearDays]);
    let done = 0;
    for (const { caseId, cause, about } of due) {
      try {
        await this.engine.perform(SYSTEM, caseId, MARK_STEPS[cause], undefined, { cause, about });
        done += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    // A second red is seen at the next look, which need not wait a minute.
    return done > 0;
  }
}

/**
 * A report late by so much, by its clock; a period that ends soon, by its last day, unless it was that short from the
 * beginning; and every red light from the second on, by its number.
 */
const DUE = `
  WITH active AS (
    SELECT o.case_id FROM ownership.ownership o JOIN cases.case_file f ON f.id = o.case_id
    WHERE f.open AND f.state = ANY($4::text[])
  ), late AS (
    SELECT a.case_id, c.id, c.rule, c.due_on, c.starts_on FROM active a
    JOIN deadlines.clock c ON c.subject_id = a.case_id AND c.state = 'RUNNING' AND c.rule IN ('CO_REPORT','CO_RESOLVE')
  ), due AS (
    SELECT case_id, 'REPORT_LATE' AS cause, id::text AS about FROM late WHERE rule = 'CO_REPORT' AND due_on <= $1::date
    UNION ALL
    SELECT case_id, 'REPORT_VERY_LATE', id::text FROM late WHERE rule = 'CO_REPORT' AND due_on <= $2::date
    UNION ALL
    SELECT case_id, 'RESOLVE_NEAR', due_on::text FROM late WHERE rule = 'CO_RESOLVE' AND due_on <= $3::date
      AND due_on - starts_on > $6::int
    UNION ALL
    SELECT a.case_id, 'TWICE_RED', n.reds::text FROM active a
    CROSS JOIN LATERAL (SELECT count(*) AS reds FROM ownership.mark m WHERE m.case_id = a.case_id AND m.mark = 'RED') n
    WHERE n.reds >= 2
  )
  SELECT d.case_id AS "caseId", d.cause, d.about FROM due d
  WHERE NOT EXISTS (SELECT 1 FROM ownership.mark m WHERE m.case_id = d.case_id AND m.cause = d.cause || ':' || d.about)
  ORDER BY d.case_id, d.cause LIMIT $5`;
