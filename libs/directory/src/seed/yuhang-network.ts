import { CENTRE, organ, UNITS, type SeedOrgan } from './yuhang-organs.js';

/** A committee of the network that sits in no department or 镇街; `key` is in its people's logins. */
export interface NetworkBody {
  readonly key: string;
  readonly organ: SeedOrgan;
  readonly kind: 'INDUSTRY' | 'SOCIAL_ORGANISATION' | 'VILLAGE' | 'STATION';
  /** Of an industry committee: the trade. */
  readonly industry: string | null;
  /** The 镇街 it serves, by region code; null for the district. */
  readonly area: string | null;
}

/** Trades with a committee of their own. */
const TRADES: readonly (readonly [key: string, name: string])[] = [
  ['wuye', '物业服务'],
  ['laodong', '劳动人事'],
  ['yiliao', '医疗卫生'],
  ['jiaotong', '道路交通'],
  ['jianshe', '建设工程'],
  ['jinrong', '金融保险'],
  ['xiaofei', '消费维权'],
  ['dianshang', '电子商务'],
  ['kuaidi', '快递物流'],
  ['zhishi', '知识产权'],
  ['lvyou', '旅游餐饮'],
  ['jiaopei', '教育培训'],
  ['huanbao', '生态环保'],
  ['zhengqian', '征收拆迁'],
  ['nongye', '农业种养'],
];

// Plants, waters and solar terms, as in the names of people: no place is meant.
const WORDS = (
  '谷雨 白露 清和 听澜 若溪 望舒 青禾 沐阳 景行 临川 松年 竹筠 兰舟 梅坞 荷田 初霁 晚晴 晓岚 疏影 映雪 ' +
  '春和 秋实 冬青 芒种 小满 寒露'
).split(' ');
/** Social organisations under contract. */
const SOCIAL = 25;
/** Villages or communities of each 镇街; the first {@link ONE_MORE} have one more. */
const VILLAGES = 20;
const ONE_MORE = 5;
const STATIONS = 6;
/** Contracts of the demo run for three years from here. */
const CONTRACTS_FROM = '2025-01-01';

type Body = Omit<NetworkBody, 'organ'> & { name: string; shortName: string; parent: SeedOrgan; validFrom?: string };

let rank = 1000;

function body({ name, shortName, parent, validFrom, ...rest }: Body): NetworkBody {
  const code = `330110-N-${rest.key}`;
  const more = validFrom === undefined ? {} : { validFrom };
  return {
    ...rest,
    organ: organ({
      code,
      name,
      shortName,
      kind: 'MEDIATION_COMMITTEE',
      parentId: parent.id,
      sortOrder: rank++,
      ...more,
    }),
  };
}

export const INDUSTRIES: readonly NetworkBody[] = TRADES.map(([key, trade]) =>
  body({
    key: `hangye-${key}`,
    kind: 'INDUSTRY',
    industry: trade,
    area: null,
    name: `余杭区${trade}行业调解委员会`,
    shortName: `${trade}行业调委会`,
    parent: CENTRE,
  }),
);

export const SOCIAL_ORGANISATIONS: readonly NetworkBody[] = WORDS.slice(0, SOCIAL).map((word, i) =>
  body({
    key: `shehui-${String(i + 1).padStart(2, '0')}`,
    kind: 'SOCIAL_ORGANISATION',
    industry: null,
    area: null,
    name: `余杭区${word}社会矛盾调解服务中心`,
    shortName: `${word}调解中心`,
    parent: CENTRE,
    validFrom: CONTRACTS_FROM,
  }),
);

const TOWNSHIPS = UNITS.filter(({ organ: { kind } }) => kind === 'TOWN' || kind === 'SUBDISTRICT');

const villages = TOWNSHIPS.flatMap(({ key, organ: township, committee }, t) =>
  WORDS.slice(0, t < ONE_MORE ? VILLAGES + 1 : VILLAGES).map((word, i) => {
    const place = `${word}${township.kind === 'TOWN' ? '村' : '社区'}`;
    return body({
      key: `${key}-c${String(i + 1).padStart(2, '0')}`,
      kind: 'VILLAGE',
      industry: null,
      area: township.regionCode,
      name: `${township.shortName}${place}调解委员会`,
      shortName: `${township.shortName}${place}调委会`,
      parent: committee,
    });
  }),
);

const stations = TOWNSHIPS.flatMap(({ key, organ: township, committee }) =>
  WORDS.slice(0, STATIONS).map((word, i) =>
    body({
      key: `${key}-z${i + 1}`,
      kind: 'STATION',
      industry: null,
      area: township.regionCode,
      name: `${township.shortName}${word}社区调解工作站`,
      shortName: `${township.shortName}${word}工作站`,
      parent: committee,
    }),
  ),
);

/** The third level: villages, communities and the stations in them. */
export const BELOW: readonly NetworkBody[] = [...villages, ...stations];

/** What the network has besides the centre and the committees of {@link UNITS}. */
export const NETWORK: readonly NetworkBody[] = [...INDUSTRIES, ...SOCIAL_ORGANISATIONS, ...BELOW];
