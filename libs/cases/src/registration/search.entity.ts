import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a keyword is looked up in. Two characters are one term (bigram), so two-character words use the index. */
@Entity({ schema: 'cases', name: 'dispute_search' })
@Index('ix_dispute_search_bigrams', { synchronize: false })
export class DisputeSearch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_dispute_search' }) disputeId!: string;
  /** Normalised text: title, facts, parties, act, numbers. */
  @Column('text') content!: string;
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false }) bigrams!: string | null;
}
