import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Two disputes that belong together, seen from either. */
@Entity({ schema: 'cases', name: 'dispute_link' })
@Check('ck_dispute_link_kind', `kind IN ('SAME_ACT','SAME_PARTY','FOLLOW_UP','DUPLICATE','OTHER')`)
@Check('ck_dispute_link_order', 'a_id < b_id')
export class DisputeLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_dispute_link' }) aId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_dispute_link' }) bId!: string;
  @Column('text') kind!: string;
  @Column('text') reason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
