import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An application as it was submitted, with its receipt. Its id is the draft's. */
@Entity({ schema: 'portal', name: 'submission' })
@Index('ux_submission_case', ['caseId'], { unique: true })
@Index('ux_submission_number', ['number'], { unique: true })
@Index('ux_submission_case_number', ['caseNumber'], { unique: true })
export class Submission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_submission' }) id!: string;
  @Column('uuid') disputeId!: string;
  @Column('uuid') caseId!: string;
  /** Of the register. */
  @Column('text') number!: string;
  @Column('text') caseNumber!: string;
  /** Keyed hash of the code, which was the draft's. */
  @Column('bytea') codeHash!: Buffer;
  @Column('timestamptz') receivedAt!: Date;
  /** The legal day of receipt. */
  @Column('date') receivedOn!: CalendarDate;
  /** SHA-256 of the content's canonical form. */
  @Column('bytea') contentHash!: Buffer;
  /** The content as encrypted JSON. */
  @Column('bytea') content!: Buffer;
}
