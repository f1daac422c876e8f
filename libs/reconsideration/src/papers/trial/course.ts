import { choice, count, day, inNumerals, longText, p, sentence } from '@app/documents';
import { acceptedOn, CASE, theCase } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';
import { SUSPENSION_GROUNDS } from '../../domain/facts.js';

const TO_ALL = { layout: 'NOTICE', to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] } as const;

/** In the order of 第四十二条. */
export const STAY_GROUNDS = {
  RESPONDENT: '被申请人认为需要停止执行',
  AUTHORITY: '行政复议机关认为需要停止执行',
  APPLIED: '申请人、第三人申请停止执行，行政复议机关认为其要求合理',
  LAW: '法律、法规、规章规定停止执行的其他情形',
} as const;
const STAY_ITEMS = { RESPONDENT: '一', AUTHORITY: '二', APPLIED: '三', LAW: '四' } as const;

const stay = paper({
  ...TO_ALL,
  code: 'R13',
  name: '停止执行通知书',
  article: '复议法 2023 第42条',
  manner: 'AUTHORITY',
  series: 'rc-stay',
  fields: [
    ...CASE,
    choice('ground', '停止执行的情形', STAY_GROUNDS),
    longText('reason', '理由'),
    day('stayedFrom', '停止执行的起始日期'),
  ],
  body: (words) => [
    p(`${theCase(words)}，本机关正在审理。`),
    p(`经审查：${sentence(words.text('reason'))}本案属于“${words.label('ground', STAY_GROUNDS)}”的情形。`),
    p(
      `根据${law(42)}第${words.label('ground', STAY_ITEMS)}项的规定，本机关决定：自${words.day('stayedFrom')}起，在行政复议期间停止执行被申请人${words.text('act')}。`,
    ),
  ],
});

const conversion = paper({
  ...TO_ALL,
  code: 'R14',
  name: '转为普通程序审理通知书',
  article: '复议法 2023 第55条',
  manner: 'INSTITUTION',
  series: 'rc-conversion',
  fields: [...CASE, acceptedOn, longText('reason', '不宜适用简易程序的理由'), day('decideBy', '审理期限届满日')],
  body: (words) => [
    p(`${theCase(words)}，原适用简易程序审理。经审查，本案不宜适用简易程序，理由是：${sentence(words.text('reason'))}`),
    p(`依照${law(55)}的规定，经行政复议机构负责人批准，本案转为普通程序审理。`),
    p(
      `审理期限仍自受理之日即${words.day('acceptedOn')}起计算，依照${law(62, 1)}的规定为六十日，至${words.day('decideBy')}届满。行政复议机构将依照第四十九条的规定听取当事人的意见。`,
    ),
  ],
});

const extension = paper({
  ...TO_ALL,
  code: 'R15',
  name: '行政复议延期审理通知书',
  article: '复议法 2023 第62条第1款',
  manner: 'INSTITUTION',
  series: 'rc-extension',
  fields: [
    ...CASE,
    day('originalDueOn', '原审理期限届满日'),
    longText('reason', '延期理由'),
    count('days', '延长天数'),
    day('newDueOn', '延长后的届满日'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}，审理期限原至${words.day('originalDueOn')}届满。因情况复杂，不能在规定期限内作出行政复议决定：${sentence(words.text('reason'))}`,
    ),
    p(
      `依照${law(62, 1)}的规定，经行政复议机构负责人批准，本案审理期限延长${words.number('days')}日，至${words.day('newDueOn')}届满。`,
    ),
  ],
});

/** The law's ten grounds: the ninth has steps of its own, the paper is the same. */
export const SUSPENSION_PAPER_GROUNDS = {
  S1: SUSPENSION_GROUNDS.S1,
  S2: SUSPENSION_GROUNDS.S2,
  S3: SUSPENSION_GROUNDS.S3,
  S4: SUSPENSION_GROUNDS.S4,
  S5: SUSPENSION_GROUNDS.S5,
  S6: SUSPENSION_GROUNDS.S6,
  S7: SUSPENSION_GROUNDS.S7,
  S8: SUSPENSION_GROUNDS.S8,
  S9: '对行政行为所依据的规范性文件或者其他依据进行附带审查',
  S10: SUSPENSION_GROUNDS.S10,
} as const;

const ITEMS = Object.fromEntries(Object.keys(SUSPENSION_PAPER_GROUNDS).map((code, i) => [code, inNumerals(i + 1)]));

const suspension = paper({
  ...TO_ALL,
  code: 'R16',
  name: '行政复议中止通知书',
  article: '复议法 2023 第39条第1款、第3款',
  manner: 'AUTHORITY',
  series: 'rc-suspension',
  fields: [
    ...CASE,
    choice('ground', '中止情形', SUSPENSION_PAPER_GROUNDS),
    longText('explanation', '具体情况'),
    day('suspendedFrom', '中止的起始日期'),
  ],
  body: (words) => [
    p(`${theCase(words)}，审理期间出现下列情况：${sentence(words.text('explanation'))}`),
    p(`上述情况属于“${words.label('ground', SUSPENSION_PAPER_GROUNDS)}”的情形。`),
    p(
      `根据${law(39, 1)}第${words.label('ground', ITEMS)}项的规定，本机关决定：自${words.day('suspendedFrom')}起中止本案的审理。中止期间不计入审理期限。`,
    ),
    p('中止的原因消除后，本机关将及时恢复审理，并书面告知当事人。'),
  ],
});

const resumption = paper({
  ...TO_ALL,
  code: 'R17',
  name: '恢复行政复议审理通知书',
  article: '复议法 2023 第39条第2款、第3款',
  manner: 'AUTHORITY',
  series: 'rc-resumption',
  fields: [
    ...CASE,
    day('suspendedFrom', '中止的起始日期'),
    longText('explanation', '中止原因消除的情况'),
    day('resumedOn', '恢复审理日期'),
    day('newDueOn', '恢复后的审理期限届满日'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}，本机关自${words.day('suspendedFrom')}起中止审理。现中止的原因已经消除：${sentence(words.text('explanation'))}`,
    ),
    p(
      `根据${law(39, 2)}的规定，本机关决定自${words.day('resumedOn')}起恢复审理。扣除中止期间后，审理期限至${words.day('newDueOn')}届满。`,
    ),
  ],
});

export const COURSE_PAPERS = [stay, conversion, extension, suspension, resumption];
