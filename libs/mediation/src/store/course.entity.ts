import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PauseReason } from '../domain/facts.js';

/** 中止: why the mediation stood still, and what came of it. */
@Entity({ schema: 'mediation', name: 'pause' })
@Index('ux_pause_open', ['caseId'], { unique: true, where: 'ended_on IS NULL' })
@Index('ix_pause_case', ['caseId'])
export class Pause {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_pause' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') reason!: PauseReason;
  @Column('date') startsOn!: CalendarDate;
  @Column('date', { nullable: true }) endedOn!: CalendarDate | null;
  /** For those who mediate. */
  @Column('text') explanation!: string;
  /** Of a suspicion of sham mediation. */
  @Column('text', { nullable: true }) reportedTo!: string | null;
  @Column('date', { nullable: true }) reportedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) outcome!: string | null;
}

/** 延长: a longer term, and who agreed to it. */
@Entity({ schema: 'mediation', name: 'extension' })
@Index('ix_extension_case', ['caseId'])
export class Extension {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_extension' }) id!: string;
  @Column('uuid') caseId!: string;
  /** Calendar days added. */
  @Column('integer') days!: number;
  /** The parties that agreed, all of those whose consent counts. */
  @Column('uuid', { array: true }) agreedBy!: string[];
  @Column('date') agreedOn!: CalendarDate;
  @Column('text') reason!: string;
}
