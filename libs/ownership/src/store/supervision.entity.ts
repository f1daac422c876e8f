import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OrderState } from '../domain/supervision/order-states.js';

/** A lamp that came on, and when and why it went out; `CIRCULAR`: the unit is named in a 通报. Once for each cause. */
@Entity({ schema: 'ownership', name: 'mark' })
@Check('ck_mark_kind', `mark IN ('YELLOW','RED','CIRCULAR')`)
@Index('ux_mark_cause', ['caseId', 'cause'], { unique: true })
export class SupervisionMark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mark' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') mark!: 'YELLOW' | 'RED' | 'CIRCULAR';
  /** Kind of cause, and the clock or day it was about. */
  @Column('text') cause!: string;
  @Column('date') markedOn!: CalendarDate;
  @Column('date', { nullable: true }) liftedOn!: CalendarDate | null;
  /** Why it went out; of a circular, its text. */
  @Column('text', { nullable: true }) liftedBy!: string | null;
}

/** 督办单. */
@Entity({ schema: 'ownership', name: 'supervision' })
@Check('ck_supervision_state', `state IN ('ISSUED','ACKNOWLEDGED','REPLIED','RETURNED','ACCEPTED','LAPSED')`)
@Index('ix_supervision_case', ['caseId', 'id'])
@Index('ux_supervision_number', ['number'], { unique: true })
export class SupervisionOrder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supervision' }) id!: string;
  @Column('uuid') caseId!: string;
  /** 督办号. */
  @Column('text') number!: string;
  @Column('text') reason!: string;
  @Column('text') basis!: string;
  @Column('text') demand!: string;
  @Column('text') state!: OrderState;
  /** By the leader who owns the case, not by the bureau. */
  @Column('boolean') byLeader!: boolean;
  @Column('date') issuedOn!: CalendarDate;
  @Column('uuid') issuedBy!: string;
  @Column('date', { nullable: true }) acknowledgedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) acknowledgedBy!: string | null;
}

/** A reply to a 督办单, and what became of it. */
@Entity({ schema: 'ownership', name: 'supervision_reply' })
@Check('ck_supervision_reply_outcome', `outcome IN ('ACCEPTED','RETURNED')`)
@Index('ix_supervision_reply_order', ['orderId', 'id'])
export class SupervisionReply {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_supervision_reply' }) id!: string;
  @Column('uuid') orderId!: string;
  @Column('text') content!: string;
  @Column('uuid', { array: true }) fileIds!: string[];
  @Column('date') repliedOn!: CalendarDate;
  @Column('uuid') repliedBy!: string;
  @Column('text', { nullable: true }) outcome!: 'ACCEPTED' | 'RETURNED' | null;
  @Column('text', { nullable: true }) opinion!: string | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
}
