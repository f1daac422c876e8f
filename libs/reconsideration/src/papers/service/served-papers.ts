import { PaperHooks, type SignedPaper } from '@app/cases';
import type { Actor, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { ServiceRegister } from '@app/service-of-process';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CorrectionKind } from '../../domain/facts.js';
import type { EndingFact } from '../../domain/trial-facts.js';
import { RECONSIDERATION_PAPERS } from '../catalogue.js';
import { tagOf } from './tags.js';

/**
 * Puts signed papers that are served into the register, for their addressees. Paper and step of the case come in either
 * order, both under the case's lock, and meet in one row: who comes second finds what the first has written.
 */
@Injectable()
export class ServedPapers implements OnModuleInit {
  constructor(
    private readonly hooks: PaperHooks,
    private readonly register: ServiceRegister,
  ) {}

  onModuleInit(): void {
    for (const { code, served } of RECONSIDERATION_PAPERS)
      if (served) this.hooks.onSigned(code, (tx, actor, paper) => planPaper(tx, actor, this.register, paper));
  }
}

/** A step has written the row its paper is known by: papers that were signed before it are planned now. */
export async function planWaiting(tx: Tx, actor: Actor, register: ServiceRegister, caseId: Id): Promise<void> {
  for (const paper of await sql<SignedPaper>(tx, WAITING, [caseId, Object.keys(ROW_OF_STEP)]))
    await planPaper(tx, actor, register, paper);
}

async function planPaper(
  tx: Tx,
  actor: Actor,
  register: ServiceRegister,
  { id: documentId, kind, caseId, disputeId, addressees }: SignedPaper,
): Promise<void> {
  const recipientIds = [...new Set(addressees.flatMap(({ partyId, organId }) => partyId ?? organId ?? []))];
  const plan = { caseId, disputeId, paper: tagOf(kind), documentId, recipientIds };
  const ofStep = ROW_OF_STEP[kind];
  if (ofStep === undefined) return void (await register.plan(tx, actor, plan));
  const [row] = await sql<{ id: Id }>(tx, ofStep, [caseId]);
  // Otherwise the step is still to come, and plans the papers it finds.
  if (row) await register.plan(tx, actor, { ...plan, paperId: row.id });
}

const notice = (kind: CorrectionKind): string =>
  `SELECT id FROM reconsideration.correction_notice WHERE case_id = $1 AND kind = '${kind}'`;
const ending = (kind: EndingFact['kind']): string =>
  `SELECT id FROM reconsideration.ending WHERE case_id = $1 AND kind = '${kind}' AND revoked_on IS NULL`;

/** Kinds of paper the register knows by a row of their step: where that is. */
const ROW_OF_STEP: Readonly<Record<string, string>> = {
  R04: notice('MATERIALS'),
  'R04-RESPONDENT': notice('RESPONDENT'),
  R21: ending('DISMISSED'),
  R23: ending('MEDIATED'),
  'R24-TERMINATION': ending('TERMINATED'),
  'R24-TERMINATION-OTHER': ending('TERMINATED'),
};

const WAITING = `SELECT d.id, d.kind, d.case_id AS "caseId", d.dispute_id AS "disputeId", d.addressees
  FROM documents.document d WHERE d.case_id = $1 AND d.kind = ANY($2::text[]) AND d.state = 'SIGNED'
    AND NOT EXISTS (SELECT 1 FROM service.delivery s WHERE s.case_id = $1 AND s.document_id = d.id)
  ORDER BY d.id`;
