import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A creating request that was done: the same key again answers with the record it made. */
@Entity({ schema: 'platform', name: 'idempotency_key' })
export class IdempotencyKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_idempotency_key' }) personId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_key' }) key!: string;
  /** Keyed by what was asked, so that a key cannot be used for something else. */
  @Column('bytea') requestHash!: Buffer;
  @Column('uuid') resultId!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
