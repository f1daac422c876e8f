import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type PartyRole = 'APPLICANT' | 'THIRD_PARTY' | 'AGENT';
export type PartyKind = 'PERSON' | 'ORGANISATION';

/** A side of the dispute other than the respondent organ, or somebody's agent. */
@Entity({ schema: 'cases', name: 'party' })
@Check('ck_party_role', `role IN ('APPLICANT','THIRD_PARTY','AGENT')`)
@Check('ck_party_kind', `kind IN ('PERSON','ORGANISATION')`)
@Index('ix_party_dispute', ['disputeId', 'sortOrder'])
@Index('ix_party_id_hash', ['idHash'], { where: 'id_hash IS NOT NULL' })
@Index('ix_party_name', ['name'])
export class Party {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_party' }) id!: string;
  @Column('uuid') disputeId!: string;
  @Column('smallint') sortOrder!: number;
  @Column('text') role!: PartyRole;
  @Column('text') kind!: PartyKind;
  /** Normalised: half-width, no outer spaces. */
  @Column('text') name!: string;
  /** ID_CARD, PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, FOREIGN_RESIDENCE, OTHER; USCC for an organisation. */
  @Column('text', { nullable: true }) idType!: string | null;
  /** AES-256-GCM. */
  @Column('bytea', { nullable: true }) idCipher!: Buffer | null;
  /** HMAC of the normalised number, for equality search. */
  @Column('bytea', { nullable: true }) idHash!: Buffer | null;
  /** As shown: first 6 and last 4 characters. */
  @Column('text', { nullable: true }) idMasked!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  /** Where documents are served. */
  @Column('text', { nullable: true }) address!: string | null;
  /** 法定代表人 or 负责人 of an organisation. */
  @Column('text', { nullable: true }) legalRepresentative!: string | null;
  /** One of 2–5 representatives of many applicants. */
  @Column('boolean', { default: false }) isRepresentative!: boolean;
  /** For an agent: the party he acts for. */
  @Column('uuid', { nullable: true }) actsForId!: string | null;
  /** For an agent: GENERAL or SPECIAL authority. */
  @Column('text', { nullable: true }) authority!: string | null;
}
