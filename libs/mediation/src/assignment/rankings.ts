import type { CalendarDate, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { COMMITTEE_CANDIDATES, MEDIATOR_CANDIDATES, SUBJECT } from './candidates.sql.js';
import type { Candidate, CandidateKind, Subject } from './domain/candidate.js';
import { conflictsAmong, exclusionsOf, type ExclusionCode } from './domain/exclusions.js';
import { rank, type Ranking } from './domain/rank.js';
import { weightsInEffect } from './weights.store.js';

/** What a step's input names, if it names any. */
export interface Named {
  committeeId?: Id;
  mediatorIds?: readonly Id[];
  language?: string;
}

/** What ranking needs to know of a mediation. */
export interface RankedCase {
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly committeeId: Id | null;
  readonly reconsiderationOfficerIds: readonly Id[];
  readonly mediatorsAppointed: boolean;
}

/** Reads the facts a ranking is made from, each kind of candidate by one statement, and makes it. */
@Injectable()
export class Rankings {
  /** Of the kind that the input names; null if it names none. */
  async ofInput(tx: Tx, of: RankedCase, input: Named, on: CalendarDate): Promise<Ranking | null> {
    if (input.committeeId !== undefined) return this.make(tx, 'COMMITTEE', of, on);
    return input.mediatorIds === undefined ? null : this.make(tx, 'MEDIATOR', of, on, input.language);
  }

  async make(tx: Tx, kind: CandidateKind, of: RankedCase, on: CalendarDate, language?: string): Promise<Ranking> {
    const [subject, weights] = await Promise.all([this.subject(tx, of, on, language), weightsInEffect(tx)]);
    // A committee is given the case for the first time, or instead of another: it belongs to none.
    const asked = kind === 'COMMITTEE' ? { ...subject, committeeId: null } : subject;
    return rank(kind, asked, await candidates(tx, kind, asked, of), weights);
  }

  /** What speaks against the impartiality of some mediators of the case. Those chosen by the parties were accepted. */
  async conflictsOf(tx: Tx, of: RankedCase, ids: readonly Id[], on: CalendarDate): Promise<Map<Id, ExclusionCode[]>> {
    if (ids.length === 0) return new Map();
    const subject = await this.subject(tx, of, on);
    const found = (await candidates(tx, 'MEDIATOR', subject, of, ids)).map((candidate) => {
      const codes = conflictsAmong(exclusionsOf(subject, candidate), !of.mediatorsAppointed);
      return [candidate.id, codes] as const;
    });
    return new Map(found.filter(([, codes]) => codes.length > 0));
  }

  async conflictedAmong(tx: Tx, of: RankedCase, ids: readonly Id[], on: CalendarDate): Promise<Id[]> {
    return [...(await this.conflictsOf(tx, of, ids, on)).keys()];
  }

  private async subject(tx: Tx, of: RankedCase, on: CalendarDate, language?: string): Promise<Subject> {
    const { caseId, disputeId, committeeId } = of;
    const [row] = await sql<Pick<Subject, 'fieldCode' | 'matterCode' | 'areas' | 'respondentFamily'>>(tx, SUBJECT, [
      disputeId,
    ]);
    return { caseId, disputeId, on, ...row!, language: language ?? null, committeeId };
  }
}

async function candidates(
  tx: Tx,
  kind: CandidateKind,
  { on, disputeId, caseId, respondentFamily }: Subject,
  { reconsiderationOfficerIds }: RankedCase,
  only: readonly Id[] | null = null,
): Promise<Candidate[]> {
  const text = kind === 'COMMITTEE' ? COMMITTEE_CANDIDATES : MEDIATOR_CANDIDATES;
  return sql<Candidate>(tx, text, [on, disputeId, caseId, respondentFamily, reconsiderationOfficerIds, only]);
}
