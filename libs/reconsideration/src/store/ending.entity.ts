import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 撤回申请, and whether it was allowed (复议法 2023 第41条第1项). */
@Entity({ schema: 'reconsideration', name: 'withdrawal' })
@Index('ix_withdrawal_case', ['caseId'])
export class Withdrawal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_withdrawal' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid', { array: true }) signedByIds!: string[];
  @Column('date') receivedOn!: CalendarDate;
  @Column('boolean') afterSettlement!: boolean;
  @Column('text') reason!: string;
  @Column('boolean', { nullable: true }) allowed!: boolean | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
}

/** A case ended without a decision on the merits; one that a superior set aside is revoked. */
@Entity({ schema: 'reconsideration', name: 'ending' })
@Check('ck_ending_kind', `kind IN ('TERMINATED','DISMISSED','MEDIATED')`)
@Index('ix_ending_case', ['caseId'])
@Index('ux_ending_valid', ['caseId'], { unique: true, where: `revoked_on IS NULL` })
export class Ending {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ending' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: 'TERMINATED' | 'DISMISSED' | 'MEDIATED';
  @Column('text', { nullable: true }) ground!: string | null;
  @Column('text') reason!: string;
  @Column('date') decidedOn!: CalendarDate;
  @Column('date', { nullable: true }) revokedOn!: CalendarDate | null;
}

/** 行政复议调解书: it binds by signatures and seal (复议法 2023 第73条). */
@Entity({ schema: 'reconsideration', name: 'mediation_statement' })
@Index('ix_mediation_statement_case', ['caseId'])
export class MediationStatement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mediation_statement' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') terms!: string;
  @Column('uuid', { array: true }) thirdPartyIds!: string[];
  @Column('uuid', { array: true }) signedByIds!: string[];
  @Column('date') effectiveOn!: CalendarDate;
}

/** What a party has to do by the mediation statement, and by when. */
@Entity({ schema: 'reconsideration', name: 'mediation_performance' })
@Index('ix_mediation_performance_case', ['caseId'])
export class MediationPerformance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mediation_performance' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') statementId!: string;
  @Column('uuid') partyId!: string;
  @Column('text') what!: string;
  @Column('date') dueOn!: CalendarDate;
}
