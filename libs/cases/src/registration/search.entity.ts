import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a keyword is looked up in. The index has its triples of characters, and finds shorter keywords by their prefix. */
@Entity({ schema: 'cases', name: 'dispute_search' })
@Index('ix_dispute_search_trigrams', { synchronize: false })
export class DisputeSearch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_dispute_search' }) disputeId!: string;
  /** Normalised text: title, facts, parties, act, numbers. */
  @Column('text') content!: string;
}
