import {
  contact,
  contactLine,
  count,
  day,
  list,
  longText,
  maybe,
  numbered,
  p,
  pronoun,
  respondent,
  sentence,
  text,
  you,
} from '@app/documents';
import { act, receivedOn, yourMatter } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';

const TO_APPLICANT = {
  manner: 'INSTITUTION',
  series: 'rc-correction',
  layout: 'NOTICE',
  to: ['APPLICANT'],
  personal: true,
} as const;
const MATTER = [pronoun, respondent, act] as const;

const correctionNotice = paper({
  ...TO_APPLICANT,
  code: 'R04',
  name: '补正行政复议申请通知书',
  article: '复议法 2023 第31条第1款',
  fields: [...MATTER, receivedOn, list('missingItems', '需要补正的事项'), contact],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}提出的行政复议申请，本机关于${words.day('receivedOn')}收到。经审查，申请材料不齐全或者表述不清楚，无法判断是否符合受理条件。依照${law(31, 1)}的规定，现一次性告知需要补正的事项：`,
    ),
    ...numbered(words.list('missingItems')),
    p(
      `请${you(words)}自收到本通知书之日起十个工作日内提交补正材料。有正当理由不能按期补正的，可以在期限届满前说明理由，申请延长补正期限。无正当理由逾期不补正的，依照${law(31, 2)}的规定，视为放弃行政复议申请，并记录在案。`,
    ),
    p('本机关收到补正材料后，将依法重新审查并作出处理。补正不影响申请行政复议的日期。'),
    p(contactLine(words)),
  ],
});

const respondentNotice = paper({
  ...TO_APPLICANT,
  code: 'R04-RESPONDENT',
  name: '变更被申请人告知书',
  article: '实施条例 2026 第29条',
  fields: [
    ...MATTER,
    receivedOn,
    longText('reason', '所列被申请人不符合规定的理由'),
    maybe(text('properRespondent', '应列的被申请人')),
    contact,
  ],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}提出的行政复议申请，本机关于${words.day('receivedOn')}收到。经审查，申请所列被申请人不符合规定，理由是：${sentence(words.text('reason'))}`,
    ),
    p(
      `依照${regulation(29)}的规定，请${you(words)}自收到本告知书之日起十个工作日内书面变更被申请人${words.maybe('properRespondent', (name) => `（根据现有材料，应为${name}）`).join('')}。`,
    ),
    p(`${you(words)}不同意变更，或者变更后所列被申请人仍不符合规定的，本机关将依法决定不予受理并说明理由。`),
    p(contactLine(words)),
  ],
});

const extensionOfCorrection = paper({
  ...TO_APPLICANT,
  code: 'R04-EXTENSION',
  name: '延长补正期限通知书',
  article: '复议法 2023 第31条第2款',
  fields: [
    ...MATTER,
    longText('reason', '申请延长的理由'),
    count('days', '延长天数'),
    day('newDueOn', '延长后的补正期限届满日'),
  ],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}申请行政复议，因“${words.text('reason')}”不能按期提交补正材料，请求延长补正期限。经审查，理由正当。依照${law(31, 2)}的规定，决定将补正期限延长${words.number('days')}日，至${words.day('newDueOn')}届满。`,
    ),
    p('无正当理由逾期仍不补正的，视为放弃行政复议申请，并记录在案。'),
  ],
});

export const CORRECTION_PAPERS = [correctionNotice, respondentNotice, extensionOfCorrection];
