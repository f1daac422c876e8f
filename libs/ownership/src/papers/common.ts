import {
  applicants,
  caseNo,
  choice,
  day,
  grid,
  maybe,
  nameAll,
  respondent,
  text,
  type Block,
  type Words,
} from '@app/documents';
import { RISKS } from '../domain/facts.js';

/** With its date and number if it has them: 2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）. */
export const dispute = text('dispute', '争议事项');
export const leader = text('leader', '包案区领导');
export const unit = text('unit', '责任单位');
export const unitLeader = text('unitLeader', '包案责任领导');
export const resolveBy = day('resolveBy', '化解时限');
export const risk = choice('risk', '风险等级', RISKS);

/** What names the case: its parties and what they are at odds about. */
export const CASE = [applicants, maybe(respondent), dispute, caseNo] as const;
/** 定领导、定单位、定责任. */
export const OWNERS = [leader, unit, unitLeader] as const;

export const theDispute = (words: Words): string =>
  `${nameAll(words.list('applicants'))}${words.maybe('respondent', (name) => `与${name}`).join('')}因${words.text('dispute')}产生的争议`;

export const theCase = (words: Words): string => `${theDispute(words)}（${words.text('caseNo')}）`;

/** A form of the case: what it is about, then the rows of the form. */
export const caseForm = (words: Words, ...rows: (readonly [string, string])[]): Block =>
  grid(
    ['案号', words.text('caseNo')],
    ['当事人', [...words.list('applicants'), ...words.maybe('respondent', (name) => `诉${name}`)].join('、')],
    ['争议事项', words.text('dispute')],
    ...rows,
  );

export const ownerRows = (words: Words): (readonly [string, string])[] => [
  ['包案区领导', words.text('leader')],
  ['责任单位', words.text('unit')],
  ['包案责任领导', words.text('unitLeader')],
];
