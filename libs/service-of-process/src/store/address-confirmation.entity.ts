import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 送达地址确认书 of a party or organ in a dispute. The latest counts; earlier ones stay. */
@Entity({ schema: 'service', name: 'address_confirmation' })
@Check('ck_address_confirmation_electronic', 'NOT electronic OR portal OR email IS NOT NULL')
@Index('ix_address_confirmation_recipient', ['disputeId', 'recipientId', 'id'])
export class AddressConfirmation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_address_confirmation' }) id!: string;
  @Column('uuid') disputeId!: string;
  @Column('uuid') recipientId!: string;
  @Column('text') address!: string;
  @Column('text') phone!: string;
  /** Agrees to electronic service. */
  @Column('boolean') electronic!: boolean;
  @Column('text', { nullable: true }) email!: string | null;
  /** Agrees to be served in the portal. */
  @Column('boolean') portal!: boolean;
  @Column('date') confirmedOn!: CalendarDate;
  @Column('uuid') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
}
