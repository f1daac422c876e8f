import { CaseEngine, findCase } from '@app/cases';
import { DomainError, notFound, ROLES, type Actor, type CalendarDate, type Id, type RoleCode } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MediationFacts } from '../domain/facts.js';

export interface MediationAtHand {
  readonly facts: MediationFacts;
  readonly roles: ReadonlySet<RoleCode>;
  readonly version: number;
  readonly state: string;
  readonly number: string;
  readonly today: CalendarDate;
}

export const CENTRE_ROLES: readonly RoleCode[] = ['centre_staff', 'centre_manager'];

/** The mediation somebody is to be found for, and whether the actor may look. */
@Injectable()
export class MediationCases {
  constructor(private readonly engine: CaseEngine) {}

  /** @throws DomainError cases.case.not-found if the actor may not see it, or it is no mediation */
  async load(tx: Tx, actor: Actor, caseId: Id): Promise<MediationAtHand> {
    const row = await findCase(tx, actor, caseId);
    if (row.procedure !== 'mediation') throw notFound('cases.case');
    const { facts, roles, today } = await this.engine.load(tx, actor, row);
    const { version, state, number } = row;
    return { facts: facts as MediationFacts, roles, version, state, number, today };
  }

  /** The same for the centre and the chair of the case's committee. @throws DomainError cases.role-required */
  async mustAssign(tx: Tx, actor: Actor, caseId: Id): Promise<MediationAtHand> {
    const found = await this.load(tx, actor, caseId);
    const may: readonly RoleCode[] = [...CENTRE_ROLES, 'committee_chair'];
    if (may.some((role) => found.roles.has(role))) return found;
    throw new DomainError('cases.role-required', {
      kind: 'forbidden',
      detail: `推荐人选由${may.map((role) => ROLES[role]).join('、')}查看。`,
      params: { roles: may },
    });
  }
}
