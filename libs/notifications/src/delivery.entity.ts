import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Channel } from './domain/channel.js';
import { Notification } from './notification.entity.js';

export type DeliveryState = 'PENDING' | 'SENT' | 'FAILED';

/** One notification on its way out of the house: to a person's mailbox, or to a webhook. */
@Entity({ schema: 'notifications', name: 'delivery' })
@Check('ck_delivery_channel', `channel IN ('email','webhook')`)
@Check('ck_delivery_state', `state IN ('PENDING','SENT','FAILED')`)
@Index('ux_delivery_target', ['notificationId', 'channel', 'targetId'], { unique: true })
@Index('ix_delivery_batch', ['batchId'], { where: `state = 'PENDING'` })
@Index('ix_delivery_failed', ['id'], { where: `state = 'FAILED'` })
export class Delivery {
  /** Also the Message-ID of the mail and the header of the webhook's request: a repeat can be recognised. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delivery' }) id!: string;
  @ForeignKey(() => Notification, { name: 'fk_delivery_notification' })
  @Column('uuid')
  notificationId!: string;
  @Column('text') channel!: Channel;
  /** The person whose mailbox it is, or the webhook subscriber. */
  @Column('uuid') targetId!: string;
  /** Deliveries written together are announced by one event. */
  @Column('uuid') batchId!: string;
  @Column('text', { default: 'PENDING' }) state!: DeliveryState;
  @Column('int', { default: 0 }) attempts!: number;
  /** `SMTP_550`, `HTTP_500`, `TIMEOUT`: a code, never the server's own words, which may name the person. */
  @Column('text', { nullable: true }) lastErrorCode!: string | null;
  /** A worker is sending it until then, by the database's clock; after that another may take it. */
  @Column('timestamptz', { nullable: true }) claimedUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
