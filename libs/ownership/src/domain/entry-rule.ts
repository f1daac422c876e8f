/** The parts of the rule by which a dispute becomes a candidate for the list. */
export const ENTRY_PARTS = {
  COMPENSATION: '行政赔偿（补偿）案件',
  KEY_LITIGATION: '重点行政诉讼案件',
  GROUP: '人数众多',
  AMOUNT: '金额较大',
  MEDIA: '媒体关注',
  EARLIER_LOSS: '曾经败诉或者被纠错',
  TAG: '有指定标签',
} as const;

export type EntryPart = keyof typeof ENTRY_PARTS;

/** Tags by which officers say what no field says. */
export const MEDIA_TAG = 'MEDIA_ATTENTION';
export const EARLIER_LOSS_TAG = 'EARLIER_LOSS';

/** Which disputes enter by themselves. The notice names compensation and key suits; the rest is local practice [L]. */
export interface EntryRule {
  readonly compensation: boolean;
  readonly keyLitigation: boolean;
  /** Applicants from which it is a group; null: not asked. */
  readonly minParties: number | null;
  /** Yuan from which the amount is large; null: not asked. */
  readonly minAmount: number | null;
  readonly media: boolean;
  readonly earlierLoss: boolean;
  /** Further tags, any of which will do. */
  readonly tags: readonly string[];
}

export const DEFAULT_ENTRY_RULE: EntryRule = {
  compensation: true,
  keyLitigation: true,
  minParties: 10,
  minAmount: 1_000_000,
  media: true,
  earlierLoss: true,
  tags: [],
};
