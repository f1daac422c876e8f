import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StayGround, UpliftGround } from '../domain/trial/course/tables.js';

/** 停止执行 (复议法 2023 第42条). */
@Entity({ schema: 'reconsideration', name: 'stay' })
@Index('ix_stay_case', ['caseId'])
@Index('ux_stay_open', ['caseId'], { unique: true, where: `lifted_on IS NULL` })
export class Stay {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_stay' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') ground!: StayGround;
  @Column('uuid', { nullable: true }) partyId!: string | null;
  @Column('text') reason!: string;
  @Column('date') decidedOn!: CalendarDate;
  @Column('date', { nullable: true }) liftedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) liftReason!: string | null;
}

/** 提级: asked for, declined, or taken by the superior (实施条例 2026 第40条). */
@Entity({ schema: 'reconsideration', name: 'uplift' })
@Check('ck_uplift_outcome', `outcome IN ('PENDING','DECLINED','TAKEN')`)
@Index('ix_uplift_case', ['caseId'])
@Index('ux_uplift_pending', ['caseId'], { unique: true, where: `outcome = 'PENDING'` })
export class Uplift {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_uplift' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') outcome!: 'PENDING' | 'DECLINED' | 'TAKEN';
  @Column('text') ground!: UpliftGround;
  @Column('text', { nullable: true }) reason!: string | null;
  /** Null if the superior took it of its own accord. */
  @Column('date', { nullable: true }) requestedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) answeredOn!: CalendarDate | null;
  @Column('text', { nullable: true }) superior!: string | null;
  @Column('text', { nullable: true }) documentNo!: string | null;
  @Column('date', { nullable: true }) filesSentOn!: CalendarDate | null;
}

/** 责令受理、审理、恢复审理 (复议法 2023 第35条、第40条). */
@Entity({ schema: 'reconsideration', name: 'superior_order' })
@Index('ix_superior_order_case', ['caseId'])
export class SuperiorOrder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_superior_order' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') step!: string;
  @Column('text') superior!: string;
  @Column('text') documentNo!: string;
  @Column('date') receivedOn!: CalendarDate;
}
