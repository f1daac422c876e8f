import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Resolution } from '../domain/resolution/inputs.js';

/** 化解报告: the unit's claim that the dispute is resolved, and what the bureau and the leader found. */
@Entity({ schema: 'ownership', name: 'claim' })
@Check('ck_claim_outcome', `outcome IN ('VERIFIED','FAILED','STRUCK_OFF','REFUSED')`)
@Index('ix_claim_case', ['caseId', 'id'])
export class ResolutionClaim {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_claim' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: Resolution;
  @Column('text') summary!: string;
  @Column('bigint', { nullable: true }) amountFen!: number | null;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('date') claimedOn!: CalendarDate;
  @Column('uuid') claimedBy!: string;
  /** Null while the bureau verifies; VERIFIED waits for the leader. */
  @Column('text', { nullable: true }) outcome!: 'VERIFIED' | 'FAILED' | 'STRUCK_OFF' | 'REFUSED' | null;
  /** What the bureau found: `effective`, `payment`, `partyConfirms`, `contactedOn`, `opinion`. */
  @Column('jsonb', { nullable: true }) checklist!: Record<string, unknown> | null;
  @Column('date', { nullable: true }) verifiedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('date', { nullable: true }) signedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) signedBy!: string | null;
  @Column('text', { nullable: true }) signedOpinion!: string | null;
}

/** 恢复台账: a dispute struck off that broke out again. */
@Entity({ schema: 'ownership', name: 'reopening' })
@Index('ix_reopening_case', ['caseId', 'id'])
export class Reopening {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reopening' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') reason!: string;
  @Column('date') resolveBy!: CalendarDate;
  @Column('date') struckOffOn!: CalendarDate;
  @Column('date') reopenedOn!: CalendarDate;
  @Column('uuid') reopenedBy!: string;
}
