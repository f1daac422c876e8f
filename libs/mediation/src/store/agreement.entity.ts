import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the parties agreed. It takes effect when all have signed. */
@Entity({ schema: 'mediation', name: 'agreement' })
export class Agreement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agreement' }) caseId!: string;
  @Column('date') agreedOn!: CalendarDate;
  @Column('text') matter!: string;
  @Column('text') terms!: string;
}

/** One thing a party has to do under the agreement. */
@Entity({ schema: 'mediation', name: 'obligation' })
@Index('ix_obligation_case', ['caseId', 'dueOn'])
export class AgreedObligation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_obligation' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') obligorId!: string;
  @Column('text') content!: string;
  @Column('date') dueOn!: CalendarDate;
  /** Money, in fen. */
  @Column('bigint', { nullable: true }) amountFen!: number | null;
}
