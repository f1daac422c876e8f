import { PaperMatterLoader, type Prefill } from '@app/cases';
import { DirectoryService } from '@app/directory';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { OwnershipCase } from './ownership-case.js';
import { prefill } from './prefill.js';

type Owners = Readonly<Record<'leaderId' | 'unitId' | 'unitLeaderId', Id>>;

interface OwnRow
  extends
    Owners,
    Pick<
      OwnershipCase,
      | 'tags'
      | 'jointMeetingReason'
      | 'risk'
      | 'target'
      | 'resolveBy'
      | 'closing'
      | 'listed'
      | 'plan'
      | 'report'
      | 'order'
      | 'circular'
      | 'extension'
      | 'claim'
      | 'reopening'
    > {
  cooperatingUnitIds: Id[];
  handOver: (Omit<NonNullable<OwnershipCase['handOver']>, 'changes'> & { before: Owners; after: Owners }) | null;
}

const OWNER_NAMES = { leaderId: '包案区领导', unitId: '责任单位', unitLeaderId: '包案责任领导' } as const;
const OWNER_KEYS = Object.keys(OWNER_NAMES) as (keyof Owners)[];

/** Reads what papers about a case that a leader owns are prefilled from. Who may see it is its caller's question. */
@Injectable()
export class OwnershipPaperCases {
  constructor(
    private readonly matters: PaperMatterLoader,
    private readonly directory: DirectoryService,
  ) {}

  /** Data and addressees with which a paper of this kind begins. @throws DomainError cases.case.not-found */
  async prefill(kindCode: string, tx: Tx, caseId: Id): Promise<Prefill> {
    return prefill(kindCode, await this.load(tx, caseId));
  }

  /** @throws DomainError cases.case.not-found */
  async load(tx: Tx, caseId: Id): Promise<OwnershipCase> {
    const matter = await this.matters.load(tx, caseId, 'ownership');
    const [own] = await sql<OwnRow>(tx, OWN, [caseId]);
    const { handOver, cooperatingUnitIds, leaderId, unitId, unitLeaderId, ...rest } = own!;
    const changed = handOver === null ? [] : OWNER_KEYS.flatMap((key) => [handOver.before[key], handOver.after[key]]);
    const names = await this.directory.names([leaderId, unitId, unitLeaderId, ...cooperatingUnitIds, ...changed], tx);
    return {
      ...matter,
      ...rest,
      leader: names.get(leaderId),
      unit: { id: unitId, name: names.get(unitId) ?? '' },
      unitLeader: names.get(unitLeaderId),
      cooperating: cooperatingUnitIds.flatMap((id) => names.get(id) ?? []),
      handOver: handOver === null ? null : { ...handOver, changes: changesOf(handOver, names) },
    };
  }
}

/** What was changed, a row each: before and after, by name. */
function changesOf({ before, after }: { before: Owners; after: Owners }, names: ReadonlyMap<Id, string>): string[][] {
  return OWNER_KEYS.filter((key) => before[key] !== after[key]).map((key) => [
    OWNER_NAMES[key],
    names.get(before[key]) ?? '',
    names.get(after[key]) ?? '',
  ]);
}

/** The latest row of a table, as an object. */
const latest = (name: string, table: string, columns: string, where = ''): string =>
  `(SELECT jsonb_build_object(${columns}) FROM ownership.${table} t WHERE t.case_id = o.case_id ${where}
    ORDER BY t.id DESC LIMIT 1) AS "${name}"`;

const OWN = `SELECT o.leader_id AS "leaderId", o.unit_id AS "unitId", o.unit_leader_id AS "unitLeaderId",
  o.cooperating_unit_ids AS "cooperatingUnitIds", o.joint_meeting_reason AS "jointMeetingReason", o.risk, o.target,
  o.resolve_by AS "resolveBy", o.closing,
  (SELECT d.tags FROM cases.case_file c JOIN cases.dispute d ON d.id = c.dispute_id WHERE c.id = o.case_id) AS tags,
  (SELECT jsonb_build_object('number', b.number, 'serial', e.serial, 'content', e.content)
   FROM ownership.list_entry e JOIN ownership.list_batch b ON b.id = e.batch_id
   WHERE e.case_id = o.case_id ORDER BY e.id DESC LIMIT 1) AS listed,
  ${[
    latest(
      'plan',
      'plan',
      `'content', t.content, 'submittedOn', t.submitted_on, 'state', t.state, 'opinion', t.opinion`,
    ),
    latest(
      'report',
      'report',
      `'kind', t.kind, 'done', t.done, 'next', t.next, 'partyContacted', t.party_contacted, 'reportedOn', t.reported_on`,
    ),
    latest(
      'order',
      'supervision',
      `'number', t.number, 'reason', t.reason, 'basis', t.basis, 'demand', t.demand,
       'reply', (SELECT r.content FROM ownership.supervision_reply r WHERE r.order_id = t.id ORDER BY r.id DESC LIMIT 1),
       'returned', (SELECT CASE WHEN r.outcome = 'RETURNED' THEN r.opinion END FROM ownership.supervision_reply r
          WHERE r.order_id = t.id ORDER BY r.id DESC LIMIT 1)`,
    ),
    latest('extension', 'extension', `'days', t.days, 'reason', t.reason, 'state', t.state`),
    latest(
      'handOver',
      'hand_over',
      `'before', t.before, 'after', t.after, 'reason', t.reason, 'note', t.note, 'changedOn', t.changed_on`,
    ),
    latest(
      'claim',
      'claim',
      `'kind', t.kind, 'summary', t.summary, 'amountFen', t.amount_fen, 'checklist', t.checklist,
       'signedOpinion', t.signed_opinion, 'outcome', t.outcome, 'claimedOn', t.claimed_on,
       'proofs', (SELECT coalesce(jsonb_agg(f.title ORDER BY f.id), '[]') FROM documents.file f WHERE f.id = ANY (t.file_ids))`,
    ),
    latest(
      'reopening',
      'reopening',
      `'reason', t.reason, 'resolveBy', t.resolve_by, 'struckOffOn', t.struck_off_on, 'reopenedOn', t.reopened_on`,
    ),
  ].join(',\n  ')},
  (SELECT t.lifted_by FROM ownership.mark t WHERE t.case_id = o.case_id AND t.mark = 'CIRCULAR'
   ORDER BY t.id DESC LIMIT 1) AS circular
  FROM ownership.ownership o WHERE o.case_id = $1`;
