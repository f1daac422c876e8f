import type { Block, DocumentData, DocumentKind } from '../src/domain/document-kind.js';

const text = (data: DocumentData, name: string): string => data[name] as string;

function paragraphs(data: DocumentData, name: string): Block[] {
  return text(data, name)
    .split('\n')
    .map((line) => ({ type: 'paragraph', text: line }));
}

const COMMON = {
  article: '样例 第1条',
  drafters: ['case_handler', 'intake_officer'],
  signers: ['institution_head'],
  fourEyes: true,
  served: false,
} as const;

/** A kind of paper for each layout, invented for tests. */
export const SAMPLE_KINDS: readonly DocumentKind[] = [
  {
    ...COMMON,
    code: 'Z01',
    name: '样例通知书',
    series: 'rc-notice',
    layout: 'NOTICE',
    seal: 'SPECIAL',
    volume: 'MAIN',
    addressees: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
    served: true,
    fields: [
      { name: 'reason', label: '事由', type: 'long-text', required: true },
      { name: 'answerBy', label: '答复期限', type: 'date', required: true },
      { name: 'materials', label: '材料', type: 'list', required: false },
    ],
    compose: (data) => [
      { type: 'heading', level: 1, text: '一、事由' },
      ...paragraphs(data, 'reason'),
      { type: 'heading', level: 2, text: '（一）材料' },
      { type: 'list', items: (data['materials'] as string[] | undefined) ?? [] },
      { type: 'paragraph', text: `请于${text(data, 'answerBy')}前答复。` },
    ],
  },
  {
    ...COMMON,
    code: 'Z02',
    name: '样例决定书',
    series: 'rc-decision',
    layout: 'DECISION',
    seal: 'AUTHORITY',
    volume: 'MAIN',
    addressees: ['APPLICANT', 'RESPONDENT'],
    served: true,
    personal: true,
    relief: 'LITIGATION',
    signers: ['authority_head', 'institution_head'],
    fields: [
      { name: 'parties', label: '当事人', type: 'long-text', required: true },
      { name: 'result', label: '决定', type: 'long-text', required: true },
    ],
    compose: (data) => [
      ...paragraphs(data, 'parties'),
      { type: 'heading', level: 1, text: '一、决定' },
      ...paragraphs(data, 'result'),
    ],
  },
  {
    ...COMMON,
    code: 'Z03',
    name: '样例函',
    series: 'rc-letter',
    layout: 'LETTER',
    seal: 'AUTHORITY',
    volume: 'MAIN',
    addressees: ['OTHER_ORGAN', 'SUPERIOR'],
    fields: [{ name: 'matter', label: '事项', type: 'long-text', required: true }],
    compose: (data) => paragraphs(data, 'matter'),
  },
  {
    ...COMMON,
    code: 'Z04',
    name: '样例笔录',
    articleOn: (day) => (day < '2027-01-01' ? '样例 第4条' : null),
    series: null,
    layout: 'RECORD',
    seal: 'NONE',
    volume: 'MAIN',
    addressees: [],
    signers: ['case_handler', 'intake_officer'],
    fourEyes: false,
    fields: [
      { name: 'place', label: '地点', type: 'text', required: true },
      { name: 'transcript', label: '记录', type: 'long-text', required: true },
    ],
    compose: (data) => [
      { type: 'fields', rows: [['地点', text(data, 'place')]] },
      ...paragraphs(data, 'transcript'),
      { type: 'signatures', slots: ['被询问人', '记录人'] },
    ],
  },
  {
    ...COMMON,
    code: 'Z05',
    name: '样例审批表',
    series: null,
    layout: 'FORM',
    seal: 'NONE',
    volume: 'SUB',
    addressees: [],
    fields: [
      { name: 'opinion', label: '意见', type: 'text', required: true },
      { name: 'kind', label: '结果', type: 'choice', required: true, choices: { YES: '同意', NO: '不同意' } },
      { name: 'items', label: '明细', type: 'table', required: false },
    ],
    compose: (data) => [
      {
        type: 'fields',
        rows: [
          ['承办人意见', text(data, 'opinion')],
          ['结果', text(data, 'kind')],
        ],
      },
      { type: 'table', columns: ['序号', '事项'], rows: (data['items'] as string[][] | undefined) ?? [] },
      { type: 'signatures', slots: ['审批人'] },
    ],
  },
];

/** Complete data of each. */
export const SAMPLE_DATA: Readonly<Record<string, DocumentData>> = {
  Z01: {
    reason: '申请人不服行政处罚决定，提出的行政复议申请材料不齐全。\n现一次性告知需要补正的内容。',
    answerBy: '2026-12-08',
    materials: ['身份证明复印件', '处罚决定书复印件'],
  },
  Z02: {
    parties: '申请人：测试申请人。\n被申请人：测试街道办事处。',
    result: `撤销被申请人作出的行政处罚决定。${'本机关认为，该决定认定事实不清，证据不足。'.repeat(30)}`,
  },
  Z03: { matter: '申请人一并提出对规范性文件的审查申请，现依法转送你机关处理。' },
  Z04: { place: '区行政复议局听证室', transcript: '问：你的请求是什么？\n答：请求撤销处罚。' },
  Z05: {
    opinion: '建议受理。',
    kind: 'YES',
    items: [
      ['1', '审查'],
      ['2', '受理'],
    ],
  },
};
