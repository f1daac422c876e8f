import {
  choice,
  contact,
  contactLine,
  count,
  day,
  list,
  longText,
  maybe,
  money,
  numbered,
  p,
  paragraphs,
  respondent,
  sentence,
  text,
  type Words,
} from '@app/documents';
import { CASE, theCase } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';

const effectivePaper = text('effectivePaper', '生效文书的名称和文号');
const theEffectivePaper = (words: Words): string => words.text('effectivePaper');

const opinionLetter = paper({
  code: 'R25',
  name: '行政复议意见书',
  article: '复议法 2023 第76条',
  manner: 'AUTHORITY',
  series: 'rc-opinion',
  layout: 'NOTICE',
  to: ['RESPONDENT', 'OTHER_ORGAN'],
  fields: [...CASE, list('findings', '发现的违法或者不当情况'), list('suggestions', '纠正的意见')],
  body: (words) => [
    p(`本机关在办理${theCase(words)}过程中，发现有关行政行为存在下列违法或者不当的情况：`),
    ...numbered(words.list('findings')),
    p(`根据${law(76)}的规定，提出如下意见：`),
    ...numbered(words.list('suggestions')),
    p('请自收到本意见书之日起六十日内，将纠正相关违法或者不当行政行为的情况报送本机关。'),
    p(`不履行或者无正当理由拖延履行本意见书的，依照${law(77, 2)}、第八十三条的规定处理。`),
  ],
});

const suggestionLetter = paper({
  code: 'R26',
  name: '行政复议建议书',
  article: '实施条例 2026 第69条',
  manner: 'INSTITUTION',
  series: 'rc-suggestion',
  layout: 'LETTER',
  to: ['OTHER_ORGAN', 'RESPONDENT'],
  fields: [
    text('source', '发现问题的来源'),
    list('problems', '带有普遍性的问题'),
    list('suggestions', '完善制度、改进执法的建议'),
  ],
  body: (words) => [
    p(
      `本机构在行政复议工作中（${words.text('source')}），发现法律、法规、规章、规范性文件实施中存在下列带有普遍性的问题：`,
    ),
    ...numbered(words.list('problems')),
    p(`依照${regulation(69)}的规定，提出如下建议：`),
    ...numbered(words.list('suggestions')),
    p('请研究处理。采纳情况可以书面告知本机构。'),
  ],
});

const performanceOrder = paper({
  code: 'R27',
  name: '责令限期履行通知书',
  article: '复议法 2023 第77条',
  manner: 'AUTHORITY',
  series: 'rc-performance',
  layout: 'NOTICE',
  to: ['RESPONDENT'],
  fields: [
    effectivePaper,
    day('servedOn', '送达日期'),
    list('duties', '应当履行的内容'),
    longText('default', '未履行的情况'),
    count('days', '责令履行的期限（日）'),
  ],
  body: (words) => [
    p(`${theEffectivePaper(words)}已于${words.day('servedOn')}送达你单位，发生法律效力。你单位应当履行下列内容：`),
    ...numbered(words.list('duties')),
    p(`经查：${sentence(words.text('default'))}`),
    p(
      `根据${law(77, 2)}的规定，责令你单位自收到本通知书之日起${words.number('days')}日内履行完毕，并将履行情况书面报告本机关。`,
    ),
    p(
      `逾期仍不履行的，本机关可以约谈你单位有关负责人或者予以通报批评，并依照${law(83)}、第八十五条的规定移送有权机关处理。`,
    ),
  ],
});

const talkNotice = paper({
  code: 'R27-TALK',
  name: '约谈通知书',
  article: '复议法 2023 第77条第2款',
  manner: 'AUTHORITY',
  series: 'rc-performance',
  layout: 'NOTICE',
  to: ['RESPONDENT'],
  fields: [
    effectivePaper,
    longText('default', '未履行的情况'),
    text('invited', '被约谈的负责人'),
    text('time', '约谈时间'),
    text('place', '约谈地点'),
    list('matters', '约谈事项'),
  ],
  body: (words) => [
    p(`你单位未履行${theEffectivePaper(words)}：${sentence(words.text('default'))}`),
    p(
      `根据${law(77, 2)}的规定，请${words.text('invited')}于${words.text('time')}到${words.text('place')}接受约谈，并就下列事项作出说明：`,
    ),
    ...numbered(words.list('matters')),
  ],
});

const criticism = paper({
  code: 'R27-CRITICISM',
  name: '通报批评',
  article: '复议法 2023 第77条第2款',
  manner: 'AUTHORITY',
  series: 'rc-performance',
  layout: 'NOTICE',
  to: ['RESPONDENT', 'SUPERIOR'],
  fields: [respondent, effectivePaper, longText('default', '未履行的情况'), list('demands', '要求')],
  body: (words) => [
    p(`${words.text('respondent')}未履行${theEffectivePaper(words)}：${sentence(words.text('default'))}`),
    p(`根据${law(77, 2)}的规定，对${words.text('respondent')}予以通报批评，并提出如下要求：`),
    ...numbered(words.list('demands')),
  ],
});

const demand = paper({
  code: 'R28-DEMAND',
  name: '履行义务催告书',
  article: '行政强制法 第54条；复议法 2023 第78条',
  manner: 'AUTHORITY',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['APPLICANT', 'THIRD_PARTY'],
  fields: [
    effectivePaper,
    day('servedOn', '生效文书送达日期'),
    list('duties', '应当履行的义务'),
    maybe(money('amount', '应当给付的金额（元）')),
  ],
  body: (words) => [
    p(
      `${theEffectivePaper(words)}已于${words.day('servedOn')}送达并发生法律效力，法定起诉期限已经届满，下列义务尚未履行：`,
    ),
    ...numbered(words.list('duties')),
    ...(words.has('amount') ? [p(`应当给付的金额为${words.money('amount')}。`)] : []),
    p(
      `根据《中华人民共和国行政强制法》第五十四条的规定，请自收到本催告书之日起十日内履行上述义务；逾期仍不履行的，本机关将依照${law(78)}的规定申请人民法院强制执行。收到本催告书后，有权进行陈述和申辩。`,
    ),
  ],
});

/** What the authority itself has enforced: its change, and the mediation paper (the maintained act is the organ's own). */
const ENFORCED = { CHANGE: '变更行政行为的行政复议决定书', MEDIATION: '行政复议调解书' } as const;

const enforcementRequest = paper({
  code: 'R28',
  name: '强制执行申请书',
  article: '复议法 2023 第78条第2项、第3项；行政强制法 第53条至第55条',
  manner: 'AUTHORITY',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['COURT'],
  fields: [
    text('authority', '申请执行人'),
    list('obligors', '被执行人（姓名或者名称、住所）'),
    effectivePaper,
    choice('enforced', '执行依据', ENFORCED),
    day('servedOn', '生效文书送达日期'),
    day('demandedOn', '催告书送达日期'),
    list('requests', '申请执行的事项'),
    maybe(money('amount', '申请执行的金额（元）')),
    list('materials', '提交的材料'),
  ],
  body: (words) => [
    p(sentence(`申请执行人：${words.text('authority')}`)),
    ...paragraphs(words.list('obligors').map((each) => sentence(`被执行人：${each}`))),
    p(
      `${theEffectivePaper(words)}（${words.label('enforced', ENFORCED)}）于${words.day('servedOn')}送达并发生法律效力，被执行人在法定期限内不起诉又不履行。本机关的催告书已于${words.day('demandedOn')}送达，被执行人自送达之日起满十日仍未履行。`,
    ),
    p(
      `根据${law(78)}第${words.label('enforced', { CHANGE: '二', MEDIATION: '三' })}项、《中华人民共和国行政强制法》第五十三条、第五十四条的规定，申请人民法院强制执行下列事项：`,
    ),
    ...numbered(words.list('requests')),
    ...(words.has('amount') ? [p(`申请执行的金额为${words.money('amount')}。`)] : []),
    p('附件：'),
    ...numbered(words.list('materials')),
  ],
});

const copyLetter = paper({
  code: 'R30-COPY',
  name: '行政复议决定书、意见书抄告函',
  article: '复议法 2023 第79条第2款；实施条例 2026 第4条第8项',
  manner: 'INSTITUTION',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['SUPERIOR'],
  fields: [respondent, effectivePaper, day('effectiveOn', '生效日期'), text('outcome', '处理结果'), contact],
  body: (words) => [
    p(
      `以${words.text('respondent')}为被申请人的行政复议案件，${theEffectivePaper(words)}已于${words.day('effectiveOn')}发生法律效力，处理结果为：${sentence(words.text('outcome'))}`,
    ),
    p(`依照${law(79, 2)}的规定，现将该文书抄告贵单位。`),
    p(contactLine(words)),
    p(`附件：${theEffectivePaper(words)}`),
  ],
});

export const AFTER_PAPERS = [
  opinionLetter,
  suggestionLetter,
  performanceOrder,
  talkNotice,
  criticism,
  demand,
  enforcementRequest,
  copyLetter,
];
