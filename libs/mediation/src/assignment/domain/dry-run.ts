import type { CalendarDate, Id } from '@app/kernel';
import type { Candidate } from './candidate.js';
import { MAJOR_TIMES, ORDINARY } from './case-weight.js';
import { fairness, type Share } from './fairness.js';
import { firstOf, rank } from './rank.js';
import type { Snapshot } from './snapshot.js';
import type { Weights } from './weights.js';

/** An assignment of the period, as it was made. */
export interface PastAssignment extends Snapshot {
  readonly id: Id;
  readonly chosen: readonly Id[];
  readonly major: boolean;
  /** The first day on which the case was no longer open; null if it still is. */
  readonly closedOn: CalendarDate | null;
}

export interface DryRun {
  readonly assignments: number;
  /** Assignments that would have gone to somebody else. */
  readonly others: {
    readonly id: Id;
    readonly caseId: Id;
    readonly got: readonly Id[];
    readonly wouldGet: readonly Id[];
  }[];
  /** What each got in the period, weighted, and would have got. */
  readonly shares: { readonly id: Id; readonly cap: number; readonly before: number; readonly after: number }[];
  /** Thousandths; see {@link fairness}. */
  readonly fairnessBefore: number;
  readonly fairnessAfter: number;
}

interface Move {
  readonly from: readonly Id[];
  readonly to: readonly Id[];
  readonly weight: number;
  readonly closedOn: CalendarDate | null;
}

/**
 * Who would have got the assignments of a period by other weights. Each is ranked on the facts of its day, with loads as
 * they would have been: what earlier ones would have given to others, as long as those cases were open. Where nobody
 * could have been named it stays as it was. Pure; changes nothing.
 */
export function dryRun(past: readonly PastAssignment[], weights: Weights): DryRun {
  const moves: Move[] = [];
  const others: DryRun['others'] = [];
  const shares = new Map<Id, { cap: number; before: number; after: number }>();
  for (const each of past) {
    const { subject, chosen, kind, major, closedOn } = each;
    const candidates = each.candidates.map((c) => shifted(c, moves, subject.on));
    const first = firstOf(rank(kind, subject, candidates, weights).ranked, chosen.length);
    const wouldGet = first.length === chosen.length ? first : chosen;
    const weight = ORDINARY * (major ? MAJOR_TIMES : 1);
    for (const { id, cap } of candidates) count(shares, id, cap, 0, 0);
    for (const id of chosen) count(shares, id, 0, weight, 0);
    for (const id of wouldGet) count(shares, id, 0, 0, weight);
    if (wouldGet.some((id) => !chosen.includes(id))) {
      moves.push({ from: chosen, to: wouldGet, weight, closedOn });
      others.push({ id: each.id, caseId: subject.caseId, got: chosen, wouldGet });
    }
  }
  const rows = [...shares].map(([id, share]) => ({ id, ...share }));
  const figure = (of: 'before' | 'after') => fairness(rows.map((r): Share => ({ load: r[of], cap: r.cap })));
  return {
    assignments: past.length,
    others,
    shares: rows.sort((a, b) => b.after - a.after || (a.id < b.id ? -1 : 1)),
    fairnessBefore: figure('before'),
    fairnessAfter: figure('after'),
  };
}

function shifted(candidate: Candidate, moves: readonly Move[], on: CalendarDate): Candidate {
  let [load, openCases] = [candidate.load, candidate.openCases];
  for (const { from, to, weight, closedOn } of moves) {
    if (closedOn !== null && closedOn <= on) continue;
    const more = Number(to.includes(candidate.id)) - Number(from.includes(candidate.id));
    load += more * weight;
    openCases += more;
  }
  return { ...candidate, load: Math.max(0, load), openCases: Math.max(0, openCases) };
}

function count(
  shares: Map<Id, { cap: number; before: number; after: number }>,
  id: Id,
  cap: number,
  before: number,
  after: number,
): void {
  const share = shares.get(id) ?? { cap: 0, before: 0, after: 0 };
  shares.set(id, { cap: Math.max(cap, share.cap), before: share.before + before, after: share.after + after });
}
