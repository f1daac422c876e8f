/** Makes the Chinese sentence of an act in a record's history. `detail` is what the audit trail keeps: no personal data. */
export type SentenceOf = (detail: Readonly<Record<string, unknown>>) => string;

/** Sentences by action code; each lib registers those of its own acts. */
export class SentenceBook {
  private readonly sentences = new Map<string, SentenceOf>();
  private readonly inner = new Set<string>();

  /**
   * `inner` are acts of which only those learn who look from the service's side.
   * @throws Error if the action has a sentence already
   */
  register(sentences: Readonly<Record<string, SentenceOf>>, { inner = [] }: { inner?: readonly string[] } = {}): void {
    for (const action of inner) this.inner.add(action);
    for (const [action, sentence] of Object.entries(sentences)) {
      if (this.sentences.has(action)) throw new Error(`two sentences for ${action}`);
      this.sentences.set(action, sentence);
    }
  }

  innerActions(): string[] {
    return [...this.inner];
  }

  /** The sentence of an act; a plain one with the action's code if nobody registered it, so that nothing is left out. */
  sentenceOf(action: string, detail: Readonly<Record<string, unknown>>): string {
    return this.sentences.get(action)?.(detail) ?? `进行了操作（${action}）`;
  }
}

/** Fields of a dispute as the history names them. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  channel: '受理渠道',
  sourceOrganId: '转来机关',
  receivedOn: '收到之日',
  title: '标题',
  facts: '事实和理由',
  claims: '请求事项',
  fieldCode: '行政管理类别',
  matterCode: '申请事项',
  tags: '标签',
  amount: '涉及金额',
  respondentOrganId: '被申请人',
  actName: '行政行为名称',
  actDocumentNo: '行政行为文号',
  actOn: '行政行为作出之日',
  actKnownOn: '知道行政行为之日',
  rightsKnownOn: '知道申请权利之日',
  concernsRealEstate: '是否涉及不动产',
  parties: '当事人',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const reason = (detail: Readonly<Record<string, unknown>>): string =>
  text(detail['reason']) === '' ? '' : `，理由：${text(detail['reason'])}`;

function fieldNames(value: unknown): string {
  return Array.isArray(value) ? value.map((field) => FIELD_NAMES[text(field)] ?? text(field)).join('、') : '';
}

/** The acts of registration. */
export const REGISTRATION_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'cases.register': () => '登记了争议',
  'cases.save-draft': () => '保存了草稿',
  'cases.update-draft': () => '修改了草稿',
  'cases.discard-draft': () => '删除了草稿',
  'cases.amend': (d) => `修改了${fieldNames(d['fields'])}`,
  'cases.close-dispute': (d) => `办结了争议${reason(d)}`,
  'cases.void-dispute': (d) => `作废了争议登记${reason(d)}`,
  'cases.assign-handler': (d) => `确定了经办人${reason(d)}`,
  'cases.hand-over': (d) => `变更了经办人${reason(d)}`,
  'cases.link': (d) => `关联了另一争议${reason(d)}`,
  'cases.unlink': () => '取消了与另一争议的关联',
  'cases.unmask-party': (d) => `查看了当事人的完整证件号码${reason(d)}`,
};
