import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Attendee } from '../domain/decision/inputs.js';

/** How the decision was approved (复议法 2023 第61条第1款): by the head, or in collective discussion with its record. */
@Entity({ schema: 'reconsideration', name: 'decision_record' })
@Check('ck_decision_record_mode', `(mode = 'COLLECTIVE') = (attendees IS NOT NULL) AND mode IN ('HEAD','COLLECTIVE')`)
export class DecisionRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_decision_record' }) caseId!: string;
  @Column('date') decidedOn!: CalendarDate;
  @Column('uuid') decidedBy!: string;
  /** After the end of the decision period. */
  @Column('boolean') overdue!: boolean;
  @Column('text') mode!: 'HEAD' | 'COLLECTIVE';
  @Column('date', { nullable: true }) meetingOn!: CalendarDate | null;
  @Column('text', { nullable: true }) meetingRecord!: string | null;
  @Column('jsonb', { nullable: true }) attendees!: Attendee[] | null;
}
