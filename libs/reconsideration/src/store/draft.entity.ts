import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DecisionKind } from '../domain/decision-kinds.js';

/** A draft decision before the reviewers. A returned one stays; the next is a new row. */
@Entity({ schema: 'reconsideration', name: 'draft' })
@Check('ck_draft_state', `state IN ('SUBMITTED','RETURNED','DECIDED')`)
@Index('ix_draft_case', ['caseId', 'id'])
export class Draft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_draft' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') state!: 'SUBMITTED' | 'RETURNED' | 'DECIDED';
  @Column('text') kind!: DecisionKind;
  @Column('text') ground!: string;
  @Column('uuid') drafterId!: string;
  /** The draft as submitted. */
  @Column('jsonb') content!: Record<string, unknown>;
  /** The department's head passed it. */
  @Column('boolean', { default: false }) deptPassed!: boolean;
}
