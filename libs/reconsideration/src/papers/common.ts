import { applicants, caseNo, day, nameAll, respondent, text, type Words } from '@app/documents';

/** With its date and number if it has them: 2026年5月6日作出的行政处罚决定（余市监罚〔2026〕1号）, 不履行查处职责的行为. */
export const act = text('act', '被申请行政复议的行政行为');
export const receivedOn = day('receivedOn', '收到申请日期');
export const acceptedOn = day('acceptedOn', '受理日期');

/** What names the case in a paper that goes to all sides alike. */
export const CASE = [applicants, respondent, act, caseNo] as const;

/** 申请人张三不服被申请人某局2026年5月6日作出的行政处罚决定（…）. */
export function against(words: Words): string {
  return `申请人${nameAll(words.list('applicants'))}不服被申请人${words.text('respondent')}${words.text('act')}`;
}

/** The case by its parties, act and number. */
export const theCase = (words: Words): string => `${against(words)}申请行政复议一案（案号：${words.text('caseNo')}）`;

/** 不服某局2026年5月6日作出的行政处罚决定（…）, said to the applicant. */
export const yourMatter = (words: Words): string => `不服${words.text('respondent')}${words.text('act')}`;
