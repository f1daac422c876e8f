import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Attendance, CommitteeGround } from '../domain/trial/hearing/grounds.js';

/** 听证: decided on, scheduled, held or called off (复议法 2023 第50条、第51条). */
@Entity({ schema: 'reconsideration', name: 'hearing' })
@Check('ck_hearing_state', `state IN ('SCHEDULED','HELD','CANCELLED')`)
@Index('ix_hearing_case', ['caseId'])
@Index('ux_hearing_planned', ['caseId'], { unique: true, where: `state = 'SCHEDULED'` })
export class Hearing {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hearing' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') state!: 'SCHEDULED' | 'HELD' | 'CANCELLED';
  /** The day it is, or was to be, held. */
  @Column('date') onDay!: CalendarDate;
  @Column('text') time!: string;
  @Column('text') place!: string;
  @Column('text') matters!: string;
  @Column('uuid') chairId!: string;
  @Column('uuid', { array: true }) memberIds!: string[];
  @Column('uuid') recorderId!: string;
  @Column('text', { nullable: true }) transcript!: string | null;
  /** Why it was moved or called off. */
  @Column('text', { nullable: true }) note!: string | null;
}

/** A party of a hearing: when it was told, whether and how it came. */
@Entity({ schema: 'reconsideration', name: 'hearing_party' })
@Index('ix_hearing_party_case', ['caseId'])
@Index('ux_hearing_party', ['hearingId', 'partyId'], { unique: true })
export class HearingParty {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hearing_party' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') hearingId!: string;
  @Column('uuid') partyId!: string;
  @Column('date', { nullable: true }) notifiedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) attendance!: Attendance | null;
  @Column('boolean', { nullable: true }) headAttended!: boolean | null;
  @Column('text', { nullable: true }) explanation!: string | null;
  @Column('text', { nullable: true }) delegate!: string | null;
}

/** 咨询: the committee was asked, and what it said (复议法 2023 第52条). */
@Entity({ schema: 'reconsideration', name: 'consultation' })
@Index('ix_consultation_case', ['caseId'])
@Index('ux_consultation_open', ['caseId'], { unique: true, where: `given_on IS NULL` })
export class Consultation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consultation' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') ground!: CommitteeGround;
  @Column('text') question!: string;
  @Column('date') askedOn!: CalendarDate;
  @Column('date', { nullable: true }) givenOn!: CalendarDate | null;
  @Column('text', { nullable: true }) meeting!: 'FULL' | 'CASE' | null;
  @Column('text', { nullable: true }) opinion!: string | null;
}
