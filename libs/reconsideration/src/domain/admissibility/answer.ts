export const ANSWERS = { MET: '符合', NOT_MET: '不符合', UNKNOWN: '尚不能判断' } as const;
export type Answer = keyof typeof ANSWERS;

/** What is contested: an act, an omission, an agreement. */
export type ActNature = 'ACT' | 'OMISSION' | 'AGREEMENT';
