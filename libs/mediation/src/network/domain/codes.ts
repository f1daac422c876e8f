import { FIELDS, MATTERS } from '@app/cases';

/** The three levels of the network. */
export const LEVELS = { DISTRICT: '区级', TOWN: '镇街', VILLAGE: '村社' } as const;
export type Level = keyof typeof LEVELS;
export const LEVEL_CODES = Object.keys(LEVELS) as Level[];

/** What a committee is, and on which levels there are such. */
export const COMMITTEE_KINDS = {
  CENTRE: { name: '区调解中心', levels: ['DISTRICT'] },
  DEPARTMENT: { name: '部门调委会', levels: ['DISTRICT'] },
  TOWNSHIP: { name: '镇街调委会', levels: ['TOWN'] },
  INDUSTRY: { name: '行业调委会', levels: ['DISTRICT', 'TOWN'] },
  VILLAGE: { name: '村社调委会', levels: ['VILLAGE'] },
  STATION: { name: '社区调解工作站', levels: ['VILLAGE'] },
  SOCIAL_ORGANISATION: { name: '签约社会组织', levels: ['DISTRICT', 'TOWN'] },
} as const satisfies Record<string, { name: string; levels: readonly Level[] }>;
export type CommitteeKind = keyof typeof COMMITTEE_KINDS;
export const KIND_CODES = Object.keys(COMMITTEE_KINDS) as CommitteeKind[];

export const ENGAGEMENTS = { FULL_TIME: '专职', PER_CASE: '计件' } as const;
export type Engagement = keyof typeof ENGAGEMENTS;
export const ENGAGEMENT_CODES = Object.keys(ENGAGEMENTS) as Engagement[];

export const LANGUAGES = {
  PUTONGHUA: '普通话',
  HANGZHOU_DIALECT: '杭州话',
  YUHANG_DIALECT: '余杭话',
  WU: '吴语',
  MANDARIN_SOUTHWEST: '西南官话',
  CANTONESE: '粤语',
  ENGLISH: '英语',
  KOREAN: '韩语',
  JAPANESE: '日语',
  SIGN_LANGUAGE: '手语',
} as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** What committees and mediators can be for: kinds of acts and fields of administration, by code and name. */
export const SUBJECTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...FIELDS, ...MATTERS].map(({ code, name }) => [code, name]),
);
export const SUBJECT_CODES = Object.keys(SUBJECTS);

/** Open cases at most, where nothing else was agreed. */
export const DEFAULT_CAP = 20;

/** Roles in a committee that are given here. */
export const MEMBER_ROLES = ['committee_chair', 'mediator', 'dept_liaison'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
export const MEMBER_TITLES: Readonly<Record<MemberRole, string>> = {
  committee_chair: '调委会主任',
  mediator: '调解员',
  dept_liaison: '联络员',
};
