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
}
