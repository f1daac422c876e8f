import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from './domain/channel.js';

/** Whether a person also wants notifications over a channel. The inbox is always on. */
@Entity({ schema: 'notifications', name: 'preference' })
@Check('ck_preference_channel', `channel IN ('email','webhook')`)
export class Preference {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_preference' }) personId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_preference' }) channel!: Channel;
  @Column('boolean') enabled!: boolean;
  /** Mailbox other than the one in the directory; null for a webhook, whose address is its subscriber's. */
  @Column('text', { nullable: true }) address!: string | null;
  /** Kinds that stay in the inbox. */
  @Column('text', { array: true, default: '{}' }) mutedKinds!: string[];
}
