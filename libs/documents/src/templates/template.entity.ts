import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A .docx the office made for a kind of paper. The active one replaces the built-in layout for papers signed from then on. */
@Entity({ schema: 'documents', name: 'template' })
@Index('ux_template_version', ['kind', 'version'], { unique: true })
@Index('ux_template_active', ['kind'], { unique: true, where: 'active' })
export class Template {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_template' }) id!: string;
  @Column('text') kind!: string;
  /** Counts from 1 for each kind. */
  @Column('int') version!: number;
  @Column('boolean', { default: false }) active!: boolean;
  @Column('bytea') file!: Buffer;
  /** SHA-256, hexadecimal. */
  @Column('text') hash!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz') uploadedAt!: Date;
}
