import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ORGAN_KIND_CODES, type OrganKind } from './domain/organ-kinds.js';

/** An organ or body, as it was from one day to another. What ends is not deleted: old acts were made by it. */
@Entity({ schema: 'directory', name: 'organ' })
@Check('ck_organ_validity', 'valid_until IS NULL OR valid_until > valid_from')
@Check('ck_organ_kind', `kind IN (${ORGAN_KIND_CODES.map((kind) => `'${kind}'`).join(',')})`)
@Index('ux_organ_code', ['code'], { unique: true })
@Index('ix_organ_parent', ['parentId'])
@Index('ix_organ_kind', ['kind', 'sortOrder'])
export class Organ {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_organ' }) id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') shortName!: string;
  @Column('text') kind!: OrganKind;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  /** National code of the administrative division, where it is one. */
  @Column('text', { nullable: true }) regionCode!: string | null;
  /** May act in its own name by law, regulation or rule (复议法 2023 第19条, 第24条第4款). */
  @Column('boolean') hasAuthorisation!: boolean;
  @Column('text', { nullable: true }) authorisationBasis!: string | null;
  @Column('date') validFrom!: CalendarDate;
  @Column('date', { nullable: true }) validUntil!: CalendarDate | null;
  /** Who continues its functions after its end. */
  @Column('uuid', { nullable: true }) successorId!: string | null;
  /** 排名: organs and leaders are never sorted by name. */
  @Column('int') sortOrder!: number;
  @Column('int', { default: 1 }) version!: number;
}
