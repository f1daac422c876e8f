import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A party's answer to the question whether it will mediate. The respondent organ is a party by its own id. */
@Entity({ schema: 'mediation', name: 'party_consent' })
@Check('ck_party_consent_answer', `answer IN ('AGREED','REFUSED')`)
export class PartyConsent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_party_consent' }) caseId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_party_consent' }) partyId!: string;
  @Column('date', { nullable: true }) askedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) askMethod!: string | null;
  @Column('text', { nullable: true }) answer!: 'AGREED' | 'REFUSED' | null;
  @Column('text', { nullable: true }) form!: string | null;
  @Column('date', { nullable: true }) answeredOn!: CalendarDate | null;
  /** The confirmation: a paper or a file of the case. */
  @Column('uuid', { nullable: true }) documentId!: string | null;
  /** The mediators it chose, and when. */
  @Column('uuid', { array: true, nullable: true }) chosenIds!: string[] | null;
  @Column('date', { nullable: true }) chosenOn!: CalendarDate | null;
  /** Consent was given and taken back. */
  @Column('text', { nullable: true }) withdrawal!: 'WITHDRAWN' | 'REFUSES_APPOINTEE' | null;
  /** In the party's words; for those who mediate. */
  @Column('text', { nullable: true }) explanation!: string | null;
}
