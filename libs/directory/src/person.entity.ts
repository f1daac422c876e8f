import type { CalendarDate, RoleCode } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who works in the service or with it; not a party. */
@Entity({ schema: 'directory', name: 'person' })
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person' }) id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  /** 法律职业资格证号, for those who hear reconsideration cases (复议法 2023 第6条第2款). */
  @Column('text', { nullable: true }) legalQualificationNo!: string | null;
  @Column('int', { default: 1 }) version!: number;
}

/** A post: a person holds a role in an organ, from one day to another. */
@Entity({ schema: 'directory', name: 'post' })
@Check('ck_post_validity', 'valid_until IS NULL OR valid_until > valid_from')
@Index('ix_post_person', ['personId'])
@Index('ix_post_role', ['role', 'organId'])
export class Post {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_post' }) id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organId!: string;
  @Column('text') role!: RoleCode;
  /** 职务, as written on paper. */
  @Column('text') title!: string;
  @Column('date') validFrom!: CalendarDate;
  @Column('date', { nullable: true }) validUntil!: CalendarDate | null;
  @Column('int') sortOrder!: number;
  @Column('int', { default: 1 }) version!: number;
}
