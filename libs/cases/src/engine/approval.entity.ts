import type { RoleCode } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 审批: a step somebody proposes and others must pass before it is performed. One may be pending for a case. */
@Entity({ schema: 'cases', name: 'proposal' })
@Check('ck_proposal_state', `state IN ('PENDING','PERFORMED','RETURNED','WITHDRAWN')`)
@Index('ux_proposal_pending', ['caseId'], { unique: true, where: `state = 'PENDING'` })
export class Proposal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal' }) id!: string;
  @Column('uuid') caseId!: string;
  /** Name of the transition. */
  @Column('text') transition!: string;
  @Column('jsonb') input!: Record<string, unknown>;
  @Column('text') state!: 'PENDING' | 'PERFORMED' | 'RETURNED' | 'WITHDRAWN';
  /** The role whose turn it is, by position: the reviewers in order, then the performer. */
  @Column('smallint', { default: 0 }) step!: number;
  @Column('uuid') proposedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) proposedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}

/** 审批意见: one person's opinion on a proposal or a review step. */
@Entity({ schema: 'cases', name: 'opinion' })
@Check('ck_opinion_outcome', `outcome IN ('PASS','RETURN')`)
@Index('ix_opinion_case', ['caseId', 'id'])
export class Opinion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_opinion' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid', { nullable: true }) proposalId!: string | null;
  @Column('text') transition!: string;
  @Column('text') role!: RoleCode;
  @Column('uuid') personId!: string;
  @Column('text') outcome!: 'PASS' | 'RETURN';
  @Column('text') opinion!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
