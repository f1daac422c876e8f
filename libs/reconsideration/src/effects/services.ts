import { newId, type Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import { servedOn, type ServiceRecord } from '../domain/service.js';

/** Keeps that a document was served on somebody; the case is the document's subject where it has no row of its own. */
export function insertService(
  tx: Tx,
  caseId: Id,
  document: string,
  recipientId: Id,
  record: ServiceRecord,
  subjectId = caseId,
): void {
  send(
    tx,
    `INSERT INTO reconsideration.service (id, case_id, document, subject_id, recipient_id, served_on, record)
     VALUES ($1, $2, $3, $7, $4, $5, $6)`,
    [newId(), caseId, document, recipientId, servedOn(record), JSON.stringify(record), subjectId],
  );
}
