import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { OneOf, Text } from '../domain/fields.js';
import { CANDIDATE_KINDS, type CandidateKind } from './domain/candidate.js';

export class WeightsRequest {
  @Weight('专业匹配') matter!: number;
  @Weight('区域匹配') area!: number;
  @Weight('加权在办量') load!: number;
  @Weight('办案连续性') continuity!: number;
  @Weight('语言') language!: number;
  @Weight('可承办') availability!: number;

  /** Why they are to be so. */
  @Text(500, '理由')
  reason!: string;
}

export class WeightsView {
  version!: number;
  matter!: number;
  area!: number;
  load!: number;
  continuity!: number;
  language!: number;
  availability!: number;
  reason!: string;
  createdByName!: string;
  createdAt!: Date;
  effectiveAt!: Date | null;
  effectedByName!: string | null;
  /** It is the one that counts today. */
  inEffect!: boolean;
}

export class TakeEffectRequest {
  /** The version in effect as it was read; another means that somebody has decided since. */
  @Type(() => Number)
  @IsInt({ message: '请提供现行权重的版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(2_147_483_647, { message: '版本号不正确' })
  current!: number;

  @Text(500, '理由')
  reason!: string;
}

export class DryRunRequest {
  /** First day of the period. */
  @IsCalendarDate()
  from!: CalendarDate;

  /** The first day after it. */
  @IsCalendarDate()
  until!: CalendarDate;

  /** COMMITTEE or MEDIATOR. */
  @OneOf(CANDIDATE_KINDS, '人选类别')
  kind!: CandidateKind;
}

export class DryRunShareView {
  id!: string;
  name!: string;
  cap!: number;
  /** What was given in the period, in tenths of an ordinary case. */
  before!: number;
  after!: number;
}

export class DryRunCaseView {
  caseId!: string;
  got!: string[];
  wouldGet!: string[];
}

export class DryRunView {
  version!: number;
  assignments!: number;
  /** Gini coefficient of what was given by cap, in thousandths: 0 is even. */
  fairnessBefore!: number;
  fairnessAfter!: number;
  shares!: DryRunShareView[];
  /** Assignments that would have gone to others. */
  others!: DryRunCaseView[];
}

function Weight(name: string): PropertyDecorator {
  return (target, property) => {
    IsInt({ message: `${name}的权重应为整数` })(target, property);
    Min(0, { message: `${name}的权重不小于0` })(target, property);
    Max(100, { message: `${name}的权重不大于100` })(target, property);
  };
}
