import {
  HistorySentences,
  Procedures,
  type CaseFacts,
  type DetailContext,
  type EffectContext,
  type ProcedureRuntime,
} from '@app/cases';
import type { ClockRule } from '@app/deadlines';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServiceRegister } from '@app/service-of-process';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { afterDetail } from './after.detail.js';
import type { ReconsiderationFacts } from './domain/facts.js';
import { RECONSIDERATION } from './domain/lifecycle.js';
import { RECONSIDERATION_CLOCKS } from './domain/time-limits.js';
import { trialDetail } from './facts/trial.detail.js';
import { ReconsiderationEffects } from './reconsideration.effects.js';
import { ReconsiderationFactsLoader } from './reconsideration.facts.js';

/** 智慧云复议 at work. */
@Injectable()
export class ReconsiderationRuntime implements ProcedureRuntime<ReconsiderationFacts>, OnModuleInit {
  readonly procedure = RECONSIDERATION;
  readonly clockRules: readonly ClockRule[] = RECONSIDERATION_CLOCKS;

  constructor(
    private readonly procedures: Procedures,
    private readonly facts: ReconsiderationFactsLoader,
    private readonly effects: ReconsiderationEffects,
    private readonly register: ServiceRegister,
    private readonly sentences: HistorySentences,
  ) {}

  onModuleInit(): void {
    this.procedures.register(this);
    this.sentences.register({
      'reconsideration.noted-from-lead': (d) =>
        `${String(d['number'])} 随主案${String(d['lead'])}：${String(d['sentence'])}`,
    });
  }

  loadFacts(tx: Tx, base: CaseFacts): Promise<ReconsiderationFacts> {
    return this.facts.load(tx, base);
  }

  effect(tx: Tx, context: EffectContext<ReconsiderationFacts>): Promise<void> {
    return this.effects.apply(tx, context);
  }

  /** Drafts, reports and opinions (副卷) are for those who try and decide the case (复议法 2023 第47条 the other way). */
  async detail(tx: Tx, { caseId, disputeId, roles }: DetailContext): Promise<object> {
    const inside = INSIDE.some((role) => roles.has(role));
    const [[own], corrections, views, deliveries, drafts, trial, after, mediations] = await Promise.all([
      sql(tx, OWN, [caseId]),
      sql(tx, CORRECTIONS, [caseId]),
      sql(tx, VIEWS, [caseId]),
      this.register.deliveries(tx, caseId),
      inside ? sql(tx, DRAFTS, [caseId]) : [],
      trialDetail(tx, caseId, inside),
      afterDetail(tx, caseId, inside),
      mediationsOf(tx, disputeId, this.procedures),
    ]);
    const { records, ...open } = own ?? {};
    const services = deliveries
      .filter(({ state }) => state === 'SERVED')
      .map(({ paper, recipientId, servedOn, method }) => ({ document: paper, recipientId, servedOn, method }));
    return {
      ...open,
      corrections,
      views,
      services,
      trial,
      ...after,
      mediations,
      ...(inside ? { records, drafts } : {}),
    };
  }
}

/** The mediations of the same dispute, and where they stand; what was said in them stays there. */
async function mediationsOf(tx: Tx, disputeId: Id, procedures: Procedures): Promise<object[]> {
  const rows = await sql<{ state: string }>(tx, MEDIATIONS, [disputeId]);
  const states = procedures.all().find((each) => each.procedure.code === 'mediation')?.procedure.states ?? {};
  return rows.map((row) => ({ ...row, stateName: states[row.state]?.name ?? row.state }));
}

const INSIDE = [
  'intake_officer',
  'case_handler',
  'panel_member',
  'dept_head',
  'institution_head',
  'authority_head',
  'archivist',
] as const;

const OWN = `SELECT method, received_on AS "receivedOn", filed_on AS "filedOn", prior_ground AS "priorGround",
  accepted_on AS "acceptedOn", deemed, track, simplified_ground AS "simplifiedGround", copy_sent_on AS "copySentOn",
  copy_received_on AS "copyReceivedOn", reply_received_on AS "replyReceivedOn", reply_late AS "replyLate",
  evidence_default AS "evidenceDefault", extended, suspension_ground AS "suspensionGround",
  suspended_on AS "suspendedOn", decided_on AS "decidedOn", hearing_grounds AS "hearingGrounds",
  committee_grounds AS "committeeGrounds", records
  FROM reconsideration.application WHERE case_id = $1`;
const MEDIATIONS = `SELECT id AS "caseId", number, state, open FROM cases.case_file
  WHERE dispute_id = $1 AND procedure = 'mediation' ORDER BY id`;
const CORRECTIONS = `SELECT id, kind, items, sent_on AS "sentOn", served_on AS "servedOn"
  FROM reconsideration.correction_notice WHERE case_id = $1 ORDER BY id`;
const VIEWS = `SELECT party_id AS "partyId", method, heard_on AS "heardOn", impossible_reason AS "impossibleReason"
  FROM reconsideration.hearing_of_views WHERE case_id = $1 ORDER BY party_id`;
const DRAFTS = `SELECT id, state, kind, ground, drafter_id AS "drafterId", content, dept_passed AS "deptPassed"
  FROM reconsideration.draft WHERE case_id = $1 ORDER BY id`;
