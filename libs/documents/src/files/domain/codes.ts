/** What a file of a case is; each has its place in the order of the volume (卷内次序). */
export const CATEGORIES = {
  DOCUMENT: '文书',
  APPLICATION: '申请材料',
  IDENTITY: '身份证明',
  AUTHORITY: '委托手续',
  REPLY: '答复书',
  BASIS: '依据',
  EVIDENCE: '证据',
  RECORD: '笔录',
  SERVICE_RETURN: '送达回证',
  OTHER: '其他',
} as const;
export type Category = keyof typeof CATEGORIES;
export const CATEGORY_CODES = Object.keys(CATEGORIES) as Category[];

/** 证据种类 (复议法 2023 第43条第1款). */
export const EVIDENCE_KINDS = {
  DOCUMENTARY: '书证',
  PHYSICAL: '物证',
  AUDIOVISUAL: '视听资料',
  ELECTRONIC: '电子数据',
  WITNESS: '证人证言',
  STATEMENT: '当事人的陈述',
  EXPERT_OPINION: '鉴定意见',
  SCENE_RECORD: '勘验笔录、现场笔录',
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;
export const EVIDENCE_KIND_CODES = Object.keys(EVIDENCE_KINDS) as EvidenceKind[];

/**
 * Whose a file is: who submitted it or, of papers and returns of service, whom it went to. INSTITUTION is the side of
 * those who handle the case; their papers of that side are everybody's.
 */
export const SIDES = {
  APPLICANT: '申请人',
  THIRD_PARTY: '第三人',
  RESPONDENT: '被申请人',
  INSTITUTION: '办案机构',
} as const;
export type Side = keyof typeof SIDES;
export const SIDE_CODES = Object.keys(SIDES) as Side[];

export const VOLUMES = { MAIN: '正卷', SUB: '副卷' } as const;

/** Why parties may not read a file (复议法 2023 第47条). */
export const WITHHOLDING_GROUNDS = {
  STATE_SECRET: '涉及国家秘密',
  TRADE_SECRET: '涉及商业秘密',
  PRIVACY: '涉及个人隐私',
  NATIONAL_SECURITY: '可能危及国家安全',
  PUBLIC_SECURITY: '可能危及公共安全',
  SOCIAL_STABILITY: '可能危及社会稳定',
} as const;
export type WithholdingGround = keyof typeof WITHHOLDING_GROUNDS;
export const WITHHOLDING_CODES = Object.keys(WITHHOLDING_GROUNDS) as WithholdingGround[];
