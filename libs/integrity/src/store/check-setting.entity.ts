import type { Id } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The district's figure of a check that has one (days, cases), where it is not the built-in one. */
@Entity({ schema: 'integrity', name: 'check_setting' })
@Index('ux_check_setting_id', ['id'], { unique: true })
@Check('ck_check_setting_amount', 'amount BETWEEN 0 AND 1000')
export class CheckSetting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_check_setting' }) checkCode!: string;
  /** For the audit trail, which names records by id. */
  @Column('uuid') id!: Id;
  @Column('int') amount!: number;
  @Column('int', { default: 1 }) version!: number;
  @Column('uuid') changedBy!: Id;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  @Column('text') reason!: string;
}
