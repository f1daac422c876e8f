import { record } from '@app/audit';
import { DISTRICT, maySee, notShutOut, principalsOf } from '@app/cases';
import {
  Clock,
  DomainError,
  notFound,
  staleVersion,
  type Actor,
  type Id,
  type Page,
  type PageQuery,
} from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ENTRY_PARTS, type EntryPart, type EntryRule } from '../domain/entry-rule.js';
import { settingsIn } from '../settings/settings.store.js';
import type { EntryCandidateView, DismissCandidateRequest, EntryMatchView } from './candidates.dto.js';
import { MAY_ENTER, matchesSql, ruleValues } from './matches.js';

interface Locked {
  disputeId: Id;
  state: string;
  version: number;
}

/** Disputes that the rule of entry finds, for the bureau to propose or to leave out with a reason. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Judges one dispute, or all, by the rule as it is now. A new match makes a candidate; one that was left out comes back
   * if it fulfils more than it did then; one that fulfils nothing any more lapses. Repeating it changes nothing.
   */
  async find(tx: Tx, disputeId: Id | null): Promise<void> {
    const { entryRule, entryRuleVersion } = await settingsIn(tx);
    const values = [disputeId, this.clock.today(), entryRuleVersion, ...ruleValues(entryRule)];
    await sql(tx, FIND, values);
    await sql(tx, LAPSE, values);
  }

  /** Candidates that wait, oldest first. */
  async waiting(actor: Actor, { page, size }: PageQuery): Promise<Page<EntryCandidateView>> {
    const where = `c.state = 'WAITING' AND d.status = 'REGISTERED' AND ${visible(actor)}`;
    const values = [principalsOf(actor), actor.personId];
    const [items, [count]] = await Promise.all([
      this.database.read<Omit<EntryCandidateView, 'matchNames'>>(
        `SELECT c.id, c.found_on AS "foundOn", c.version, c.matches, ${DISPUTE}
         FROM ownership.candidate c JOIN cases.dispute d ON d.id = c.dispute_id WHERE ${where}
         ORDER BY c.found_on, c.id LIMIT $3 OFFSET $4`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(
        `SELECT count(*)::int AS n FROM ownership.candidate c JOIN cases.dispute d ON d.id = c.dispute_id WHERE ${where}`,
        values,
      ),
    ]);
    return { items: items.map(named), page, size, total: count!.n, totalIsCapped: false };
  }

  /** Which disputes a rule would find, those received last on top; nothing is stored. */
  async preview(actor: Actor, rule: EntryRule, { page, size }: PageQuery): Promise<Page<EntryMatchView>> {
    const found = `SELECT d.id, ${matchesSql(3)} AS matches FROM cases.dispute d WHERE ${MAY_ENTER} AND ${visible(actor)}`;
    const values = [principalsOf(actor), actor.personId, ...ruleValues(rule)];
    const [items, [count]] = await Promise.all([
      this.database.read<Omit<EntryMatchView, 'matchNames'>>(
        `WITH found AS (${found}) SELECT m.matches, ${DISPUTE} FROM found m JOIN cases.dispute d ON d.id = m.id
         WHERE cardinality(m.matches) > 0 ORDER BY d.received_on DESC, d.id DESC LIMIT $10 OFFSET $11`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(
        `WITH found AS (${found}) SELECT count(*)::int AS n FROM found WHERE cardinality(matches) > 0`,
        values,
      ),
    ]);
    return { items: items.map(named), page, size, total: count!.n, totalIsCapped: false };
  }

  /**
   * Leaves a candidate out, with a reason.
   * @throws DomainError ownership.candidate.not-found, .candidate.stale-version, ownership.candidate-settled
   */
  async dismiss(actor: Actor, id: Id, { version, reason }: DismissCandidateRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await sql<Locked>(
        tx,
        `SELECT c.dispute_id AS "disputeId", c.state, c.version FROM ownership.candidate c
         JOIN cases.dispute d ON d.id = c.dispute_id WHERE c.id = $3 AND ${visible(actor)} FOR NO KEY UPDATE OF c`,
        [principalsOf(actor), actor.personId, id],
      );
      if (!row) throw notFound('ownership.candidate');
      if (row.version !== version) throw staleVersion('ownership.candidate');
      if (row.state !== 'WAITING') throw settled();
      await sql(
        tx,
        `UPDATE ownership.candidate SET state = 'DISMISSED', reason = $2, settled_by = $3, version = version + 1
         WHERE id = $1`,
        [id, reason, actor.personId],
      );
      record(tx, actor, {
        action: 'ownership.dismiss-candidate',
        subjectType: 'dispute',
        subjectId: row.disputeId,
        scopeId: row.disputeId,
        detail: { candidateId: id },
      });
    });
  }
}

function visible(actor: Actor): string {
  return principalsOf(actor).includes(DISTRICT)
    ? `$1::uuid[] IS NOT NULL AND ${notShutOut('d.id', '$2')}`
    : maySee('d.id', '$1', '$2');
}

function named<T extends { matches: EntryPart[] }>(row: T): T & { matchNames: string[] } {
  return { ...row, matchNames: row.matches.map((part) => ENTRY_PARTS[part]) };
}

function settled(): DomainError {
  return new DomainError('ownership.candidate-settled', { kind: 'conflict', detail: '该争议已提请或者已决定不提请。' });
}

const DISPUTE = `d.id AS "disputeId", d.number, d.title, d.received_on AS "receivedOn",
  (SELECT name FROM directory.organ WHERE id = d.respondent_organ_id) AS "respondentName"`;

const JUDGED = `WITH judged AS (
  SELECT d.id, CASE WHEN ${MAY_ENTER} THEN ${matchesSql(4)} ELSE '{}' END AS matches FROM cases.dispute d
  WHERE $1::uuid IS NULL OR d.id = $1)`;

const FIND = `${JUDGED}
  INSERT INTO ownership.candidate AS c (id, dispute_id, state, matches, rule_version, found_on)
  SELECT gen_random_uuid(), id, 'WAITING', matches, $3::int, $2::date FROM judged WHERE cardinality(matches) > 0
  ON CONFLICT (dispute_id) DO UPDATE SET state = 'WAITING', matches = excluded.matches,
    rule_version = excluded.rule_version, version = c.version + 1,
    found_on = CASE WHEN c.state = 'WAITING' THEN c.found_on ELSE excluded.found_on END,
    reason = NULL, settled_by = NULL
  WHERE (c.state = 'WAITING' AND c.matches <> excluded.matches) OR c.state = 'LAPSED'
    OR (c.state = 'DISMISSED' AND NOT excluded.matches <@ c.matches)`;

const LAPSE = `${JUDGED}
  UPDATE ownership.candidate c SET state = 'LAPSED', version = c.version + 1 FROM judged j
  WHERE c.dispute_id = j.id AND c.state = 'WAITING' AND cardinality(j.matches) = 0
    AND num_nulls($2::date, $3::int) = 0`;
