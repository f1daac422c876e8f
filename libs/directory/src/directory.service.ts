import type { CalendarDate, Id, RoleCode } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { OrganKind } from './domain/organ-kinds.js';
import { answeringOn } from './domain/validity.js';

/** An organ as other libs see it. */
export interface OrganRecord {
  id: Id;
  code: string;
  name: string;
  shortName: string;
  kind: OrganKind;
  parentId: Id | null;
  regionCode: string | null;
  hasAuthorisation: boolean;
  authorisationBasis: string | null;
  validFrom: CalendarDate;
  validUntil: CalendarDate | null;
  successorId: Id | null;
  sortOrder: number;
  version: number;
}

/** A post held on the day asked for. */
export interface PostRecord {
  id: Id;
  personId: Id;
  personName: string;
  organId: Id;
  role: RoleCode;
  title: string;
}

/**
 * Questions about organs, people and posts. Everything has dates: one asks for a day. Whoever asks within a transaction
 * must pass it: a second connection beside the one he holds would have all wait for each other once the pool is in use.
 */
@Injectable()
export class DirectoryService {
  constructor(private readonly database: Database) {}

  async organ(id: Id, tx?: Tx): Promise<OrganRecord | undefined> {
    const [row] = await this.ask<OrganRecord>(tx, `${ORGAN} WHERE o.id = $1`, [id]);
    return row;
  }

  /** Organs that exist on a day, in their official order. */
  async organsValidOn(
    on: CalendarDate,
    filter: { kinds?: readonly OrganKind[] } = {},
    tx?: Tx,
  ): Promise<OrganRecord[]> {
    return this.ask<OrganRecord>(
      tx,
      `${ORGAN} WHERE o.valid_from <= $1 AND (o.valid_until IS NULL OR $1 < o.valid_until)
         AND ($2::text[] IS NULL OR o.kind = ANY($2)) ORDER BY o.sort_order, o.id`,
      [on, filter.kinds ?? null],
    );
  }

  /** The organ that on a day had this name or short name. */
  async findOrganByName(name: string, on: CalendarDate, tx?: Tx): Promise<OrganRecord | undefined> {
    const [row] = await this.ask<OrganRecord>(
      tx,
      `${ORGAN} WHERE (o.name = $1 OR o.short_name = $1) AND o.kind <> 'MEDIATION_COMMITTEE'
         AND o.valid_from <= $2 AND (o.valid_until IS NULL OR $2 < o.valid_until) ORDER BY o.sort_order LIMIT 1`,
      [name, on],
    );
    return row;
  }

  /** Organs that ever had one of these names or short names; the caller looks at the dates. */
  async named(names: readonly string[], tx?: Tx): Promise<OrganRecord[]> {
    return this.ask<OrganRecord>(
      tx,
      `${ORGAN} WHERE (o.name = ANY($1::text[]) OR o.short_name = ANY($1::text[])) AND o.kind <> 'MEDIATION_COMMITTEE'
       ORDER BY o.sort_order`,
      [names],
    );
  }

  /**
   * The organ that answers on a day for what another did before: itself, or who continues its functions
   * (复议法 2023 第19条第5款).
   */
  async successorOf(organId: Id, on: CalendarDate, tx?: Tx): Promise<OrganRecord | null> {
    const chain = await this.ask<OrganRecord>(
      tx,
      `WITH RECURSIVE chain AS (
         SELECT id, successor_id FROM directory.organ WHERE id = $1
         UNION SELECT n.id, n.successor_id FROM directory.organ n JOIN chain c ON n.id = c.successor_id)
       ${ORGAN} WHERE o.id IN (SELECT id FROM chain)`,
      [organId],
    );
    const byId = new Map(chain.map((o) => [o.id, o]));
    const organ = byId.get(organId);
    return organ ? answeringOn(organ, on, (id) => byId.get(id)) : null;
  }

  /** Who holds a role on a day, in the official order; in one organ, if given. */
  async postsOf(role: RoleCode | readonly RoleCode[], on: CalendarDate, organId?: Id, tx?: Tx): Promise<PostRecord[]> {
    return this.ask<PostRecord>(
      tx,
      `${POST} WHERE p.role = ANY($1::text[]) AND ${HELD_ON} AND ($3::uuid IS NULL OR p.organ_id = $3) ORDER BY p.sort_order, p.id`,
      [typeof role === 'string' ? [role] : role, on, organId ?? null],
    );
  }

  /** Persons who held any post in an organ on or after a day: earlier employment speaks against impartiality. */
  async workedIn(organIds: readonly Id[], since: CalendarDate, tx?: Tx): Promise<Id[]> {
    const rows = await this.ask<{ personId: Id }>(
      tx,
      `SELECT DISTINCT person_id AS "personId" FROM directory.post
       WHERE organ_id = ANY($1::uuid[]) AND (valid_until IS NULL OR valid_until > $2)`,
      [organIds, since],
    );
    return rows.map((r) => r.personId);
  }

  /** Who is above an officer of an organ: the head of the section, then of the institution. */
  async headsOf(organId: Id, on: CalendarDate, tx?: Tx): Promise<PostRecord[]> {
    const roles: RoleCode[] = ['dept_head', 'institution_head', 'centre_manager', 'committee_chair', 'unit_leader'];
    return this.ask<PostRecord>(
      tx,
      `${POST} WHERE p.organ_id = $1 AND ${HELD_ON} AND p.role = ANY($3::text[]) ORDER BY p.sort_order, p.id`,
      [organId, on, roles],
    );
  }

  /** The mediation committees of a day. */
  async committees(on: CalendarDate, tx?: Tx): Promise<OrganRecord[]> {
    return this.organsValidOn(on, { kinds: ['MEDIATION_COMMITTEE'] }, tx);
  }

  /** The mediators of a day; `committeeId` is null for the centre's own, who serve any case. */
  async roster(on: CalendarDate, tx?: Tx): Promise<{ personId: Id; personName: string; committeeId: Id | null }[]> {
    return this.ask(
      tx,
      `SELECT p.person_id AS "personId", n.name AS "personName",
              CASE WHEN o.kind = 'MEDIATION_COMMITTEE' THEN o.id END AS "committeeId"
       FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id JOIN directory.person n ON n.id = p.person_id
       WHERE p.role = 'mediator' AND p.valid_from <= $1 AND (p.valid_until IS NULL OR $1 < p.valid_until)
       ORDER BY o.sort_order, p.sort_order, p.id`,
      [on],
    );
  }

  /** Names of persons and organs by id, in one question. */
  async names(ids: readonly Id[], tx?: Tx): Promise<Map<Id, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.ask<{ id: Id; name: string }>(
      tx,
      `SELECT id, name FROM directory.person WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, name FROM directory.organ WHERE id = ANY($1::uuid[])`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((r) => [r.id, r.name]));
  }

  /** Who is away on a day, and who stands in for each; `coverId` is null where nobody does. */
  async absentOn(on: CalendarDate, tx?: Tx): Promise<{ personId: Id; coverId: Id | null }[]> {
    return this.ask(
      tx,
      `SELECT person_id AS "personId", cover_id AS "coverId" FROM directory.absence
       WHERE cancelled_at IS NULL AND from_on <= $1 AND $1 < until_on ORDER BY person_id`,
      [on],
    );
  }

  private async ask<R>(tx: Tx | undefined, text: string, values: unknown[]): Promise<R[]> {
    return tx ? sql<R>(tx, text, values) : this.database.read<R>(text, values);
  }
}

export const ORGAN = `SELECT o.id, o.code, o.name, o.short_name AS "shortName", o.kind, o.parent_id AS "parentId",
  o.region_code AS "regionCode", o.has_authorisation AS "hasAuthorisation", o.authorisation_basis AS "authorisationBasis", o.valid_from AS "validFrom",
  o.valid_until AS "validUntil", o.successor_id AS "successorId", o.sort_order AS "sortOrder", o.version
  FROM directory.organ o`;
const POST = `SELECT p.id, p.person_id AS "personId", n.name AS "personName", p.organ_id AS "organId", p.role, p.title
  FROM directory.post p JOIN directory.person n ON n.id = p.person_id`;
const HELD_ON = 'p.valid_from <= $2 AND (p.valid_until IS NULL OR $2 < p.valid_until)';
