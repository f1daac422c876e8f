import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a person logs in. */
@Entity({ schema: 'identity', name: 'account' })
@Index('ux_account_person', ['personId'], { unique: true })
@Index('ux_account_login', ['login'], { unique: true })
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_account' }) id!: string;
  @Column('uuid') personId!: string;
  /** Lower case. */
  @Column('text') login!: string;
  /** argon2id. */
  @Column('text') passwordHash!: string;
  /** Until he has chosen one himself, an account can do nothing else. */
  @Column('boolean') mustChangePassword!: boolean;
  @Column('boolean', { default: false }) disabled!: boolean;
  @Column('timestamptz', { nullable: true }) lastLoginAt!: Date | null;
  @Column('int', { default: 1 }) version!: number;
}
