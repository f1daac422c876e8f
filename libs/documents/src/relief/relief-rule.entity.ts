import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of a relief text (诉权告知), in force from a day until the day before another. */
@Entity({ schema: 'documents', name: 'relief_rule' })
@Check('ck_relief_rule_validity', 'valid_until IS NULL OR valid_until > valid_from')
@Index('ux_relief_rule_from', ['code', 'validFrom'], { unique: true })
@Index('ux_relief_rule_open', ['code'], { unique: true, where: 'valid_until IS NULL' })
export class ReliefRule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_relief_rule' }) id!: string;
  @Column('text') code!: string;
  @Column('date') validFrom!: CalendarDate;
  @Column('date', { nullable: true }) validUntil!: CalendarDate | null;
  /** The sentence; `{court}` stands for the court. */
  @Column('text') text!: string;
  @Column('text') article!: string;
  @Column('text', { nullable: true }) court!: string | null;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  /** Why it was changed. */
  @Column('text') reason!: string;
}
