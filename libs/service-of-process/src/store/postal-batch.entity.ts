import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Letters of an organ handed to the post together. */
@Entity({ schema: 'service', name: 'postal_batch' })
@Index('ix_postal_batch_organ', ['organId', 'id'])
export class PostalBatch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_postal_batch' }) id!: string;
  @Column('uuid') organId!: string;
  @Column('date') postedOn!: CalendarDate;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** A line of a batch, as it was when the batch was made. An attempt is in one batch. */
@Entity({ schema: 'service', name: 'postal_item' })
@Index('ux_postal_item_line', ['batchId', 'line'], { unique: true })
export class PostalItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_postal_item' }) attemptId!: string;
  @Column('uuid') batchId!: string;
  @Column('int') line!: number;
  @Column('text') recipient!: string;
  @Column('text') address!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  /** Number of the case and name of the paper. */
  @Column('text') document!: string;
}
