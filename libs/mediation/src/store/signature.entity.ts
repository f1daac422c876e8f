import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signature or seal on an agreement: of a party, a mediator, or the committee. */
@Entity({ schema: 'mediation', name: 'agreement_signature' })
@Index('ux_agreement_signature', ['agreementId', 'signerId'], { unique: true })
@Check('ck_agreement_signature_agent', '(agent_name IS NULL) = (authority_file_id IS NULL)')
export class AgreementSignature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_agreement_signature' }) id!: string;
  @Column('uuid') agreementId!: string;
  @Column('uuid') signerId!: string;
  @Column('date') signedOn!: CalendarDate;
  @Column('text') form!: string;
  /** Signed by an agent, and the file that proves his power. */
  @Column('text', { nullable: true }) agentName!: string | null;
  @Column('uuid', { nullable: true }) authorityFileId!: string | null;
  @Column('uuid') recordedBy!: string;
}

/** A joint application for judicial confirmation, and what came of it. */
@Entity({ schema: 'mediation', name: 'confirmation' })
@Index('ix_confirmation_agreement', ['agreementId'])
@Check('ck_confirmation_outcome', `outcome IN ('CONFIRMED','REFUSED','NOT_ACCEPTED')`)
@Check('ck_confirmation_decided', '(outcome IS NULL) = (decided_on IS NULL)')
export class Confirmation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_confirmation' }) id!: string;
  @Column('uuid') agreementId!: string;
  @Column('uuid', { array: true }) partyIds!: string[];
  @Column('text') court!: string;
  @Column('date') appliedOn!: CalendarDate;
  @Column('date', { nullable: true }) acceptedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) courtNumber!: string | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('date', { nullable: true }) decidedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) paperNumber!: string | null;
  @Column('uuid', { nullable: true }) paperFileId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
