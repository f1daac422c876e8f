/** Whom papers are served on: a citizen, an organisation, or an organ (the respondent, another authority). */
export type RecipientKind = 'PERSON' | 'ORGANISATION' | 'ORGAN';

/** Who may sign for a recipient (民诉法 2023 第88条; 民诉解释 第130条、第131条). */
export const RECEIVERS = {
  SELF: '本人',
  FAMILY: '同住成年家属',
  LEGAL_REP: '法定代表人、主要负责人',
  MAIL_ROOM: '收发、值班等负责收件的人员',
  AGENT: '代理人',
  DESIGNATED: '指定的代收人',
} as const;
export type Receiver = keyof typeof RECEIVERS;

export const RECEIVERS_OF: Readonly<Record<RecipientKind, readonly Receiver[]>> = {
  PERSON: ['SELF', 'FAMILY', 'AGENT', 'DESIGNATED'],
  ORGANISATION: ['LEGAL_REP', 'MAIL_ROOM', 'AGENT', 'DESIGNATED'],
  ORGAN: ['LEGAL_REP', 'MAIL_ROOM', 'AGENT', 'DESIGNATED'],
};

export const LIEN_PROOFS = { WITNESS: '基层组织或者单位代表见证', RECORDING: '拍照、录像记录送达过程' } as const;
export const RELAYS = {
  MILITARY: '所在部队团以上单位的政治机关',
  PRISON: '所在监所',
  COMPULSORY: '所在强制性教育机构',
} as const;
export const WHEREABOUTS = { POLICE: '公安机关证明', COMMUNITY: '村居、单位证明', OTHER: '其他证明' } as const;

/** What a record of a method must say besides the day. */
export type Particular = 'lienProof' | 'entrustedTo' | 'relayVia' | 'note';

export interface MethodRule {
  readonly name: string;
  readonly article: string;
  /** When it may be used. */
  readonly when: string;
  /** What proves it. */
  readonly proof: string;
  /** Which day counts. */
  readonly deemed: string;
  readonly recipients: readonly RecipientKind[];
  /** Somebody signs for it; by whom, depends on the recipient. */
  readonly signed: boolean;
  readonly needs: readonly Particular[];
  /** The clock at whose end the system records the service: nobody has to come back with a paper. */
  readonly clock?: 'SV_ANNOUNCE' | 'SV_ELECTRONIC';
}

const EVERYBODY: readonly RecipientKind[] = ['PERSON', 'ORGANISATION', 'ORGAN'];
const RECEIPT = '送达回证（签收人签名或者盖章，注明日期）';

/** Methods of service (民诉法 2023 第87条至第95条, applied by 复议法 2023 第88条第1款). */
export const SERVICE_METHODS = {
  DIRECT: {
    name: '直接送达',
    article: '民诉法 2023 第88条',
    when: '直接送交受送达人；本人不在的，交同住成年家属；单位由法定代表人或者负责收件的人签收',
    proof: RECEIPT,
    deemed: '签收之日',
    recipients: EVERYBODY,
    signed: true,
    needs: [],
  },
  DIRECT_AT_OFFICE: {
    name: '到机关领取（拒绝签名的由工作人员注明）',
    article: '民诉解释 第131条',
    when: '通知受送达人到机关领取',
    proof: '送达回证；拒绝签名的，由工作人员在送达回证上注明',
    deemed: '到机关之日',
    recipients: EVERYBODY,
    signed: true,
    needs: [],
  },
  LIEN: {
    name: '留置送达',
    article: '民诉法 2023 第89条',
    when: '受送达人或者同住成年家属拒绝接收',
    proof: '见证人签名的送达回证，或者拍照、录像记录',
    deemed: '留置之日',
    recipients: EVERYBODY,
    signed: false,
    needs: ['lienProof'],
  },
  ELECTRONIC: {
    name: '电子送达',
    article: '民诉法 2023 第90条；民诉解释 第135条',
    when: '受送达人在送达地址确认书中同意电子送达',
    proof: '系统发送成功的记录',
    deemed: '本机关系统显示发送成功之日；受送达人证明为他日的，以证明的日期为准',
    recipients: EVERYBODY,
    signed: false,
    needs: [],
    clock: 'SV_ELECTRONIC',
  },
  ENTRUST: {
    name: '委托送达',
    article: '民诉法 2023 第91条；民诉解释 第134条',
    when: '直接送达有困难，委托其他机关代为送达',
    proof: RECEIPT,
    deemed: '签收之日',
    recipients: EVERYBODY,
    signed: true,
    needs: ['entrustedTo'],
  },
  POST: {
    name: '邮寄送达',
    article: '民诉法 2023 第91条',
    when: '直接送达有困难',
    proof: '邮件回执',
    deemed: '回执上注明的收件日期',
    recipients: EVERYBODY,
    signed: true,
    needs: [],
  },
  RELAY: {
    name: '转交送达',
    article: '民诉法 2023 第92条至第94条',
    when: '受送达人是军人、被监禁或者被采取强制性教育措施',
    proof: RECEIPT,
    deemed: '签收之日',
    recipients: ['PERSON'],
    signed: true,
    needs: ['relayVia'],
  },
  ANNOUNCE: {
    name: '公告送达',
    article: '民诉法 2023 第95条',
    when: '受送达人下落不明，或者用其他方式无法送达',
    proof: '公告和刊登、张贴的记录；在案卷中记明原因和经过',
    deemed: '公告之日起满30日，不顺延',
    recipients: ['PERSON', 'ORGANISATION'],
    signed: false,
    needs: ['note'],
    clock: 'SV_ANNOUNCE',
  },
} as const satisfies Record<string, MethodRule>;

export type ServiceMethod = keyof typeof SERVICE_METHODS;

/** The rule of a method. */
export function methodRule(method: ServiceMethod): MethodRule {
  return SERVICE_METHODS[method];
}

/** Why an attempt came to nothing. */
export const FAILURES = {
  REFUSED: '拒收',
  ABSENT: '无人在家',
  MOVED: '已迁离',
  WRONG_ADDRESS: '地址不详或者有误',
  UNKNOWN: '查无此人',
  UNDELIVERED: '电子送达未成功',
  OTHER: '其他',
} as const;
export type FailureReason = keyof typeof FAILURES;
