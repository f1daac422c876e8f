import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Interference } from '../domain/independence.js';
import type { InstructionState } from '../domain/instructions.js';

/** 批示: what the leader said, when, and how far it has come. A trigger keeps his words as they are. */
@Entity({ schema: 'ownership', name: 'instruction' })
@Check('ck_instruction_state', `state IN ('OPEN','ANSWERED','ACCEPTED','LAPSED')`)
@Index('ix_instruction_case', ['caseId', 'id'])
export class Instruction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instruction' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') content!: string;
  @Column('text') state!: InstructionState;
  @Column('timestamptz') givenAt!: Date;
  @Column('uuid') givenBy!: string;
}

/** What the unit answered to an instruction, and what the leader said to that. */
@Entity({ schema: 'ownership', name: 'instruction_entry' })
@Check('ck_instruction_entry_kind', `kind IN ('ANSWER','ACCEPT','PRESS')`)
@Index('ix_instruction_entry_instruction', ['instructionId', 'id'])
export class InstructionEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instruction_entry' }) id!: string;
  @Column('uuid') instructionId!: string;
  @Column('text') kind!: 'ANSWER' | 'ACCEPT' | 'PRESS';
  @Column('text') content!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') by!: string;
}

/**
 * Words of a leader that reached into a reconsideration: refused, and kept whole, as 中办发〔2015〕23号 demands. Only the
 * head of the institution reads them; those who try the case do not.
 */
@Entity({ schema: 'ownership', name: 'interference' })
@Index('ix_interference_case', ['caseId'])
export class InterferenceRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interference' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') disputeId!: string;
  @Column('uuid', { nullable: true }) aboutCaseId!: string | null;
  @Column('text') ground!: Interference;
  @Column('text') content!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') personId!: string;
}

/** When somebody last looked at his overview. */
@Entity({ schema: 'ownership', name: 'last_look' })
export class LastLook {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_last_look' }) personId!: string;
  @Column('timestamptz') lookedAt!: Date;
}
