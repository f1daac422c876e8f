import { yuhang, type NetworkBody } from '@app/directory';
import type { CalendarDate, Id } from '@app/kernel';
import { DEFAULT_CAP, type CommitteeKind, type Engagement, type Language, type Level } from '../domain/codes.js';

export interface SeedCommitteeProfile {
  readonly committeeId: Id;
  readonly level: Level;
  readonly kind: CommitteeKind;
  readonly industry: string | null;
  readonly matters: readonly string[];
  readonly areas: readonly string[];
  readonly contractFrom: CalendarDate | null;
  readonly contractUntil: CalendarDate | null;
}

export interface SeedMediatorProfile {
  readonly personId: Id;
  readonly expertise: readonly string[];
  readonly languages: readonly Language[];
  readonly engagement: Engagement;
  readonly cap: number;
  readonly termFrom: CalendarDate;
  readonly termUntil: CalendarDate | null;
}

/** Contracts and terms of the demo: three years. */
const FROM = '2025-01-01';
const UNTIL = '2028-01-01';

/** What a department's committee knows best. */
const SUBJECTS_OF: Readonly<Record<string, readonly string[]>> = {
  caizheng: ['FINANCE'],
  fagai: ['LICENSING'],
  gongan: ['PUBLIC_SECURITY', 'TRAFFIC_POLICE'],
  guizi: ['NATURAL_RESOURCES', 'PLANNING', 'TITLE'],
  huanjing: ['ENVIRONMENT'],
  jiaotong: ['TRANSPORT'],
  jiaoyu: ['EDUCATION'],
  keji: ['SCIENCE'],
  linshui: ['FORESTRY'],
  minzheng: ['CIVIL_AFFAIRS'],
  nongye: ['AGRICULTURE'],
  renshe: ['HUMAN_RESOURCES', 'CONFIRMATION'],
  shichang: ['MARKET', 'COMPLAINT'],
  shuiwu: ['TAX'],
  weijian: ['HEALTH'],
  wenlv: ['CULTURE_TOURISM'],
  yingji: ['EMERGENCY'],
  zhifa: ['URBAN_MANAGEMENT', 'COERCION'],
  zhujian: ['HOUSING', 'EXPROPRIATION'],
};

/** And a trade's. */
const SUBJECTS_OF_TRADE: Readonly<Record<string, readonly string[]>> = {
  物业服务: ['HOUSING'],
  劳动人事: ['HUMAN_RESOURCES'],
  医疗卫生: ['HEALTH'],
  道路交通: ['TRAFFIC_POLICE', 'TRANSPORT'],
  建设工程: ['HOUSING', 'PLANNING'],
  金融保险: ['FINANCE'],
  消费维权: ['MARKET', 'COMPLAINT'],
  电子商务: ['MARKET'],
  快递物流: ['TRANSPORT'],
  知识产权: ['MARKET', 'SCIENCE'],
  旅游餐饮: ['CULTURE_TOURISM', 'MARKET'],
  教育培训: ['EDUCATION'],
  生态环保: ['ENVIRONMENT'],
  征收拆迁: ['EXPROPRIATION', 'COMPENSATION'],
  农业种养: ['AGRICULTURE'],
};

const TOWNSHIP_SUBJECTS = ['TOWN', 'EXPROPRIATION', 'URBAN_MANAGEMENT'];
const CENTRE_SUBJECTS = ['PENALTY', 'COMPENSATION', 'DAMAGES', 'AGREEMENT', 'GOVERNMENT_INFORMATION'];
const MORE_LANGUAGES: readonly Language[] = ['HANGZHOU_DIALECT', 'YUHANG_DIALECT', 'WU', 'SIGN_LANGUAGE', 'ENGLISH'];

const NOTHING = { industry: null, areas: [], contractFrom: null, contractUntil: null } as const;

function ofUnits(): SeedCommitteeProfile[] {
  return yuhang.network.units.map(({ key, organ, committee }) => {
    const isTownship = organ.kind === 'TOWN' || organ.kind === 'SUBDISTRICT';
    return {
      ...NOTHING,
      committeeId: committee.id,
      level: isTownship ? 'TOWN' : 'DISTRICT',
      kind: isTownship ? 'TOWNSHIP' : 'DEPARTMENT',
      matters: isTownship ? [] : (SUBJECTS_OF[key] ?? []),
      areas: isTownship && organ.regionCode !== null ? [organ.regionCode] : [],
    };
  });
}

function ofOther({ organ, kind, industry, area }: NetworkBody): SeedCommitteeProfile {
  const underContract = kind === 'SOCIAL_ORGANISATION';
  return {
    committeeId: organ.id,
    level: kind === 'VILLAGE' || kind === 'STATION' ? 'VILLAGE' : 'DISTRICT',
    kind,
    industry,
    matters: industry === null ? [] : (SUBJECTS_OF_TRADE[industry] ?? []),
    areas: area === null ? [] : [area],
    contractFrom: underContract ? FROM : null,
    contractUntil: underContract ? UNTIL : null,
  };
}

const committees: readonly SeedCommitteeProfile[] = [
  { ...NOTHING, committeeId: yuhang.network.centre.id, level: 'DISTRICT', kind: 'CENTRE', matters: [] },
  ...ofUnits(),
  ...yuhang.network.others.map(ofOther),
];

function expertiseIn({ kind, matters }: SeedCommitteeProfile, n: number): readonly string[] {
  if (kind === 'CENTRE' || kind === 'SOCIAL_ORGANISATION')
    return [0, 1].map((i) => CENTRE_SUBJECTS[(n + i) % CENTRE_SUBJECTS.length]!);
  return matters.length > 0 || kind === 'DEPARTMENT' ? matters : TOWNSHIP_SUBJECTS;
}

function mediators(): SeedMediatorProfile[] {
  const byId = new Map(committees.map((c) => [c.committeeId, c]));
  return yuhang.people.flatMap((person, n) => {
    const post = person.posts.find(({ role }) => role === 'mediator');
    const committee = post && byId.get(post.organId);
    if (!committee) return [];
    const isContracted = committee.kind === 'SOCIAL_ORGANISATION';
    return {
      personId: person.id,
      expertise: expertiseIn(committee, n),
      languages: ['PUTONGHUA', MORE_LANGUAGES[n % MORE_LANGUAGES.length]!],
      engagement: isContracted ? 'PER_CASE' : 'FULL_TIME',
      cap: committee.level === 'VILLAGE' ? DEFAULT_CAP / 2 : DEFAULT_CAP,
      termFrom: FROM,
      termUntil: UNTIL,
    };
  });
}

/** A line of the demo's tariff: what a case by one result and complexity earns, in fen. Invented. */
export interface SeedTariff {
  readonly result: string;
  readonly complexity: string;
  readonly amountFen: number;
  readonly validFrom: CalendarDate;
}

const AMOUNTS: Readonly<Record<string, readonly [simple: number, ordinary: number, complex: number]>> = {
  PERFORMED: [300_00, 600_00, 1_200_00],
  AGREEMENT: [200_00, 400_00, 800_00],
  NO_AGREEMENT: [100_00, 150_00, 300_00],
  NOT_MEDIATED: [0, 0, 0],
};

const tariff: readonly SeedTariff[] = Object.entries(AMOUNTS).flatMap(([result, amounts]) =>
  ['SIMPLE', 'ORDINARY', 'COMPLEX'].map((complexity, i) => ({
    result,
    complexity,
    amountFen: amounts[i]!,
    validFrom: FROM,
  })),
);

/** The demo's network: the profiles of its 402 committees and of their mediators, and a tariff. */
export const networkSeed = { committees, mediators: mediators(), tariff };
