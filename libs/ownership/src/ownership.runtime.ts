import { Procedures, type CaseFacts, type DetailContext, type EffectContext, type ProcedureRuntime } from '@app/cases';
import type { ClockRule } from '@app/deadlines';
import { sql, type Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OwnershipFacts } from './domain/facts.js';
import { OWNERSHIP } from './domain/lifecycle.js';
import { OWNERSHIP_CLOCKS } from './domain/time-limits.js';
import { OwnershipEffects } from './ownership.effects.js';
import { OwnershipFactsLoader } from './ownership.facts.js';

/** Leaders' case ownership at work. */
@Injectable()
export class OwnershipRuntime implements ProcedureRuntime<OwnershipFacts>, OnModuleInit {
  readonly procedure = OWNERSHIP;
  readonly clockRules: readonly ClockRule[] = OWNERSHIP_CLOCKS;

  constructor(
    private readonly procedures: Procedures,
    private readonly facts: OwnershipFactsLoader,
    private readonly effects: OwnershipEffects,
  ) {}

  onModuleInit(): void {
    this.procedures.register(this);
  }

  loadFacts(tx: Tx, base: CaseFacts): Promise<OwnershipFacts> {
    return this.facts.load(tx, base);
  }

  effect(tx: Tx, context: EffectContext<OwnershipFacts>): Promise<void> {
    this.effects.apply(tx, context);
    return Promise.resolve();
  }

  async detail(tx: Tx, { caseId }: DetailContext): Promise<object> {
    const [[own], plans, reports] = await Promise.all([
      sql(tx, OWN, [caseId]),
      sql(tx, PLANS, [caseId]),
      sql(tx, REPORTS, [caseId]),
    ]);
    return { ...own, plans, reports };
  }
}

const OWN = `SELECT leader_id AS "leaderId", unit_id AS "unitId", unit_leader_id AS "unitLeaderId",
  resolve_by AS "resolveBy", risk, target, joint_meeting_on AS "jointMeetingOn",
  joint_meeting_reason AS "jointMeetingReason", listing_basis AS "listingBasis",
  leader_acknowledged_on AS "leaderAcknowledgedOn", unit_acknowledged_on AS "unitAcknowledgedOn", mark
  FROM ownership.ownership WHERE case_id = $1`;
const PLANS = `SELECT id, state, content, submitted_on AS "submittedOn", submitted_by AS "submittedBy"
  FROM ownership.plan WHERE case_id = $1 ORDER BY id`;
const REPORTS = `SELECT id, kind, done, next, risk, party_contacted AS "partyContacted", reported_on AS "reportedOn",
  reported_by AS "reportedBy" FROM ownership.report WHERE case_id = $1 ORDER BY id`;
