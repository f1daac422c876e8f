import { DirectoryService } from '@app/directory';
import { DomainError, ROLES, type Actor, type Id, type Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CandidateListRequest, CandidateView } from './candidates.dto.js';
import type { Candidate } from './domain/candidate.js';
import { EXCLUSIONS, type ExclusionRule } from './domain/exclusions.js';
import { FACTOR_CODES, FACTORS } from './domain/factors.js';
import type { Ranked, Ranking } from './domain/rank.js';
import { CENTRE_ROLES, MediationCases } from './mediation-case.js';
import { Rankings } from './rankings.js';

/** Whom a mediation can be given to, and why in this order. */
@Injectable()
export class CandidateQueries {
  constructor(
    private readonly database: Database,
    private readonly cases: MediationCases,
    private readonly rankings: Rankings,
    private readonly directory: DirectoryService,
  ) {}

  /** The centre sees committees and all mediators; the chair of the committee its own mediators. */
  async list(actor: Actor, caseId: Id, request: CandidateListRequest): Promise<Page<CandidateView>> {
    const { page, size, kind, language, keyword = '' } = request;
    const ranking = await this.database.transaction(async (tx) => {
      const { facts, roles, today } = await this.cases.mustAssign(tx, actor, caseId);
      const centre = CENTRE_ROLES.some((role) => roles.has(role));
      if (!centre && kind === 'COMMITTEE') throw onlyCentre();
      const all = await this.rankings.make(tx, kind, facts, today, language);
      return centre ? all : { ...all, ranked: all.ranked.filter((r) => r.tier === 0) };
    });
    const names = await this.directory.names(ranking.ranked.map((r) => r.id));
    const named = ranking.ranked.filter((r) => (names.get(r.id) ?? '').includes(keyword));
    const shown = named.slice((page - 1) * size, page * size);
    const byId = new Map(ranking.candidates.map((c) => [c.id, c]));
    const items = shown.map((r) => candidateView(r, byId.get(r.id)!, names.get(r.id) ?? '', ranking));
    return { items, page, size, total: named.length, totalIsCapped: false };
  }
}

function onlyCentre(): DomainError {
  return new DomainError('cases.role-required', { kind: 'forbidden', detail: '推荐调委会由调解中心查看。' });
}

/** A place in words: each factor with what it gave, each exclusion with its article. */
export function candidateView(ranked: Ranked, candidate: Candidate, name: string, { weights }: Ranking): CandidateView {
  const { id, rank, score, tier, factors, exclusions } = ranked;
  const { openCases, cap, load, lastAssignedOn, handledBefore } = candidate;
  return {
    ...{ id, name, rank, tier, score, openCases, cap, load, lastAssignedOn, handledBefore },
    factors: FACTOR_CODES.map((code) => ({
      code,
      name: FACTORS[code].name,
      score: factors[code],
      weight: weights.values[code],
      points: factors[code] * weights.values[code],
    })),
    exclusions: exclusions.map((code) => {
      const rule: ExclusionRule = EXCLUSIONS[code];
      const { name: reason, article, conflict, waivedByChoice } = rule;
      return { code, reason, article, conflict, waivedByChoice, overriddenBy: rule.overriddenBy.map((r) => ROLES[r]) };
    }),
  };
}
