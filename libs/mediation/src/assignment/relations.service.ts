import { record } from '@app/audit';
import { HistorySentences, maySee, principalsOf } from '@app/cases';
import { Clock, DomainError, newId, notFound, personsOf, type Actor, type Id, type Page } from '@app/kernel';
import { Database, idempotently, send, sql, type Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RECUSAL_GROUNDS } from '../domain/facts.js';
import type {
  PartyExclusionRequest,
  PartyExclusionView,
  RelationListRequest,
  RelationRequest,
  RelationView,
} from './relations.dto.js';
import { CENTRE_ROLES, MediationCases } from './mediation-case.js';

/** What mediators declare of themselves, and whom parties do not want. */
@Injectable()
export class RelationsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly cases: MediationCases,
    private readonly clock: Clock,
    private readonly sentences: HistorySentences,
  ) {}

  onModuleInit(): void {
    this.sentences.register({
      'mediation.exclude-mediator': () => '登记：一方当事人不同意由一名调解员调解',
      'mediation.withdraw-exclusion': () => '登记：当事人不再排除一名调解员',
    });
  }

  /** Those of a mediator: to himself and the centre. */
  async list(actor: Actor, { personId, page, size }: RelationListRequest): Promise<Page<RelationView>> {
    mustBeHisOrCentre(actor, personId);
    const [items, [count]] = await Promise.all([
      this.database.read<RelationView>(`${VIEW} WHERE r.person_id = $1 ORDER BY r.id DESC LIMIT $2 OFFSET $3`, [
        personId,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>('SELECT count(*)::int AS n FROM mediation.relation WHERE person_id = $1', [
        personId,
      ]),
    ]);
    return { items: items.map(named), page, size, total: count!.n, totalIsCapped: false };
  }

  /**
   * Declares a relation, for oneself or by the centre.
   * @throws DomainError mediation.bad-relation, mediation.person.not-found, mediation.party.not-found
   */
  async declare(actor: Actor, request: RelationRequest, key?: string): Promise<RelationView> {
    mustBeHisOrCentre(actor, request.personId);
    const id = await this.database.transaction(async (tx) => {
      const made = await idempotently(tx, actor, key, request, newId(), (newOne) =>
        this.insert(tx, actor, request, newOne),
      );
      return made.id;
    });
    const [row] = await this.database.read<RelationView>(`${VIEW} WHERE r.id = $1`, [id]);
    return named(row!);
  }

  /** It was declared by mistake. @throws DomainError mediation.relation.not-found */
  async withdraw(actor: Actor, id: Id): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await sql<{ personId: Id }>(
        tx,
        `UPDATE mediation.relation SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL RETURNING person_id AS "personId"`,
        [id, this.clock.now()],
      );
      if (!row || !isHisOrCentre(actor, row.personId)) throw notFound('mediation.relation');
      record(tx, actor, { action: 'mediation.withdraw-relation', subjectType: 'relation', subjectId: id });
    });
  }

  async exclusionsOf(actor: Actor, caseId: Id): Promise<PartyExclusionView[]> {
    await this.database.transaction((tx) => this.cases.mustAssign(tx, actor, caseId));
    return this.database.read<PartyExclusionView>(`${EXCLUSIONS} WHERE x.case_id = $1 ORDER BY x.id`, [caseId]);
  }

  /**
   * A party does not want a mediator. The same twice is one.
   * @throws DomainError cases.case.not-found, mediation.party.not-found, mediation.mediator.not-found,
   *   mediation.already-excluded
   */
  async exclude(actor: Actor, caseId: Id, request: PartyExclusionRequest, key?: string): Promise<PartyExclusionView> {
    const { partyId, personId, reason } = request;
    const id = await this.database.transaction(async (tx) => {
      const { facts } = await this.cases.mustAssign(tx, actor, caseId);
      if (!facts.parties.some((party) => party.partyId === partyId)) throw notFound('mediation.party');
      const made = await idempotently(tx, actor, key, { caseId, ...request }, newId(), async (newOne) => {
        const [mediator] = await sql(
          tx,
          `SELECT 1 FROM directory.post WHERE person_id = $1 AND role = 'mediator' LIMIT 1`,
          [personId],
        );
        if (!mediator) throw notFound('mediation.mediator');
        const inserted = await sql(tx, EXCLUDE, [newOne, caseId, partyId, personId, reason, actor.personId]);
        if (inserted.length === 0) throw alreadyExcluded();
        this.noteExclusion(tx, actor, facts, 'mediation.exclude-mediator', { partyId, personId });
      });
      return made.id;
    });
    const [row] = await this.database.read<PartyExclusionView>(`${EXCLUSIONS} WHERE x.id = $1`, [id]);
    return row!;
  }

  /** The party has nothing against him any more. @throws DomainError mediation.exclusion.not-found */
  async withdrawExclusion(actor: Actor, caseId: Id, id: Id): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { facts } = await this.cases.mustAssign(tx, actor, caseId);
      const [row] = await sql<{ personId: Id }>(tx, WITHDRAW, [id, caseId, this.clock.now()]);
      if (!row) throw notFound('mediation.exclusion');
      this.noteExclusion(tx, actor, facts, 'mediation.withdraw-exclusion', row);
    });
  }

  private async insert(tx: Tx, actor: Actor, request: RelationRequest, id: Id): Promise<void> {
    const { personId, partyId = null, organId = null, kind, explanation, fromOn, untilOn = null } = request;
    if ((partyId === null) === (organId === null)) throw bad('#/partyId', '请填写当事人或者单位之一');
    if (untilOn !== null && untilOn <= fromOn) throw bad('#/untilOn', '终止日应晚于起始日');
    if (partyId !== null && !(await partyVisible(tx, actor, partyId))) throw notFound('mediation.party');
    const [known] = await sql<{ person: boolean; organ: boolean }>(tx, KNOWN, [personId, organId]);
    if (!known!.person) throw notFound('mediation.person');
    if (!known!.organ) throw notFound('mediation.organ');
    send(
      tx,
      `INSERT INTO mediation.relation (id, person_id, party_id, organ_id, kind, explanation, from_on, until_on, declared_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, personId, partyId, organId, kind, explanation, fromOn, untilOn, actor.personId],
    );
    record(tx, actor, {
      action: 'mediation.declare-relation',
      subjectType: 'relation',
      subjectId: id,
      detail: { personId, kind, to: partyId === null ? 'organ' : 'party', fromOn, untilOn },
    });
  }

  private noteExclusion(
    tx: Tx,
    actor: Actor,
    { caseId, disputeId }: { caseId: Id; disputeId: Id },
    action: string,
    detail: Record<string, unknown>,
  ): void {
    record(tx, actor, { action, subjectType: 'case', subjectId: caseId, scopeId: disputeId, detail });
  }
}

async function partyVisible(tx: Tx, actor: Actor, partyId: Id): Promise<boolean> {
  const rows = await sql(tx, `SELECT 1 FROM cases.party p WHERE p.id = $1 AND ${maySee('p.dispute_id', '$2', '$3')}`, [
    partyId,
    principalsOf(actor),
    actor.personId,
  ]);
  return rows.length > 0;
}

function isHisOrCentre(actor: Actor, personId: Id): boolean {
  return personsOf(actor).includes(personId) || actor.posts.some((post) => CENTRE_ROLES.includes(post.role));
}

function mustBeHisOrCentre(actor: Actor, personId: Id): void {
  if (isHisOrCentre(actor, personId)) return;
  throw new DomainError('mediation.not-yours', {
    kind: 'forbidden',
    detail: '只能申报、查看本人的关系；其他的由调解中心办理。',
  });
}

function bad(pointer: string, detail: string): DomainError {
  return new DomainError('mediation.bad-relation', {
    kind: 'invalid',
    detail: `${detail}。`,
    errors: [{ pointer, code: 'badRelation', detail }],
  });
}

function alreadyExcluded(): DomainError {
  return new DomainError('mediation.already-excluded', { kind: 'conflict', detail: '该当事人已排除这名调解员。' });
}

function named(row: RelationView): RelationView {
  return { ...row, kindName: RECUSAL_GROUNDS[row.kind as keyof typeof RECUSAL_GROUNDS] };
}

const KNOWN = `SELECT EXISTS (SELECT 1 FROM directory.post WHERE person_id = $1 AND role = 'mediator') AS person,
  ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM directory.organ WHERE id = $2)) AS organ`;
const VIEW = `SELECT r.id, r.person_id AS "personId", r.party_id AS "partyId", r.organ_id AS "organId", o.name AS "organName",
    r.kind, r.explanation, r.from_on AS "fromOn", r.until_on AS "untilOn", r.withdrawn_at IS NOT NULL AS withdrawn
  FROM mediation.relation r LEFT JOIN directory.organ o ON o.id = r.organ_id`;
const EXCLUDE = `INSERT INTO mediation.party_exclusion (id, case_id, party_id, person_id, reason, created_by)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (case_id, party_id, person_id) WHERE withdrawn_at IS NULL DO NOTHING RETURNING 1`;
const WITHDRAW = `UPDATE mediation.party_exclusion SET withdrawn_at = $3
  WHERE id = $1 AND case_id = $2 AND withdrawn_at IS NULL RETURNING person_id AS "personId", party_id AS "partyId"`;
const EXCLUSIONS = `SELECT x.id, x.party_id AS "partyId", x.person_id AS "personId", n.name AS "personName", x.reason,
    x.created_at AS "createdAt", x.withdrawn_at IS NOT NULL AS withdrawn
  FROM mediation.party_exclusion x JOIN directory.person n ON n.id = x.person_id`;
