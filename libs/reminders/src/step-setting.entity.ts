import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** When to remind of a rule's clocks; `*` holds for every rule without a row of its own. */
@Entity({ schema: 'reminders', name: 'step_setting' })
@Index('ux_step_setting_id', ['id'], { unique: true })
@Check('ck_step_setting_hour', `hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
export class StepSettingRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_step_setting' }) rule!: string;
  /** For the audit trail, which names records by id. */
  @Column('uuid') id!: string;
  @Column('int', { array: true }) steps!: number[];
  @Column('text') hour!: string;
  @Column('int') escalateFrom!: number;
  @Column('int', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}
