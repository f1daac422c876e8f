import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AcceptanceCondition } from '../domain/acceptance.js';
import type { AdmissibilityFacts } from '../domain/admissibility/facts.js';
import type { Assessment as Assessed } from '../domain/admissibility/assess.js';
import type { Answer } from '../domain/admissibility/answer.js';

/** An assessment of admissibility as it was computed: facts, findings, law. Never changed; a later one replaces it. */
@Entity({ schema: 'reconsideration', name: 'assessment' })
@Index('ix_assessment_case', ['caseId', 'id'])
export class AssessmentRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assessment' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('date') assessedOn!: CalendarDate;
  @Column('uuid') assessedBy!: string;
  @Column('jsonb') facts!: AdmissibilityFacts;
  @Column('jsonb') result!: Assessed;
}

/** What an officer says of one condition: the computed answer stands, or another does, for a reason. */
@Entity({ schema: 'reconsideration', name: 'condition_answer' })
@Check('ck_condition_answer', `answer IN ('MET','NOT_MET','UNKNOWN')`)
@Check('ck_condition_answer_reason', `answer = computed OR reason IS NOT NULL`)
export class ConditionAnswerRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_condition_answer' }) assessmentId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_condition_answer' }) condition!: AcceptanceCondition;
  @Column('text') computed!: Answer;
  @Column('text') answer!: Answer;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') answeredBy!: string;
  @Column('date') answeredOn!: CalendarDate;
}
