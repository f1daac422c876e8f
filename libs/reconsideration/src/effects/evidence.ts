import type { Tx } from '@app/platform';
import type * as inputs from '../domain/trial/evidence/inputs.js';
import { countedFrom } from '../domain/trial/standstill.js';
import { insertRow, set, updateRow, type Context, type EffectTable } from './rows.js';

function recordEvidence(tx: Tx, context: Context<inputs.RecordEvidenceInput>): void {
  const { kind, partyId, submittedOn, title, proves, fileId, consentReason } = context.input;
  insertRow(tx, 'evidence', context, {
    kind,
    party_id: partyId ?? null,
    submitted_on: submittedOn,
    title,
    proves,
    file_id: fileId ?? null,
    consent_reason: consentReason ?? null,
  });
}

function judgeEvidence(tx: Tx, context: Context<inputs.JudgeEvidenceInput>): void {
  const { evidenceId, admitted, ground, reason } = context.input;
  updateRow(tx, 'evidence', context, evidenceId, {
    admitted,
    ground: ground ?? null,
    reason,
    judged_on: context.today,
  });
}

function investigate(tx: Tx, context: Context<inputs.RecordInvestigationInput>): void {
  const { on, investigators, matter, findings } = context.input;
  insertRow(tx, 'investigation', context, {
    on_day: on,
    investigators: JSON.stringify(investigators),
    matter,
    findings,
  });
}

function begin(tx: Tx, context: Context<inputs.BeginFactFindingInput>): void {
  const { kind, on, matter, partyId, body, choice } = context.input;
  insertRow(tx, 'fact_finding', context, {
    kind,
    matter,
    begun_on: on,
    party_id: partyId ?? null,
    body: body ?? null,
    choice: choice ?? null,
  });
}

function end(tx: Tx, context: Context<inputs.EndFactFindingInput>): void {
  const { factFindingId, on, result } = context.input;
  updateRow(tx, 'fact_finding', context, factFindingId, { ended_on: on, result });
  set(tx, context, { still_until: countedFrom(context.facts, on) });
}

/** RC-15: evidence and what is found on site or by appraisal. */
export const EVIDENCE_EFFECTS: EffectTable = {
  'record-evidence': recordEvidence,
  'judge-evidence': judgeEvidence,
  'record-investigation': investigate,
  'begin-fact-finding': begin,
  'end-fact-finding': end,
};
