import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Difference } from './prover.js';

/** A nightly proof that the rows of cases are what the trail says: how far it is, and what it found. */
@Entity({ schema: 'cases', name: 'rebuild_proof' })
// One for each night, however many workers there are.
@Index('ux_rebuild_proof_night', ['night'], { unique: true })
export class RebuildProof {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rebuild_proof' }) id!: string;
  @Column('date') night!: CalendarDate;
  /** Cases that moved since then are proved; all of them if null. */
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  /** Cases that differed the time before, proved again though nothing was kept about them. */
  @Column('uuid', { array: true, default: [] }) suspects!: string[];
  /** The last case proved. */
  @Column('uuid') cursor!: string;
  @Column('int', { default: 0 }) cases!: number;
  /** How many differences there are. */
  @Column('int', { default: 0 }) found!: number;
  /** The first of them: case and field, no values. */
  @Column('jsonb', { default: [] }) differences!: Difference[];
  @Column('timestamptz', { default: () => 'now()' }) startedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
