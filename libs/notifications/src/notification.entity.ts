import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message in a person's inbox. Its text holds no personal data: case number, rule, article, day. */
@Entity({ schema: 'notifications', name: 'notification' })
@Index('ux_notification_dedupe', ['dedupeKey'], { unique: true })
@Index('ix_notification_recipient', ['recipientId', 'id'])
@Index('ix_notification_unread', ['recipientId', 'id'], { where: 'read_at IS NULL' })
export class Notification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification' }) id!: string;
  @Column('uuid') recipientId!: string;
  /** `clock-near`; see domain/texts.ts. */
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('uuid', { nullable: true }) disputeId!: string | null;
  @Column('uuid', { nullable: true }) caseId!: string | null;
  /** Path in the application, `/disputes/<id>`. */
  @Column('text', { nullable: true }) link!: string | null;
  /** What makes it the same message: sending it again inserts nothing. */
  @Column('text') dedupeKey!: string;
  /** By the business clock. */
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}
