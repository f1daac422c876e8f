/** Acts that may be reviewed (复议法 2023 第11条; the 15th is filled by 条例 2026 第9条). */
export const ACT_GROUNDS = {
  PENALTY: { name: '行政处罚', article: '复议法 2023 第11条第1项' },
  COERCION: { name: '行政强制措施、行政强制执行', article: '复议法 2023 第11条第2项' },
  LICENSING: { name: '行政许可', article: '复议法 2023 第11条第3项' },
  NATURAL_RESOURCE_TITLE: { name: '确认自然资源所有权、使用权', article: '复议法 2023 第11条第4项' },
  EXPROPRIATION: { name: '征收征用及其补偿', article: '复议法 2023 第11条第5项' },
  COMPENSATION: { name: '赔偿或者不予赔偿', article: '复议法 2023 第11条第6项' },
  WORK_INJURY: { name: '工伤认定', article: '复议法 2023 第11条第7项' },
  BUSINESS_AUTONOMY_LAND_CONTRACT: { name: '侵犯经营自主权、承包经营权', article: '复议法 2023 第11条第8项' },
  COMPETITION: { name: '滥用行政权力排除、限制竞争', article: '复议法 2023 第11条第9项' },
  ILLEGAL_LEVY: { name: '违法集资、摊派费用、要求履行其他义务', article: '复议法 2023 第11条第10项' },
  DUTY_PROTECTION: { name: '不履行保护人身权、财产权、受教育权等法定职责', article: '复议法 2023 第11条第11项' },
  SOCIAL_SECURITY: { name: '抚恤金、社会保险待遇、社会救助', article: '复议法 2023 第11条第12项' },
  ADMIN_AGREEMENT: { name: '行政协议', article: '复议法 2023 第11条第13项；实施条例 2026 第10条' },
  GOV_INFO: { name: '政府信息公开', article: '复议法 2023 第11条第14项' },
  DISHONEST_LIST: { name: '列入严重失信主体名单、失信惩戒', article: '复议法 2023 第11条第15项；实施条例 2026 第9条' },
  STUDENT_APPEAL: {
    name: '对开除学籍、退学的申诉处理决定',
    article: '复议法 2023 第11条第15项；实施条例 2026 第9条',
  },
  DEGREE: { name: '不授予、撤销学位', article: '复议法 2023 第11条第15项；实施条例 2026 第9条' },
  RECRUITMENT: { name: '公务员招录违纪违规处理', article: '复议法 2023 第11条第15项；实施条例 2026 第9条' },
  OTHER: { name: '认为行政机关的其他行政行为侵犯其合法权益', article: '复议法 2023 第11条第15项' },
} as const;
export type ActGround = keyof typeof ACT_GROUNDS;

/** What may not be reviewed, and what is not taken (复议法 2023 第12条; 条例 2026 第36条、第74条). */
export const EXCLUSION_GROUNDS = {
  NONE: { name: '不属于排除事项', article: '复议法 2023 第11条' },
  STATE_ACT: { name: '国防、外交等国家行为', article: '复议法 2023 第12条第1项' },
  NORMATIVE_DOC: { name: '行政法规、规章或者具有普遍约束力的决定、命令', article: '复议法 2023 第12条第2项' },
  PERSONNEL: { name: '对行政机关工作人员的奖惩、任免等决定', article: '复议法 2023 第12条第3项' },
  CIVIL_MEDIATION: { name: '行政机关对民事纠纷作出的调解', article: '复议法 2023 第12条第4项' },
  CRIMINAL_JUSTICE: { name: '刑事办案、刑罚执行行为', article: '实施条例 2026 第36条' },
  GUIDANCE: { name: '行政指导行为', article: '实施条例 2026 第36条' },
  PREPARATORY: { name: '过程性行为', article: '实施条例 2026 第36条' },
  INTERNAL_SUPERVISION: { name: '上级对下级的执法监督、督促履责', article: '实施条例 2026 第36条' },
  PETITION_HANDLING: { name: '信访登记、受理、交办、转送、复查、复核', article: '实施条例 2026 第36条' },
  IP_REEXAMINATION: { name: '商标、专利驳回决定（应当申请复审）', article: '实施条例 2026 第74条' },
} as const;
export type ExclusionGround = keyof typeof EXCLUSION_GROUNDS;

/** How the applicant is touched by the act (复议法 2023 第30条第1款第2项; 条例 2026 第35条). */
export const INTERESTS = {
  ADDRESSEE: '行政行为的相对人',
  NEIGHBOUR: '侵犯其相邻权',
  COMPETITOR: '侵犯其公平竞争权',
  HARMED_BY_CHANGE: '撤销、变更行政行为损害其合法权益',
  COMPLAINANT: '为维护自身合法权益请求有权机关查处违法行为',
  OTHER: '其他利害关系',
  NONE: '没有利害关系',
} as const;
export type Interest = keyof typeof INTERESTS;

/** Who applies in another's place, why, and what he must be to him (复议法 2023 第14条; 条例 2026 第11条). */
export const SUCCESSIONS = {
  DEATH: { name: '公民死亡', by: 'NEAR_RELATIVE', byName: '近亲属' },
  TERMINATED: { name: '法人或者其他组织终止', by: 'SUCCESSOR', byName: '权利义务承受人' },
  INCAPABLE: { name: '无民事行为能力或者限制民事行为能力', by: 'GUARDIAN', byName: '法定代理人' },
} as const;
export type Succession = keyof typeof SUCCESSIONS;
export const SUCCESSOR_CAPACITIES = ['NEAR_RELATIVE', 'SUCCESSOR', 'GUARDIAN'] as const;
export type SuccessorCapacity = (typeof SUCCESSOR_CAPACITIES)[number];

/** Applicants with rules of their own about who acts for them (条例 2026 第12条至第16条). */
export const SPECIAL_APPLICANTS = {
  HOUSEHOLD_BUSINESS: { name: '个体工商户、承包经营户', actor: '登记的经营者、户主', article: '实施条例 2026 第12条' },
  PARTNERSHIP: { name: '合伙企业', actor: '执行合伙事务的合伙人', article: '实施条例 2026 第13条' },
  COMPANY: { name: '股东会、董事会等', actor: '公司名义', article: '实施条例 2026 第14条' },
  RURAL_COLLECTIVE: {
    name: '农村集体经济组织、村民委员会、村民小组',
    actor: '该组织，或者半数以上成员',
    article: '实施条例 2026 第15条',
  },
  OWNERS: { name: '业主', actor: '业主委员会，或者过半数的业主', article: '实施条例 2026 第16条' },
} as const;
export type SpecialApplicant = keyof typeof SPECIAL_APPLICANTS;

/** Organs that answer to the organ of the same system above them, not to the government beside them (复议法 2023 第27条; 条例 2026 第75条). */
export const VERTICAL_SYSTEMS = {
  CUSTOMS: '海关',
  FINANCE: '金融监管',
  FOREX: '外汇管理',
  TAX: '税务',
  STATE_SECURITY: '国家安全',
  COAST_GUARD: '海警',
  NONE: '不实行垂直领导',
} as const;
export type VerticalSystem = keyof typeof VERTICAL_SYSTEMS;

/** How the applicant came to know of the act (条例 2026 第23条). */
export const KNOWLEDGE_METHODS = {
  ON_THE_SPOT: '当场作出，自作出之日',
  DIRECT: '直接送达，自签收或者拒绝签收之日',
  POST: '邮寄送达，自邮件签收单签收之日',
  RETURN_RECEIPT: '没有邮件签收单，自送达回执签名之日或者邮政记载的签收日',
  ELECTRONIC: '电子送达，自到达其指定系统之日',
  ANNOUNCE: '公告，自公告规定的期限届满之日',
  LATER_NOTICE: '事后补充告知，自收到补充告知之日',
  PROVED: '被申请人能够证明其知道之日',
} as const;
export type KnowledgeMethod = keyof typeof KNOWLEDGE_METHODS;

export const PENALTY_MANNERS = {
  ON_THE_SPOT: '当场作出',
  E_MONITORING: '依据电子技术监控记录',
  OTHER: '其他',
} as const;
export type PenaltyManner = keyof typeof PENALTY_MANNERS;

/** What an organ asked for something did, where the law sets a period or not (条例 2026 第24条、第30条). */
export const OMISSIONS = {
  NOT_ACCEPTED: '在法定期限内不予受理也不答复（未受理）',
  NO_REPLY: '受理后未答复',
  NOT_PERFORMED: '未履行法定职责',
  EXPRESS_REFUSAL: '明确拒绝受理或者履行',
  INCOMPLETE: '履行不完全',
} as const;
export type Omission = keyof typeof OMISSIONS;

/** Why government information was refused (政府信息公开条例 2019 第14条至第16条; 条例 2026 第31条). */
export const INFORMATION_REFUSALS = {
  SECRET: '国家秘密、法律禁止公开、危及国家安全和社会稳定（第14条）',
  PRIVACY: '商业秘密、个人隐私（第15条）',
  INTERNAL: '内部事务、过程性信息、行政执法案卷（第16条）',
  OTHER: '其他理由',
} as const;
export type InformationRefusal = keyof typeof INFORMATION_REFUSALS;

export const UPLIFTS = { REQUESTED: '已报请提级管辖，尚未答复', DECIDED: '上级已决定提级管辖', NONE: '无' } as const;
export type Uplift = keyof typeof UPLIFTS;
