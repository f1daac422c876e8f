import type { CalendarDate } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FilingMethod, SimplifiedGround, SuspensionGround, Track } from '../domain/facts.js';
import type { CommitteeGround, HearingGround } from '../domain/trial/hearing/grounds.js';

/** What a reconsideration case has besides what every case has, from receipt to decision. */
@Entity({ schema: 'reconsideration', name: 'application' })
export class Application {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application' }) caseId!: string;
  @Column('text') method!: FilingMethod;
  @Column('date') receivedOn!: CalendarDate;
  /** The day that counts for timeliness. */
  @Column('date') filedOn!: CalendarDate;
  @Column('boolean') electionSigned!: boolean;
  @Column('text', { nullable: true }) priorGround!: string | null;
  @Column('date', { nullable: true }) acceptedOn!: CalendarDate | null;
  /** Accepted by silence (复议法 2023 第30条第3款). */
  @Column('boolean', { default: false }) deemed!: boolean;
  @Column('text', { nullable: true }) track!: Track | null;
  @Column('text', { nullable: true }) simplifiedGround!: SimplifiedGround | null;
  @Column('date', { nullable: true }) copySentOn!: CalendarDate | null;
  @Column('date', { nullable: true }) copyReceivedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) replyReceivedOn!: CalendarDate | null;
  @Column('boolean', { default: false }) replyLate!: boolean;
  /** The act counts as without evidence and basis (复议法 2023 第70条). */
  @Column('boolean', { default: false }) evidenceDefault!: boolean;
  @Column('boolean', { default: false }) extended!: boolean;
  @Column('text', { nullable: true }) suspensionGround!: SuspensionGround | null;
  @Column('date', { nullable: true }) suspendedOn!: CalendarDate | null;
  /** Why a hearing must be held; none: it need not. */
  @Column('text', { array: true, default: () => `'{}'` }) hearingGrounds!: HearingGround[];
  /** Why the committee must be consulted; none: it need not. */
  @Column('text', { array: true, default: () => `'{}'` }) committeeGrounds!: CommitteeGround[];
  /** The latest day on which a cause of standstill ended. */
  @Column('date', { nullable: true }) stillUntil!: CalendarDate | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  /** What each step recorded in words, by the step's name: reasons, explanations, the report. */
  @Column('jsonb', { default: () => `'{}'` }) records!: Record<string, unknown>;
}
