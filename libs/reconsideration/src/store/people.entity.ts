import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DecisionKind } from '../domain/decision-kinds.js';
import type {
  JoinderGround,
  JoiningOutcome,
  JoiningWay,
  RecusalGround,
  RecusalOutcome,
  Vote,
} from '../domain/trial/people/tables.js';

/** Whether somebody takes part as third party; the last one counts (复议法 2023 第16条). */
@Entity({ schema: 'reconsideration', name: 'third_party' })
@Check('ck_third_party_outcome', `outcome IN ('ADMITTED','REFUSED')`)
@Index('ix_third_party_case', ['caseId'])
export class ThirdPartyDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_third_party' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') partyId!: string;
  @Column('text') way!: JoiningWay;
  @Column('text') interest!: string;
  @Column('text') outcome!: JoiningOutcome;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('date') decidedOn!: CalendarDate;
}

/** 回避: an officer or head should not take part, and what was decided (公务员法 第76条、第77条). */
@Entity({ schema: 'reconsideration', name: 'recusal' })
@Check('ck_recusal_outcome', `outcome IN ('GRANTED','REFUSED')`)
@Index('ix_recusal_case', ['caseId'])
@Index('ux_recusal_pending', ['caseId', 'officerId'], { unique: true, where: `outcome IS NULL` })
export class OfficerRecusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recusal' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') officerId!: string;
  @Column('text') askedBy!: 'SELF' | 'PARTY' | 'EX_OFFICIO';
  @Column('uuid', { nullable: true }) partyId!: string | null;
  @Column('text') ground!: RecusalGround;
  @Column('text') explanation!: string;
  @Column('date') askedOn!: CalendarDate;
  @Column('text', { nullable: true }) outcome!: RecusalOutcome | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) replacementId!: string | null;
}

/** 合议: an officer's own opinion; given again, all of them stay. */
@Entity({ schema: 'reconsideration', name: 'deliberation' })
@Check('ck_deliberation_vote', `vote IN ('AGREE','DISSENT')`)
@Index('ix_deliberation_case', ['caseId'])
export class Deliberation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deliberation' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') officerId!: string;
  @Column('text', { nullable: true }) kind!: DecisionKind | null;
  @Column('text') opinion!: string;
  @Column('text') vote!: Vote;
  @Column('text', { nullable: true }) dissent!: string | null;
  @Column('date') givenOn!: CalendarDate;
}

/** 合并审理: this case is tried together with one that leads (实施条例 2026 第43条). */
@Entity({ schema: 'reconsideration', name: 'joinder' })
@Index('ix_joinder_case', ['caseId'])
@Index('ux_joinder_open', ['caseId'], { unique: true, where: `separated_on IS NULL` })
@Index('ix_joinder_lead', ['leadCaseId'])
export class Joinder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_joinder' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') leadCaseId!: string;
  @Column('text') ground!: JoinderGround;
  @Column('text') reason!: string;
  @Column('date') joinedOn!: CalendarDate;
  @Column('date', { nullable: true }) separatedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) separationReason!: string | null;
}
