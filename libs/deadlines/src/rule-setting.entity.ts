import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The district's own length for clock rules that local practice decides. */
@Entity({ schema: 'deadlines', name: 'rule_setting' })
@Index('ux_rule_setting_id', ['id'], { unique: true })
@Check('ck_rule_setting_amount', 'amount IS NULL OR amount > 0')
export class RuleSetting {
  /** The `setting` of the rules it applies to. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_rule_setting' }) key!: string;
  /** For the audit trail. */
  @Column('uuid') id!: string;
  /** In the rules' unit; null: the rules' own. */
  @Column('int', { nullable: true }) amount!: number | null;
  @Column('int', { default: 1 }) version!: number;
  @Column('uuid') changedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) changedAt!: Date;
  @Column('text') reason!: string;
}
