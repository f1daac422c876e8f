import { ACCEPTANCE_CONDITIONS, type AcceptanceCondition } from './domain/acceptance.js';
import { ANSWERS, type Answer } from './domain/admissibility/answer.js';

type Detail = Readonly<Record<string, unknown>>;

const nameOf = (detail: Detail): string => ACCEPTANCE_CONDITIONS[detail['condition'] as AcceptanceCondition].name;
const answerOf = (detail: Detail): string => ANSWERS[detail['answer'] as Answer];
const numberOf = (detail: Detail): string => String(detail['number']);

/** The acts of assessment as a dispute's history tells them. */
export const ADMISSIBILITY_SENTENCES: Readonly<Record<string, (detail: Detail) => string>> = {
  'reconsideration.assess-admissibility': (d) => `${numberOf(d)} 按法定受理条件作出受理审查`,
  'reconsideration.confirm-condition': (d) => `${numberOf(d)} 确认受理条件“${nameOf(d)}”：${answerOf(d)}`,
  'reconsideration.override-condition': (d) => `${numberOf(d)} 更正受理条件“${nameOf(d)}”的结论为：${answerOf(d)}`,
};
