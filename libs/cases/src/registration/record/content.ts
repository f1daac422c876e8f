import type { CalendarDate } from '@app/kernel';
import { REAL_ESTATE_FIELDS } from '../domain/codes.js';
import { normaliseDocumentNo, normaliseLine, normaliseLines, normaliseName } from '../domain/normalise.js';

/** What is disputed, as kept: normalised; what a draft lacks is empty or null. */
export interface DisputeContent {
  channel: string;
  sourceOrganId: string | null;
  receivedOn: CalendarDate;
  title: string;
  facts: string;
  claims: string;
  fieldCode: string;
  matterCode: string;
  tags: string[];
  amount: number | null;
  respondentOrganId: string | null;
  actName: string;
  actDocumentNo: string | null;
  actOn: CalendarDate | null;
  actKnownOn: CalendarDate | null;
  rightsKnownOn: CalendarDate | null;
  concernsRealEstate: boolean;
}

/** The same as entered: anything may be missing; `null` empties a field. */
export type EnteredContent = { [K in keyof DisputeContent]?: DisputeContent[K] | null | undefined };

const filled = (text: string): string | null => (text === '' ? null : text);

/** How each field is normalised. */
const NORMALISED: { [K in keyof DisputeContent]: (entered: DisputeContent[K] | null) => DisputeContent[K] } = {
  channel: (v) => v ?? '',
  sourceOrganId: (v) => v,
  receivedOn: (v) => v ?? '',
  title: (v) => normaliseLine(v ?? ''),
  facts: (v) => normaliseLines(v ?? ''),
  claims: (v) => normaliseLines(v ?? ''),
  fieldCode: (v) => (v ?? '').trim(),
  matterCode: (v) => (v ?? '').trim(),
  tags: (v) => [...new Set((v ?? []).map(normaliseLine))],
  amount: (v) => v,
  respondentOrganId: (v) => v,
  actName: (v) => normaliseName(v ?? ''),
  actDocumentNo: (v) => filled(normaliseDocumentNo(v ?? '')),
  actOn: (v) => v,
  actKnownOn: (v) => v,
  rightsKnownOn: (v) => v,
  concernsRealEstate: (v) => v ?? false,
};

export const CONTENT_FIELDS = Object.keys(NORMALISED) as (keyof DisputeContent)[];

/** A dispute newly entered. */
export function enteredContent(entered: EnteredContent, today: CalendarDate): DisputeContent {
  const blank = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, normalised(field, null)]));
  const content = patchedContent({ ...(blank as unknown as DisputeContent), receivedOn: today }, entered);
  if (entered.concernsRealEstate == null) content.concernsRealEstate = REAL_ESTATE_FIELDS.has(content.fieldCode);
  return content;
}

/** `base` with what was entered; what was left out stays. A date that must be there stays if it is emptied. */
export function patchedContent(base: DisputeContent, entered: EnteredContent): DisputeContent {
  const changes: Partial<Record<keyof DisputeContent, unknown>> = {};
  for (const field of CONTENT_FIELDS) {
    const value = entered[field];
    if (value === undefined || (field === 'receivedOn' && value === null)) continue;
    changes[field] = normalised(field, value);
  }
  return { ...base, ...(changes as Partial<DisputeContent>) };
}

function normalised(field: keyof DisputeContent, value: unknown): unknown {
  return (NORMALISED[field] as (v: unknown) => unknown)(value);
}

/** The fields in which two differ, in a fixed order. */
export function changedFields(before: DisputeContent, after: DisputeContent): (keyof DisputeContent)[] {
  return CONTENT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** The title of a dispute that was given none; it names no person. */
export function defaultTitle(respondentName: string, actName: string): string {
  return `不服${respondentName}${actName}`.slice(0, 200);
}
