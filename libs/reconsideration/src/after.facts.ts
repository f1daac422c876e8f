import { ClocksService, type ClockRow } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { Clock, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CONDITION_CODES, type AcceptanceCondition } from './domain/acceptance.js';
import type { AdmissibilityFact, ConditionFact } from './domain/admissibility/fact.js';
import { actNature } from './domain/admissibility/nature.js';
import type { AdmissibilityFacts } from './domain/admissibility/facts.js';
import type { Assessment } from './domain/admissibility/assess.js';
import type { Answer } from './domain/admissibility/answer.js';
import {
  NOTHING_AFTER,
  type AfterFacts,
  type AgreedFact,
  type ItemFact,
  type LetterFact,
  type MeasureFact,
} from './domain/after/facts.js';
import type { Aftermath } from './store/aftermath.entity.js';

interface DraftContent {
  compensation?: string;
  returnOrdered?: boolean;
}

interface AnswerRow {
  condition: AcceptanceCondition;
  answer: Answer;
}

/** Reads what the guards look at of admissibility, and of what follows the decision. */
@Injectable()
export class AfterFactsLoader {
  constructor(
    private readonly directory: DirectoryService,
    private readonly clocks: ClocksService,
    private readonly clock: Clock,
  ) {}

  async load(tx: Tx, caseId: Id, respondentOrganId: Id | null): Promise<AfterFacts> {
    const id = [caseId];
    const [[own], agreed, items, measures, letters, litigations, [draft], clocks, ownDepartment] = await Promise.all([
      sql<Aftermath>(tx, OWN, id),
      sql<AgreedFact>(tx, AGREED, id),
      sql<ItemFact>(tx, ITEMS, id),
      sql<MeasureFact>(tx, MEASURES, id),
      sql<Omit<LetterFact, 'dueOn'>>(tx, LETTERS, id),
      sql<AfterFacts['litigations'][number]>(tx, LITIGATIONS, id),
      sql<{ content: DraftContent }>(tx, DECIDED, id),
      this.clocks.ofSubject(tx, caseId),
      this.isOwnDepartment(tx, respondentOrganId),
    ]);
    return {
      ordered: {
        compensation: draft?.content.compensation === 'GRANTED',
        returned: draft?.content.returnOrdered === true,
      },
      agreed,
      followedUp: own?.followedUp ?? false,
      items,
      measures,
      letters: letters.map((letter) => ({ ...letter, dueOn: reportDue(clocks, letter.id) })),
      publication: publicationOf(own),
      ownDepartment,
      superiorCopiedOn: own?.superiorCopiedOn ?? null,
      closedOn: own?.closedOn ?? null,
      suits: clocks
        .filter((each) => each.rule === 'RC_SUE' && each.concernsId !== null)
        .map((each) => ({ partyId: each.concernsId!, dueOn: each.dueOn })),
      litigations,
    };
  }

  /** The last assessment, with what was said of it. */
  async admissibility(tx: Tx, caseId: Id): Promise<AdmissibilityFact | null> {
    const [last] = await sql<{ id: Id; facts: AdmissibilityFacts; result: Assessment }>(tx, ASSESSMENT, [caseId, null]);
    if (!last) return null;
    const answers = await sql<AnswerRow>(tx, ANSWERS, [last.id]);
    const conditions = CONDITION_CODES.map((code): [AcceptanceCondition, ConditionFact] => [
      code,
      {
        computed: last.result.conditions.find((each) => each.condition === code)!.answer,
        confirmed: answers.find((each) => each.condition === code)?.answer ?? null,
      },
    ]);
    return {
      nature: actNature(last.facts),
      conditions: Object.fromEntries(conditions) as AdmissibilityFact['conditions'],
    };
  }

  /** A department of the district's government; a branch of the city's department is none of ours. */
  private async isOwnDepartment(tx: Tx, organId: Id | null): Promise<boolean> {
    if (organId === null) return false;
    const organ = await this.directory.successorOf(organId, this.clock.today(), tx);
    return organ !== null && ['DEPARTMENT', 'RECONSIDERATION_INSTITUTION'].includes(organ.kind);
  }
}

const reportDue = (clocks: readonly ClockRow[], letterId: Id): CalendarDate | null =>
  clocks.findLast((each) => each.rule === 'RC_OPINION_REPORT' && each.concernsId === letterId)?.dueOn ?? null;

function publicationOf(own: Aftermath | undefined): AfterFacts['publication'] {
  if (!own) return NOTHING_AFTER.publication;
  return {
    review: own.review,
    decision: own.publication,
    decidedOn: own.publicationDecidedOn,
    publishedOn: own.publishedOn,
  };
}

const OWN = `SELECT followed_up AS "followedUp", superior_copied_on AS "superiorCopiedOn", review, publication,
  publication_decided_on AS "publicationDecidedOn", published_on AS "publishedOn", closed_on AS "closedOn"
  FROM reconsideration.aftermath WHERE case_id = $1`;
const AGREED = `SELECT party_id AS "partyId", what, due_on AS "dueOn"
  FROM reconsideration.mediation_performance WHERE case_id = $1 ORDER BY due_on, id`;
const ITEMS = `SELECT id, kind, obligor_id AS "obligorId", state, due_on AS "dueOn"
  FROM reconsideration.performance_item WHERE case_id = $1 ORDER BY id`;
const MEASURES = `SELECT kind, target_id AS "targetId", due_on AS "dueOn"
  FROM reconsideration.enforcement_measure WHERE case_id = $1 ORDER BY id`;
const LETTERS = `SELECT id, kind, issued_on AS "issuedOn", received_on AS "receivedOn", reported_on AS "reportedOn"
  FROM reconsideration.letter WHERE case_id = $1 ORDER BY id`;
const LITIGATIONS = `SELECT court_number AS "courtNumber", plaintiff_id AS "plaintiffId"
  FROM reconsideration.litigation WHERE case_id = $1 ORDER BY id`;
const DECIDED = `SELECT content FROM reconsideration.draft WHERE case_id = $1 AND state = 'DECIDED' ORDER BY id DESC LIMIT 1`;
/** The last assessment of a case ($1), or one of it by its id ($2). */
export const ASSESSMENT = `SELECT id, assessed_on AS "assessedOn", assessed_by AS "assessedBy", facts, result
  FROM reconsideration.assessment WHERE case_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY id DESC LIMIT 1`;
export const ANSWERS = `SELECT condition, computed, answer, reason, answered_by AS "answeredBy", answered_on AS "answeredOn"
  FROM reconsideration.condition_answer WHERE assessment_id = $1`;
