import { record } from '@app/audit';
import { OrgansEditor } from '@app/directory';
import { Clock, DomainError, newId, notFound, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mustGoTogether } from './domain/committee-rules.js';
import type {
  ChangeCommitteeRequest,
  CommitteeProfileRequest,
  CreateCommitteeRequest,
  EndCommitteeRequest,
} from './committees.dto.js';
import type { ChangeMediatorRequest, MediatorProfileRequest } from './mediators.dto.js';
import { holdCommittee, type HeldCommittee } from './held-committee.js';
import { mustBeIdle } from './open-work.js';
import {
  mustBeTerm,
  mustKnowAreas,
  mustKnowEmployers,
  saveCommittee,
  saveMediator,
  type CommitteeProfileContent,
  type MediatorProfileContent,
} from './profile.store.js';

/** After everything the directory ranks by hand. */
const LAST = 5000;

/** Founding, changing and ending committees, and what mediators can do. */
@Injectable()
export class NetworkEditor {
  constructor(
    private readonly database: Database,
    private readonly organs: OrgansEditor,
    private readonly clock: Clock,
  ) {}

  /**
   * The organ and its profile in one.
   * @throws DomainError mediation.bad-committee, mediation.unknown-area, and what {@link OrgansEditor.create} throws
   */
  async createCommittee(actor: Actor, request: CreateCommitteeRequest, key?: string): Promise<Id> {
    const profile = profileOf(request);
    mustGoTogether(profile);
    return this.database.transaction(async (tx) => {
      const { id } = await idempotently(tx, actor, key, request, newId(), (committeeId) =>
        this.createCommitteeIn(tx, actor, committeeId, request, profile),
      );
      return id;
    });
  }

  /** The same within a transaction. */
  async createCommitteeIn(
    tx: Tx,
    actor: Actor,
    id: Id,
    organ: Pick<CreateCommitteeRequest, 'code' | 'name' | 'shortName' | 'validFrom' | 'parentId'>,
    profile: CommitteeProfileContent,
  ): Promise<void> {
    const { code, name, shortName, validFrom } = organ;
    const parentId = organ.parentId ?? (await this.centre(tx));
    const body = { code, name, shortName, validFrom, hasAuthorisation: false, sortOrder: LAST };
    await this.organs.createIn(
      tx,
      actor,
      { ...body, kind: 'MEDIATION_COMMITTEE', ...(parentId ? { parentId } : {}) },
      id,
    );
    await this.saveProfile(tx, actor, id, profile, 0);
  }

  /**
   * What the committee is for, and if the request says so what it is called.
   * @throws DomainError mediation.committee.not-found, mediation.committee.stale-version, mediation.bad-committee,
   *   mediation.unknown-area, mediation.centre-is-fixed, mediation.committee-has-work, directory.name-taken
   */
  async changeCommittee(actor: Actor, id: Id, request: ChangeCommitteeRequest): Promise<void> {
    const profile = profileOf(request);
    mustGoTogether(profile);
    await this.database.transaction(async (tx) => {
      const held = await holdCommittee(tx, id, this.clock.today(), request.version);
      if (held.isCentre) throw centreIsFixed();
      await this.changeCommitteeIn(tx, actor, id, request, profile, held);
    });
  }

  /** The same within a transaction, on a committee as it was read in it. */
  async changeCommitteeIn(
    tx: Tx,
    actor: Actor,
    id: Id,
    { name, shortName }: { name?: string; shortName?: string },
    profile: CommitteeProfileContent,
    held: Pick<HeldCommittee, 'organVersion' | 'version' | 'contractUntil'>,
  ): Promise<void> {
    if (name !== undefined || shortName !== undefined) {
      const change = { version: held.organVersion, ...(name === undefined ? {} : { name }) };
      await this.organs.changeIn(tx, actor, id, { ...change, ...(shortName === undefined ? {} : { shortName }) });
    }
    if (this.endsNow(profile.contractUntil) && profile.contractUntil !== held.contractUntil)
      await mustBeIdle(tx, actor, id, profile.contractUntil!);
    await this.saveProfile(tx, actor, id, profile, held.version);
  }

  /**
   * Ends a contract, or the committee. One that is over today or earlier must have no open work; a later day may be
   * agreed while it still has some.
   * @throws DomainError mediation.committee.not-found, mediation.committee.stale-version, mediation.centre-is-fixed,
   *   mediation.not-under-contract, mediation.committee-has-work, and what {@link OrgansEditor.end} throws
   */
  async endCommittee(actor: Actor, id: Id, request: EndCommitteeRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const held = await holdCommittee(tx, id, this.clock.today(), request.version);
      if (held.isCentre) throw centreIsFixed();
      if (this.endsNow(request.until)) await mustBeIdle(tx, actor, id, request.until);
      if (request.what === 'CONTRACT') return this.endContract(tx, actor, id, request, held);
      const { until: validUntil, reason, withDependants = false } = request;
      await this.organs.endIn(tx, actor, id, { version: held.organVersion, validUntil, reason, withDependants });
    });
  }

  /**
   * What a mediator can do.
   * @throws DomainError mediation.mediator.not-found, mediation.mediator.stale-version, mediation.bad-term,
   *   mediation.unknown-employer
   */
  async changeMediator(actor: Actor, personId: Id, request: ChangeMediatorRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [mediator] = await sql(tx, MEDIATOR, [personId, this.clock.today()]);
      if (!mediator) throw notFound('mediation.mediator');
      await this.saveMediatorIn(tx, actor, personId, mediatorOf(request), request.version);
    });
  }

  /** The same within a transaction. */
  async saveMediatorIn(
    tx: Tx,
    actor: Actor,
    personId: Id,
    profile: MediatorProfileContent,
    version: number,
  ): Promise<void> {
    mustBeTerm(profile.termFrom, profile.termUntil, 'termUntil');
    await mustKnowEmployers(tx, profile.formerOrganIds);
    await saveMediator(tx, personId, profile, version);
    record(tx, actor, {
      action: 'mediation.change-mediator',
      subjectType: 'person',
      subjectId: personId,
      detail: { ...profile },
    });
  }

  private endsNow(until: CalendarDate | null): boolean {
    return until !== null && until <= this.clock.today();
  }

  private async endContract(tx: Tx, actor: Actor, id: Id, { until, reason }: EndCommitteeRequest, held: HeldCommittee) {
    if (held.contractFrom === null || until <= held.contractFrom) {
      throw new DomainError('mediation.not-under-contract', {
        kind: 'invalid',
        detail: held.contractFrom === null ? '该调委会没有合同。' : '合同终止日应晚于起始日。',
        errors: [{ pointer: '#/until', code: 'notUnderContract', detail: '合同终止日不正确' }],
      });
    }
    await sql(
      tx,
      'UPDATE mediation.committee_profile SET contract_until = $2, version = version + 1 WHERE committee_id = $1',
      [id, until],
    );
    record(tx, actor, {
      action: 'mediation.end-contract',
      subjectType: 'organ',
      subjectId: id,
      detail: { until, reason, before: held.contractUntil },
    });
  }

  private async saveProfile(tx: Tx, actor: Actor, id: Id, profile: CommitteeProfileContent, version: number) {
    await mustKnowAreas(tx, profile.areas);
    await saveCommittee(tx, id, profile, version);
    record(tx, actor, {
      action: 'mediation.change-committee',
      subjectType: 'organ',
      subjectId: id,
      detail: { ...profile },
    });
  }

  private async centre(tx: Tx): Promise<Id | undefined> {
    const [centre] = await sql<{ id: Id }>(
      tx,
      `SELECT id FROM directory.organ WHERE kind = 'MEDIATION_CENTRE' AND (valid_until IS NULL OR valid_until > $1)
       ORDER BY sort_order LIMIT 1`,
      [this.clock.today()],
    );
    return centre?.id;
  }
}

function profileOf(request: CommitteeProfileRequest): CommitteeProfileContent {
  const { level, kind, industry = null, matters, areas, contractFrom = null, contractUntil = null } = request;
  return { level, kind, industry, matters, areas, contractFrom, contractUntil };
}

function mediatorOf(request: MediatorProfileRequest): MediatorProfileContent {
  const { expertise, languages, engagement, cap, termFrom, termUntil = null, formerOrganIds = [] } = request;
  return { expertise, languages, engagement, cap, termFrom, termUntil, formerOrganIds };
}

function centreIsFixed(): DomainError {
  return new DomainError('mediation.centre-is-fixed', {
    kind: 'refused',
    detail: '区调解中心不在此处变更，请由系统管理员在机关目录中维护。',
  });
}

const MEDIATOR = `SELECT 1 FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id
  WHERE p.person_id = $1 AND p.role = 'mediator' AND p.valid_from <= $2 AND o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
    AND (p.valid_until IS NULL OR p.valid_until > $2) LIMIT 1`;
