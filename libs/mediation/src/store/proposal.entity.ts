import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ProposalReaders, Proposer } from '../domain/proposals/inputs.js';

/** What was offered, by whom, and who knows of it. Behind the wall (复议法实施条例 2026 第48条). */
@Entity({ schema: 'mediation', name: 'proposal' })
@Check('ck_proposal_by', `by_side IN ('APPLICANT','RESPONDENT','THIRD_PARTY','MEDIATOR')`)
@Check('ck_proposal_visible', `visible_to IN ('MEDIATOR','OWN_SIDE','BOTH')`)
@Index('ix_proposal_case', ['caseId', 'id'])
export class MediationProposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') bySide!: Proposer;
  @Column('text') visibleTo!: ProposalReaders;
  @Column('text') offer!: string;
  /** Money, in fen. */
  @Column('bigint', { nullable: true }) amountFen!: number | null;
  @Column('date') madeOn!: CalendarDate;
  /** The day it was put to all parties. */
  @Column('date', { nullable: true }) putOn!: CalendarDate | null;
}

/** A fact that nobody disputes. Behind the wall, until all have agreed that it passes. */
@Entity({ schema: 'mediation', name: 'undisputed_fact' })
@Index('ix_undisputed_fact_case', ['caseId', 'id'])
export class UndisputedFact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_undisputed_fact' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') fact!: string;
  @Column('date') recordedOn!: CalendarDate;
}

/** A party confirmed a fact, and whether it may be passed on. */
@Entity({ schema: 'mediation', name: 'fact_confirmation' })
export class FactConfirmation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_fact_confirmation' }) factId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_fact_confirmation' }) partyId!: string;
  @Column('date') confirmedOn!: CalendarDate;
  @Column('boolean') mayPassOn!: boolean;
}
