import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instrument } from '../domain/agreement/facts.js';

/** What the parties agreed. It takes effect when all have signed; a later one of the same case takes its place. */
@Entity({ schema: 'mediation', name: 'agreement' })
@Index('ux_agreement_current', ['caseId'], { unique: true, where: 'superseded_on IS NULL' })
@Check('ck_agreement_instrument', `instrument IN ('STATEMENT','WITHDRAWAL')`)
export class Agreement {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'pk_agreement',
    default: () => 'COALESCE(gen_random_uuid(), gen_random_uuid())',
  })
  id!: string;
  @Column('uuid') caseId!: string;
  @Column('date') agreedOn!: CalendarDate;
  @Column('text', { nullable: true }) facts!: string | null;
  @Column('text') matter!: string;
  @Column('text') terms!: string;
  @Column('text', { nullable: true }) manner!: string | null;
  @Column('boolean', { default: false }) oral!: boolean;
  @Column('date', { nullable: true }) effectiveOn!: CalendarDate | null;
  @Column('date', { nullable: true }) supersededOn!: CalendarDate | null;
  /** Handed over to the source, with the instrument the parties want. */
  @Column('date', { nullable: true }) handedOverOn!: CalendarDate | null;
  @Column('text', { nullable: true }) wanted!: Instrument | null;
  /** The instrument the source made. */
  @Column('text', { nullable: true }) instrument!: Instrument | null;
  @Column('date', { nullable: true }) instrumentOn!: CalendarDate | null;
  @Column('text', { nullable: true }) instrumentNumber!: string | null;
}

/** One thing a party has to do under the agreement. */
@Entity({ schema: 'mediation', name: 'obligation' })
@Index('ix_obligation_case', ['caseId', 'dueOn'])
@Check('ck_obligation_state', `state IN ('OPEN','PART','DONE','SUPERSEDED')`)
export class AgreedObligation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_obligation' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') obligorId!: string;
  @Column('text') content!: string;
  @Column('date') dueOn!: CalendarDate;
  /** Money, in fen. */
  @Column('bigint', { nullable: true }) amountFen!: number | null;
  /** Of what is performed in instalments: which one this is. */
  @Column('int', { nullable: true }) instalment!: number | null;
  @Column('text', { default: 'OPEN' }) state!: 'OPEN' | 'PART' | 'DONE' | 'SUPERSEDED';
  /** Paid of it so far, in fen. */
  @Column('bigint', { default: 0 }) paidFen!: number;
  @Column('date', { nullable: true }) performedOn!: CalendarDate | null;
  /** Something of it was performed after the day agreed. */
  @Column('boolean', { default: false }) late!: boolean;
}
