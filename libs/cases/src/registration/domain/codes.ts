import type { CalendarDate } from '@app/kernel';

/** An entry of a code table; it may be chosen for matters received from `validFrom` until before `validUntil`. */
export interface Code {
  readonly code: string;
  readonly name: string;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

/** The day the revised reconsideration law came into force: it brought agreements, 赔偿 and 补偿 as matters of their own. */
const LAW_2023 = '2024-01-01';
const ALWAYS = '1999-10-01';

const table = (validFrom: CalendarDate, entries: Record<string, string>): Code[] =>
  Object.entries(entries).map(([code, name]) => ({ code, name, validFrom, validUntil: null }));

/** 行政管理类别: the field of administration. */
export const FIELDS: readonly Code[] = table(ALWAYS, {
  PUBLIC_SECURITY: '公安（治安）',
  TRAFFIC_POLICE: '公安（交警）',
  MARKET: '市场监管',
  NATURAL_RESOURCES: '自然资源（土地）',
  PLANNING: '规划',
  EXPROPRIATION: '房屋征收拆迁',
  HOUSING: '住房和城乡建设',
  HUMAN_RESOURCES: '人力社保（工伤）',
  URBAN_MANAGEMENT: '城管、综合执法',
  TRANSPORT: '交通运输',
  FINANCE: '财政',
  AGRICULTURE: '农业农村',
  FORESTRY: '林业',
  CIVIL_AFFAIRS: '民政',
  HEALTH: '卫生健康',
  EDUCATION: '教育',
  CULTURE_TOURISM: '文化旅游',
  ENVIRONMENT: '生态环境',
  EMERGENCY: '应急管理',
  TAX: '税务',
  SCIENCE: '科技',
  JUSTICE: '司法行政',
  TOWN: '乡镇街道',
  OTHER: '其他',
});

/** 申请事项: the kind of act contested (national table of 2023, with the matters the revised law added). */
export const MATTERS: readonly Code[] = [
  ...table(ALWAYS, {
    PENALTY: '行政处罚',
    COMPLAINT: '举报投诉处理',
    GOVERNMENT_INFORMATION: '政府信息公开',
    LEVY: '行政征收',
    CONFIRMATION: '行政确认',
    COERCION: '行政强制',
    OMISSION: '行政不作为',
    TITLE: '行政确权',
    LICENSING: '行政许可',
  }),
  ...table(LAW_2023, { AGREEMENT: '行政协议', DAMAGES: '行政赔偿', COMPENSATION: '行政补偿' }),
  ...table(ALWAYS, { OTHER: '其他', CIVIL: '民间纠纷' }),
];

/** 民间纠纷: between citizens, without an organ or its act; for people's mediation alone (人民调解法 第2条). */
export const CIVIL = 'CIVIL';

/** 受理渠道: how the matter came in. */
export const CHANNELS: readonly Code[] = table(ALWAYS, {
  WINDOW: '窗口',
  LETTER: '来信',
  HOTLINE: '热线',
  TRANSFER: '转入',
  ONLINE: '网上',
});

export const LINK_KINDS: readonly Code[] = table(ALWAYS, {
  SAME_ACT: '同一行政行为',
  SAME_PARTY: '同一当事人',
  FOLLOW_UP: '后续争议',
  DUPLICATE: '重复登记',
  OTHER: '其他关联',
});

/** True if `code` may be chosen for a matter received on `day`. */
export function isCodeOn(codes: readonly Code[], code: string, day: CalendarDate): boolean {
  const entry = codes.find((c) => c.code === code);
  return entry !== undefined && entry.validFrom <= day && (entry.validUntil === null || day < entry.validUntil);
}

/** The name of a code, also of one no longer valid; the code itself if unknown, empty if not chosen yet. */
export function codeName(codes: readonly Code[], code: string): string {
  return codes.find((c) => c.code === code)?.name ?? code;
}

/** Fields in which acts usually concern real property, so that the absolute period is 20 years (复议法 2023 第21条). */
export const REAL_ESTATE_FIELDS: ReadonlySet<string> = new Set([
  'NATURAL_RESOURCES',
  'PLANNING',
  'EXPROPRIATION',
  'HOUSING',
  'FORESTRY',
]);
