import type { CalendarDate } from '@app/kernel';
import type { Track } from './facts.js';

/** 复议法 (2023) in force. */
export const LAW_2023_FROM: CalendarDate = '2024-01-01';
/** 实施条例 (国务院令第836号) in force. */
export const REGULATION_2026_FROM: CalendarDate = '2026-07-01';

export interface LawVersion {
  readonly law: '2017' | '2023';
  readonly regulation: '2007' | '2026';
}

/**
 * What the version is asked for, and the day that decides it: conditions fixed when the application was filed keep the
 * version of that day, steps of the procedure follow the version of the day they are taken.
 */
export const LAW_ASPECTS = {
  REPRESENTATIVES: 'FILING',
  APPLICATION_CONTENT: 'FILING',
  OFFICERS: 'STEP',
  RESPONDENT_AGENTS: 'STEP',
  TIME_LIMITS: 'STEP',
} as const;
export type LawAspect = keyof typeof LAW_ASPECTS;

/** The texts in force for an aspect. Neither text has a transition article; the choice is ours, see LAW_ASPECTS. */
export function lawVersion(dates: { filedOn: CalendarDate; stepOn: CalendarDate }, aspect: LawAspect): LawVersion {
  return versionOn(LAW_ASPECTS[aspect] === 'FILING' ? dates.filedOn : dates.stepOn);
}

/** The texts in force on a day. */
export function versionOn(day: CalendarDate): LawVersion {
  return {
    law: day >= LAW_2023_FROM ? '2023' : '2017',
    regulation: day >= REGULATION_2026_FROM ? '2026' : '2007',
  };
}

export interface RepresentativesRule {
  /** More applicants than this must choose representatives. */
  readonly above: number;
  readonly least: number;
  readonly most: number;
}

/** Representatives of many applicants, by the day of filing (条例 2026 第17条; 条例 2007 第8条). */
export function representativesRule(filedOn: CalendarDate): RepresentativesRule {
  return versionOn(filedOn).regulation === '2026' ? { above: 10, least: 2, most: 5 } : { above: 5, least: 1, most: 5 };
}

/** Officers who must try the case, by the day of the step (条例 2026 第39条; before it always two). */
export function leastOfficers(track: Track, stepOn: CalendarDate): 1 | 2 {
  return track === 'SIMPLIFIED' && versionOn(stepOn).regulation === '2026' ? 1 : 2;
}

/** Whether the respondent must be represented by its own staff, by the day of the step (条例 2026 第18条第2款). */
export function staffAgentRequired(stepOn: CalendarDate): boolean {
  return versionOn(stepOn).regulation === '2026';
}
