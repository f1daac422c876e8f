import type { DocumentData, DocumentField, DocumentKind } from '@app/documents';

/** Data of an invented case, by the fields' names. */
const SAMPLE: DocumentData = {
  applicants: ['陈小满'],
  respondent: '杭州市余杭区市场监督管理局',
  act: '2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）',
  caseNo: '余政复〔2026〕12号',
  authority: '杭州市余杭区人民政府',
  pronoun: 'PERSON',
  parties: ['申请人：陈小满，住杭州市余杭区良渚街道', '被申请人：杭州市余杭区市场监督管理局'],
  receivedOn: '2026-07-01',
  acceptedOn: '2026-07-06',
  appliedOn: '2026-07-01',
  decideBy: '2026-09-04',
  originalDueOn: '2026-09-04',
  newDueOn: '2026-10-09',
  track: 'ORDINARY',
  compensation: 'NONE',
  failed: ['IN_TIME', 'JURISDICTION'],
  competentAuthority: '杭州市人民政府',
  missingItems: ['身份证明材料', '被申请行政复议的行政行为的证明材料', '具体的行政复议请求'],
  days: 15,
  scope: 'PART',
  revokedPart: '第二项罚款五千元',
  remake: 'YES',
  remakeDays: 60,
  compensationAmount: 5000,
  compensationDays: 30,
  performDays: 30,
  entries: [['复议机构', '余政复受〔2026〕3号', '受理通知书', '2026年7月6日', '1', '']],
};

/** A value of the field's form, which names the field where it is text. */
function sampleOf({ name, label, type, choices }: DocumentField): unknown {
  if (name in SAMPLE) return SAMPLE[name];
  const words = label.replace(/（.*）$/u, '');
  switch (type) {
    case 'date':
      return '2026-07-20';
    case 'number':
      return 30;
    case 'money':
      return 1200.5;
    case 'list':
      return [`${words}甲`, `${words}乙`];
    case 'table':
      return [[`${words}一`]];
    case 'choice':
      return Object.keys(choices ?? {})[0];
    default:
      return `${words}的内容`;
  }
}

/** Complete data of a kind: every field, or only the required ones. */
export function exampleData(kind: DocumentKind, { optional = true } = {}): DocumentData {
  return Object.fromEntries(
    kind.fields
      .filter((field) => optional || field.required || field.requiredWhen !== undefined)
      .map((field) => [field.name, sampleOf(field)]),
  );
}

/** All that stands on paper, a line for each paragraph, row and slot. */
export function textOf(kind: DocumentKind, data: DocumentData): string {
  return kind
    .compose(data)
    .flatMap((block) => {
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          return [block.text];
        case 'list':
          return [...block.items];
        case 'fields':
          return block.rows.map((row) => row.join('：'));
        case 'table':
          return [block.columns.join('　'), ...block.rows.map((row) => row.join('　'))];
        case 'signatures':
          return [...block.slots];
        case 'page-break':
          return [];
      }
    })
    .join('\n');
}
