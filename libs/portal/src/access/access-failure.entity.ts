import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Wrong codes for one number from one address. Which they are is kept as a keyed hash, and for a day. */
@Entity({ schema: 'portal', name: 'access_failure' })
@Index('ix_access_failure_forget', ['forgetAt'])
export class AccessFailure {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_access_failure' }) keyHash!: Buffer;
  /** In a row. */
  @Column('int') failures!: number;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz') forgetAt!: Date;
}
