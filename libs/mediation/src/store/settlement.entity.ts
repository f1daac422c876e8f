import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Complexity, Payee, SettledResult, SettlementState } from '../settlement/domain/codes.js';

/** A line of the tariff. It is never edited: another line, from a later day, ends it. `*` holds for all. */
@Entity({ schema: 'mediation', name: 'tariff' })
@Check('ck_tariff_amount', 'amount_fen BETWEEN 0 AND 100000000')
@Check('ck_tariff_validity', 'valid_until IS NULL OR valid_until > valid_from')
@Index('ux_tariff_from', ['stage', 'matter', 'result', 'complexity', 'validFrom'], { unique: true })
@Index('ux_tariff_open', ['stage', 'matter', 'result', 'complexity'], { unique: true, where: 'valid_until IS NULL' })
export class Tariff {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_tariff' }) id!: string;
  @Column('text') stage!: string;
  @Column('text') matter!: string;
  @Column('text') result!: SettledResult;
  @Column('text') complexity!: Complexity;
  @Column('bigint') amountFen!: number;
  @Column('date') validFrom!: CalendarDate;
  @Column('date', { nullable: true }) validUntil!: CalendarDate | null;
  @Column('text') reason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

/** What a month's cases earn: one for each month. Once frozen it stays as it is. */
@Entity({ schema: 'mediation', name: 'settlement' })
@Check('ck_settlement_month', 'extract(day FROM month) = 1')
@Check('ck_settlement_state', `state IN ('DRAFT','APPROVED','FROZEN')`)
@Index('ux_settlement_month', ['month'], { unique: true })
export class Settlement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_settlement' }) id!: string;
  /** Its first day. */
  @Column('date') month!: CalendarDate;
  @Column('text') state!: SettlementState;
  /** Who built it last. */
  @Column('uuid') madeBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) madeAt!: Date;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('uuid', { nullable: true }) frozenBy!: string | null;
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('int', { default: 1 }) version!: number;
}

/** What a mediator's case earns, or what corrects such a line of a frozen month. */
@Entity({ schema: 'mediation', name: 'settlement_line' })
@Check('ck_settlement_line_kind', `kind IN ('CASE','CORRECTION')`)
@Check('ck_settlement_line_payee', `payee IN ('ORGANISATION','MEDIATOR')`)
@Check('ck_settlement_line_sharing', 'sharing > 0')
@Check(
  'ck_settlement_line_correction',
  `(kind = 'CORRECTION') = (corrects_id IS NOT NULL) AND (kind = 'CORRECTION') = (reason IS NOT NULL)`,
)
@Index('ux_settlement_line_paid', ['caseId', 'personId'], { unique: true, where: `kind = 'CASE'` })
@Index('ix_settlement_line_settlement', ['settlementId', 'organId', 'personId'])
@Index('ix_settlement_line_person', ['personId'])
@Index('ix_settlement_line_corrects', ['correctsId'])
export class SettlementLine {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_settlement_line' }) id!: string;
  @Column('uuid') settlementId!: string;
  @Column('text') kind!: 'CASE' | 'CORRECTION';
  @Column('uuid') caseId!: string;
  @Column('uuid') personId!: string;
  /** The mediator's committee. */
  @Column('uuid') organId!: string;
  /** To whom it is paid: the organisation under contract, or the mediator. */
  @Column('text') payee!: Payee;
  @Column('date') endedOn!: CalendarDate;
  @Column('text') result!: SettledResult;
  @Column('text') complexity!: Complexity;
  /** The line of the tariff that was used; null if there was none. */
  @Column('uuid', { nullable: true }) tariffId!: string | null;
  /** Mediators among whom the tariff's amount is divided. */
  @Column('int') sharing!: number;
  /** In fen; of a correction the difference, which may be negative. */
  @Column('bigint') amountFen!: number;
  @Column('uuid', { nullable: true }) correctsId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') createdBy!: string;
}
