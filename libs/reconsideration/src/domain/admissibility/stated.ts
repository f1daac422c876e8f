import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { PRIOR_GROUNDS, type PriorGround } from '../acceptance.js';
import * as code from './codes.js';
import { oneOf, yesNo } from './stated-checks.js';
import {
  StatedAgent,
  StatedKnowledge,
  StatedOmission,
  StatedOrganRoute,
  StatedRepeat,
  StatedRespondentAgent,
  StatedSpan,
  StatedSpecialApplicant,
  StatedSuccession,
} from './stated-parts.js';

const each = { each: true, message: '列表的每一项应为对象' };

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
