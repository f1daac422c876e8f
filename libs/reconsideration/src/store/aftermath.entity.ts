import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Publication } from '../domain/after/facts.js';
import type { FileEntry } from '../domain/after/closing/inputs.js';

/** What became of a case after service: publication, the copy to the superior, closing, the archive. */
@Entity({ schema: 'reconsideration', name: 'aftermath' })
@Check('ck_aftermath_review', `review IN ('NONE','OPEN','CLOSED')`)
@Check('ck_aftermath_publication', `publication IN ('PUBLIC','PARTIAL','NOT_PUBLIC')`)
@Check('ck_aftermath_published', `published_on IS NULL OR publication IN ('PUBLIC','PARTIAL')`)
export class Aftermath {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_aftermath' }) caseId!: string;
  /** The items of performance were listed. */
  @Column('boolean', { default: false }) followedUp!: boolean;
  @Column('date', { nullable: true }) superiorCopiedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) superior!: string | null;
  /** 隐私审查. */
  @Column('text', { default: 'NONE' }) review!: 'NONE' | 'OPEN' | 'CLOSED';
  @Column('text', { array: true, default: () => `'{}'` }) redactions!: string[];
  @Column('text', { nullable: true }) publication!: Publication | null;
  @Column('text', { nullable: true }) publicationReason!: string | null;
  @Column('date', { nullable: true }) publicationDecidedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) publishedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('date', { nullable: true }) closedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('date', { nullable: true }) archivedOn!: CalendarDate | null;
  @Column('int', { nullable: true }) archiveYear!: number | null;
  @Column('text', { nullable: true }) archiveNumber!: string | null;
  @Column('jsonb', { nullable: true }) fileList!: FileEntry[] | null;
}

/** 行政复议意见书, or 建议书. */
@Entity({ schema: 'reconsideration', name: 'letter' })
@Check('ck_letter_kind', `kind IN ('OPINION','SUGGESTION')`)
@Index('ix_letter_case', ['caseId', 'id'])
export class Letter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_letter' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: 'OPINION' | 'SUGGESTION';
  @Column('uuid') recipientOrganId!: string;
  @Column('text') content!: string;
  @Column('date') issuedOn!: CalendarDate;
  @Column('date', { nullable: true }) receivedOn!: CalendarDate | null;
  @Column('date', { nullable: true }) reportedOn!: CalendarDate | null;
  @Column('text', { nullable: true }) report!: string | null;
  @Column('uuid', { nullable: true }) reportFileId!: string | null;
}

/** A suit against the decision, as the court gave notice of it. */
@Entity({ schema: 'reconsideration', name: 'litigation' })
@Check('ck_litigation_role', `role IN ('SOLE','JOINT')`)
@Index('ux_litigation_number', ['caseId', 'courtNumber'], { unique: true })
export class Litigation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_litigation' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') court!: string;
  @Column('text') courtNumber!: string;
  @Column('uuid') plaintiffId!: string;
  @Column('text') role!: 'SOLE' | 'JOINT';
  @Column('date') noticedOn!: CalendarDate;
}
