import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 送达: a document was served on somebody, how, and which day counts. Each document once on each recipient. */
@Entity({ schema: 'reconsideration', name: 'service' })
@Check('ck_service_document', `document IN ('CORRECTION_NOTICE','COPY','REFUSAL','DECISION')`)
@Index('ux_service_recipient', ['caseId', 'document', 'subjectId', 'recipientId'], { unique: true })
export class ServiceOfDocument {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_service' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') document!: 'CORRECTION_NOTICE' | 'COPY' | 'REFUSAL' | 'DECISION';
  /** The notice or draft served; the case where the document has no row of its own. */
  @Column('uuid') subjectId!: string;
  @Column('uuid') recipientId!: string;
  @Column('date') servedOn!: CalendarDate;
  /** Method, day and proof, as recorded. */
  @Column('jsonb') record!: Record<string, unknown>;
}
