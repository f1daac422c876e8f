import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A numbering series: what stands before `〔2026〕12号`. A setting of the district. */
@Entity({ schema: 'documents', name: 'series' })
@Check('ck_series_prefix', `prefix ~ '^[一-龥]{2,12}$'`)
export class Series {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_series' }) code!: string;
  /** 机关代字 and kind, e.g. 余政复. */
  @Column('text') prefix!: string;
  @Column('text') name!: string;
}

/** The last number given in a series and year. Its row is locked from the number to the commit: no gap, no double. */
@Entity({ schema: 'documents', name: 'counter' })
export class Counter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_counter' }) series!: string;
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_counter' }) year!: number;
  @Column('int') last!: number;
}
