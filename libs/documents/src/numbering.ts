import { DomainError } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/** The form of a number: 机关代字〔年份〕序号号, no leading zero, no 第 (GB/T 9704-2012). */
export const NUMBER_SHAPE = /^\p{Script=Han}{2,12}〔(19|20)\d{2}〕[1-9]\d*号$/u;

/** 机关代字, as it stands in a number. */
export const PREFIX_SHAPE = /^[一-龥]{2,12}$/;

/**
 * The next number of a series in a year, e.g. `余政复〔2026〕12号`. It is given if, and only if, the transaction commits, so
 * there are no gaps. It locks the series until then: ask for it last.
 * @throws DomainError documents.unknown-series
 */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<string> {
  const [row] = await sql<{ number: string }>(tx, 'SELECT documents.next_number($1, $2::smallint) AS number', [
    series,
    year,
  ]);
  if (!row?.number) {
    throw new DomainError('documents.unknown-series', { detail: '没有设置该编号序列。', params: { series } });
  }
  return row.number;
}
