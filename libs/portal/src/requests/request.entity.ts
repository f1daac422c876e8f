import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RequestKind, RequestOutcome, RequestState } from '../domain/request-kinds.js';

/** What an applicant asked for, or handed in, on his own case. */
@Entity({ schema: 'portal', name: 'request' })
@Check('ck_request_kinds', `kind IN ('SUPPLEMENT','WITHDRAWAL','MEDIATION','MEDIATION_REFUSAL','HEARING','RECUSAL')`)
@Check('ck_request_state', `state IN ('OPEN','SETTLED')`)
@Check('ck_request_outcome', `outcome IN ('GRANTED','REFUSED','NOTED')`)
@Check('ck_request_settled', `(state = 'SETTLED') = (outcome IS NOT NULL)`)
@Index('ix_request_case', ['caseId', 'id'])
@Index('ux_request_once', ['caseId', 'kind'], {
  unique: true,
  where: `state = 'OPEN' AND kind IN ('WITHDRAWAL','MEDIATION','MEDIATION_REFUSAL','HEARING')`,
})
export class PortalRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_request' }) id!: string;
  @Column('uuid') submissionId!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: RequestKind;
  @Column('text') state!: RequestState;
  @Column('int', { default: 1 }) version!: number;
  /** His words, encrypted. */
  @Column('bytea') content!: Buffer;
  /** SHA-256 of their canonical form. */
  @Column('bytea') contentHash!: Buffer;
  @Column('timestamptz') receivedAt!: Date;
  /** The legal day of receipt. */
  @Column('date') receivedOn!: CalendarDate;
  @Column('text', { nullable: true }) outcome!: RequestOutcome | null;
  /** The answer to the applicant, encrypted. */
  @Column('bytea', { nullable: true }) reply!: Buffer | null;
  /** Who settled it; null if a step did at once. */
  @Column('uuid', { nullable: true }) settledBy!: string | null;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
}
