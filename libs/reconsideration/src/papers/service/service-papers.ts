import {
  caseNo,
  choice,
  day,
  grid,
  inNumerals,
  list,
  maybe,
  p,
  sentence,
  signatures,
  text,
  to,
  type Words,
} from '@app/documents';
import { paper } from '../manners.js';
import { ANNOUNCEMENT_DAYS, METHOD_NAMES } from './methods.js';

const CIVIL = '《中华人民共和国民事诉讼法》';
const optional = (words: Words, name: string): string => words.maybe(name, (value) => value).join('');

/** The last rows are filled in by hand, where the paper is handed over. */
const proofOfService = paper({
  code: 'R29-RECEIPT',
  name: '送达回证',
  article: '民诉法 2023 第87条至第94条；复议法 2023 第88条第1款',
  manner: 'RECORD',
  layout: 'FORM',
  fields: [
    caseNo,
    list('documents', '送达文书的名称和文号'),
    text('recipient', '受送达人'),
    text('place', '送达地点或者地址'),
    choice('method', '送达方式', METHOD_NAMES),
    maybe(text('receiver', '代收人及与受送达人的关系')),
    maybe(text('refusal', '拒收事由和日期')),
    maybe(list('witnesses', '见证人')),
    maybe(text('trackingNo', '邮件号码')),
    list('servers', '送达人'),
  ],
  body: (words) => [
    grid(
      ['案号', words.text('caseNo')],
      ['送达文书', words.list('documents').join('；')],
      ['受送达人', words.text('recipient')],
      ['送达地点', words.text('place')],
      ['送达方式', words.label('method', METHOD_NAMES)],
      ['邮件号码', optional(words, 'trackingNo')],
      ['代收人及关系', optional(words, 'receiver')],
      ['拒收事由和日期', optional(words, 'refusal')],
      ['见证人', words.list('witnesses').join('、')],
      ['送达人', words.list('servers').join('、')],
      ['收到日期', '　　年　　月　　日　　时'],
    ),
    signatures('受送达人', '代收人', '见证人', '送达人'),
    p(
      `注：受送达人在送达回证上的签收日期为送达日期（${CIVIL}第八十七条）；本人不在的，交其同住的成年家属签收（第八十八条）；拒绝接收的，记明拒收事由和日期，由见证人签名，或者以拍照、录像记录送达过程后留置（第八十九条）。`,
    ),
  ],
});

const CONSENT = { YES: '同意', NO: '不同意' } as const;

const addressConfirmation = paper({
  code: 'R29-ADDRESS',
  name: '送达地址确认书',
  article: '民诉法 2023 第90条；复议法 2023 第88条第1款',
  manner: 'PARTY',
  layout: 'FORM',
  fields: [
    caseNo,
    text('party', '当事人'),
    text('serviceAddress', '送达地址'),
    text('phone', '联系电话'),
    maybe(text('receiver', '指定代收人')),
    choice('electronic', '是否同意电子送达', CONSENT),
    maybe(text('electronicAddress', '电子送达地址')),
    day('signedOn', '确认日期'),
  ],
  body: (words) => [
    grid(
      ['案号', words.text('caseNo')],
      ['当事人', words.text('party')],
      ['送达地址', words.text('serviceAddress')],
      ['联系电话', words.text('phone')],
      ['指定代收人', optional(words, 'receiver')],
      ['电子送达', words.label('electronic', CONSENT)],
      ['电子送达地址', optional(words, 'electronicAddress')],
    ),
    p('告知事项：'),
    p('1. 本确认书的地址用于送达行政复议文书，直至案件办理终结及履行监督完毕。'),
    p(
      '2. 地址或者联系方式变更的，应当及时书面告知；提供的地址不准确或者变更后未告知，导致文书未能实际接收的，按照本确认书的地址送达视为有效送达。',
    ),
    p(
      `3. 经受送达人同意，可以采用能够确认其收悉的电子方式送达，以送达信息到达受送达人特定系统的日期为送达日期；受送达人提出需要纸质文书的，应当提供（${CIVIL}第九十条）。`,
    ),
    { type: 'signatures', slots: ['当事人或者其代理人（签名、盖章或者按指印）'], undated: true },
    grid(['确认日期', words.day('signedOn')]),
  ],
});

const ANNOUNCED_BECAUSE = { UNKNOWN: '受送达人下落不明', FAILED: '采用其他方式无法送达' } as const;

const announcement = paper({
  code: 'R29-ANNOUNCEMENT',
  name: '送达公告',
  article: '民诉法 2023 第95条；复议法 2023 第88条第1款',
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  // It is itself a way of service: published, with nobody's receipt.
  served: false,
  fields: [
    caseNo,
    text('recipient', '受送达人'),
    list('documents', '送达文书的名称和文号'),
    choice('why', '公告送达的原因', ANNOUNCED_BECAUSE),
    text('gist', '文书要点'),
    text('collectAt', '领取文书的地点'),
  ],
  body: (words) => [
    to(`${words.text('recipient')}：`),
    p(
      `本机关办理的行政复议案件（案号：${words.text('caseNo')}），因${words.label('why', ANNOUNCED_BECAUSE)}，依照《中华人民共和国行政复议法》第八十八条第一款、${CIVIL}第九十五条的规定，现向受送达人公告送达：${words.list('documents').join('；')}。`,
    ),
    p(sentence(`文书要点：${words.text('gist')}`)),
    p(
      `自本公告发布之日起，经过${inNumerals(ANNOUNCEMENT_DAYS)}日，即视为送达。请到${words.text('collectAt')}领取文书。`,
    ),
  ],
});

export const SERVICE_PAPERS = [proofOfService, addressConfirmation, announcement];
