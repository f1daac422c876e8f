import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One act, never changed or deleted: a trigger and the database role refuse it. */
@Entity({ schema: 'audit', name: 'entry' })
@Index('ux_entry_chain_seq', ['chain', 'seq'], { unique: true })
@Index('ix_entry_scope', ['scopeId', 'id'])
@Index('ix_entry_actor', ['actorId', 'id'])
export class AuditEntry {
  /** Time-ordered, so that `ORDER BY id` is the order of acts. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_entry' }) id!: string;
  @Column('smallint') chain!: number;
  @Column('bigint') seq!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid') actorId!: string;
  @Column('text', { nullable: true }) requestId!: string | null;
  /** `<lib>.<verb-noun>` */
  @Column('text') action!: string;
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  /** The record whose history this belongs to (a dispute), if any. */
  @Column('uuid', { nullable: true }) scopeId!: string | null;
  /** Facts of the act; no personal data. */
  @Column('jsonb') detail!: Record<string, unknown>;
  @Column('bytea') previousHash!: Buffer;
  @Column('bytea') hash!: Buffer;
}

/** The end of each chain: what the next entry is chained to, and what shows a cut tail. */
@Entity({ schema: 'audit', name: 'chain' })
export class AuditChain {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_chain' }) id!: number;
  @Column('bigint') seq!: number;
  @Column('bytea') hash!: Buffer;
}
