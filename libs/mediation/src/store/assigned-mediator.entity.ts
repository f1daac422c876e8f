import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A mediator of a case; `endedOn` is set once replaced. */
@Entity({ schema: 'mediation', name: 'assigned_mediator' })
@Index('ix_assigned_mediator_person', ['personId'])
export class AssignedMediator {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assigned_mediator' }) caseId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assigned_mediator' }) personId!: string;
  @Column('boolean') presiding!: boolean;
  /** CHOSEN by the parties, or the basis of the appointment. */
  @Column('text') basis!: string;
  @Column('date') assignedOn!: CalendarDate;
  @Column('date', { nullable: true }) confirmedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) endedOn!: CalendarDate | null;
}
