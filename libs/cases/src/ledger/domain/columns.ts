/** A column of the ledger an office keeps. */
export interface LedgerColumn {
  readonly key: LedgerKey;
  /** The heading, as in the template. */
  readonly heading: string;
  readonly required: boolean;
  /** What may stand there, for the template. */
  readonly note: string;
  readonly example: string;
}

export const LEDGER_COLUMNS = [
  column('ledgerNo', '台账编号', true, '本单位台账的编号，不重复；再次导入时据此跳过已导入的行', 'TZ-2026-0001'),
  column('receivedOn', '收到日期', true, '收到争议的日期，如 2026-11-20', '2026-11-20'),
  column('registeredOn', '登记日期', false, '不填则与收到日期相同', '2026-11-20'),
  column('channel', '受理渠道', true, '窗口、来信、热线、转入、网上', '窗口'),
  column('sourceOrgan', '转来单位', false, '渠道为转入时填写单位名称或者简称', ''),
  column('applicant', '申请人', true, '姓名或者名称，多人用、分隔', '沈听澜'),
  column('applicantKind', '申请人类型', false, '自然人、单位；不填为自然人', '自然人'),
  column('idNumber', '证件号码', false, '自然人为居民身份证号，单位为统一社会信用代码；多人时不填', ''),
  column('phone', '联系电话', false, '手机或者固定电话', ''),
  column('address', '送达地址', false, '', '余杭区示例路1号'),
  column('legalRepresentative', '法定代表人', false, '申请人为单位时填写', ''),
  column('respondent', '被申请单位', true, '单位全称或者简称', '区市场监管局'),
  column('actName', '行政行为', true, '', '行政处罚决定'),
  column('actDocumentNo', '行为文号', false, '', '余市监罚〔2026〕12号'),
  column('actOn', '作出日期', false, '', '2026-11-02'),
  column('actKnownOn', '知道日期', false, '申请人知道该行为的日期，申请和起诉期限由此起算', '2026-11-05'),
  column('field', '管理领域', true, '行政管理类别的名称', '市场监管'),
  column('matter', '申请事项', true, '申请事项的名称', '行政处罚'),
  column('facts', '事实与理由', true, '', '对处罚幅度有异议'),
  column('claims', '请求事项', true, '', '请求减轻处罚'),
  column('amount', '涉案金额', false, '元，最多两位小数', '5000'),
  column('tags', '标签', false, '多个用、分隔', ''),
  column('route', '办理方式', false, '登记、调解、复议；不填为登记', '调解'),
  column('closedOn', '办结日期', false, '已办结的填写', ''),
  column('closing', '办结情况', false, '已办结的填写', ''),
] as const satisfies readonly LedgerColumn[];

export type LedgerKey =
  | 'ledgerNo'
  | 'receivedOn'
  | 'registeredOn'
  | 'channel'
  | 'sourceOrgan'
  | 'applicant'
  | 'applicantKind'
  | 'idNumber'
  | 'phone'
  | 'address'
  | 'legalRepresentative'
  | 'respondent'
  | 'actName'
  | 'actDocumentNo'
  | 'actOn'
  | 'actKnownOn'
  | 'field'
  | 'matter'
  | 'facts'
  | 'claims'
  | 'amount'
  | 'tags'
  | 'route'
  | 'closedOn'
  | 'closing';

/** A row as read: cells by column, trimmed; the number is the sheet's own. */
export interface LedgerRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<LedgerKey, string>>>;
}

/** What is wrong with a cell. */
export interface LedgerError {
  readonly line: number;
  /** The column's heading; empty if it is about the whole row. */
  readonly column: string;
  readonly code: string;
  readonly detail: string;
}

export function headingOf(key: LedgerKey): string {
  return LEDGER_COLUMNS.find((c) => c.key === key)!.heading;
}

function column(key: LedgerKey, heading: string, required: boolean, note: string, example: string): LedgerColumn {
  return { key, heading, required, note, example };
}
