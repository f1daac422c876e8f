import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NormBasis, NormFault, NormKind, NormOutcome } from '../domain/trial/norms/tables.js';

/** 附带审查 of a normative document (复议法 2023 第13条、第56条至第60条). */
@Entity({ schema: 'reconsideration', name: 'norm_review' })
@Index('ix_norm_review_case', ['caseId'])
export class NormReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_norm_review' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: NormKind;
  @Column('text') title!: string;
  @Column('text') clause!: string;
  @Column('text') maker!: string;
  @Column('text') basis!: NormBasis;
  @Column('date', { nullable: true }) appliedOn!: CalendarDate | null;
  @Column('boolean') competent!: boolean;
  @Column('text') reason!: string;
  @Column('date') suspendedOn!: CalendarDate;
  @Column('text', { nullable: true }) recipient!: string | null;
  @Column('date', { nullable: true }) sentOn!: CalendarDate | null;
  @Column('date', { nullable: true }) receivedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) answeredOn!: CalendarDate | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) outcome!: NormOutcome | null;
  @Column('text', { nullable: true }) fault!: NormFault | null;
  @Column('text', { nullable: true }) conclusion!: string | null;
  @Column('date', { nullable: true }) concludedOn!: CalendarDate | null;
}
