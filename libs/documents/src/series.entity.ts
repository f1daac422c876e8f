import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A numbering series: what stands before `〔2026〕12号`. A setting of the district. */
@Entity({ schema: 'documents', name: 'series' })
@Check('ck_series_prefix', `prefix ~ '^[一-龥]{2,12}$'`)
export class Series {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_series' }) code!: string;
  /** 机关代字 and kind, e.g. 余政复. */
  @Column('text') prefix!: string;
  @Column('text') name!: string;
  @Column('int', { default: 1 }) version!: number;
}

/** Every prefix there ever was, and whose: numbers given under it are its series' for ever. */
@Entity({ schema: 'documents', name: 'series_prefix' })
export class SeriesPrefix {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_series_prefix' }) prefix!: string;
  @ForeignKey(() => Series, { name: 'fk_series_prefix_series' })
  @Column('text')
  series!: string;
}

/** The last number given in a series and year. Its row is locked from the number to the commit: no gap, no double. */
@Entity({ schema: 'documents', name: 'counter' })
export class Counter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_counter' }) series!: string;
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'pk_counter' }) year!: number;
  @Column('int') last!: number;
}
