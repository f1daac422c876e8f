import { DomainError, staleVersion, type CalendarDate, type FieldError, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { CommitteeKind, Engagement, Language, Level } from './domain/codes.js';

export interface CommitteeProfileContent {
  level: Level;
  kind: CommitteeKind;
  industry: string | null;
  matters: readonly string[];
  areas: readonly string[];
  contractFrom: CalendarDate | null;
  contractUntil: CalendarDate | null;
}

export interface MediatorProfileContent {
  expertise: readonly string[];
  languages: readonly Language[];
  engagement: Engagement;
  cap: number;
  termFrom: CalendarDate;
  termUntil: CalendarDate | null;
  formerOrganIds: readonly Id[];
}

/** @throws DomainError mediation.committee.stale-version; `version` 0 says that there was no profile */
export async function saveCommittee(tx: Tx, id: Id, profile: CommitteeProfileContent, version: number): Promise<void> {
  const { level, kind, industry, matters, areas, contractFrom, contractUntil } = profile;
  const values = [id, level, kind, industry, matters, areas, contractFrom, contractUntil];
  const saved = version === 0 ? await sql(tx, INSERT, values) : await sql(tx, UPDATE, [...values, version]);
  if (saved.length === 0) throw staleVersion('mediation.committee');
}

/** @throws DomainError mediation.mediator.stale-version; `version` 0 says that there was no profile */
export async function saveMediator(tx: Tx, id: Id, profile: MediatorProfileContent, version: number): Promise<void> {
  const { expertise, languages, engagement, cap, termFrom, termUntil, formerOrganIds } = profile;
  const values = [id, expertise, languages, engagement, cap, termFrom, termUntil, formerOrganIds];
  const saved =
    version === 0 ? await sql(tx, INSERT_MEDIATOR, values) : await sql(tx, UPDATE_MEDIATOR, [...values, version]);
  if (saved.length === 0) throw staleVersion('mediation.mediator');
}

/** @throws DomainError mediation.unknown-area */
export async function mustKnowAreas(tx: Tx, areas: readonly string[]): Promise<void> {
  const known = await sql<{ code: string }>(
    tx,
    'SELECT DISTINCT region_code AS code FROM directory.organ WHERE region_code = ANY ($1::text[])',
    [areas],
  );
  const unknown = areas.filter((area) => !known.some(({ code }) => code === area));
  if (unknown.length > 0)
    throw wrong('mediation.unknown-area', { pointer: '#/areas', code: 'unknownArea', detail: '没有这个区域' });
}

/** @throws DomainError mediation.unknown-employer */
export async function mustKnowEmployers(tx: Tx, ids: readonly Id[]): Promise<void> {
  const known = await sql(tx, 'SELECT id FROM directory.organ WHERE id = ANY ($1::uuid[])', [ids]);
  if (known.length < ids.length)
    throw wrong('mediation.unknown-employer', {
      pointer: '#/formerOrganIds',
      code: 'unknownOrgan',
      detail: '没有这个单位',
    });
}

/** @throws DomainError mediation.bad-term */
export function mustBeTerm(from: CalendarDate, until: CalendarDate | null, field: string): void {
  if (until === null || until > from) return;
  throw wrong('mediation.bad-term', { pointer: `#/${field}`, code: 'badTerm', detail: '任期届满日应晚于任期起始日' });
}

function wrong(code: string, error: FieldError): DomainError {
  return new DomainError(code, { kind: 'invalid', detail: `${error.detail}。`, errors: [error] });
}

const INSERT = `INSERT INTO mediation.committee_profile
  (committee_id, level, kind, industry, matters, areas, contract_from, contract_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`;
const UPDATE = `UPDATE mediation.committee_profile SET level = $2, kind = $3, industry = $4, matters = $5, areas = $6,
  contract_from = $7, contract_until = $8, version = version + 1 WHERE committee_id = $1 AND version = $9 RETURNING 1`;
const INSERT_MEDIATOR = `INSERT INTO mediation.mediator_profile
  (person_id, expertise, languages, engagement, cap, term_from, term_until, former_organ_ids)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`;
const UPDATE_MEDIATOR = `UPDATE mediation.mediator_profile SET expertise = $2, languages = $3, engagement = $4, cap = $5,
  term_from = $6, term_until = $7, former_organ_ids = $8, version = version + 1
  WHERE person_id = $1 AND version = $9 RETURNING 1`;
