import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failed logins under a name since the last that succeeded, whether anybody has that name or not. */
@Entity({ schema: 'identity', name: 'login_failure' })
@Index('ix_login_failure_forget', ['forgetAt'])
export class LoginFailure {
  /** Keyed hash of the login in lower case: names that were tried are nowhere. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pk_login_failure' }) loginHash!: Buffer;
  @Column('int') failures!: number;
  @Column('timestamptz', { nullable: true }) lockedUntil!: Date | null;
  /** When the failures count no more. */
  @Column('timestamptz') forgetAt!: Date;
}
