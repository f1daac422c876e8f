import {
  choice,
  count,
  day,
  grid,
  h,
  list,
  longText,
  maybe,
  money,
  numbered,
  OPINION_SPACE,
  paragraphs,
  signatures,
  signedOn,
  table,
  text,
  p,
} from '@app/documents';
import { PAYMENTS, RESOLUTIONS, UNRESOLVED_GROUNDS } from '../domain/resolution/inputs.js';
import { CASE, caseForm, ownerRows, OWNERS, resolveBy, theCase } from './common.js';
import { NOTICE, paper } from './manners.js';

const extension = paper({
  code: 'C14',
  name: '包案化解延期审批表',
  article: NOTICE,
  manner: 'LEADER',
  layout: 'FORM',
  fields: [
    ...CASE,
    ...OWNERS,
    resolveBy,
    count('days', '申请延长的天数'),
    maybe(day('newResolveBy', '延长后的化解时限')),
    longText('reason', '延期理由'),
  ],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['原化解时限', words.day('resolveBy')],
      ['申请延长的天数', `${words.number('days')}天（只能延长一次，最多30天）`],
      ['延长后的化解时限', words.has('newResolveBy') ? words.day('newResolveBy') : ''],
      ['延期理由', words.text('reason')],
      ['责任单位意见', OPINION_SPACE],
      ['包案区领导审批意见', OPINION_SPACE],
    ),
  ],
});

const change = paper({
  code: 'C15',
  name: '领导包案变更单',
  article: NOTICE,
  manner: 'ANNEX',
  layout: 'FORM',
  fields: [
    ...CASE,
    table('changes', '变更事项：项目、变更前、变更后'),
    longText('reason', '变更理由'),
    longText('handOver', '交接说明（已做的工作、未了事项、作出的承诺）'),
    day('changedOn', '变更日期'),
  ],
  body: (words) => [
    caseForm(
      words,
      ...words.table('changes').map(([what = '', before = '', after = '']) => [what, `${before} → ${after}`] as const),
      ['变更理由', words.text('reason')],
      ['交接说明', words.text('handOver')],
      ['变更日期', words.day('changedOn')],
      ['移交人', OPINION_SPACE],
      ['接收人', OPINION_SPACE],
      ['审定意见', OPINION_SPACE],
    ),
  ],
});

const resolution = choice('resolution', '化解方式', RESOLUTIONS);
const proofs = list('proofs', '佐证材料');

const report = paper({
  code: 'C16',
  name: '包案化解报告',
  article: NOTICE,
  manner: 'UNIT',
  layout: 'RECORD',
  fields: [
    ...CASE,
    ...OWNERS,
    resolution,
    longText('summary', '化解情况'),
    maybe(money('amount', '涉及款项（元）')),
    proofs,
    day('claimedOn', '报告日期'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['包案区领导', words.text('leader')],
      ['责任单位', words.text('unit')],
      ['包案责任领导', words.text('unitLeader')],
      ['化解方式', words.label('resolution', RESOLUTIONS)],
    ),
    h('一、化解情况'),
    ...paragraphs(words.lines('summary')),
    ...words.maybe('amount', () => `涉及款项：${words.money('amount')}。`).map(p),
    h('二、佐证材料'),
    ...numbered(words.list('proofs')),
    p('以上情况属实，现申请核验销号。'),
    ...signedOn(`报告日期：${words.day('claimedOn')}`, '包案责任领导'),
  ],
});

const YES_NO = { YES: '是', NO: '否' } as const;

const strikeOff = paper({
  code: 'C17',
  name: '包案化解销号审批表',
  article: NOTICE,
  manner: 'LEADER',
  layout: 'FORM',
  fields: [
    ...CASE,
    ...OWNERS,
    resolution,
    longText('summary', '化解情况'),
    proofs,
    choice('effective', '化解文书是否已经生效', YES_NO),
    choice('payment', '款项支付情况', PAYMENTS),
    choice('partyConfirms', '经回访当事人是否确认', YES_NO),
    maybe(day('contactedOn', '回访日期')),
    longText('opinion', '核验意见'),
  ],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['化解方式', words.label('resolution', RESOLUTIONS)],
      ['化解情况', words.text('summary')],
      ['佐证材料', words.list('proofs').join('；')],
      ['核验一：化解文书已经生效', words.label('effective', YES_NO)],
      ['核验二：款项支付', words.label('payment', PAYMENTS)],
      [
        '核验三：当事人确认',
        `${words.label('partyConfirms', YES_NO)}${words.maybe('contactedOn', () => `（${words.day('contactedOn')}回访）`).join('')}`,
      ],
      ['核验意见', words.text('opinion')],
      ['责任单位意见', OPINION_SPACE],
      ['包案区领导意见', OPINION_SPACE],
      ['区司法局（调解中心）审核意见', OPINION_SPACE],
    ),
  ],
});

const unresolved = paper({
  code: 'C18',
  name: '包案化解情况说明',
  article: NOTICE,
  manner: 'ANNEX',
  layout: 'RECORD',
  fields: [
    ...CASE,
    ...OWNERS,
    choice('ground', '未能化解的情形', UNRESOLVED_GROUNDS),
    longText('explanation', '情况说明'),
    longText('lessons', '经验教训'),
    day('closedOn', '日期'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['包案区领导', words.text('leader')],
      ['责任单位', words.text('unit')],
      ['包案责任领导', words.text('unitLeader')],
      ['未能化解的情形', words.label('ground', UNRESOLVED_GROUNDS)],
    ),
    h('一、情况说明'),
    ...paragraphs(words.lines('explanation')),
    h('二、经验教训'),
    ...paragraphs(words.lines('lessons')),
    ...signedOn(`日期：${words.day('closedOn')}`, '责任单位', '审定人'),
  ],
});

/** 反复的恢复台账: a dispute that was struck off broke out again. */
const reopening = paper({
  code: 'C20',
  name: '反复案件恢复台账登记表',
  article: NOTICE,
  manner: 'SUPERVISION',
  layout: 'FORM',
  fields: [
    ...CASE,
    ...OWNERS,
    day('struckOffOn', '原销号日期'),
    longText('reason', '反复的情况和原因'),
    resolveBy,
    day('reopenedOn', '恢复日期'),
    maybe(text('remark', '备注')),
  ],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['原销号日期', words.day('struckOffOn')],
      ['恢复日期', words.day('reopenedOn')],
      ['反复的情况和原因', words.text('reason')],
      ['新的化解时限', words.day('resolveBy')],
      ['备注', words.maybe('remark', String).join('')],
    ),
    signatures('登记人'),
  ],
});

export const ENDING_PAPERS = [extension, change, report, strikeOff, unresolved, reopening];
