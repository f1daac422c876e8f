import { notShutOut } from '@app/cases';
import { DomainError, notFound, organsOf, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, sql, validated, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Deliveries } from '../deliveries.service.js';
import { ReturnRow, type ReturnResult } from './postal.dto.js';

interface Sent {
  deliveryId: Id;
  outcome: string;
  endedOn: CalendarDate | null;
}

/** Thrown to undo what a dry run did. */
class DryRun extends Error {}

/** What became of the letters of a batch: each row by itself, whole or not at all. */
@Injectable()
export class PostalReturns {
  constructor(
    private readonly database: Database,
    private readonly deliveries: Deliveries,
  ) {}

  /**
   * Records every row that is right, and says of the others why not; a row recorded before changes nothing. A dry run
   * does the same and undoes it.
   * @throws DomainError service.postal-batch.not-found; service.no-row-right if none is, with pointers
   */
  async record(actor: Actor, batchId: Id, rows: readonly object[], dryRun: boolean): Promise<ReturnResult[]> {
    const own = 'SELECT 1 FROM service.postal_batch WHERE id = $1 AND organ_id = ANY($2::uuid[])';
    const [batch] = await this.database.read(own, [batchId, organsOf(actor)]);
    if (!batch) throw notFound('service.postal-batch');
    const results: ReturnResult[] = [];
    for (const raw of rows) results.push(await this.one(actor, batchId, raw, dryRun));
    if (results.every(({ result }) => result === 'REFUSED')) throw noRowRight(results);
    return results;
  }

  private async one(actor: Actor, batchId: Id, raw: object, dryRun: boolean): Promise<ReturnResult> {
    const { line: given } = raw as { line?: unknown };
    const line = typeof given === 'number' && Number.isSafeInteger(given) ? given : null;
    let result: 'RECORDED' | 'UNCHANGED' = 'UNCHANGED';
    try {
      const row = await validated(ReturnRow, raw);
      await this.database.transaction(async (tx) => {
        result = await this.recordIn(tx, actor, batchId, row);
        if (dryRun) throw new DryRun();
      });
    } catch (error) {
      if (error instanceof DomainError) return { line, result: 'REFUSED', code: error.code, detail: detailOf(error) };
      if (!(error instanceof DryRun)) throw error;
    }
    return { line, result, code: null, detail: null };
  }

  private async recordIn(tx: Tx, actor: Actor, batchId: Id, row: ReturnRow): Promise<'RECORDED' | 'UNCHANGED'> {
    const [sent] = await sql<Sent>(tx, SENT, [batchId, row.line, actor.personId]);
    if (!sent) throw lineUnknown();
    const { on, trackingNumber, receivedBy, reason } = row;
    if (sent.outcome !== 'SENT') {
      const same = sent.outcome === (row.outcome === 'RECEIVED' ? 'SERVED' : 'FAILED') && sent.endedOn === on;
      if (!same) throw differs();
      return 'UNCHANGED';
    }
    const tracking = trackingNumber === undefined ? {} : { trackingNumber };
    if (row.outcome === 'RECEIVED') {
      const signed = receivedBy === undefined ? {} : { receivedBy };
      await this.deliveries.servedIn(tx, actor, sent.deliveryId, { method: 'POST', on, ...signed, ...tracking });
    } else {
      await this.deliveries.failedIn(tx, actor, sent.deliveryId, { on, reason: reason ?? 'OTHER', ...tracking });
    }
    return 'RECORDED';
  }
}

/** Sees what somebody else is recording at this moment only when he has done so. */
const SENT = `SELECT a.delivery_id AS "deliveryId", a.outcome, a.ended_on AS "endedOn"
  FROM service.postal_item i JOIN service.attempt a ON a.id = i.attempt_id
  JOIN service.delivery d ON d.id = a.delivery_id
  WHERE i.batch_id = $1 AND i.line = $2 AND ${notShutOut('d.dispute_id', '$3')}`;

function detailOf(error: DomainError): string {
  return error.errors.length > 0 ? error.errors.map(({ detail }) => detail).join('；') : error.detail;
}

function noRowRight(results: readonly ReturnResult[]): DomainError {
  return new DomainError('service.no-row-right', {
    kind: 'invalid',
    detail: '没有可以登记的行，请按提示修改。',
    errors: results.map(({ code, detail }, i) => ({ pointer: `#/rows/${i}`, code: code!, detail: detail! })),
  });
}

function lineUnknown(): DomainError {
  return new DomainError('service.line-unknown', { detail: '该批次没有这个序号。' });
}

function differs(): DomainError {
  return new DomainError('service.return-differs', {
    kind: 'conflict',
    detail: '该邮件的结果已经登记，与本次填写的不同，请核对。',
  });
}
