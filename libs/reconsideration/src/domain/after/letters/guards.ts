import type { Guard } from '@app/cases';
import type { Id } from '@app/kernel';
import type { ReconsiderationFacts } from '../../facts.js';
import type { LetterFact } from '../facts.js';
import type { RecordLetterReceiptInput, RecordLetterReportInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

const opinionOf = (facts: ReconsiderationFacts, id: Id): LetterFact | undefined =>
  facts.after.letters.find((letter) => letter.id === id && letter.kind === 'OPINION');

export const onItsWay: Rule<RecordLetterReceiptInput> = {
  code: 'reconsideration.letter-not-on-its-way',
  detail: '所选意见书不属于本案，或者收到日期已经登记。',
  article: '复议法 2023 第76条',
  onInput: true,
  holds: (facts, { input }) => opinionOf(facts, input.letterId)?.receivedOn === null,
};

export const receivedFits: Rule<RecordLetterReceiptInput> = {
  code: 'reconsideration.letter-day-wrong',
  detail: '收到日期应在制发之日至今天之间。',
  article: '复议法 2023 第76条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.receivedOn <= today && input.receivedOn >= (opinionOf(facts, input.letterId)?.issuedOn ?? input.receivedOn),
};

export const reportDue: Rule<RecordLetterReportInput> = {
  code: 'reconsideration.letter-report-not-due',
  detail: '所选意见书不属于本案、尚未登记收到，或者已经报告。',
  article: '复议法 2023 第76条',
  onInput: true,
  holds(facts, { input }) {
    const letter = opinionOf(facts, input.letterId);
    return letter !== undefined && letter.receivedOn !== null && letter.reportedOn === null;
  },
};

export const reportFits: Rule<RecordLetterReportInput> = {
  code: 'reconsideration.letter-day-wrong',
  detail: '报告日期应在收到意见书之日至今天之间。',
  article: '复议法 2023 第76条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.reportedOn <= today && input.reportedOn >= (opinionOf(facts, input.letterId)?.receivedOn ?? input.reportedOn),
};
