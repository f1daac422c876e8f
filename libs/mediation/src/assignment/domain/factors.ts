import { addDays } from '@app/kernel';
import type { Candidate, Subject } from './candidate.js';
import { ORDINARY } from './case-weight.js';

/** A factor's score is a whole number from 0 to this. */
export const FULL = 100;
/** Whoever's term or contract ends within so many days is less available. */
const SOON_DAYS = 30;

interface FactorRule {
  readonly name: string;
  score(subject: Subject, candidate: Candidate): number;
}

/** What speaks for a candidate. */
export const FACTORS = {
  matter: { name: '专业匹配', score: matter },
  area: { name: '区域匹配', score: area },
  load: { name: '加权在办量', score: load },
  continuity: { name: '办案连续性', score: (_s, c) => (c.handledBefore > 0 ? FULL : 0) },
  language: { name: '语言', score: (s, c) => (s.language === null || c.languages.includes(s.language) ? FULL : 0) },
  availability: { name: '可承办', score: availability },
} as const satisfies Record<string, FactorRule>;
export type Factor = keyof typeof FACTORS;
export const FACTOR_CODES = Object.keys(FACTORS) as Factor[];

/** The very matter, its field, everything, or something else. */
function matter(subject: Subject, { subjects, allSubjects }: Candidate): number {
  if (subjects.includes(subject.matterCode)) return FULL;
  if (subjects.includes(subject.fieldCode)) return 80;
  return allSubjects ? 50 : 0;
}

/** The very town, the whole district, or elsewhere. */
function area(subject: Subject, { areas }: Candidate): number {
  if (areas.length === 0) return 50;
  return areas.some((code) => subject.areas.includes(code)) ? FULL : 0;
}

/** What is left of the cap, in hundredths, rounded up. */
function load(_subject: Subject, { load: weighted, cap }: Candidate): number {
  if (cap <= 0) return 0;
  return Math.max(0, FULL - Math.floor((weighted * FULL) / (cap * ORDINARY)));
}

function availability({ on }: Subject, { absent, endsOn }: Candidate): number {
  if (absent) return 0;
  return endsOn !== null && endsOn <= addDays(on, SOON_DAYS) ? 50 : FULL;
}
