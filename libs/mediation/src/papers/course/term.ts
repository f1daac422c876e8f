import { choice, count, day, longText, maybe, p, paragraphs, signedOn } from '@app/documents';
import { PAUSE_REASONS } from '../../domain/facts.js';
import { CASE, caseForm, committee, periods, runningPeriods, termEndsOn, theCase, we } from '../common.js';
import { invitedMediation, onlineMediation } from '../law.js';
import { paper } from '../manners.js';

const SIDES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const;
const pauseReason = choice('pauseReason', '中止的情形', PAUSE_REASONS);
const pausedFrom = day('pausedFrom', '中止日期');

const pause = paper({
  code: 'M21',
  name: '中止调解告知书',
  article: '在线调解规则 第26条；特邀调解规定 第18条',
  manner: 'COMMITTEE',
  series: 'md-notice',
  layout: 'NOTICE',
  to: SIDES,
  fields: [committee, ...CASE, pauseReason, pausedFrom, maybe(periods)],
  body: (words) => [
    p(
      words.is('pauseReason', 'APPRAISAL')
        ? `${theCase(words)}调解中，因需要鉴定评估，${we(words)}决定自${words.day('pausedFrom')}起中止调解。依照${onlineMediation(26)}的规定，鉴定评估期间不计入调解期限。`
        : `${theCase(words)}调解中，出现${invitedMediation(18)}规定的需要核实的情形，${we(words)}决定自${words.day('pausedFrom')}起中止调解，核实期间计入调解期限。`,
    ),
    p('中止的原因消除后，将及时恢复调解并另行告知。中止调解不影响当事人退出调解。'),
    ...runningPeriods(words),
  ],
});

const resumption = paper({
  code: 'M22',
  name: '恢复调解告知书',
  article: '在线调解规则 第26条',
  manner: 'COMMITTEE',
  series: 'md-notice',
  layout: 'NOTICE',
  to: SIDES,
  fields: [committee, ...CASE, pausedFrom, day('resumedOn', '恢复日期'), termEndsOn],
  body: (words) => [
    p(
      `${theCase(words)}于${words.day('pausedFrom')}中止调解。现中止的原因已经消除，${we(words)}决定自${words.day('resumedOn')}起恢复调解，调解期限至${words.day('termEndsOn')}届满。`,
    ),
  ],
});

const extension = paper({
  code: 'M23',
  name: '延长调解期限确认书',
  article: '特邀调解规定 第27条；在线调解规则 第24条',
  manner: 'PARTY',
  layout: 'FORM',
  fields: [
    ...CASE,
    termEndsOn,
    count('days', '延长的日数'),
    maybe(day('newTermEndsOn', '延长后的期限届满日')),
    longText('reason', '延长的理由'),
    maybe(periods),
    day('agreedOn', '确认日期'),
  ],
  body: (words) => [
    caseForm(
      words,
      ['调解期限届满日', words.day('termEndsOn')],
      ['延长的日数', `${words.number('days')}日`],
      ['延长后的期限届满日', words.has('newTermEndsOn') ? words.day('newTermEndsOn') : ''],
    ),
    ...paragraphs(words.lines('reason')),
    p(`各方当事人依照${invitedMediation(27)}的规定，一致同意延长上述调解期限。`),
    ...runningPeriods(words),
    ...signedOn(
      `确认日期：${words.day('agreedOn')}`,
      '申请人（签名或者盖章）',
      '被申请人（对方当事人）（签名或者盖章）',
      '第三人（签名或者盖章）',
    ),
  ],
});

export const TERM_PAPERS = [pause, resumption, extension];
