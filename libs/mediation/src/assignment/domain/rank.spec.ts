import { ID, TODAY } from '../../domain/example-facts.js';
import type { Candidate, Subject } from './candidate.js';
import { exampleCandidate, exampleSubject, WEIGHTS } from './example-ranking.js';
import { conflictsAmong, EXCLUSIONS, exclusionsOf, standing, type ExclusionCode } from './exclusions.js';
import { FACTORS, type Factor } from './factors.js';
import { fairness } from './fairness.js';
import { firstOf, isDeviation, rank } from './rank.js';
import { replay, snapshotOf } from './snapshot.js';
import { dryRun, type PastAssignment } from './dry-run.js';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const C = '00000000-0000-7000-8000-00000000000c';
const order = (...candidates: Candidate[]) =>
  rank('MEDIATOR', exampleSubject(), candidates, WEIGHTS).ranked.map((r) => r.id);

it.each<[Factor, Partial<Subject>, Partial<Candidate>, number]>([
  ['matter', {}, { subjects: ['PENALTY'] }, 100],
  ['matter', {}, { subjects: ['TOWN'] }, 80],
  ['matter', {}, { allSubjects: true }, 50],
  ['matter', {}, { subjects: ['MARKET'] }, 0],
  ['area', {}, { areas: ['330110005'] }, 100],
  ['area', {}, { areas: [] }, 50],
  ['area', {}, { areas: ['330110006'] }, 0],
  ['load', {}, { load: 0, cap: 20 }, 100],
  ['load', {}, { load: 99, cap: 20 }, 51],
  ['load', {}, { load: 200, cap: 20 }, 0],
  ['load', {}, { load: 500, cap: 20 }, 0],
  ['load', {}, { load: 0, cap: 0 }, 0],
  ['continuity', {}, { handledBefore: 2 }, 100],
  ['continuity', {}, {}, 0],
  ['language', {}, { languages: [] }, 100],
  ['language', { language: 'WU' }, { languages: ['WU'] }, 100],
  ['language', { language: 'WU' }, {}, 0],
  ['availability', {}, {}, 100],
  ['availability', {}, { endsOn: '2026-12-24' }, 50],
  ['availability', {}, { endsOn: '2026-12-25' }, 100],
  ['availability', {}, { absent: true }, 0],
])('%s of %j for %j is %i', (factor, subject, candidate, score) => {
  expect(FACTORS[factor].score(exampleSubject(subject), exampleCandidate(A, candidate))).toBe(score);
});

const STANDS: Record<ExclusionCode, [Partial<Candidate>, Partial<Subject>?]> = {
  RESPONDENT_ORGAN: [{ organIds: [ID.bureau] }],
  PEOPLES_ONLY: [{ peoples: true }],
  RECONSIDERATION_OFFICER: [{ reconsiders: true }],
  REPLACED: [{ replaced: true }],
  SHUT_OUT: [{ shutOut: true }],
  TERM_OVER: [{ termOver: true }],
  CONTRACT_OVER: [{ contractOver: true }],
  SERVING: [{ serving: true }],
  FORMER_EMPLOYER: [{ formerOrganIds: [ID.bureau] }],
  RELATED: [{ relations: ['NEAR_RELATIVE'] }],
  PARTY_EXCLUDED: [{ excludedByParty: true }],
  ABSENT: [{ absent: true }],
  OVER_CAP: [{ openCases: 20 }],
  LANGUAGE: [{}, { language: 'ENGLISH' }],
  NOBODY_FREE: [{ nobodyFree: true }],
};

describe.each(Object.keys(EXCLUSIONS) as ExclusionCode[])('%s', (code) => {
  const [candidate, subject] = STANDS[code];

  it('stands against the one, and nothing else does', () => {
    expect(exclusionsOf(exampleSubject(subject), exampleCandidate(A, candidate))).toEqual([code]);
    expect(exclusionsOf(exampleSubject(), exampleCandidate(A))).toEqual([]);
  });

  it('is told with its article, and is set aside only by those it names', () => {
    const { article, name, overriddenBy } = EXCLUSIONS[code];
    expect([name, article]).toEqual([
      expect.stringMatching(/\p{Script=Han}/u),
      expect.stringMatching(/第\d+条|\[L\]$/),
    ]);
    const manager = standing([code], new Set(['centre_manager']), false);
    expect(manager).toBe(overriddenBy.length > 0 ? 'NEEDS_REASON' : 'BARRED');
    expect(standing([code], new Set(['committee_chair']), false)).toBe(
      overriddenBy.length > 0 ? 'NEEDS_MANAGER' : 'BARRED',
    );
  });
});

it('the parties’ choice waives what they know of, never a post in the respondent or the reconsideration', () => {
  const chosen = (code: ExclusionCode) => standing([code], new Set(), true);
  expect(chosen('RELATED')).toBe('FREE');
  expect([chosen('RESPONDENT_ORGAN'), chosen('RECONSIDERATION_OFFICER'), chosen('SHUT_OUT')]).toEqual(
    Array(3).fill('BARRED'),
  );
  expect(conflictsAmong(['RELATED', 'OVER_CAP'], false)).toEqual(['RELATED']);
  expect(conflictsAmong(['RELATED', 'RESPONDENT_ORGAN'], true)).toEqual(['RESPONDENT_ORGAN']);
});

describe('the order', () => {
  it('is by tier, then score, then load, then the longest wait, then id', () => {
    const own = exampleCandidate(C, { load: 100 });
    const centre = exampleCandidate(B, { committeeIds: [], centre: true });
    const other = exampleCandidate(A, { committeeIds: [ID.respondentCommittee], subjects: ['PENALTY'] });
    expect(order(other, centre, own)).toEqual([C, B, A]);
    expect(order(exampleCandidate(A), exampleCandidate(B, { subjects: ['PENALTY'] }))).toEqual([B, A]);
    expect(order(exampleCandidate(A, { load: 1 }), exampleCandidate(B))).toEqual([B, A]);
    const waits = (id: string, lastAssignedOn: string | null) => exampleCandidate(id, { lastAssignedOn });
    expect(order(waits(A, '2026-11-20'), waits(B, '2026-11-10'), waits(C, null))).toEqual([C, B, A]);
    expect(order(exampleCandidate(B), exampleCandidate(A))).toEqual([A, B]);
  });

  it('puts those against whom something stands last, without a rank', () => {
    const { ranked } = rank(
      'MEDIATOR',
      exampleSubject(),
      [exampleCandidate(A, { absent: true, subjects: ['PENALTY'] }), exampleCandidate(B)],
      WEIGHTS,
    );
    expect(ranked.map((r) => [r.id, r.rank])).toEqual([
      [B, 1],
      [A, null],
    ]);
    expect(firstOf(ranked, 2)).toEqual([B]);
    expect([isDeviation(ranked, [B]), isDeviation(ranked, [A])]).toEqual([false, true]);
  });
});

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

function many(count: number, seed: number): Candidate[] {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, i) =>
    exampleCandidate(`00000000-0000-7000-8000-${String(i).padStart(12, '0')}`, {
      load: next(200),
      openCases: next(21),
      subjects: next(3) === 0 ? ['PENALTY'] : [],
      absent: next(9) === 0,
      handledBefore: next(4) === 0 ? 1 : 0,
      lastAssignedOn: next(2) === 0 ? null : `2026-10-${10 + next(20)}`,
      organIds: [next(20) === 0 ? ID.bureau : ID.town],
    }),
  );
}

it('a snapshot gives its ranking again, also after it was JSON, and tells when it does not', () => {
  for (let i = 0; i < 1000; i++) {
    const kept = snapshotOf(rank('MEDIATOR', exampleSubject(), many(20, i), WEIGHTS));
    const stored = JSON.parse(JSON.stringify(kept)) as typeof kept;
    expect(replay(stored).identical).toBe(true);
  }
  const kept = snapshotOf(rank('MEDIATOR', exampleSubject(), many(20, 1), WEIGHTS));
  const forged = {
    ...kept,
    ranking: kept.ranking.map((place, i) => (i === 0 ? { ...place, score: place.score + 1 } : place)),
  };
  expect(replay(forged).identical).toBe(false);
  expect(replay({ ...kept, ranking: [...kept.ranking].reverse() }).identical).toBe(false);
});

it('does not depend on the order in which the database answers', () => {
  const candidates = many(100, 7);
  const ranking = order(...candidates);
  expect(order(...[...candidates].reverse())).toEqual(ranking);
});

it('fairness is 0 when all carry as much of what they may, and near 1 when one carries all', () => {
  const share = (load: number, cap = 20) => ({ load, cap });
  expect(fairness([share(40), share(40), share(40)])).toBe(0);
  expect(fairness([share(20, 10), share(40, 20)])).toBe(0);
  expect(fairness([share(0), share(0), share(0), share(80)])).toBe(750);
  expect(fairness([share(0), share(40)])).toBe(500);
  expect([fairness([]), fairness([share(0)]), fairness([share(5, 0)])]).toEqual([0, 0, 0]);
});

it('a dry run gives later cases by the loads that earlier ones would have left', () => {
  const loads = { ...WEIGHTS, version: 2, values: { ...WEIGHTS.values, matter: 0, load: 100 } };
  const expert = exampleCandidate(A, { subjects: ['PENALTY'], load: 50, openCases: 5 });
  const past = (i: number, moved: number): PastAssignment => ({
    ...snapshotOf(
      rank('MEDIATOR', exampleSubject({ on: TODAY }), [{ ...expert, load: 50 + moved }, exampleCandidate(B)], WEIGHTS),
    ),
    id: String(i),
    chosen: [A],
    major: false,
    closedOn: null,
  });
  const run = dryRun([past(1, 0), past(2, 10), past(3, 20)], loads);
  expect(run.assignments).toBe(3);
  expect(run.others.map((o) => [o.id, o.wouldGet])).toEqual([
    ['1', [B]],
    ['2', [B]],
    ['3', [B]],
  ]);
  expect(run.shares).toEqual([
    { id: B, cap: 20, before: 0, after: 30 },
    { id: A, cap: 20, before: 30, after: 0 },
  ]);
  expect([run.fairnessBefore, run.fairnessAfter]).toEqual([500, 500]);
  expect(dryRun([past(1, 0)], WEIGHTS).others).toEqual([]);
});
