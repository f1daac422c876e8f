import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { Text } from '../text.js';
import { AGENT_EMPLOYMENTS } from '../trial/inputs.js';
import * as code from './codes.js';
import { oneOf, yesNo } from './stated-checks.js';

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
