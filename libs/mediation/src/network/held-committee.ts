import { notFound, staleVersion, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { CommitteeKind } from './domain/codes.js';

/** A committee whose profile is locked. */
export interface HeldCommittee {
  organVersion: number;
  isCentre: boolean;
  kind: CommitteeKind | null;
  contractFrom: CalendarDate | null;
  contractUntil: CalendarDate | null;
  version: number;
}

/**
 * The committee, with its profile locked; of the version that was read, if one is given.
 * @throws DomainError mediation.committee.not-found, mediation.committee.stale-version
 */
export async function holdCommittee(tx: Tx, id: Id, today: CalendarDate, version?: number): Promise<HeldCommittee> {
  await sql(tx, 'SELECT 1 FROM mediation.committee_profile WHERE committee_id = $1 FOR UPDATE', [id]);
  const [held] = await sql<HeldCommittee>(tx, HELD, [id, today]);
  if (!held) throw notFound('mediation.committee');
  if (version !== undefined && version !== held.version) throw staleVersion('mediation.committee');
  return held;
}

/** What has ended is no longer changed. */
const HELD = `SELECT o.version AS "organVersion", o.kind = 'MEDIATION_CENTRE' AS "isCentre", c.kind,
    c.contract_from AS "contractFrom", c.contract_until AS "contractUntil", coalesce(c.version, 0) AS version
  FROM directory.organ o LEFT JOIN mediation.committee_profile c ON c.committee_id = o.id
  WHERE o.id = $1 AND o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
    AND (o.valid_until IS NULL OR o.valid_until > $2)`;
