import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EvidenceKind, FactFinding, NonAdmission } from '../domain/trial/evidence/tables.js';

/** A piece of the catalogue of evidence (复议法 2023 第43条). */
@Entity({ schema: 'reconsideration', name: 'evidence' })
@Index('ix_evidence_case', ['caseId'])
export class Evidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evidence' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: EvidenceKind;
  /** Who gave it; null if the institution collected it. */
  @Column('uuid', { nullable: true }) partyId!: string | null;
  @Column('date') submittedOn!: CalendarDate;
  @Column('text') title!: string;
  @Column('text') proves!: string;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text', { nullable: true }) consentReason!: string | null;
  /** Null until judged. */
  @Column('boolean', { nullable: true }) admitted!: boolean | null;
  @Column('text', { nullable: true }) ground!: NonAdmission | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('date', { nullable: true }) judgedOn!: CalendarDate | null;
}

/** 调查取证 by two or more officers (复议法 2023 第45条). */
@Entity({ schema: 'reconsideration', name: 'investigation' })
@Index('ix_investigation_case', ['caseId'])
export class Investigation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_investigation' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('date') onDay!: CalendarDate;
  @Column('jsonb') investigators!: { officerId: string; certificateNo: string }[];
  @Column('text') matter!: string;
  @Column('text') findings!: string;
}

/** Site inspection or appraisal; from the first day on the second does not count (实施条例 2026 第45条、第46条). */
@Entity({ schema: 'reconsideration', name: 'fact_finding' })
@Check('ck_fact_finding_kind', `kind IN ('INSPECTION','APPRAISAL')`)
@Index('ix_fact_finding_case', ['caseId'])
export class FactFindingPeriod {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_fact_finding' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: FactFinding;
  @Column('text') matter!: string;
  @Column('date') begunOn!: CalendarDate;
  @Column('uuid', { nullable: true }) partyId!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text', { nullable: true }) choice!: 'AGREED' | 'DESIGNATED' | null;
  @Column('date', { nullable: true }) endedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) result!: string | null;
}
