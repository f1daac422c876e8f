import type { ClocksService } from '@app/deadlines';
import { mustBeFileOfCase } from '@app/documents';
import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type * as inputs from '../domain/agreement/inputs.js';
import { completes, effectiveWith } from '../domain/agreement/signatures.js';
import type { Context, EffectTable } from './rows.js';
import { watch } from './obligation-clocks.js';

/** An agreement made anew takes the place of the one before; its record is kept. */
function supersede(tx: Tx, { facts, today }: Context): void {
  send(tx, 'UPDATE mediation.agreement SET superseded_on = $2 WHERE case_id = $1 AND superseded_on IS NULL', [
    facts.caseId,
    today,
  ]);
  send(tx, `UPDATE mediation.obligation SET state = 'SUPERSEDED' WHERE case_id = $1 AND state <> 'DONE'`, [
    facts.caseId,
  ]);
}

async function agree(tx: Tx, context: Context<inputs.AgreeInput>, clocks: ClocksService): Promise<void> {
  const { facts, input, today } = context;
  if (facts.agreement !== null) supersede(tx, context);
  const oral = input.oral === true;
  send(
    tx,
    `INSERT INTO mediation.agreement (id, case_id, agreed_on, facts, matter, terms, manner, oral, effective_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(),
      facts.caseId,
      today,
      input.facts ?? null,
      input.matter,
      input.terms,
      input.manner ?? null,
      oral,
      oral ? today : null,
    ],
  );
  const obligations = input.schedule.map((each) => ({ ...each, id: newId() }));
  insertObligations(tx, context, obligations);
  if (oral) await watch(tx, context, clocks, obligations);
}

function insertObligations(tx: Tx, { facts }: Context, obligations: readonly (inputs.Obligation & { id: string })[]) {
  send(
    tx,
    `INSERT INTO mediation.obligation (id, case_id, obligor_id, content, due_on, amount_fen, instalment)
     SELECT id, $1, obligor, content, due, amount, instalment
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::bigint[], $7::int[])
       AS o(id, obligor, content, due, amount, instalment)`,
    [
      facts.caseId,
      obligations.map((o) => o.id),
      obligations.map((o) => o.obligorId),
      obligations.map((o) => o.content),
      obligations.map((o) => o.dueOn),
      obligations.map((o) => o.amountFen ?? null),
      obligations.map((o) => o.instalment ?? null),
    ],
  );
}

async function recordSignature(
  tx: Tx,
  context: Context<inputs.RecordSignatureInput>,
  clocks: ClocksService,
): Promise<void> {
  const { facts, input, actor } = context;
  await mustBeFileOfCase(tx, facts.caseId, input.authorityFileId, '#/input/authorityFileId');
  const agreementId = facts.agreement!.id;
  send(
    tx,
    `INSERT INTO mediation.agreement_signature (id, agreement_id, signer_id, signed_on, form, agent_name, authority_file_id, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newId(),
      agreementId,
      input.signerId,
      input.signedOn,
      input.form,
      input.agentName ?? null,
      input.authorityFileId ?? null,
      actor.personId,
    ],
  );
  if (!completes(facts, input.signerId)) return;
  send(tx, 'UPDATE mediation.agreement SET effective_on = $2 WHERE id = $1', [
    agreementId,
    effectiveWith(facts, input.signedOn),
  ]);
  await watch(tx, context, clocks, facts.obligations);
}

function applyConfirmation(tx: Tx, { facts, input }: Context<inputs.ApplyConfirmationInput>): void {
  send(
    tx,
    'INSERT INTO mediation.confirmation (id, agreement_id, party_ids, court, applied_on) VALUES ($1, $2, $3, $4, $5)',
    [newId(), facts.agreement!.id, input.partyIds, input.court, input.appliedOn],
  );
}

function recordCourtAcceptance(tx: Tx, { facts, input }: Context<inputs.RecordCourtAcceptanceInput>): void {
  send(tx, 'UPDATE mediation.confirmation SET accepted_on = $2, court_number = $3 WHERE id = $1', [
    facts.confirmation!.id,
    input.acceptedOn,
    input.courtNumber,
  ]);
}

async function recordConfirmation(tx: Tx, context: Context<inputs.RecordConfirmationInput>): Promise<void> {
  const { facts, input } = context;
  await mustBeFileOfCase(tx, facts.caseId, input.paperFileId, '#/input/paperFileId');
  send(
    tx,
    `UPDATE mediation.confirmation
     SET outcome = $2, decided_on = $3, paper_number = $4, paper_file_id = $5, reason = $6 WHERE id = $1`,
    [
      facts.confirmation!.id,
      input.outcome,
      input.decidedOn,
      input.paperNumber,
      input.paperFileId ?? null,
      input.reason ?? null,
    ],
  );
}

function handOver(tx: Tx, { facts, input }: Context<inputs.HandOverInput>): void {
  send(tx, 'UPDATE mediation.agreement SET handed_over_on = $2, wanted = $3 WHERE id = $1', [
    facts.agreement!.id,
    input.handedOverOn,
    input.wanted,
  ]);
}

function recordInstrument(tx: Tx, { facts, input }: Context<inputs.RecordInstrumentInput>): void {
  send(tx, 'UPDATE mediation.agreement SET instrument = $2, instrument_on = $3, instrument_number = $4 WHERE id = $1', [
    facts.agreement!.id,
    input.instrument,
    input.on,
    input.number ?? null,
  ]);
}

/** MD-10 to MD-14. */
export const AGREEMENT_EFFECTS: EffectTable = {
  agree,
  'record-signature': recordSignature,
  'apply-confirmation': applyConfirmation,
  'record-court-acceptance': recordCourtAcceptance,
  'record-confirmation': recordConfirmation,
  'hand-over': handOver,
  'record-instrument': recordInstrument,
};
