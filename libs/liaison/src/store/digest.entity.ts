import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A week whose digest was sent; its row and its messages are one transaction. */
@Entity({ schema: 'liaison', name: 'digest' })
export class Digest {
  /** Its Monday. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_digest' }) week!: CalendarDate;
  @Column('timestamptz') sentAt!: Date;
  @Column('int', { default: 0 }) messages!: number;
}

/** When the weekly digest is sent; one row. */
@Entity({ schema: 'liaison', name: 'digest_setting' })
@Check('ck_digest_setting_weekday', 'weekday BETWEEN 1 AND 7')
@Check('ck_digest_setting_at', `at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
export class DigestSetting {
  /** For the audit trail, which names records by id. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_digest_setting' }) id!: string;
  /** 1 is Monday. */
  @Column('int') weekday!: number;
  @Column('text') at!: string;
  @Column('int', { default: 1 }) version!: number;
}
