import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ReminderState = 'PENDING' | 'SENT' | 'CANCELLED';

/** One person is to be reminded of one step of one clock: once, ever. PostgreSQL is the truth about when. */
@Entity({ schema: 'reminders', name: 'reminder' })
@Check('ck_reminder_state', `state IN ('PENDING','SENT','CANCELLED')`)
@Index('ux_reminder_step', ['clockId', 'dueOn', 'step', 'recipientId'], { unique: true })
@Index('ix_reminder_due', ['remindAt', 'id'], { where: `state = 'PENDING'` })
export class Reminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminder' }) id!: string;
  @Column('uuid') clockId!: string;
  @Column('text') rule!: string;
  /** The due day it was planned for: a moved clock has reminders of its own. */
  @Column('date') dueOn!: CalendarDate;
  /** Working days relative to the due day. */
  @Column('int') step!: number;
  @Column('uuid') recipientId!: string;
  /** Sent to a superior of those who act. */
  @Column('boolean') escalation!: boolean;
  @Column('timestamptz') remindAt!: Date;
  @Column('text', { default: 'PENDING' }) state!: ReminderState;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
