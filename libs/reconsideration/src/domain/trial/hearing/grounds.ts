/** Cases that must be heard (复议法 2023 第50条第1款; 行政复议普通程序听证办法 第3条). */
export const HEARING_GROUNDS = {
  PUBLIC_INTEREST: '涉及国家利益、重大社会公共利益',
  GROUP: '涉及群体性纠纷或者社会关注度较高',
  NEW_TYPE: '涉及新业态、新领域、新类型行政争议，案情复杂',
  DISPUTED_FACTS: '被申请人定案证据疑点较多，当事人对案件主要事实分歧较大',
  COMPLEX_LAW: '法律关系复杂',
  OTHER: '其他重大、疑难、复杂案件',
} as const;
export type HearingGround = keyof typeof HEARING_GROUNDS;

/** Cases in which the committee must be consulted (复议法 2023 第52条第2款). */
export const COMMITTEE_GROUNDS = {
  MAJOR: '案情重大、疑难、复杂',
  PROFESSIONAL: '专业性、技术性较强',
  OWN_ACT: '复议法第二十四条第二款规定的行政复议案件',
  OTHER: '行政复议机构认为有必要',
} as const;
export type CommitteeGround = keyof typeof COMMITTEE_GROUNDS;

/** How a party took part in the hearing. */
export const ATTENDANCES = {
  PRESENT: '到场',
  EXCUSED: '因正当理由未到场',
  ABSENT: '无正当理由未到场',
} as const;
export type Attendance = keyof typeof ATTENDANCES;
