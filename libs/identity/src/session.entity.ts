import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A login that lasts: over a cookie (browser) or a bearer token (programs). The token itself is nowhere. */
@Entity({ schema: 'identity', name: 'session' })
@Check('ck_session_kind', `kind IN ('COOKIE','BEARER')`)
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_account', ['accountId', 'createdAt'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' }) id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') kind!: 'COOKIE' | 'BEARER';
  /** SHA-256 of a token of 32 random bytes. */
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** Written at most once a minute. */
  @Column('timestamptz', { default: () => 'now()' }) lastSeenAt!: Date;
  /** The end, however busy it is. */
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  /** Browser and address, for the person to recognise his own. */
  @Column('text', { nullable: true }) userAgent!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
}
