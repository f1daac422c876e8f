import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that happened, written in the transaction that did it (outbox). */
@Entity({ schema: 'platform', name: 'outbox' })
@Index('ix_outbox_unrelayed', ['id'], { where: 'relayed_at IS NULL' })
@Index('ix_outbox_pending', ['relayedAt'], { where: 'pending > 0' })
export class OutboxEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outbox' }) id!: string;
  /** `<noun>.<past-tense>` */
  @Column('text') name!: string;
  /** Ids and facts; no personal data. */
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('timestamptz', { default: () => 'now()' }) occurredAt!: Date;
  /** When its jobs were last handed to the queue. */
  @Column('timestamptz', { nullable: true }) relayedAt!: Date | null;
  /** Handlers that have not finished. */
  @Column('int', { default: 0 }) pending!: number;
}

/** A handler has done its work for an event (inbox); the second delivery finds the row and does nothing. */
@Entity({ schema: 'platform', name: 'inbox' })
export class InboxEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_inbox' }) eventId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inbox' }) handler!: string;
  @Column('timestamptz', { default: () => 'now()' }) doneAt!: Date;
}
