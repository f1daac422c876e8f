import { v5 } from 'uuid';
import type { CalendarDate, Id } from '@app/kernel';
import type { OrganKind } from '../domain/organ-kinds.js';

/** A row of `directory.organ`. */
export interface SeedOrgan {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganKind;
  readonly parentId: Id | null;
  readonly regionCode: string | null;
  readonly hasAuthorisation: boolean;
  readonly authorisationBasis: string | null;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly successorId: Id | null;
  readonly sortOrder: number;
}

/** An organ in which the demo has a leader, a liaison and a mediation committee; `key` is in their logins. */
export interface Unit {
  readonly key: string;
  readonly organ: SeedOrgan;
  readonly committee: SeedOrgan;
}

/** The day from which 余杭区 is 余杭区 and 临平区. */
export const SPLIT_ON: CalendarDate = '2021-04-09';

/** Where a founding day is not known: earlier than any act that can still be contested. */
const LONG_AGO: CalendarDate = '2001-01-01';

const NAMESPACE = '6f1c1c0e-6f0b-5d0e-9a53-0d5b6f3f2a10';

/** The same id for the same thing at every seeding. */
export function seedId(kind: string, key: string): Id {
  return v5(`${kind}:${key}`, NAMESPACE);
}

const DEPARTMENTS: readonly (readonly [key: string, shortName: string, name: string, kind?: OrganKind])[] = [
  ['fuban', '区府办', '杭州市余杭区人民政府办公室'],
  ['fagai', '区发改局', '杭州市余杭区发展和改革局'],
  ['jingxin', '区经信局', '杭州市余杭区经济和信息化局'],
  ['jiaoyu', '区教育局', '杭州市余杭区教育局'],
  ['keji', '区科技局', '杭州市余杭区科学技术局'],
  ['minzheng', '区民政局', '杭州市余杭区民政局'],
  ['caizheng', '区财政局', '杭州市余杭区财政局'],
  ['renshe', '区人力社保局', '杭州市余杭区人力资源和社会保障局'],
  ['guizi', '市规划资源局余杭分局', '杭州市规划和自然资源局余杭分局', 'MUNICIPAL_BRANCH'],
  ['huanjing', '市生态环境局余杭分局', '杭州市生态环境局余杭分局', 'MUNICIPAL_BRANCH'],
  ['zhujian', '区住建局', '杭州市余杭区住房和城乡建设局'],
  ['jiaotong', '区交通运输局', '杭州市余杭区交通运输局'],
  ['linshui', '区林水局', '杭州市余杭区林业水利局'],
  ['nongye', '区农业农村局', '杭州市余杭区农业农村局'],
  ['shangwu', '区商务局', '杭州市余杭区商务局'],
  ['wenlv', '区文广旅体局', '杭州市余杭区文化和广电旅游体育局'],
  ['weijian', '区卫健局', '杭州市余杭区卫生健康局'],
  ['tuiyi', '区退役军人局', '杭州市余杭区退役军人事务局'],
  ['yingji', '区应急局', '杭州市余杭区应急管理局'],
  ['shenjiju', '区审计局', '杭州市余杭区审计局'],
  ['shichang', '区市场监管局', '杭州市余杭区市场监督管理局'],
  ['tongjiju', '区统计局', '杭州市余杭区统计局'],
  ['yibao', '区医保局', '杭州市余杭区医疗保障局'],
  ['zhifa', '区综合行政执法局', '杭州市余杭区综合行政执法局'],
  ['shuju', '区数据资源局', '杭州市余杭区数据资源管理局'],
  ['xinfang', '区信访局', '杭州市余杭区信访局'],
  ['guozi', '区国资中心', '杭州市余杭区国有资产管理服务中心'],
  ['toucu', '区投促局', '杭州市余杭区投资促进局'],
  ['gongan', '公安分局', '杭州市公安局余杭区分局', 'MUNICIPAL_BRANCH'],
  ['shuiwu', '税务局', '国家税务总局杭州市余杭区税务局'],
  ['weilai', '未来科技城', '杭州未来科技城管理委员会', 'MANAGEMENT_COMMITTEE'],
  ['xincheng', '良渚新城', '杭州良渚新城管理委员会', 'MANAGEMENT_COMMITTEE'],
];

/** 镇街 of 余杭区 before and after the split: login key, name, region code. */
const STAYED: readonly (readonly [key: string, name: string, code: string])[] = [
  ['wuchang', '五常街道', '330110005'],
  ['renhe', '仁和街道', '330110009'],
  ['liangzhu', '良渚街道', '330110010'],
  ['xianlin', '闲林街道', '330110011'],
  ['cangqian', '仓前街道', '330110012'],
  ['yuhang', '余杭街道', '330110013'],
  ['zhongtai', '中泰街道', '330110014'],
  ['jingshan', '径山镇', '330110109'],
  ['pingyao', '瓶窑镇', '330110110'],
  ['luniao', '鸬鸟镇', '330110111'],
  ['baizhang', '百丈镇', '330110112'],
  ['huanghu', '黄湖镇', '330110113'],
];

/** 镇街 that went to 临平区: name, region code before, region code since. */
const WENT: readonly (readonly [name: string, before: string, since: string])[] = [
  ['临平街道', '330110001', '330113001'],
  ['南苑街道', '330110002', '330113002'],
  ['东湖街道', '330110003', '330113003'],
  ['星桥街道', '330110004', '330113004'],
  ['乔司街道', '330110006', '330113005'],
  ['运河街道', '330110007', '330113006'],
  ['崇贤街道', '330110008', '330113007'],
  ['塘栖镇', '330110102', '330113100'],
];

export type Given = Pick<SeedOrgan, 'code' | 'name' | 'shortName' | 'kind' | 'parentId' | 'sortOrder'> &
  Partial<SeedOrgan>;

export function organ(given: Given): SeedOrgan {
  return {
    id: seedId('organ', given.code),
    regionCode: null,
    hasAuthorisation: false,
    authorisationBasis: null,
    validFrom: LONG_AGO,
    validUntil: null,
    successorId: null,
    ...given,
  };
}

const government = (code: string, name: string, shortName: string, sortOrder: number, more: Partial<SeedOrgan> = {}) =>
  organ({ code, name, shortName, kind: 'GOVERNMENT', parentId: null, regionCode: code, sortOrder, ...more });

const CITY = government('330100', '杭州市人民政府', '市政府', 9000);
export const DISTRICT = government('330110', '杭州市余杭区人民政府', '区政府', 1, { parentId: CITY.id });
const LINPING = government('330113', '杭州市临平区人民政府', '临平区政府', 9001, {
  parentId: CITY.id,
  validFrom: SPLIT_ON,
});

export const JUSTICE = organ({
  code: '330110-sifa',
  name: '杭州市余杭区司法局',
  shortName: '区司法局',
  kind: 'RECONSIDERATION_INSTITUTION',
  parentId: DISTRICT.id,
  sortOrder: 2,
});

export const CENTRE = organ({
  code: '330110-tiaojie',
  name: '余杭区行政争议调解中心',
  shortName: '区调解中心',
  kind: 'MEDIATION_CENTRE',
  parentId: JUSTICE.id,
  sortOrder: 3,
});

const departments = DEPARTMENTS.map(([key, shortName, name, kind = 'DEPARTMENT'], i) =>
  // 税务 answers to the tax authority above it, not to the district (复议法 2023 第27条).
  ({
    key,
    organ: organ({
      code: `330110-${key}`,
      name,
      shortName,
      kind,
      parentId: key === 'shuiwu' ? null : DISTRICT.id,
      sortOrder: 100 + i,
    }),
  }),
);

function township(name: string, code: string, district: SeedOrgan, sortOrder: number, more: Partial<SeedOrgan> = {}) {
  const isTown = name.endsWith('镇');
  const full = isTown ? `杭州市${districtName(district)}${name}人民政府` : `${district.name}${name}办事处`;
  return organ({
    code,
    name: full,
    shortName: name,
    kind: isTown ? 'TOWN' : 'SUBDISTRICT',
    parentId: district.id,
    regionCode: code,
    sortOrder,
    ...more,
  });
}

const districtName = (district: SeedOrgan): string => (district === LINPING ? '临平区' : '余杭区');

const stayed = STAYED.map(([key, name, code], i) => ({ key, organ: township(name, code, DISTRICT, 200 + i) }));
const went = WENT.flatMap(([name, before, since], i) => {
  const now = township(name, since, LINPING, 9110 + i, { validFrom: SPLIT_ON });
  return [now, township(name, before, DISTRICT, 9010 + i, { validUntil: SPLIT_ON, successorId: now.id })];
});

/** Departments, management committees and 镇街 of today's district, each with its mediation committee. */
export const UNITS: readonly Unit[] = [...departments, ...stayed].map((unit, i) => ({
  ...unit,
  committee: organ({
    code: `${unit.organ.code}-MC`,
    name: `${unit.organ.shortName}行政争议调解委员会`,
    shortName: `${unit.organ.shortName}调委会`,
    kind: 'MEDIATION_COMMITTEE',
    parentId: unit.organ.id,
    sortOrder: 500 + i,
  }),
}));

const dispatched = (of: string, key: string, shortName: string, name: string, sortOrder: number, basis?: string) =>
  organ({
    code: `330110-${of}-${key}`,
    name,
    shortName,
    kind: 'DISPATCHED',
    parentId: seedId('organ', `330110-${of}`),
    sortOrder,
    hasAuthorisation: basis !== undefined,
    authorisationBasis: basis ?? null,
  });

/** Every organ but the rest of the network, parents before children and successors before those they succeed. */
export const ORGANS: readonly SeedOrgan[] = [
  CITY,
  DISTRICT,
  LINPING,
  JUSTICE,
  CENTRE,
  ...UNITS.map((unit) => unit.organ),
  ...UNITS.map((unit) => unit.committee),
  ...went,
  dispatched('gongan', 'cangqian', '仓前派出所', '杭州市公安局余杭区分局仓前派出所', 400, '《治安管理处罚法》'),
  dispatched('gongan', 'wuchang', '五常派出所', '杭州市公安局余杭区分局五常派出所', 401, '《治安管理处罚法》'),
  dispatched('shichang', 'liangzhu', '良渚市场监管所', '杭州市余杭区市场监督管理局良渚市场监督管理所', 402),
];
