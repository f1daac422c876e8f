import type { PaperMatter } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { Risk } from '../../domain/facts.js';
import type { Resolution } from '../../domain/resolution/inputs.js';
import type { TaskListEntry } from '../../lists/entry.js';

/** What papers of a case that a leader owns are prefilled from. */
export interface OwnershipCase extends PaperMatter {
  readonly leader: string | undefined;
  readonly unit: { readonly id: Id; readonly name: string };
  readonly unitLeader: string | undefined;
  readonly cooperating: readonly string[];
  readonly tags: readonly string[];
  readonly jointMeetingReason: string | null;
  readonly risk: Risk;
  readonly target: string;
  readonly resolveBy: CalendarDate;
  readonly closing: Readonly<Record<string, unknown>> | null;
  /** Its line of the list, as approved; null before. */
  readonly listed: { readonly number: string; readonly serial: number; readonly content: TaskListEntry } | null;
  readonly plan: {
    readonly content: Readonly<Record<string, unknown>>;
    readonly submittedOn: CalendarDate;
    readonly state: string;
    readonly opinion: string | null;
  } | null;
  readonly report: {
    readonly kind: string;
    readonly done: string;
    readonly next: string;
    readonly partyContacted: boolean;
    readonly reportedOn: CalendarDate;
  } | null;
  readonly order: {
    readonly number: string;
    readonly reason: string;
    readonly basis: string;
    readonly demand: string;
    readonly reply: string | null;
    readonly returned: string | null;
  } | null;
  readonly circular: string | null;
  readonly extension: { readonly days: number; readonly reason: string; readonly state: string } | null;
  /** Who was replaced by whom: a row each, what, before, after. */
  readonly handOver: {
    readonly changes: readonly (readonly string[])[];
    readonly reason: string;
    readonly note: string;
    readonly changedOn: CalendarDate;
  } | null;
  readonly claim: {
    readonly kind: Resolution;
    readonly summary: string;
    readonly amountFen: number | null;
    readonly proofs: readonly string[];
    readonly checklist: Readonly<Record<string, unknown>> | null;
    readonly signedOpinion: string | null;
    readonly outcome: string | null;
    readonly claimedOn: CalendarDate;
  } | null;
  readonly reopening: {
    readonly reason: string;
    readonly resolveBy: CalendarDate;
    readonly struckOffOn: CalendarDate;
    readonly reopenedOn: CalendarDate;
  } | null;
}
