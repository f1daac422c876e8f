import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the law leaves to the district: one row. */
@Entity({ schema: 'service', name: 'setting' })
export class ServiceSetting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_setting' }) id!: string;
  /** Organs are served electronically without a confirmation of theirs. */
  @Column('boolean') electronicToOrgans!: boolean;
  @Column('int', { default: 1 }) version!: number;
}
