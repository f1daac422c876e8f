import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RecusalGround, RecusalSide } from '../domain/facts.js';

/** 回避: a ground raised against a mediator, and how it was decided. */
@Entity({ schema: 'mediation', name: 'recusal' })
@Check('ck_recusal_state', `state IN ('PENDING','GRANTED','REJECTED')`)
@Index('ux_recusal_pending', ['caseId'], { unique: true, where: `state = 'PENDING'` })
export class Recusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recusal' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') mediatorId!: string;
  @Column('text') raisedBy!: RecusalSide;
  @Column('text') ground!: RecusalGround;
  @Column('text') explanation!: string;
  @Column('text') state!: 'PENDING' | 'GRANTED' | 'REJECTED';
  @Column('text', { nullable: true }) decision!: string | null;
  /** Raised late: when the ground became known. */
  @Column('date', { nullable: true }) knownOn!: CalendarDate | null;
  /** After a disclosure: the parties that agreed to go on. */
  @Column('uuid', { array: true, nullable: true }) agreedBy!: string[] | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('timestamptz', { default: () => 'now()' }) raisedAt!: Date;
}
