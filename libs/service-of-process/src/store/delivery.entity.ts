import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FailureReason, ServiceMethod } from '../domain/methods.js';
import type { PaperTag } from '../domain/papers.js';

export type DeliveryState = 'PLANNED' | 'SENT' | 'SERVED' | 'FAILED';
export type AttemptOutcome = 'SENT' | 'SERVED' | 'FAILED' | 'OVERTAKEN';

/** 送达: one paper for one recipient, from the plan to the proven day. A paper is served on somebody once. */
@Entity({ schema: 'service', name: 'delivery' })
@Check('ck_delivery_state', `state IN ('PLANNED','SENT','SERVED','FAILED')`)
@Check('ck_delivery_served', `(state = 'SERVED') = (served_on IS NOT NULL)`)
@Index('ux_delivery_recipient', ['caseId', 'paper', 'paperId', 'recipientId'], { unique: true })
@Index('ix_delivery_recipient_sent', ['recipientId'], { where: `state = 'SENT'` })
export class DeliveryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delivery' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') disputeId!: string;
  /** Kind of paper: DECISION, NOTICE, … */
  @Column('text') paper!: PaperTag;
  /** Which paper of the kind: its document or notice; the case, where there is one of the kind in a case. */
  @Column('uuid') paperId!: string;
  /** Its row in documents; null for papers made outside. */
  @Column('uuid', { nullable: true }) documentId!: string | null;
  /** A party of the dispute, or an organ. */
  @Column('uuid') recipientId!: string;
  @Column('text', { default: 'PLANNED' }) state!: DeliveryState;
  /** Of the last attempt. */
  @Column('text', { nullable: true }) method!: ServiceMethod | null;
  @Column('date', { nullable: true }) servedOn!: CalendarDate | null;
  /** The signed receipt, mail receipt, photograph. */
  @Column('uuid', { nullable: true }) proofFileId!: string | null;
  /** What the service was recorded with. */
  @Column('jsonb', { nullable: true }) record!: Record<string, unknown> | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** One attempt at a delivery. */
@Entity({ schema: 'service', name: 'attempt' })
@Check('ck_attempt_outcome', `outcome IN ('SENT','SERVED','FAILED','OVERTAKEN')`)
@Index('ix_attempt_delivery', ['deliveryId', 'id'])
@Index('ux_attempt_open', ['deliveryId'], { unique: true, where: `outcome = 'SENT'` })
@Index('ix_attempt_to_post', ['id'], { where: `outcome = 'SENT' AND method = 'POST' AND batch_id IS NULL` })
export class Attempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attempt' }) id!: string;
  @Column('uuid') deliveryId!: string;
  @Column('text') method!: ServiceMethod;
  @Column('date') sentOn!: CalendarDate;
  @Column('uuid') byId!: string;
  @Column('text', { default: 'SENT' }) outcome!: AttemptOutcome;
  /** The day of its outcome. */
  @Column('date', { nullable: true }) endedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) reason!: FailureReason | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) trackingNumber!: string | null;
  /** The postal batch it went with. */
  @Column('uuid', { nullable: true }) batchId!: string | null;
  /** What it was recorded with. */
  @Column('jsonb') record!: Record<string, unknown>;
}
