import type { Id, RoleCode } from '@app/kernel';
import { inventedName } from './invented-names.js';
import { BELOW, INDUSTRIES, SOCIAL_ORGANISATIONS, type NetworkBody } from './yuhang-network.js';
import { CENTRE, DISTRICT, JUSTICE, seedId, UNITS, type SeedOrgan, type Unit } from './yuhang-organs.js';

export interface SeedPost {
  readonly id: Id;
  readonly organId: Id;
  readonly role: RoleCode;
  readonly title: string;
  readonly sortOrder: number;
}

export interface SeedAccount {
  readonly id: Id;
  readonly login: string;
  /** Who it is and what to try, in Chinese; null for those the demo does not point out. */
  readonly sentence: string | null;
}

/** An invented person with posts and an account. */
export interface SeedPerson {
  readonly id: Id;
  readonly name: string;
  readonly legalQualificationNo: string | null;
  readonly posts: readonly SeedPost[];
  readonly account: SeedAccount;
}

type Role = readonly [role: RoleCode, title: string];

interface Plan {
  login: string;
  organ: SeedOrgan;
  roles: readonly Role[];
  sentence?: string;
  qualified?: boolean;
}

const one = (login: string, organ: SeedOrgan, role: RoleCode, title: string, sentence?: string): Plan => ({
  login,
  organ,
  roles: [[role, title]],
  ...(sentence === undefined ? {} : { sentence }),
});

const CENTRE_STAFF: Plan[] = [
  one('zhongxin', CENTRE, 'centre_staff', '受理岗', '调解中心工作人员：登记一件争议，征求双方意见后交办调委会。'),
  one('zhongxin2', CENTRE, 'centre_staff', '受理岗'),
  one('zhongxinzhuren', CENTRE, 'centre_manager', '主任', '调解中心负责人：指定调解员，看全区争议和亮灯情况。'),
  one('tiaojie', CENTRE, 'mediator', '专职调解员', '中心专职调解员：确认接案、组织调解、登记调解协议。'),
  one('tiaojie2', CENTRE, 'mediator', '专职调解员'),
  one('tiaojie3', CENTRE, 'mediator', '专职调解员'),
  one('tiaojie4', CENTRE, 'mediator', '专职调解员'),
];

const officer = (login: string, sentence?: string): Plan => ({
  login,
  organ: JUSTICE,
  roles: [
    ['case_handler', '行政复议科科员'],
    ['panel_member', '行政复议人员'],
  ],
  qualified: true,
  ...(sentence === undefined ? {} : { sentence }),
});

const RECONSIDERATION_STAFF: Plan[] = [
  one('lian', JUSTICE, 'intake_officer', '立案岗', '复议立案人员：登记复议申请，审查、补正、提请受理。'),
  one('lian2', JUSTICE, 'intake_officer', '立案岗'),
  officer('fuyi', '复议承办人：通知答复、听取意见、拟写决定并报批。'),
  officer('fuyi2'),
  officer('fuyi3'),
  officer('fuyi4'),
  {
    ...one('shenli', JUSTICE, 'panel_member', '行政复议人员', '审理人员：与承办人共同审理、签署意见。'),
    qualified: true,
  },
  one('kezhang', JUSTICE, 'dept_head', '行政复议科科长', '部门负责人：分派承办人，审核第一道。'),
  one(
    'juzhang',
    JUSTICE,
    'institution_head',
    '局长（区行政复议局局长）',
    '复议机构负责人：批准受理、延期，审批第二道。',
  ),
  one('quzhang', DISTRICT, 'authority_head', '副区长（分管行政复议）', '复议机关负责人：签发决定，批准包案清单。'),
];

const ORDINALS = '一二三四五六';
const LEADERS: Plan[] = [...ORDINALS].map((ordinal, i) =>
  one(
    `lingdao${i + 1}`,
    DISTRICT,
    'case_leader',
    `区领导（排名第${ordinal}）`,
    i === 0 ? '包案区领导：签收包案案件，批准化解方案，看进展。' : undefined,
  ),
);

const ADMINISTRATORS: Plan[] = [
  one('xitong', JUSTICE, 'sysadmin', '系统管理员', '系统管理员：机构、人员和参数；看不到案件内容。'),
  one('anquan', JUSTICE, 'security_admin', '安全管理员', '安全管理员：开通、停用账号，查看和终止登录会话。'),
  one('shenji', JUSTICE, 'auditor', '审计管理员', '审计管理员：查看审计日志。'),
  one('tongji', JUSTICE, 'statistician', '统计员', '统计员：看全区争议，导出。'),
  one('dangan', JUSTICE, 'archivist', '档案员', '档案员：看办结案件。'),
];

/** Units whose people the demo points out. */
const POINTED_OUT = 'wuchang';

/** Leader, liaison, and the committee's chair and one or two mediators. */
function ofUnit({ key, organ, committee }: Unit, index: number): Plan[] {
  const say = (sentence: string): string | undefined => (key === POINTED_OUT ? sentence : undefined);
  const name = organ.shortName;
  const people = [
    one(`fuze-${key}`, organ, 'unit_leader', '分管负责人', say(`${name}包案责任领导：签收任务，报化解方案。`)),
    one(`lianluo-${key}`, organ, 'dept_liaison', '联络员', say(`${name}联络员：收办本单位的争议，提交答复和进展。`)),
    one(`zhuren-${key}`, committee, 'committee_chair', '调委会主任', say(`${name}调委会主任：指定本会调解员。`)),
    one(`tiaojie-${key}`, committee, 'mediator', '调解员', say(`${name}调委会调解员：承办交来的调解。`)),
  ];
  if (index % 2 === 0) people.push(one(`tiaojie2-${key}`, committee, 'mediator', '调解员'));
  return people;
}

/** A chair and a mediator. */
const ofBody = ({ key, organ }: NetworkBody): Plan[] => [
  one(`zhuren-${key}`, organ, 'committee_chair', '调委会主任'),
  one(`tiaojie-${key}`, organ, 'mediator', '调解员'),
];

/** In villages, communities and stations one person chairs and mediates. */
const ofVillage = ({ key, organ }: NetworkBody): Plan => ({
  login: `tiaojie-${key}`,
  organ,
  roles: [
    ['committee_chair', '调委会主任'],
    ['mediator', '调解员'],
  ],
});

const PLANS: readonly Plan[] = [
  ...CENTRE_STAFF,
  ...RECONSIDERATION_STAFF,
  ...LEADERS,
  ...ADMINISTRATORS,
  ...UNITS.flatMap(ofUnit),
  ...[...INDUSTRIES, ...SOCIAL_ORGANISATIONS].flatMap(ofBody),
  ...BELOW.map(ofVillage),
];

/** Everybody of the demo; the names are invented and follow the order of the list. */
export const PEOPLE: readonly SeedPerson[] = PLANS.map(({ login, organ, roles, sentence, qualified }, i) => {
  const name = inventedName(i);
  return {
    id: seedId('person', login),
    name,
    legalQualificationNo: qualified ? `演示${String(i).padStart(4, '0')}` : null,
    posts: roles.map(([role, title]) => ({
      id: seedId('post', `${login}:${role}`),
      organId: organ.id,
      role,
      title,
      sortOrder: i,
    })),
    account: {
      id: seedId('account', login),
      login,
      sentence: sentence === undefined ? null : `${name}，${sentence}`,
    },
  };
});
