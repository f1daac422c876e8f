import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A program that is told of notifications: a person's own, or (no person) one told of everybody's. */
@Entity({ schema: 'notifications', name: 'webhook_subscriber' })
@Index('ux_webhook_subscriber_person', ['personId'], { unique: true, where: 'person_id IS NOT NULL' })
export class WebhookSubscriber {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_subscriber' }) id!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') url!: string;
  /** Key of the signature, encrypted. */
  @Column('bytea') secretCipher!: Buffer;
  /** False once removed; its deliveries keep pointing here. */
  @Column('boolean', { default: true }) enabled!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
