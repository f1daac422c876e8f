import { DomainError } from '@app/kernel';
import { send, sql, type Tx } from '@app/platform';
import type { RecordChoiceInput } from '../domain/assignment/inputs.js';
import type { AnswerConsentInput, WithdrawConsentInput } from '../domain/consent/inputs.js';
import type { AskConsentInput, RecordConsentInput } from '../domain/intake/inputs.js';
import type { Context, EffectTable } from './rows.js';

function askConsent(tx: Tx, { facts, input }: Context<AskConsentInput>): void {
  send(
    tx,
    `INSERT INTO mediation.party_consent (case_id, party_id, asked_on, ask_method)
     SELECT $1, id, $3, $4 FROM unnest($2::uuid[]) AS id
     ON CONFLICT (case_id, party_id) DO UPDATE SET asked_on = excluded.asked_on, ask_method = excluded.ask_method`,
    [facts.caseId, input.partyIds, input.askedOn, input.method],
  );
}

async function recordConsent(tx: Tx, context: Context<RecordConsentInput>): Promise<void> {
  const { partyId, answer, form, answeredOn, documentId } = context.input;
  if (documentId !== undefined) await mustBeOfCase(tx, context.facts.caseId, documentId);
  answered(tx, context, [partyId, answer, form, answeredOn, documentId ?? null]);
}

function answer(tx: Tx, context: Context<AnswerConsentInput>): void {
  const { facts, input, today } = context;
  if (facts.state === 'CONSENT_PENDING')
    return answered(tx, context, [input.partyId, input.answer, 'ELECTRONIC', today, null]);
  withdrawn(tx, context, [input.partyId, 'ELECTRONIC', today, 'WITHDRAWN', null]);
}

function withdraw(tx: Tx, context: Context<WithdrawConsentInput>): void {
  const { partyId, form, on, kind, explanation } = context.input;
  withdrawn(tx, context, [partyId, form, on, kind, explanation]);
}

function answered(tx: Tx, { facts }: Context, values: unknown[]): void {
  send(
    tx,
    `INSERT INTO mediation.party_consent (case_id, party_id, answer, form, answered_on, document_id)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (case_id, party_id) DO UPDATE SET answer = excluded.answer, form = excluded.form,
       answered_on = excluded.answered_on, document_id = excluded.document_id`,
    [facts.caseId, ...values],
  );
}

function withdrawn(tx: Tx, { facts }: Context, values: unknown[]): void {
  send(
    tx,
    `INSERT INTO mediation.party_consent (case_id, party_id, answer, form, answered_on, withdrawal, explanation)
     VALUES ($1, $2, 'REFUSED', $3, $4, $5, $6)
     ON CONFLICT (case_id, party_id) DO UPDATE SET answer = excluded.answer, form = excluded.form,
       answered_on = excluded.answered_on, withdrawal = excluded.withdrawal, explanation = excluded.explanation`,
    [facts.caseId, ...values],
  );
}

function recordChoice(tx: Tx, { facts, input }: Context<RecordChoiceInput>): void {
  send(
    tx,
    `INSERT INTO mediation.party_consent (case_id, party_id, chosen_ids, chosen_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (case_id, party_id) DO UPDATE SET chosen_ids = excluded.chosen_ids, chosen_on = excluded.chosen_on`,
    [facts.caseId, input.partyId, input.mediatorIds, input.chosenOn],
  );
}

/** @throws DomainError mediation.paper-unknown if the case has neither such a paper nor such a file */
async function mustBeOfCase(tx: Tx, caseId: string, id: string): Promise<void> {
  const rows = await sql(
    tx,
    `SELECT 1 FROM documents.document WHERE id = $2 AND case_id = $1
     UNION ALL SELECT 1 FROM documents.file WHERE id = $2 AND case_id = $1 AND withdrawn_on IS NULL`,
    [caseId, id],
  );
  if (rows.length > 0) return;
  const detail = '本案没有这份确认书，请先上传或者制作。';
  throw new DomainError('mediation.paper-unknown', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/input/documentId', code: 'unknown', detail }],
  });
}

/** MD-03, MD-05: what each party answers and chooses. */
export const CONSENT_EFFECTS: EffectTable = {
  'ask-consent': askConsent,
  'record-consent': recordConsent,
  'answer-as-applicant': answer,
  'answer-as-respondent': answer,
  'withdraw-consent': withdraw,
  'record-choice': recordChoice,
};
