import type { CalendarDate, Id } from '@app/kernel';
import type { AdmissibilityView, ConditionView, FindingView } from './admissibility.dto.js';
import { ACCEPTANCE_CONDITIONS, type AcceptanceCondition } from './domain/acceptance.js';
import type { Assessment, Finding } from './domain/admissibility/assess.js';
import type { AdmissibilityFacts } from './domain/admissibility/facts.js';
import type { Answer } from './domain/admissibility/answer.js';

export interface AssessmentRow {
  id: Id;
  assessedOn: CalendarDate;
  assessedBy: Id;
  facts: AdmissibilityFacts;
  result: Assessment;
}

export interface AnswerRow {
  condition: AcceptanceCondition;
  answer: Answer;
  reason: string | null;
  answeredBy: Id;
  answeredOn: CalendarDate;
}

/** An assessment as its page shows it, with what the officers said of it. */
export function admissibilityView(
  caseId: Id,
  { id, assessedOn, assessedBy, facts, result }: AssessmentRow,
  answers: readonly AnswerRow[],
): AdmissibilityView {
  return {
    id,
    caseId,
    assessedOn,
    assessedBy,
    law: { ...result.law },
    outcome: result.outcome,
    priorGround: result.priorGround,
    competent: [...result.competent],
    conditions: result.conditions.map(({ condition, article, answer, findings }): ConditionView => {
      const said = answers.find((each) => each.condition === condition);
      return {
        condition,
        name: ACCEPTANCE_CONDITIONS[condition].name,
        article,
        computed: answer,
        confirmed: said?.answer ?? null,
        reason: said?.reason ?? null,
        answeredBy: said?.answeredBy ?? null,
        answeredOn: said?.answeredOn ?? null,
        findings: findings.map(findingView),
      };
    }),
    observations: result.observations.map(findingView),
    facts: { ...facts },
  };
}

function findingView({ rule, article, answer, reason, settle, dueOn, facts }: Finding): FindingView {
  return { rule, article, answer, reason, settle: settle ?? null, dueOn: dueOn ?? null, facts: { ...facts } };
}
