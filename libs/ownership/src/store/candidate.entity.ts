import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A dispute that the rule of entry found, for the bureau to propose or to leave out. */
@Entity({ schema: 'ownership', name: 'candidate' })
@Check('ck_candidate_state', `state IN ('WAITING','PROPOSED','DISMISSED','LAPSED')`)
@Index('ux_candidate_dispute', ['disputeId'], { unique: true })
@Index('ix_candidate_waiting', ['foundOn', 'id'], { where: `state = 'WAITING'` })
export class Candidate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_candidate' }) id!: string;
  @Column('uuid') disputeId!: string;
  @Column('text') state!: 'WAITING' | 'PROPOSED' | 'DISMISSED' | 'LAPSED';
  /** Parts of the rule that it fulfils. */
  @Column('text', { array: true }) matches!: string[];
  @Column('int') ruleVersion!: number;
  @Column('date') foundOn!: CalendarDate;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) settledBy!: string | null;
  @Column('int', { default: 1 }) version!: number;
}

/** The rule of entry, and the practice of marking: every version stays. */
@Entity({ schema: 'ownership', name: 'setting' })
@Check('ck_setting_kind', `kind IN ('ENTRY_RULE','PRACTICE')`)
export class OwnershipSetting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_setting' }) kind!: 'ENTRY_RULE' | 'PRACTICE';
  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_setting' }) version!: number;
  @Column('uuid') id!: string;
  @Column('jsonb') content!: Record<string, unknown>;
  @Column('text') reason!: string;
  @Column('uuid') setBy!: string;
  @Column('timestamptz') setAt!: Date;
}
