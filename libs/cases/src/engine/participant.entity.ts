import type { CalendarDate, RoleCode } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Who takes part officially, in which role, from when to when: a person, or an organ through those who hold the role
 * there. Roles on a case, row scope and reminders all come from these rows.
 */
@Entity({ schema: 'cases', name: 'participant' })
@Check('ck_participant_who', 'num_nonnulls(person_id, organ_id) = 1')
@Index('ix_participant_dispute', ['disputeId'])
@Index('ix_participant_person', ['personId'], { where: 'until IS NULL' })
export class Participant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_participant' }) id!: string;
  @Column('uuid') disputeId!: string;
  /** Null if for the dispute as a whole. */
  @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('text') role!: RoleCode;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) organId!: string | null;
  @Column('date') since!: CalendarDate;
  /** Null while it lasts. */
  @Column('date', { nullable: true }) until!: CalendarDate | null;
  /** Why it began, and why it ended. */
  @Column('text', { nullable: true }) reason!: string | null;
}

/**
 * A person is shut out of a dispute, for good: he was recused. Whatever else would let him see it, his organ or the whole
 * district, he sees nothing of it any more.
 */
@Entity({ schema: 'cases', name: 'exclusion' })
@Index('ix_exclusion_dispute', ['disputeId'])
export class Exclusion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_exclusion' }) personId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_exclusion' }) disputeId!: string;
  @Column('date') since!: CalendarDate;
  @Column('text') reason!: string;
}

/**
 * Row scope: a principal (a person, an organ, or the district as a whole) may see a dispute. Derived from participants;
 * it also carries the orders of lists, so that each principal's queue and register is one index range.
 */
@Entity({ schema: 'cases', name: 'access' })
@Index('ix_access_dispute', ['disputeId'])
@Index('ix_access_queue', { synchronize: false })
@Index('ix_access_registered', ['principalId', 'registeredOn', 'disputeId'])
export class Access {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_access' }) principalId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_access' }) disputeId!: string;
  /** The dispute is registered and not closed. */
  @Column('boolean') open!: boolean;
  /** `infinity` if no clock runs. */
  @Column('date') dueOn!: CalendarDate;
  @Column('date') registeredOn!: CalendarDate;
}
