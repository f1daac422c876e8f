import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CommitteeKind, Level } from '../network/domain/codes.js';

/** What the network knows of a committee beyond what it is as an organ. */
@Entity({ schema: 'mediation', name: 'committee_profile' })
@Check('ck_committee_profile_level', `level IN ('DISTRICT','TOWN','VILLAGE')`)
@Check(
  'ck_committee_profile_kind',
  `kind IN ('CENTRE','DEPARTMENT','TOWNSHIP','INDUSTRY','VILLAGE','STATION','SOCIAL_ORGANISATION')`,
)
@Check('ck_committee_profile_contract', 'contract_until IS NULL OR contract_until > contract_from')
export class CommitteeProfile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_committee_profile' }) committeeId!: string;
  @Column('text') level!: Level;
  @Column('text') kind!: CommitteeKind;
  @Column('text', { nullable: true }) industry!: string | null;
  /** Codes of matters or fields; empty for all. */
  @Column('text', { array: true, default: '{}' }) matters!: string[];
  /** Codes of administrative divisions; empty for the whole district. */
  @Column('text', { array: true, default: '{}' }) areas!: string[];
  /** Of a social organisation under contract. */
  @Column('date', { nullable: true }) contractFrom!: CalendarDate | null;
  /** The first day on which the contract no longer holds. */
  @Column('date', { nullable: true }) contractUntil!: CalendarDate | null;
  @Column('int', { default: 1 }) version!: number;
}
