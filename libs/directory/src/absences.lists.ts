import { addDays, Clock, notFound, organsOf, type Actor, type CalendarDate, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AbsenceListRequest, AbsenceView } from './absences.dto.js';
import { headedBy } from './domain/cover.js';

interface Row extends Omit<AbsenceView, 'lastDay' | 'current'> {
  untilOn: CalendarDate;
  organIds: Id[];
}

/** Who is away when. */
@Injectable()
export class AbsencesLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError directory.organ.not-found for an organ that is none of the actor's */
  async page(actor: Actor, request: AbsenceListRequest): Promise<Page<AbsenceView>> {
    const { organId = null, page, size } = request;
    if (organId !== null && !manages(actor, [organId]) && !organsOf(actor).includes(organId))
      throw notFound('directory.organ');
    const today = this.clock.today();
    const values = [today, actor.personId, organId, request.from ?? today, request.to ?? 'infinity'];
    const [rows, [count]] = await Promise.all([
      this.database.read<Row>(`${ABSENCE} ${LISTED} ORDER BY v.from_on, v.id LIMIT $6 OFFSET $7`, [
        ...values,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>(`SELECT count(*) AS n FROM directory.absence v ${LISTED}`, values),
    ]);
    return { items: rows.map((row) => this.view(actor, row)), page, size, total: count!.n, totalIsCapped: false };
  }

  /** @throws DomainError directory.absence.not-found */
  async one(actor: Actor, id: Id): Promise<AbsenceView> {
    const [row] = await this.database.read<Row>(`${ABSENCE} WHERE v.id = $2`, [this.clock.today(), id]);
    const known = row && (concerns(actor, row) || row.organIds.some((organ) => organsOf(actor).includes(organ)));
    if (!known && !(row && manages(actor, row.organIds))) throw notFound('directory.absence');
    return this.view(actor, row);
  }

  private view(actor: Actor, { untilOn, organIds, ...row }: Row): AbsenceView {
    const today = this.clock.today();
    const told = concerns(actor, row) || manages(actor, organIds);
    return {
      ...row,
      lastDay: addDays(untilOn, -1),
      reason: told ? row.reason : null,
      current: !row.cancelled && row.fromOn <= today && today < untilOn,
    };
  }
}

function concerns(actor: Actor, { personId, coverId }: Pick<Row, 'personId' | 'coverId'>): boolean {
  return [personId, coverId].includes(actor.personId);
}

/** Whether an actor manages absences of people of one of these organs: as its head, or as the administrator. */
export function manages(actor: Actor, organIds: readonly Id[]): boolean {
  return actor.permissions.has('directory.manage') || headedBy(actor.posts).some((id) => organIds.includes(id));
}

const ABSENCE = `SELECT v.id, v.person_id AS "personId", n.name, v.from_on AS "fromOn", v.until_on AS "untilOn",
    v.cover_id AS "coverId", c.name AS "coverName", v.reason, v.cancelled_at IS NOT NULL AS cancelled, v.version,
    ARRAY(SELECT p.organ_id FROM directory.post p WHERE p.person_id = v.person_id
      AND p.valid_from < v.until_on AND (p.valid_until IS NULL OR $1 < p.valid_until)) AS "organIds"
  FROM directory.absence v JOIN directory.person n ON n.id = v.person_id LEFT JOIN directory.person c ON c.id = v.cover_id`;

const LISTED = `WHERE v.cancelled_at IS NULL AND v.from_on <= $5::date AND $4::date < v.until_on AND $1::date IS NOT NULL
  AND CASE WHEN $3::uuid IS NULL THEN v.person_id = $2::uuid OR v.cover_id = $2::uuid
    ELSE v.person_id IN (SELECT p.person_id FROM directory.post p WHERE p.organ_id = $3
      AND p.valid_from < v.until_on AND (p.valid_until IS NULL OR v.from_on < p.valid_until)) END`;
