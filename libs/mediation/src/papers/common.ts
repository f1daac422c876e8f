import {
  applicants,
  caseNo,
  choice,
  day,
  grid,
  h,
  list,
  maybe,
  nameAll,
  numbered,
  p,
  parties,
  table,
  text,
  type Block,
  type DocumentField,
  type Words,
} from '@app/documents';
import { SOURCES, STAGES } from '../domain/facts.js';

/** The respondent organ; in a civil dispute whoever stands on the other side. */
export const others = list('others', '被申请人（对方当事人）');
/** With its date and number if it has them: 2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）. */
export const dispute = text('dispute', '争议事项');
export const request = list('request', '调解请求');
export const stage = choice('stage', '调解阶段', STAGES);
export const source = choice('source', '案件来源', SOURCES);
export const receivedOn = day('receivedOn', '收到日期');
export const acceptedOn = day('acceptedOn', '受理日期');
export const termEndsOn = day('termEndsOn', '调解期限届满日');
/** The committee that mediates; empty where the centre does it itself. */
export const committee = maybe(text('committee', '调解组织'));
export const mediators = list('mediators', '调解员');
export { caseNo, parties };

/** What names the case in a paper that goes to all sides alike. */
export const CASE: readonly DocumentField[] = [applicants, others, dispute, caseNo];

/** 申请人陈小满与被申请人某局因2026年6月1日作出的行政处罚决定（…）产生的争议. */
export const theDispute = (words: Words): string =>
  `申请人${nameAll(words.list('applicants'))}与${nameAll(words.list('others'))}因${words.text('dispute')}产生的争议`;

export const theCase = (words: Words): string => `${theDispute(words)}（案号：${words.text('caseNo')}）`;

/** Who issues a paper, as its text calls it. */
export const we = (words: Words): string => (words.has('committee') ? '本调解委员会' : '本中心');

/** The citizen's filing periods that run on while there is mediation, a row each. */
export const periods = table('periods', '正在进行的申请（起诉）期限：途径、期限届满日、向谁提出');

export const periodsTable = (words: Words): Block => ({
  type: 'table',
  columns: ['救济途径', '期限届满日', '受理机关'],
  rows: words.table('periods'),
});

/** What a mediation does to no period, said with the periods that run. */
export function runningPeriods(words: Words): Block[] {
  if (!words.has('periods')) return [];
  return [
    p('截至本文书制作之日，下列法定期限正在计算，调解不使其中止、中断或者延长，请在期限届满前依法行使权利：'),
    periodsTable(words),
  ];
}

/** A form of the case: what it is about, then the rows of the form. */
export const caseForm = (words: Words, ...rows: (readonly [string, string])[]): Block =>
  grid(
    ['案号', words.text('caseNo')],
    ['申请人', words.list('applicants').join('、')],
    ['被申请人（对方当事人）', words.list('others').join('、')],
    ['争议事项', words.text('dispute')],
    ...rows,
  );

export const section = (title: string, items: readonly string[]): Block[] => [h(title), ...numbered(items)];
