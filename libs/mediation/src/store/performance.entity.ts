import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An obligation was performed, in part or in whole. */
@Entity({ schema: 'mediation', name: 'performance' })
@Index('ix_performance_obligation', ['obligationId'])
@Check('ck_performance_outcome', `outcome IN ('PART','WHOLE')`)
export class Performance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_performance' }) id!: string;
  @Column('uuid') obligationId!: string;
  @Column('text') outcome!: 'PART' | 'WHOLE';
  @Column('date') performedOn!: CalendarDate;
  /** After the day that was agreed. */
  @Column('boolean') late!: boolean;
  @Column('bigint', { nullable: true }) amountFen!: number | null;
  @Column('text') description!: string;
  @Column('uuid', { nullable: true }) proofFileId!: string | null;
  @Column('uuid') recordedBy!: string;
  @Column('date') recordedOn!: CalendarDate;
}

/** Both sides agreed on another day. */
@Entity({ schema: 'mediation', name: 'reschedule' })
@Index('ix_reschedule_obligation', ['obligationId'])
export class Reschedule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reschedule' }) id!: string;
  @Column('uuid') obligationId!: string;
  @Column('date') fromDay!: CalendarDate;
  @Column('date') toDay!: CalendarDate;
  @Column('uuid', { array: true }) agreedBy!: string[];
  @Column('text') reason!: string;
  @Column('date') agreedOn!: CalendarDate;
}

/** What was done about obligations that were not performed in time. */
@Entity({ schema: 'mediation', name: 'default_measure' })
@Index('ix_default_measure_case', ['caseId'])
@Check('ck_default_measure_kind', `kind IN ('URGED','MEDIATED_AGAIN','ENFORCEMENT','SUIT_ADVISED')`)
export class DefaultMeasure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_default_measure' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: string;
  @Column('uuid', { array: true }) obligationIds!: string[];
  @Column('date') takenOn!: CalendarDate;
  @Column('text') content!: string;
  /** Enforcement: the court applied to. */
  @Column('text', { nullable: true }) court!: string | null;
  @Column('uuid') takenBy!: string;
}

/** A visit after performance. */
@Entity({ schema: 'mediation', name: 'visit' })
@Index('ix_visit_case', ['caseId'])
@Check('ck_visit_round', `round IN ('FIRST','SECOND')`)
@Check('ck_visit_outcome', `outcome IN ('PERFORMED','NOT_PERFORMED')`)
export class Visit {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_visit' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') round!: string;
  @Column('date') visitedOn!: CalendarDate;
  @Column('text') method!: string;
  @Column('text') outcome!: string;
  @Column('uuid', { array: true, nullable: true }) obligationIds!: string[] | null;
  @Column('text') finding!: string;
  @Column('uuid') visitedBy!: string;
}
