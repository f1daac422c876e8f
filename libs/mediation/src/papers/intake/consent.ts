import { choice, contact, contactLine, day, maybe, numbered, p, pronoun, signedOn, text, you } from '@app/documents';
import { caseForm, CASE, request, theDispute } from '../common.js';
import { invitedMediation, onlineMediation, peoplesMediation } from '../law.js';
import { paper } from '../manners.js';

const MATTER = CASE;

const inquiry = paper({
  code: 'M05',
  name: '行政争议调解征求意见书',
  article: '特邀调解规定 第11条；在线调解规则 第15条',
  manner: 'CENTRE',
  series: 'md-letter',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  personal: true,
  fields: [...MATTER, pronoun, request, day('answerBy', '答复期限'), contact],
  body: (words) => [
    p(`${theDispute(words)}（案号：${words.text('caseNo')}），现提请本中心调解。提出的调解请求为：`),
    ...numbered(words.list('request')),
    p(
      `调解遵循自愿、合法的原则，不收取任何费用，不公开进行；调解过程中作出的让步，未经同意不得在其后的复议、诉讼中作为对其不利的证据。依照${invitedMediation(11)}、${onlineMediation(15)}的规定，现征求${you(words)}是否同意调解的意见。`,
    ),
    p(
      `请于${words.day('answerBy')}前填写所附《同意调解确认书》并送交本中心，也可以在线确认。明确拒绝或者逾期未答复的，本中心将依法退回或者终止，不影响${you(words)}依法申请行政复议、提起诉讼的权利；调解也不使上述权利的法定期限中止、中断或者延长。`,
    ),
    p(contactLine(words)),
    p('附件：同意调解确认书'),
  ],
});

const ANSWERS = { AGREED: '同意调解', REFUSED: '不同意调解' } as const;

const consent = paper({
  code: 'M06',
  name: '同意调解确认书',
  article: '特邀调解规定 第11条；人民调解法 第17条',
  manner: 'PARTY',
  layout: 'FORM',
  fields: [
    ...MATTER,
    text('party', '答复人'),
    choice('answer', '是否同意调解', ANSWERS),
    maybe(text('choiceOfMediator', '对调解员的选择意见')),
    maybe(text('address', '送达地址和联系方式')),
    day('answeredOn', '答复日期'),
  ],
  body: (words) => [
    caseForm(
      words,
      ['答复人', words.text('party')],
      ['是否同意调解', words.label('answer', ANSWERS)],
      ['对调解员的选择意见', words.maybe('choiceOfMediator', String).join('')],
      ['送达地址和联系方式', words.maybe('address', String).join('')],
    ),
    p(
      `答复人已经阅读权利义务告知书，知悉依照${peoplesMediation(17)}的规定，一方当事人明确拒绝调解的，不得调解；知悉调解不使申请行政复议、提起诉讼的法定期限中止、中断或者延长。`,
    ),
    ...signedOn(`答复日期：${words.day('answeredOn')}`, '答复人（签名、盖章或者按指印）'),
  ],
});

export const CONSENT_PAPERS = [inquiry, consent];
