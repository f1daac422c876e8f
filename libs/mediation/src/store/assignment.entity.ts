import type { CalendarDate } from '@app/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Candidate, CandidateKind, Subject } from '../assignment/domain/candidate.js';
import type { KeptPlace } from '../assignment/domain/snapshot.js';
import type { Weights } from '../assignment/domain/weights.js';
import type { RecusalGround } from '../domain/facts.js';

/** How much each factor of a ranking counts. Rows are never changed but to say when they were taken into effect. */
@Entity({ schema: 'mediation', name: 'assignment_weights' })
@Check(
  'ck_assignment_weights_range',
  `least(matter, area, load, continuity, language, availability) >= 0
   AND greatest(matter, area, load, continuity, language, availability) <= 100
   AND matter + area + load + continuity + language + availability > 0`,
)
@Index('ux_assignment_weights_effective', ['effectiveAt'], { unique: true })
export class AssignmentWeights {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'BY DEFAULT',
    type: 'int',
    primaryKeyConstraintName: 'pk_assignment_weights',
  })
  version!: number;
  @Column('smallint') matter!: number;
  @Column('smallint') area!: number;
  @Column('smallint') load!: number;
  @Column('smallint') continuity!: number;
  @Column('smallint') language!: number;
  @Column('smallint') availability!: number;
  @Column('text') reason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** The last of these is in effect. */
  @Column('timestamptz', { nullable: true }) effectiveAt!: Date | null;
  @Column('uuid', { nullable: true }) effectedBy!: string | null;
}

/** What an assignment was decided on. From this row alone the ranking can be made again. */
@Entity({ schema: 'mediation', name: 'assignment_snapshot' })
@Check('ck_assignment_snapshot_kind', `kind IN ('COMMITTEE','MEDIATOR')`)
@Index('ix_assignment_snapshot_case', ['caseId', 'id'])
@Index('ix_assignment_snapshot_day', ['madeOn', 'id'])
export class AssignmentSnapshot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assignment_snapshot' }) id!: string;
  @Column('uuid') caseId!: string;
  /** Name of the step. */
  @Column('text') step!: string;
  @Column('text') kind!: CandidateKind;
  @Column('date') madeOn!: CalendarDate;
  @Column('timestamptz', { default: () => 'now()' }) madeAt!: Date;
  @Column('uuid') madeBy!: string;
  @Column('int') weightsVersion!: number;
  @Column('uuid', { array: true }) chosen!: string[];
  /** Who would have been taken by the ranking. */
  @Column('uuid', { array: true }) first!: string[];
  /** Why others than the first, or in spite of what stands against them. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { array: true, default: '{}' }) overridden!: string[];
  @Column('jsonb') subject!: Subject;
  @Column('jsonb') candidates!: Candidate[];
  @Column('jsonb') weights!: Weights;
  @Column('jsonb') ranking!: KeptPlace[];
}

/** 申报: a relation of a mediator to a party of a dispute, or to an organ. */
@Entity({ schema: 'mediation', name: 'relation' })
@Check('ck_relation_kind', `kind IN ('NEAR_RELATIVE','INTEREST','OTHER_RELATION')`)
@Check('ck_relation_to', 'num_nonnulls(party_id, organ_id) = 1')
@Check('ck_relation_dates', 'until_on IS NULL OR until_on > from_on')
@Index('ix_relation_person', ['personId'])
@Index('ix_relation_party', ['partyId'], { where: 'party_id IS NOT NULL' })
export class DeclaredRelation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_relation' }) id!: string;
  @Column('uuid') personId!: string;
  /** Holds for the same person in other disputes too, who is known by the ID number. */
  @Column('uuid', { nullable: true }) partyId!: string | null;
  @Column('uuid', { nullable: true }) organId!: string | null;
  @Column('text') kind!: RecusalGround;
  @Column('text') explanation!: string;
  @Column('date') fromOn!: CalendarDate;
  /** The first day on which it is over. */
  @Column('date', { nullable: true }) untilOn!: CalendarDate | null;
  @Column('uuid') declaredBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) declaredAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** A party does not want a mediator in its case. */
@Entity({ schema: 'mediation', name: 'party_exclusion' })
@Index('ux_party_exclusion', ['caseId', 'partyId', 'personId'], { unique: true, where: 'withdrawn_at IS NULL' })
export class PartyExclusion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_party_exclusion' }) id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') personId!: string;
  @Column('text') reason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** A day on which the centre's head was told of work whose owner has left. */
@Entity({ schema: 'mediation', name: 'orphan_notice' })
export class OrphanNotice {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_orphan_notice' }) day!: CalendarDate;
  @Column('int') cases!: number;
}

export const ASSIGNMENT_ENTITIES = [
  AssignmentWeights,
  AssignmentSnapshot,
  DeclaredRelation,
  PartyExclusion,
  OrphanNotice,
];
