import type { CalendarDate } from '@app/kernel';
import { CHANNELS, CIVIL, FIELDS, isCodeOn, MATTERS } from './codes.js';
import type { Finding } from './finding.js';

/** What is disputed, normalised; what a draft leaves out is empty or null. */
export interface MatterFacts {
  channel: string;
  sourceOrganId: string | null;
  receivedOn: CalendarDate;
  facts: string;
  claims: string;
  fieldCode: string;
  matterCode: string;
  respondentOrganId: string | null;
  actName: string;
  actOn: CalendarDate | null;
  actKnownOn: CalendarDate | null;
  rightsKnownOn: CalendarDate | null;
}

/** The oldest act that is taken: the founding of the People's Republic. Earlier dates are typing errors. */
const EARLIEST = '1949-10-01';

/** What a draft may lack but a registered dispute may not, codes of their day, and dates in an order that can be. */
export function checkMatter(matter: MatterFacts, today: CalendarDate): Finding[] {
  return [...missing(matter), ...codes(matter), ...dates(matter, today)];
}

const ACT_FIELDS: [keyof MatterFacts, string][] = [
  ['respondentOrganId', '被申请人'],
  ['actName', '行政行为名称'],
];
const CIVIL_FIELDS: [keyof MatterFacts, string][] = [['actName', '纠纷名称']];

function missing(matter: MatterFacts): Finding[] {
  const civil = matter.matterCode === CIVIL;
  const required: [keyof MatterFacts, string][] = [
    ['facts', '主要事实和理由'],
    ['claims', '请求事项'],
    ['fieldCode', '行政管理类别'],
    ['matterCode', '申请事项'],
    ...(civil ? CIVIL_FIELDS : ACT_FIELDS),
  ];
  const findings = required
    .filter(([field]) => !matter[field])
    .map(([field, name]) => error(field, 'required', `请填写${name}`));
  if (matter.channel === 'TRANSFER' && matter.sourceOrganId === null)
    findings.push(error('sourceOrganId', 'required', '渠道为转入的，应填写转来的机关'));
  if (matter.channel !== 'TRANSFER' && matter.sourceOrganId !== null)
    findings.push(error('sourceOrganId', 'notTransferred', '只有渠道为转入的才填写转来的机关'));
  if (civil) findings.push(...actOfCivilDispute(matter));
  else if (matter.actKnownOn === null && matter.actName)
    findings.push({
      ...error('actKnownOn', 'actKnownOnMissing', '未填写知道行政行为之日，申请期限和起诉期限无法起算'),
      severity: 'warning',
    });
  return findings;
}

/** A civil dispute is not about an organ's act, so no period to contest one runs. */
function actOfCivilDispute(matter: MatterFacts): Finding[] {
  const fields = ['respondentOrganId', 'actOn', 'actKnownOn', 'rightsKnownOn'] as const;
  return fields
    .filter((field) => matter[field] !== null)
    .map((field) =>
      error(field, 'civilDispute', '民间纠纷没有被申请人和行政行为；与行政机关的争议请选择相应的申请事项'),
    );
}

function codes(matter: MatterFacts): Finding[] {
  const checks = [
    ['channel', CHANNELS, '受理渠道'],
    ['fieldCode', FIELDS, '行政管理类别'],
    ['matterCode', MATTERS, '申请事项'],
  ] as const;
  return checks
    .filter(([field, table]) => matter[field] !== '' && !isCodeOn(table, matter[field], matter.receivedOn))
    .map(([field, , name]) => error(field, 'unknownCode', `${name}代码不存在，或者在收到之日不适用`));
}

function dates(matter: MatterFacts, today: CalendarDate): Finding[] {
  const { receivedOn, actOn, actKnownOn, rightsKnownOn } = matter;
  /** Each pair of days must be in this order, if both are known. */
  const orders: [earlier: CalendarDate | null, later: CalendarDate | null, field: string, detail: string][] = [
    [receivedOn, today, 'receivedOn', '收到之日不能晚于今天'],
    [actOn, receivedOn, 'actOn', '行政行为作出之日不能晚于收到之日'],
    [actKnownOn, receivedOn, 'actKnownOn', '知道行政行为之日不能晚于收到之日'],
    [rightsKnownOn, receivedOn, 'rightsKnownOn', '知道申请权利之日不能晚于收到之日'],
    [actOn, actKnownOn, 'actKnownOn', '知道行政行为之日不能早于行政行为作出之日'],
    [actKnownOn, rightsKnownOn, 'rightsKnownOn', '知道申请权利之日不能早于知道行政行为之日'],
  ];
  const findings = orders
    .filter(([earlier, later]) => earlier !== null && later !== null && earlier > later)
    .map(([, , field, detail]) => error(field, 'dateOrder', detail));
  for (const [field, date] of Object.entries({ receivedOn, actOn, actKnownOn, rightsKnownOn }))
    if (date !== null && date < EARLIEST) findings.push(error(field, 'dateTooEarly', '日期过早，请核对'));
  if (rightsKnownOn !== null && actKnownOn === null)
    findings.push(error('rightsKnownOn', 'actKnownOnMissing', '请先填写知道行政行为之日'));
  return findings;
}

const error = (field: string, code: string, detail: string): Finding => ({
  severity: 'error',
  pointer: `#/${field}`,
  code,
  detail,
});
