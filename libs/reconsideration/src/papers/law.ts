import { citing } from '@app/documents';

/** A citation of the 行政复议法 (2023). `paragraph` and `item` as they are counted in the text. */
export const law = citing('《中华人民共和国行政复议法》');

/** A citation of the 行政复议法实施条例 (2026). */
export const regulation = citing('《中华人民共和国行政复议法实施条例》');
