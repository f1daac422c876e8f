import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CitizenClock, CourtProcedure, PauseReason, Source, Stage } from '../domain/facts.js';

/** What a mediation case has besides what every case has. */
@Entity({ schema: 'mediation', name: 'mediation' })
@Index('ix_mediation_committee', ['committeeId'])
export class Mediation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mediation' }) caseId!: string;
  @Column('text') stage!: Stage;
  @Column('text') source!: Source;
  @Column('date') receivedOn!: CalendarDate;
  @Column('text', { nullable: true }) letterNumber!: string | null;
  @Column('text', { nullable: true }) courtCaseNumber!: string | null;
  @Column('text', { nullable: true }) courtProcedure!: CourtProcedure | null;
  @Column('boolean') major!: boolean;
  @Column('text') request!: string;
  @Column('uuid', { nullable: true }) committeeId!: string | null;
  /** Citizen's periods whose risk was explained, as they then stood. */
  @Column('jsonb', { default: () => `'[]'` }) acknowledgedClocks!: CitizenClock[];
  @Column('text', { nullable: true }) pauseReason!: PauseReason | null;
  @Column('date', { nullable: true }) pausedFrom!: CalendarDate | null;
  /** How it ended: reason and report of a rejection, return or termination. Without offers and concessions. */
  @Column('jsonb', { nullable: true }) ending!: Record<string, unknown> | null;
}
