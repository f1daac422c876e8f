import {
  choice,
  contact,
  contactLine,
  day,
  grid,
  list,
  longText,
  maybe,
  p,
  paragraphs,
  sentence,
  signatures,
  text,
} from '@app/documents';
import { SESSION_MODES } from '../../domain/sittings/inputs.js';
import { CASE, committee, mediators, theCase } from '../common.js';
import { invitedMediation, onlineMediation } from '../law.js';
import { paper } from '../manners.js';

const SIDES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const;
const mode = choice('mode', '调解方式', SESSION_MODES);
const time = text('time', '时间');
const place = text('place', '地点或者在线平台');

const notice = paper({
  code: 'M19',
  name: '调解会通知书',
  article: '特邀调解规定 第14条；在线调解规则 第16条',
  manner: 'COMMITTEE',
  series: 'md-notice',
  layout: 'NOTICE',
  to: SIDES,
  fields: [committee, ...CASE, mode, time, place, mediators, maybe(text('head', '对行政机关到场人员的要求')), contact],
  body: (words) => [
    p(`${theCase(words)}，定于近期举行调解会。现将有关事项通知如下：`),
    p(sentence(`一、时间：${words.text('time')}`)),
    p(sentence(`二、方式和地点：${words.label('mode', SESSION_MODES)}，${words.text('place')}`)),
    p(sentence(`三、调解员：${words.list('mediators').join('、')}`)),
    p(
      `四、请携带身份证明、授权委托书和有关材料按时参加。${words.maybe('head', sentence).join('')}因故不能参加的，请提前告知，可以另行商定时间。`,
    ),
    p('五、调解不公开进行，未经许可不得录音、录像、传播。'),
    p(contactLine(words)),
  ],
});

const CHANGES = { MOVED: '变更', CANCELLED: '取消' } as const;

const change = paper({
  code: 'M19-CHANGE',
  name: '调解会变更（取消）通知书',
  article: '特邀调解规定 第14条；在线调解规则 第16条',
  manner: 'COMMITTEE',
  series: 'md-notice',
  layout: 'NOTICE',
  to: SIDES,
  fields: [
    committee,
    ...CASE,
    choice('change', '变更或者取消', CHANGES),
    text('formerTime', '原定时间'),
    longText('reason', '原因'),
    maybe(time),
    maybe(place),
    contact,
  ],
  body: (words) => [
    p(
      `${theCase(words)}原定于${words.text('formerTime')}举行的调解会予以${words.label('change', CHANGES)}。原因如下：`,
    ),
    ...paragraphs(words.lines('reason')),
    ...words.maybe('time', (value) => sentence(`调解会改于${value}举行`)).map(p),
    ...words.maybe('place', (value) => sentence(`地点或者在线平台：${value}`)).map(p),
    p(contactLine(words)),
  ],
});

/** What was said, who offered what: behind the wall. */
const record = paper({
  code: 'M20',
  name: '调解笔录',
  article: '特邀调解规定 第14条、第22条；在线调解规则 第18条、第22条；实施条例 2026 第48条',
  manner: 'WALL',
  layout: 'RECORD',
  fields: [
    ...CASE,
    time,
    mode,
    place,
    mediators,
    text('recorder', '记录人'),
    list('present', '参加人员（姓名、身份、身份核对情况）'),
    longText('transcript', '调解内容'),
    maybe(list('undisputed', '各方共同确认的无争议事实')),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['方式、地点', `${words.label('mode', SESSION_MODES)}，${words.text('place')}`],
      ['调解员', words.list('mediators').join('、')],
      ['记录人', words.text('recorder')],
      ['参加人员', words.list('present').join('；')],
    ),
    p(
      `调解员核对参加人员身份，告知调解员姓名、调解的原则和程序、当事人的权利和义务以及虚假调解的后果，询问是否申请回避。依照${invitedMediation(14, 3)}、${onlineMediation(17)}的规定，本次调解不公开进行，内容保密。`,
    ),
    ...paragraphs(words.lines('transcript')),
    ...words.maybe('undisputed', () => `各方共同确认的无争议事实：${words.list('undisputed').join('；')}。`).map(p),
    p(
      '除各方共同确认的无争议事实外，本笔录记载的陈述、让步和承诺，未经当事人同意不得在其后的程序中作为对其不利的根据。以上笔录已经各方阅读或者向其宣读，确认无误后签名。',
    ),
    signatures('申请人', '被申请人（对方当事人）', '第三人', '调解员', '记录人'),
  ],
});

const workRecord = paper({
  code: 'M24',
  name: '工作记录',
  article: '特邀调解规定 第11条；中心工作惯例 [L]',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [...CASE, day('recordedOn', '日期'), longText('facts', '记录内容'), list('recorders', '记录人')],
  body: (words) => [
    grid(['案件', theCase(words)], ['日期', words.day('recordedOn')], ['记录人', words.list('recorders').join('、')]),
    ...paragraphs(words.lines('facts')),
    signatures('记录人'),
  ],
});

export const SESSION_PAPERS = [notice, change, record, workRecord];
