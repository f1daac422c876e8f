import { CaseEngine, disputeAmended, findCase, noticeWanted, participantChanged } from '@app/cases';
import { Clock, SYSTEM, type Id } from '@app/kernel';
import { Database, Every, Metrics, OnEvent, publish, sql, type Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MediationFacts } from '../domain/facts.js';
import { EXCLUSIONS, type ExclusionCode } from './domain/exclusions.js';
import { OrphanedQueries } from './orphaned.queries.js';
import { Rankings } from './rankings.js';

/** Looks again when parties change, and says every day that work has nobody who does it. */
@Injectable()
export class AssignmentJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly engine: CaseEngine,
    private readonly rankings: Rankings,
    private readonly orphaned: OrphanedQueries,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const help = 'Open mediations whose mediator or committee has left, or is away and nobody stands in';
    this.metrics.gauge('heyi_mediation_orphaned', help, () => this.orphaned.count());
  }

  @OnEvent(participantChanged, { name: 'mediation.recheck-participants' })
  recheckParticipants(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    return this.recheck(tx, disputeId);
  }

  @OnEvent(disputeAmended, { name: 'mediation.recheck-amended' })
  recheckAmended(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    return this.recheck(tx, disputeId);
  }

  /** Once a day while there is such work, in whichever worker comes first. */
  @Every(60_000, 'mediation.tell-orphaned')
  async tellOrphaned(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [day, cases] = [this.clock.today(), await this.orphaned.count(tx)];
      if (cases === 0) return;
      const fresh = await sql(
        tx,
        'INSERT INTO mediation.orphan_notice (day, cases) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
        [day, cases],
      );
      if (fresh.length === 0) return;
      publish(tx, noticeWanted, {
        kind: 'mediation-orphaned',
        title: `${cases} 件调解案件无人承办`,
        body: '承办人已离岗、停用、任期届满或者请假无人代理，请在“无人承办”清单中移交或者改派。',
        roles: ['centre_manager'],
        disputeId: null,
        caseId: null,
        key: `mediation-orphaned:${day}`,
      });
    });
  }

  private async recheck(tx: Tx, disputeId: Id): Promise<void> {
    const open = await sql<{ id: Id }>(
      tx,
      `SELECT id FROM cases.case_file WHERE dispute_id = $1 AND procedure = 'mediation' AND open`,
      [disputeId],
    );
    for (const { id } of open) {
      const { row, facts, today } = await this.engine.load(tx, SYSTEM, await findCase(tx, SYSTEM, id));
      const mediation = facts as MediationFacts;
      const found = await this.rankings.conflictsOf(tx, mediation, mediation.mediatorIds, today);
      for (const [personId, codes] of found) tell(tx, disputeId, row, personId, codes);
    }
  }
}

/** The same finding is told once. */
function tell(
  tx: Tx,
  disputeId: Id,
  { id, number }: { id: Id; number: string },
  personId: Id,
  codes: readonly ExclusionCode[],
): void {
  publish(tx, noticeWanted, {
    kind: 'mediation-conflict',
    title: `${number} 调解员存在应当回避的情形`,
    body: `${codes.map((code) => EXCLUSIONS[code].name).join('；')}。请核实并更换调解员。`,
    roles: ['centre_staff', 'centre_manager'],
    disputeId,
    caseId: id,
    key: `mediation-conflict:${id}:${personId}:${codes.join('+')}`,
  });
}
