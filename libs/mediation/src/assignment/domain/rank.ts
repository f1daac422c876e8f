import type { Id } from '@app/kernel';
import type { Candidate, CandidateKind, Subject } from './candidate.js';
import { exclusionsOf, type ExclusionCode } from './exclusions.js';
import { FACTOR_CODES, FACTORS, type Factor } from './factors.js';
import type { Weights, WeightValues } from './weights.js';

/** A candidate in its place. All numbers are whole. */
export interface Ranked {
  readonly id: Id;
  /** 0: of the case's own committee, or no committee matters; 1: of the centre; 2: of another committee. */
  readonly tier: number;
  /** From 1; null if something stands against it. */
  readonly rank: number | null;
  /** Sum of weight times score. */
  readonly score: number;
  readonly factors: Readonly<Record<Factor, number>>;
  readonly exclusions: readonly ExclusionCode[];
}

/** Everything a ranking was made from, and what came out. */
export interface Ranking {
  readonly kind: CandidateKind;
  readonly subject: Subject;
  readonly candidates: readonly Candidate[];
  readonly weights: Weights;
  readonly ranked: readonly Ranked[];
}

/**
 * Candidates in their order: those against whom nothing stands, by tier, then score, then the lower load, then whoever
 * has waited longest for an assignment, then id; those who are excluded follow in the same order.
 */
export function rank(
  kind: CandidateKind,
  subject: Subject,
  candidates: readonly Candidate[],
  weights: Weights,
): Ranking {
  const judged = candidates.map((candidate) => ({ candidate, place: judge(subject, candidate, weights.values) }));
  judged.sort((a, b) => compare(a.place, b.place) || compareFacts(a.candidate, b.candidate));
  let next = 0;
  const ranked = judged.map(({ place }) => ({ ...place, rank: place.exclusions.length > 0 ? null : (next += 1) }));
  return { kind, subject, candidates, weights, ranked };
}

/** The first so many against whom nothing stands. */
export function firstOf(ranked: readonly Ranked[], count: number): Id[] {
  return ranked
    .filter((r) => r.rank !== null)
    .slice(0, count)
    .map((r) => r.id);
}

/** Those named are not the first so many of the ranking. */
export function isDeviation(ranked: readonly Ranked[], named: readonly Id[]): boolean {
  const first = firstOf(ranked, named.length);
  return named.some((id) => !first.includes(id));
}

function judge(subject: Subject, candidate: Candidate, weights: WeightValues): Omit<Ranked, 'rank'> {
  let score = 0;
  const factors = {} as Record<Factor, number>;
  for (const factor of FACTOR_CODES) {
    factors[factor] = FACTORS[factor].score(subject, candidate);
    score += weights[factor] * factors[factor];
  }
  return {
    id: candidate.id,
    tier: tierOf(subject, candidate),
    score,
    factors,
    exclusions: exclusionsOf(subject, candidate),
  };
}

function tierOf({ committeeId }: Subject, { committeeIds, centre }: Candidate): number {
  if (committeeId === null || committeeIds.includes(committeeId)) return 0;
  return centre ? 1 : 2;
}

function compare(a: Omit<Ranked, 'rank'>, b: Omit<Ranked, 'rank'>): number {
  const excluded = Number(a.exclusions.length > 0) - Number(b.exclusions.length > 0);
  return excluded || a.tier - b.tier || b.score - a.score;
}

function compareFacts(a: Candidate, b: Candidate): number {
  return a.load - b.load || order(a.lastAssignedOn ?? '', b.lastAssignedOn ?? '') || order(a.id, b.id);
}

/** By code units: the same on every machine, which a locale's order is not. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
