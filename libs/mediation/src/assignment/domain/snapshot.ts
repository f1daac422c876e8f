import type { Id } from '@app/kernel';
import type { Candidate, CandidateKind, Subject } from './candidate.js';
import { rank, type Ranked, type Ranking } from './rank.js';
import type { Weights } from './weights.js';

/** What an assignment was decided on, kept with it; from this alone the ranking can be made again. */
export interface Snapshot {
  readonly kind: CandidateKind;
  readonly subject: Subject;
  readonly candidates: readonly Candidate[];
  readonly weights: Weights;
  readonly ranking: readonly KeptPlace[];
}

/** A place as it is kept: what the factors were follows from the facts. */
export interface KeptPlace {
  readonly id: Id;
  readonly rank: number | null;
  readonly score: number;
  readonly exclusions: readonly string[];
}

export function snapshotOf({ kind, subject, candidates, weights, ranked }: Ranking): Snapshot {
  return { kind, subject, candidates, weights, ranking: ranked.map(kept) };
}

/** The ranking made again from what was kept, and whether it is the one that was kept. */
export function replay(snapshot: Snapshot): { ranking: Ranking; identical: boolean } {
  const { kind, subject, candidates, weights } = snapshot;
  const ranking = rank(kind, subject, candidates, weights);
  const again = ranking.ranked.map(kept);
  return { ranking, identical: again.length === snapshot.ranking.length && again.every(sameAs(snapshot.ranking)) };
}

function kept({ id, rank: place, score, exclusions }: Ranked): KeptPlace {
  return { id, rank: place, score, exclusions };
}

function sameAs(before: readonly KeptPlace[]): (place: KeptPlace, at: number) => boolean {
  return ({ id, rank: place, score, exclusions }, at) => {
    const then = before[at]!;
    return (
      then.id === id && then.rank === place && then.score === score && then.exclusions.join() === exclusions.join()
    );
  };
}
