import { sql, type Tx } from '@app/platform';
import type { Id } from '@app/kernel';
import type { PaperCase } from './paper-case.js';

const SERVICES = `SELECT document, recipient_id AS "recipientId", served_on AS "servedOn", record->>'method' AS method
  FROM reconsideration.service WHERE case_id = $1 ORDER BY served_on, id`;

/** What was served in a case on whom, oldest first. */
export const servicesOf = (tx: Tx, caseId: Id): Promise<PaperCase['services'][number][]> =>
  sql<PaperCase['services'][number]>(tx, SERVICES, [caseId]);

/** What a document served is called in a list. */
export const SERVED_NAMES: Readonly<Record<string, string>> = {
  CORRECTION_NOTICE: '补正通知书',
  COPY: '答复通知书和申请书副本',
  REFUSAL: '不予受理决定书',
  DECISION: '行政复议决定书',
};
