import type { Block, DocumentData, DocumentKind } from '@app/documents';
import { inChinese, isCalendarDate } from '@app/kernel';

export const REPLY_PAPER = 'R13-REPLY';
export const EVIDENCE_PAPER = 'R13-EVIDENCE';

const BLANK = '＿＿＿＿';
const p = (text: string): Block => ({ type: 'paragraph', text });
const said = (data: DocumentData, name: string): string => {
  const value = data[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : BLANK;
};
const lines = (data: DocumentData, name: string): Block[] => said(data, name).split(/\n+/).map(p);
const day = (value: unknown): string => (isCalendarDate(value) ? inChinese(value) : BLANK);

/** Written by the respondent, whose own seal is put on the printed paper; it carries no number of ours. */
const BY_RESPONDENT = {
  series: null,
  seal: 'NONE',
  volume: 'MAIN',
  addressees: [],
  drafters: ['dept_liaison'],
  signers: ['dept_liaison', 'unit_leader'],
  fourEyes: false,
  served: false,
} as const satisfies Partial<DocumentKind>;

const text = (name: string, label: string) => ({ name, label, type: 'text', required: true }) as const;
const HEAD = [text('respondent', '被申请人'), text('caseNo', '案号')];

/** What a respondent hands in: 复议法 2023 第48条、第54条; 实施条例 2026 第41条. */
export const REPLY_PAPERS: readonly DocumentKind[] = [
  {
    ...BY_RESPONDENT,
    code: REPLY_PAPER,
    name: '行政复议答复书',
    article: '复议法 2023 第48条；实施条例 2026 第41条',
    layout: 'LETTER',
    fields: [
      ...HEAD,
      text('authority', '行政复议机关'),
      { name: 'facts', label: '事实、证据和程序', type: 'long-text', required: true },
      { name: 'grounds', label: '依据和理由', type: 'long-text', required: true },
      text('request', '答复请求'),
      { name: 'agents', label: '代理人', type: 'list', required: true },
      { name: 'repliedOn', label: '答复日期', type: 'date', required: true },
    ],
    compose: (data) => [
      { type: 'paragraph', text: `${said(data, 'authority')}：`, flush: true },
      p(`被申请人${said(data, 'respondent')}就${said(data, 'caseNo')}行政复议案件答复如下：`),
      { type: 'heading', level: 1, text: '一、作出行政行为的事实、证据和程序' },
      ...lines(data, 'facts'),
      { type: 'heading', level: 1, text: '二、依据和理由' },
      ...lines(data, 'grounds'),
      { type: 'heading', level: 1, text: '三、答复请求' },
      p(said(data, 'request')),
      p(`委托代理人：${(data['agents'] as readonly string[] | undefined)?.join('、') ?? BLANK}`),
      p('附件：证据目录及证据、依据'),
      { type: 'signatures', slots: [`被申请人：${said(data, 'respondent')}（印章）`], undated: true },
      p(day(data['repliedOn'])),
    ],
  },
  {
    ...BY_RESPONDENT,
    code: EVIDENCE_PAPER,
    name: '证据目录',
    article: '复议法 2023 第43条、第44条、第48条',
    layout: 'FORM',
    fields: [
      ...HEAD,
      { name: 'entries', label: '证据', type: 'table', required: true },
      { name: 'submittedOn', label: '提交日期', type: 'date', required: true },
    ],
    compose: (data) => [
      {
        type: 'fields',
        rows: [
          ['案号', said(data, 'caseNo')],
          ['提交人', said(data, 'respondent')],
          ['提交日期', day(data['submittedOn'])],
        ],
      },
      {
        type: 'table',
        columns: ['序号', '证据名称', '来源', '证明内容', '页码'],
        rows: (data['entries'] as readonly (readonly string[])[] | undefined) ?? [],
      },
      { type: 'signatures', slots: ['提交人', '签收人'] },
    ],
  },
];
