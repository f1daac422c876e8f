import { widthOf } from './gb9704.js';

export interface TableLines {
  readonly type: 'table';
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width; equal if absent. */
  readonly widths?: readonly number[];
  readonly keepNext?: boolean;
  /** Of a list that lies across the page. */
  readonly wide?: true;
}

/** A form: what is asked, and three times as wide what is answered. */
export function formRows(rows: readonly (readonly [label: string, value: string])[]): TableLines {
  return { type: 'table', head: null, rows, widths: [1, 3] };
}

/** Where somebody signs in a form. */
export function signatureCell(undated: boolean): string {
  return `签名：${undated ? '' : `${'\u3000'.repeat(9)}年\u3000\u3000月\u3000\u3000日`}`;
}

/** A row of more than this, in characters, may be parted by the end of a page. */
const LONGEST_UNPARTED = 400;

/** True if the row is to stand on one page. */
export function standsTogether(row: readonly string[]): boolean {
  return row.every((cell) => cell.length <= LONGEST_UNPARTED);
}

/** Characters of 4号 on a line of the type area, of 五号 on one that lies across; what the padding of a cell takes of them. */
const ROOM = 31;
const ROOM_ACROSS = 60;
const PADDING = 1;
const WIDEST = 12;

/** Shares of the width: columns get what their longest cell needs; if that is too much, the widest give way. */
export function widthsFor(rows: readonly (readonly string[])[], wide = false): number[] {
  const room = wide ? ROOM_ACROSS : ROOM;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const needs = Array.from(
    { length: columns },
    (_, at) => Math.max(1, ...rows.map((row) => widthOf(row[at] ?? ''))) + PADDING,
  );
  let widest = WIDEST;
  const shares = () => needs.map((need) => Math.min(need, widest));
  while (widest > 2 && shares().reduce((sum, share) => sum + share) > room) widest -= 0.5;
  return shares();
}
