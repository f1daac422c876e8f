import { ClocksService } from '@app/deadlines';
import { Clock, notFound, type Actor, type Id, type Page } from '@app/kernel';
import { Database, type PageRequest } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Procedures } from '../../engine/runtime.js';
import { clocksFor, maySee, principalsOf } from '../../engine/scope.js';
import { codeName, LINK_KINDS } from '../domain/codes.js';
import type { Finding } from '../domain/finding.js';
import { checkMatter } from '../domain/matter-rules.js';
import { checkParties } from '../domain/party-rules.js';
import { Organs } from '../organs.js';
import { PARTY_COLUMNS } from '../record/party.store.js';
import { DISPUTE_COLUMNS, type DisputeRow, type PartyRow } from '../record/rows.js';
import type { DisputeCaseView, DisputeLinkView, DisputeView } from './dispute.views.js';
import { namesNeeded, toDisputeView } from './to-view.js';

/** A draft as its list shows it. */
export class DraftListItem {
  id!: string;
  version!: number;
  title!: string;
  actName!: string;
  receivedOn!: string;
  updatedAt!: Date;
}

interface StoredDispute extends DisputeRow {
  parties: PartyRow[];
  cases: Omit<DisputeCaseView, 'stateName'>[];
  links: Omit<DisputeLinkView, 'kindName'>[];
}

/** Reads of one dispute, and of one's drafts. */
@Injectable()
export class DisputeQueries {
  constructor(
    private readonly database: Database,
    private readonly clocks: ClocksService,
    private readonly organs: Organs,
    private readonly procedures: Procedures,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError cases.dispute.not-found if there is none, or the actor may not see it */
  async view(actor: Actor, id: Id): Promise<DisputeView> {
    const [[stored], clocks] = await Promise.all([
      this.database.read<StoredDispute>(WHOLE, [id, principalsOf(actor), actor.personId]),
      this.clocks.ofScopes([id]),
    ]);
    if (!stored) throw notFound('cases.dispute');
    const { parties, cases, links, ...row } = stored;
    return toDisputeView({
      row,
      parties,
      clocks: this.clocks.lines(clocksFor(actor, clocks), this.clock.today()),
      cases: cases.map((c) => ({ ...c, stateName: this.stateName(c.procedure, c.state) })),
      links: links.map((l) => ({ ...l, kindName: codeName(LINK_KINDS, l.kind) })),
      notices: this.notices(row, parties),
      names: await this.organs.names(namesNeeded(row)),
    });
  }

  /** The actor's drafts, last changed first. */
  async drafts(actor: Actor, { page, size }: PageRequest): Promise<Page<DraftListItem>> {
    const rows = await this.database.read<DraftListItem & { total: number }>(
      `SELECT id, version, title, act_name AS "actName", received_on AS "receivedOn", updated_at AS "updatedAt",
         (count(*) OVER ())::int AS total
       FROM cases.dispute WHERE status = 'DRAFT' AND created_by = $1 ORDER BY updated_at DESC, id LIMIT $2 OFFSET $3`,
      [actor.personId, size, (page - 1) * size],
    );
    const items = rows.map(({ total: _, ...item }) => item);
    return { items, page, size, total: rows[0]?.total ?? 0, totalIsCapped: false };
  }

  /** The Chinese name of a state; the code itself if the procedure is not part of this process. */
  stateName(procedure: string, state: string): string {
    const runtime = this.procedures.all().find((r) => r.procedure.code === procedure);
    return runtime?.procedure.states[state]?.name ?? state;
  }

  /** Warnings; of a draft, also what its submission would be refused for, as far as it shows in what is stored. */
  private notices(row: DisputeRow, parties: readonly PartyRow[]): Finding[] {
    const position = new Map(parties.map((p, i) => [p.id, i]));
    const facts = parties.map((p) => ({
      ...p,
      hasIdNumber: p.idMasked !== null,
      idKey: null,
      actsFor: p.actsForId === null ? null : (position.get(p.actsForId) ?? null),
    }));
    const findings = [...checkMatter(row, this.clock.today()), ...checkParties(facts, row.receivedOn)];
    return row.status === 'DRAFT' ? findings : findings.filter((f) => f.severity === 'warning');
  }
}

/** Rows of a sub-select as a JSON list, in its order; empty if there are none. */
const list = (select: string) => `(SELECT coalesce(json_agg(part), '[]') FROM (${select}) AS part)`;

const WHOLE = `SELECT ${DISPUTE_COLUMNS},
    ${list(`SELECT ${PARTY_COLUMNS} FROM cases.party p WHERE p.dispute_id = d.id ORDER BY p.sort_order`)} AS parties,
    ${list('SELECT c.id, c.procedure, c.number, c.state, c.open FROM cases.case_file c WHERE c.dispute_id = d.id ORDER BY c.id')}
      AS cases,
    ${list(`SELECT o.id AS "disputeId", o.number, o.title, l.kind, l.reason
      FROM cases.dispute_link l JOIN cases.dispute o ON o.id = CASE WHEN l.a_id = d.id THEN l.b_id ELSE l.a_id END
      WHERE d.id IN (l.a_id, l.b_id) AND ${maySee('o.id', '$2', '$3')}
      ORDER BY o.id`)} AS links
  FROM cases.dispute d
  WHERE d.id = $1 AND (d.status = 'DRAFT' AND d.created_by = $3 OR ${maySee('d.id', '$2', '$3')})`;
