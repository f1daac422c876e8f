import type { CalendarDate, Id } from '@app/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { AcceptanceCondition, PriorGround } from './domain/acceptance.js';
import type { Outcome } from './domain/admissibility/assess.js';
import { ANSWERS, type Answer } from './domain/admissibility/answer.js';
import { StatedFacts } from './domain/admissibility/stated.js';
import { Text } from './domain/text.js';

export class AssessRequest {
  /** What the officer found in the application and its papers; what is left out is not known yet. */
  @IsDefined({ message: '请填写审查所见' })
  @IsObject({ message: '审查所见应为对象' })
  @ValidateNested()
  @Type(() => StatedFacts)
  stated!: StatedFacts;
}

export class AnswerConditionRequest {
  /** The assessment as read; another one since then is not answered by mistake. */
  @IsUUID('all', { message: '审查标识不正确' })
  assessmentId!: Id;

  /** What counts from now on. */
  @IsIn(Object.keys(ANSWERS), { message: '请选择审查结论' })
  answer!: Answer;

  /** Why; needed if it is not the computed answer. */
  @IsOptional()
  @Text(2000, '理由')
  reason?: string;
}

export class FindingView {
  /** `PART-4`. */
  rule!: string;
  article!: string;
  answer!: Answer;
  /** Why, in Chinese. */
  reason!: string;
  /** What would settle an open question, or mend a fault. */
  settle!: string | null;
  /** The last day to apply, or to forward, where the rule counts one. */
  dueOn!: CalendarDate | null;
  /** The facts the rule looked at, by name. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: Record<string, unknown>;
}

export class ConditionView {
  condition!: AcceptanceCondition;
  name!: string;
  article!: string;
  /** The answer of the rules. */
  computed!: Answer;
  /** An officer's; null while nobody has confirmed or overridden it. */
  confirmed!: Answer | null;
  reason!: string | null;
  answeredBy!: Id | null;
  answeredOn!: CalendarDate | null;
  findings!: FindingView[];
}

export class LawView {
  law!: string;
  regulation!: string;
}

export class AdmissibilityView {
  id!: Id;
  caseId!: Id;
  assessedOn!: CalendarDate;
  assessedBy!: Id;
  /** The texts applied, by the day of filing. */
  law!: LawView;
  /** What the findings come to: accept, refuse, ask for correction, tell that it is not handled. */
  outcome!: Outcome;
  /** Why reconsideration must come before a suit, if it must. */
  priorGround!: PriorGround | null;
  /** Authorities that have jurisdiction, as far as the register of organs says. */
  competent!: string[];
  conditions!: ConditionView[];
  /** What acceptance does not depend on, but an officer must see to. */
  observations!: FindingView[];
  /** The facts as they were. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: Record<string, unknown>;
}
