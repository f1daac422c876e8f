import type { CalendarDate } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An application being written; seen by nobody but who has its code. */
@Entity({ schema: 'portal', name: 'draft' })
@Index('ix_draft_expires', ['expiresOn'])
export class PortalDraft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_portal_draft' }) id!: string;
  /** Keyed hash of the code. */
  @Column('bytea') codeHash!: Buffer;
  /** The content as encrypted JSON. */
  @Column('bytea') content!: Buffer;
  @Column('int', { default: 1 }) version!: number;
  /** Its last day. */
  @Column('date') expiresOn!: CalendarDate;
  @Column('timestamptz') savedAt!: Date;
}
