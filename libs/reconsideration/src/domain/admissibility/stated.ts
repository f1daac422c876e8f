import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PRIOR_GROUNDS, type PriorGround } from '../acceptance.js';
import { AGENT_EMPLOYMENTS } from '../trial/inputs.js';
import { Text } from '../text.js';
import * as code from './codes.js';

const oneOf = (table: object, what: string): PropertyDecorator =>
  IsIn(Object.keys(table), { message: `请选择${what}` });
const yesNo = (what: string): PropertyDecorator => IsBoolean({ message: `${what}应为是或者否` });
const each = { each: true, message: '列表的每一项应为对象' };

/** Somebody applies in another's place. */
export class StatedSuccession {
  /** Why. */
  @oneOf(code.SUCCESSIONS, '承受情形')
  basis!: code.Succession;

  /** What he is to him. */
  @IsIn(code.SUCCESSOR_CAPACITIES, { message: '请选择承受人的身份' })
  capacity!: code.SuccessorCapacity;

  /** The proof is in the file. */
  @yesNo('是否有证明材料')
  proved!: boolean;
}

/** An applicant with rules of its own about who acts for it. */
export class StatedSpecialApplicant {
  @oneOf(code.SPECIAL_APPLICANTS, '特殊申请人类型')
  type!: code.SpecialApplicant;

  /** It applies through the person or body that acts for it. */
  @yesNo('是否由法定主体提出申请')
  byProperActor!: boolean;

  /** Members, or households of owners, in all. */
  @IsOptional()
  @IsInt({ message: '总数应为整数' })
  @Min(1, { message: '总数至少为1' })
  @Max(1_000_000, { message: '总数过大' })
  total?: number;

  /** Of them, those who apply. */
  @IsOptional()
  @IsInt({ message: '申请人数应为整数' })
  @Min(0, { message: '申请人数不能为负' })
  @Max(1_000_000, { message: '申请人数过大' })
  signing?: number;

  /** Owners: floor area in all, in square metres. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 }, { message: '面积应为数字，至多两位小数' })
  @Min(0.01, { message: '面积应大于0' })
  @Max(1e9, { message: '面积过大' })
  areaTotal?: number;

  /** Of it, that of those who apply. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 }, { message: '面积应为数字，至多两位小数' })
  @Min(0, { message: '面积不能为负' })
  @Max(1e9, { message: '面积过大' })
  areaSigning?: number;
}

/** An agent of an applicant or third party, and what his power of attorney states. */
export class StatedAgent {
  /** Matters, authority and term are stated. */
  @yesNo('委托事项是否写明')
  matters!: boolean;

  @yesNo('委托权限是否写明')
  authority!: boolean;

  @yesNo('委托期限是否写明')
  term!: boolean;

  /** Proofs of identity of both are in the file. */
  @yesNo('双方身份证明是否齐全')
  identities!: boolean;
}

/** An agent of the respondent. */
export class StatedRespondentAgent {
  @oneOf(AGENT_EMPLOYMENTS, '代理人身份')
  employment!: keyof typeof AGENT_EMPLOYMENTS;
}

/** How he came to know of the act. */
export class StatedKnowledge {
  @oneOf(code.KNOWLEDGE_METHODS, '知道行政行为的方式')
  method!: code.KnowledgeMethod;

  /** The day; for an announcement the last day of its period. */
  @IsCalendarDate()
  on!: CalendarDate;
}

/** A stretch of time: the first day of it, and the first day after it. */
export class StatedSpan {
  @IsCalendarDate()
  from!: CalendarDate;

  @IsCalendarDate()
  until!: CalendarDate;
}

/** A duty not performed. */
export class StatedOmission {
  @oneOf(code.OMISSIONS, '不履行职责的情形')
  kind!: code.Omission;

  /** The day the organ received the request. */
  @IsCalendarDate()
  requestedOn!: CalendarDate;

  /** Last day of a period for performance set by law, if there is one. */
  @IsOptional()
  @IsCalendarDate()
  performanceDueOn?: CalendarDate;

  /** Protection of person or property was urgent. */
  @yesNo('是否紧急情况')
  urgent!: boolean;
}

/** Application through the organ that imposed the penalty. */
export class StatedOrganRoute {
  /** How the penalty was made. */
  @oneOf(code.PENALTY_MANNERS, '处罚作出方式')
  manner!: code.PenaltyManner;

  /** The organ corrected itself, and told the applicant, on this day. */
  @IsOptional()
  @IsCalendarDate()
  correctedOn?: CalendarDate;

  /** The applicant insists all the same: the day on which the organ told him the competent authority. */
  @IsOptional()
  @IsCalendarDate()
  insistedToldOn?: CalendarDate;
}

/** An earlier application on the same matter. */
export class StatedRepeat {
  /** Number of the earlier case. */
  @Text(60, '原复议案号')
  earlierNumber!: string;

  /** There are new facts or reasons. */
  @yesNo('是否有新的事实或者理由')
  newFacts!: boolean;
}

/** What the officer found in the application and its papers; what is left out is not known yet. */
export class StatedFacts {
  /** Kind of act contested. */
  @IsOptional()
  @oneOf(code.ACT_GROUNDS, '行政行为的类别')
  actGround?: code.ActGround;

  /** Whether the matter is excluded, and as what; NONE if it was looked into and is not. */
  @IsOptional()
  @oneOf(code.EXCLUSION_GROUNDS, '排除事项')
  exclusion?: code.ExclusionGround;

  @IsOptional()
  @oneOf(code.INTERESTS, '利害关系')
  interest?: code.Interest;

  /** The claims are specific. */
  @IsOptional()
  @yesNo('复议请求是否具体')
  claimSpecific?: boolean;

  /** Main facts and reasons are given. */
  @IsOptional()
  @yesNo('是否写明事实和理由')
  reasonsGiven?: boolean;

  /** Acts contested with this application. */
  @IsOptional()
  @IsInt({ message: '行政行为数量应为整数' })
  @Min(1, { message: '行政行为数量至少为1' })
  @Max(1000, { message: '行政行为数量过大' })
  actsContested?: number;

  /** Oral application: the record has identity, claims, main facts, reasons and time, and is signed. */
  @IsOptional()
  @yesNo('口头申请笔录是否完整')
  oralRecordComplete?: boolean;

  /** By post: the postmark can be read. */
  @IsOptional()
  @yesNo('邮戳是否清晰')
  postmarkLegible?: boolean;

  /** The applicant exists and is identified. */
  @IsOptional()
  @yesNo('申请人身份是否明确')
  identityProved?: boolean;

  @IsOptional()
  @IsObject({ message: '承受人情况应为对象' })
  @ValidateNested()
  @Type(() => StatedSuccession)
  succession?: StatedSuccession;

  @IsOptional()
  @IsObject({ message: '特殊申请人情况应为对象' })
  @ValidateNested()
  @Type(() => StatedSpecialApplicant)
  specialApplicant?: StatedSpecialApplicant;

  /** Third parties: their interest in the act is shown. */
  @IsOptional()
  @yesNo('第三人是否有利害关系')
  thirdPartyInterest?: boolean;

  @IsOptional()
  @IsArray({ message: '代理人应为列表' })
  @ArrayMaxSize(20, { message: '代理人过多' })
  @IsObject(each)
  @ValidateNested({ each: true })
  @Type(() => StatedAgent)
  agents?: StatedAgent[];

  @IsOptional()
  @IsArray({ message: '被申请人代理人应为列表' })
  @ArrayMaxSize(20, { message: '代理人过多' })
  @IsObject(each)
  @ValidateNested({ each: true })
  @Type(() => StatedRespondentAgent)
  respondentAgents?: StatedRespondentAgent[];

  /** The applicant was told of legal aid. */
  @IsOptional()
  @yesNo('是否告知法律援助')
  legalAidTold?: boolean;

  /** The registered respondent made the act; false if another did. */
  @IsOptional()
  @yesNo('被申请人是否作出该行政行为')
  respondentMadeAct?: boolean;

  /** Other organs made the act with it and are not named. */
  @IsOptional()
  @yesNo('是否遗漏共同被申请人')
  coRespondentMissing?: boolean;

  /** System in which the respondent is led from above; found by its name if not stated. */
  @IsOptional()
  @oneOf(code.VERTICAL_SYSTEMS, '垂直领导系统')
  verticalSystem?: code.VerticalSystem;

  /** An organ of the district made the act together with one of a vertical system. */
  @IsOptional()
  @yesNo('是否与本区机关共同作出')
  jointWithDistrict?: boolean;

  /** The act is one of a province or a ministry. */
  @IsOptional()
  @yesNo('是否为省级政府或者国务院部门的行为')
  byProvinceOrMinistry?: boolean;

  /** Two authorities are competent: the applicant has chosen this one. */
  @IsOptional()
  @yesNo('申请人是否选择本机关')
  choosesThisAuthority?: boolean;

  @IsOptional()
  @oneOf(code.UPLIFTS, '提级管辖情况')
  uplift?: code.Uplift;

  @IsOptional()
  @IsObject({ message: '知道行政行为的情况应为对象' })
  @ValidateNested()
  @Type(() => StatedKnowledge)
  knowledge?: StatedKnowledge;

  /** A longer period to apply, set by another law, in days. */
  @IsOptional()
  @IsInt({ message: '特别期限应为整数' })
  @Min(1, { message: '特别期限至少为1日' })
  @Max(3650, { message: '特别期限过长' })
  specialDays?: number;

  /** Force majeure or another good reason, accepted as such. */
  @IsOptional()
  @IsObject({ message: '障碍情况应为对象' })
  @ValidateNested()
  @Type(() => StatedSpan)
  impediment?: StatedSpan;

  /** A suit dismissed because reconsideration comes first: from filing to service of the ruling. */
  @IsOptional()
  @IsArray({ message: '扣除期间应为列表' })
  @ArrayMaxSize(10, { message: '扣除期间过多' })
  @IsObject(each)
  @ValidateNested({ each: true })
  @Type(() => StatedSpan)
  dismissedSuits?: StatedSpan[];

  @IsOptional()
  @IsObject({ message: '不履行职责的情况应为对象' })
  @ValidateNested()
  @Type(() => StatedOmission)
  omission?: StatedOmission;

  @IsOptional()
  @IsObject({ message: '经处罚机关提交的情况应为对象' })
  @ValidateNested()
  @Type(() => StatedOrganRoute)
  organRoute?: StatedOrganRoute;

  /** The penalty was made on the spot. */
  @IsOptional()
  @yesNo('处罚是否当场作出')
  penaltyOnTheSpot?: boolean;

  /** Natural resources: the title was lawfully obtained before. */
  @IsOptional()
  @yesNo('权利是否已经依法取得')
  titleObtained?: boolean;

  /** Why government information was refused, wholly or in part. */
  @IsOptional()
  @oneOf(code.INFORMATION_REFUSALS, '不予公开的理由')
  informationRefusal?: code.InformationRefusal;

  /** Another law puts reconsideration first. */
  @IsOptional()
  @IsIn(Object.keys(PRIOR_GROUNDS), { message: '请选择复议前置的情形' })
  priorGround?: PriorGround;

  /** A court has accepted the applicant's suit on the same act. */
  @IsOptional()
  @yesNo('人民法院是否已受理同一行政行为的诉讼')
  courtAccepted?: boolean;

  @IsOptional()
  @IsObject({ message: '重复申请的情况应为对象' })
  @ValidateNested()
  @Type(() => StatedRepeat)
  repeat?: StatedRepeat;
}
