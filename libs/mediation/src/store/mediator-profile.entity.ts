import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Engagement } from '../network/domain/codes.js';

/** What a mediator can do, how much of it, and for how long. Which committee he is of, his posts say. */
@Entity({ schema: 'mediation', name: 'mediator_profile' })
@Check('ck_mediator_profile_engagement', `engagement IN ('FULL_TIME','PER_CASE')`)
@Check('ck_mediator_profile_cap', 'cap BETWEEN 0 AND 1000')
@Check('ck_mediator_profile_term', 'term_until IS NULL OR term_until > term_from')
export class MediatorProfile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mediator_profile' }) personId!: string;
  /** Codes of matters or fields. */
  @Column('text', { array: true, default: '{}' }) expertise!: string[];
  @Column('text', { array: true, default: '{PUTONGHUA}' }) languages!: string[];
  @Column('text') engagement!: Engagement;
  /** Open cases at most. */
  @Column('int', { default: 20 }) cap!: number;
  @Column('date') termFrom!: CalendarDate;
  /** The first day on which the term is over. */
  @Column('date', { nullable: true }) termUntil!: CalendarDate | null;
  /** Employers of the last three years: their disputes are not for this mediator. */
  @Column('uuid', { array: true, default: '{}' }) formerOrganIds!: string[];
  @Column('int', { default: 1 }) version!: number;
}
