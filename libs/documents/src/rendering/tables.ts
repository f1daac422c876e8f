import { widthOf } from './gb9704.js';

export interface TableLines {
  readonly type: 'table';
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width; equal if absent. */
  readonly widths?: readonly number[];
  readonly keepNext?: boolean;
}

/** A form: what is asked, and three times as wide what is answered. */
export function formRows(rows: readonly (readonly [label: string, value: string])[]): TableLines {
  return { type: 'table', head: null, rows, widths: [1, 3] };
}

/** Where somebody signs in a form. */
export function signatureCell(undated: boolean): string {
  return `签名：${undated ? '' : `${'\u3000'.repeat(9)}年\u3000\u3000月\u3000\u3000日`}`;
}

const NARROWEST = 3;
const WIDEST = 12;

/** Columns take of the width what their longest cell needs, none so little that every character breaks. */
export function widthsFor(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => {
    const longest = Math.max(0, ...rows.map((row) => widthOf(row[at] ?? '')));
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + 1;
  });
}
