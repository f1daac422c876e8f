import { DomainError, newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type {
  IssueLetterInput,
  RecordLetterReceiptInput,
  RecordLetterReportInput,
} from '../domain/after/letters/inputs.js';
import type { Context, Effect, EffectServices, EffectTable } from './rows.js';

function recordReceipt(tx: Tx, { facts, input }: Context<RecordLetterReceiptInput>): void {
  send(tx, 'UPDATE reconsideration.letter SET received_on = $3 WHERE id = $2 AND case_id = $1', [
    facts.caseId,
    input.letterId,
    input.receivedOn,
  ]);
}

function recordReport(tx: Tx, { facts, input }: Context<RecordLetterReportInput>): void {
  send(
    tx,
    `UPDATE reconsideration.letter SET reported_on = $3, report = $4, report_file_id = $5
     WHERE id = $2 AND case_id = $1`,
    [facts.caseId, input.letterId, input.reportedOn, input.content, input.fileId ?? null],
  );
}

/** Whom a letter is for is looked up in the register of organs. */
const issue =
  (kind: 'OPINION' | 'SUGGESTION'): Effect =>
  async (tx: Tx, { facts, input, today }: Context<IssueLetterInput>, { directory }: EffectServices) => {
    if (!(await directory.organ(input.recipientOrganId, tx))) throw noSuchOrgan();
    send(
      tx,
      `INSERT INTO reconsideration.letter (id, case_id, kind, recipient_organ_id, content, issued_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), facts.caseId, kind, input.recipientOrganId, input.content, today],
    );
  };

/** RC-32. */
export const LETTER_EFFECTS: EffectTable = {
  'issue-opinion-letter': issue('OPINION'),
  'issue-suggestion': issue('SUGGESTION'),
  'record-letter-receipt': recordReceipt,
  'record-letter-report': recordReport,
};

function noSuchOrgan(): DomainError {
  const detail = '没有这个机关，请重新选择。';
  return new DomainError('request.invalid', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/input/recipientOrganId', code: 'unknownOrgan', detail }],
  });
}
