import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 延期: asked for, granted or refused. */
@Entity({ schema: 'ownership', name: 'extension' })
@Check('ck_extension_state', `state IN ('ASKED','GRANTED','REFUSED')`)
@Check('ck_extension_days', 'days BETWEEN 1 AND 30')
@Index('ux_extension_asked', ['caseId'], { unique: true, where: `state = 'ASKED'` })
@Index('ix_extension_case', ['caseId', 'id'])
export class Extension {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_extension' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') state!: 'ASKED' | 'GRANTED' | 'REFUSED';
  /** Calendar days, as asked for or as granted. */
  @Column('int') days!: number;
  @Column('text') reason!: string;
  @Column('date', { nullable: true }) askedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) opinion!: string | null;
}

/** 变更: who owned the case before and after, and what was handed over. */
@Entity({ schema: 'ownership', name: 'hand_over' })
@Index('ix_hand_over_case', ['caseId', 'id'])
export class HandOver {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hand_over' }) id!: string;
  @Column('uuid') caseId!: string;
  /** `{ leaderId, unitId, unitLeaderId }`. */
  @Column('jsonb') before!: Record<string, string>;
  @Column('jsonb') after!: Record<string, string>;
  @Column('text') reason!: string;
  @Column('text') note!: string;
  @Column('date') changedOn!: CalendarDate;
  @Column('uuid') changedBy!: string;
}
