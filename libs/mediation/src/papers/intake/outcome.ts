import {
  applicants,
  caseNo,
  choice,
  contact,
  contactLine,
  day,
  list,
  longText,
  maybe,
  numbered,
  p,
  paragraphs,
  pronoun,
  sentence,
  signatures,
  text,
  you,
} from '@app/documents';
import { REJECTION_REASONS, RETURN_REASONS } from '../../domain/intake/inputs.js';
import {
  acceptedOn,
  CASE,
  dispute,
  others,
  periods,
  receivedOn,
  runningPeriods,
  theCase,
  theDispute,
} from '../common.js';
import { invitedMediation, onlineMediation, peoplesMediation } from '../law.js';
import { paper, RESULT_READERS } from '../manners.js';

const SIDES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const;

const acceptance = paper({
  code: 'M07',
  name: '行政争议调解受理通知书',
  article: '特邀调解规定 第11条；在线调解规则 第10条',
  manner: 'CENTRE',
  readers: RESULT_READERS,
  series: 'md-acceptance',
  layout: 'NOTICE',
  to: SIDES,
  personal: true,
  fields: [...CASE, pronoun, acceptedOn, maybe(periods), contact],
  body: (words) => [
    p(
      `${theCase(words)}，各方当事人均已确认同意调解。依照${invitedMediation(11)}的规定，本中心于${words.day('acceptedOn')}受理。现将有关事项通知如下：`,
    ),
    p(
      `一、依照${onlineMediation(10, 2)}的规定，各方当事人可以自受理之日起两个工作日内共同选定调解员；逾期未共同选定的，由本中心或者承办的调解委员会指定。`,
    ),
    p('二、调解期限自调解员确认接受之日起计算；各方当事人同意的，可以延长。'),
    p(`三、${you(words)}在调解中的权利和义务，详见所附《权利义务告知书》。`),
    p('四、调解不收取任何费用，不公开进行。'),
    p('五、调解期间，申请行政复议、提起诉讼等法定期限照常计算。'),
    ...runningPeriods(words),
    p(contactLine(words)),
    p('附件：权利义务告知书'),
  ],
});

const refusal = paper({
  code: 'M08',
  name: '不予受理调解通知书',
  article: '在线调解规则 第12条',
  manner: 'CENTRE',
  readers: RESULT_READERS,
  series: 'md-refusal',
  layout: 'NOTICE',
  to: ['APPLICANT'],
  personal: true,
  fields: [
    pronoun,
    ...CASE,
    receivedOn,
    choice('rejectionReason', '不予受理的情形', REJECTION_REASONS),
    longText('explanation', '理由'),
    maybe(periods),
    contact,
  ],
  body: (words) => [
    p(`${you(words)}就${theDispute(words)}提出的调解申请，本中心于${words.day('receivedOn')}收到。`),
    p(`经审查，该申请${words.label('rejectionReason', REJECTION_REASONS)}。理由如下：`),
    ...paragraphs(words.lines('explanation')),
    p(
      `依照${onlineMediation(12)}的规定，本中心决定不予受理（案号：${words.text('caseNo')}）。${you(words)}可以依法通过行政复议、行政诉讼等途径解决争议。`,
    ),
    ...runningPeriods(words),
    p(contactLine(words)),
  ],
});

const rejectionLetter = paper({
  code: 'M08-SOURCE',
  name: '不予接收说明',
  article: '在线调解规则 第12条',
  manner: 'REPORT',
  series: 'md-letter',
  layout: 'LETTER',
  to: ['COURT', 'OTHER_ORGAN'],
  fields: [
    applicants,
    others,
    dispute,
    caseNo,
    maybe(text('letterNumber', '来函文号')),
    receivedOn,
    choice('rejectionReason', '不予接收的情形', REJECTION_REASONS),
    longText('explanation', '理由'),
    contact,
  ],
  body: (words) => [
    p(
      `你单位移送的${theDispute(words)}${words.maybe('letterNumber', (no) => `（来函：${no}）`).join('')}，本中心于${words.day('receivedOn')}收到（案号：${words.text('caseNo')}）。`,
    ),
    p(
      `经审查，该争议${words.label('rejectionReason', REJECTION_REASONS)}。依照${onlineMediation(12)}的规定，本中心不予接收，理由说明如下：`,
    ),
    ...paragraphs(words.lines('explanation')),
    p('随函退回移送的材料，请依法另行处理。'),
    p(contactLine(words)),
  ],
});

const returnLetter = paper({
  code: 'M09',
  name: '退回函',
  article: '在线调解规则 第15条第2款；人民调解法 第17条',
  manner: 'REPORT',
  series: 'md-letter',
  layout: 'LETTER',
  to: ['COURT', 'OTHER_ORGAN'],
  fields: [
    applicants,
    others,
    dispute,
    caseNo,
    maybe(text('letterNumber', '来函文号')),
    choice('returnReason', '退回的情形', RETURN_REASONS),
    longText('explanation', '情况说明'),
    maybe(list('materials', '退回的材料')),
    contact,
  ],
  body: (words) => [
    p(
      `你单位移送的${theDispute(words)}${words.maybe('letterNumber', (no) => `（来函：${no}）`).join('')}，本中心接收后（案号：${words.text('caseNo')}）已征询各方当事人的意见。现因${words.label('returnReason', RETURN_REASONS)}，依照${onlineMediation(15, 2)}、${peoplesMediation(17)}的规定予以退回。情况说明如下：`,
    ),
    ...paragraphs(words.lines('explanation')),
    p('本中心已告知当事人依法享有的救济途径和期限，请依法继续办理。'),
    ...(words.has('materials') ? [p('退回下列材料：'), ...numbered(words.list('materials'))] : []),
    p(contactLine(words)),
  ],
});

/** Signed by the citizen before the mediation begins: mediation stops no period. */
const riskNotice = paper({
  code: 'M10',
  name: '期限风险告知书',
  article: '复议法 2023 第20条；行政诉讼法 第45条、第46条',
  manner: 'PARTY',
  drafters: ['mediator', 'centre_staff', 'centre_manager'],
  layout: 'RECORD',
  to: ['APPLICANT'],
  personal: true,
  fields: [pronoun, ...CASE, periods, day('toldOn', '告知日期')],
  body: (words) => [
    p(`${you(words)}参加调解的${theCase(words)}，请注意以下风险：`),
    ...runningPeriods(words),
    p('一、调解期间，上述期限照常计算；逾期的，可能丧失申请行政复议或者提起诉讼的权利。'),
    p('二、为避免超过期限，可以在调解期间先行申请行政复议或者提起诉讼，调解仍可以继续进行；达成协议的，可以依法撤回。'),
    p('三、期限届满前，本中心将予以提醒；是否行使权利由本人决定。'),
    p(sentence(`告知日期：${words.day('toldOn')}`)),
    p('以上内容本人已经阅读或者由工作人员向本人说明，本人已经知悉，仍愿意参加调解。'),
    signatures('被告知人（签名或者按指印）', '告知人'),
  ],
});

export const OUTCOME_PAPERS = [acceptance, refusal, rejectionLetter, returnLetter, riskNotice];
