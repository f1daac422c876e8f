import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SessionAttendance, SessionMode } from '../domain/sittings/inputs.js';

/** A session, planned, held or called off. What was said in it stays behind the wall (复议法实施条例 2026 第48条). */
@Entity({ schema: 'mediation', name: 'session' })
@Check('ck_session_state', `state IN ('PLANNED','HELD','CANCELLED')`)
@Check('ck_session_held', `state <> 'HELD' OR (minutes IS NOT NULL AND held_by IS NOT NULL)`)
@Index('ix_session_case', ['caseId', 'heldOn'])
@Index('ix_session_day', ['heldOn', 'id'])
export class MediationSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text', { default: 'HELD' }) state!: 'PLANNED' | 'HELD' | 'CANCELLED';
  /** The day it is, was, or was to be held. */
  @Column('date') heldOn!: CalendarDate;
  /** Hours `HH:MM`; null if nobody planned them. */
  @Column('text', { nullable: true }) startsAt!: string | null;
  @Column('text', { nullable: true }) endsAt!: string | null;
  @Column('text') mode!: SessionMode;
  @Column('text') place!: string;
  @Column('text', { nullable: true }) onlineLink!: string | null;
  /** The organ is asked for a representative who may bind it. */
  @Column('boolean', { default: false }) headWanted!: boolean;
  @Column('boolean', { default: false }) open!: boolean;
  /** Why it was moved or called off. */
  @Column('text', { nullable: true }) note!: string | null;
  /** Behind the wall. */
  @Column('text', { nullable: true }) minutes!: string | null;
  /** Behind the wall. */
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('uuid', { nullable: true }) heldBy!: string | null;
}

/** Somebody who was to come to a session, and whether he came. */
@Entity({ schema: 'mediation', name: 'session_invitee' })
@Check('ck_session_invitee_kind', `kind IN ('PARTY','MEDIATOR')`)
@Check('ck_session_invitee_attendance', `attendance IN ('PRESENT','REPRESENTED','ABSENT')`)
@Index('ix_session_invitee_person', ['inviteeId', 'sessionId'])
export class SessionInvitee {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session_invitee' }) sessionId!: string;
  /** A party, the respondent organ, or the person of a mediator. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session_invitee' }) inviteeId!: string;
  @Column('text') kind!: 'PARTY' | 'MEDIATOR';
  @Column('text', { nullable: true }) attendance!: SessionAttendance | null;
  @Column('text', { nullable: true }) representedBy!: string | null;
  @Column('text', { nullable: true }) explanation!: string | null;
  /** Of an open session: agreed to it. */
  @Column('boolean', { nullable: true }) agreedToOpen!: boolean | null;
}
