import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A session. Its minutes stay behind the mediation wall (复议法实施条例 2026 第48条). */
@Entity({ schema: 'mediation', name: 'session' })
@Index('ix_session_case', ['caseId', 'heldOn'])
export class MediationSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('date') heldOn!: CalendarDate;
  @Column('text') mode!: string;
  @Column('text') place!: string;
  @Column('boolean') open!: boolean;
  @Column('text') minutes!: string;
  @Column('uuid') heldBy!: string;
}
