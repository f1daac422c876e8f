import type { Id } from '@app/kernel';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IdOf, Text } from '../fields.js';

/** Calendar days of the one extension, at most. [L] */
export const MOST_EXTENSION_DAYS = 30;

function ExtensionDays(): PropertyDecorator {
  const checks = [
    IsInt({ message: '延长天数应为整数' }),
    Min(1, { message: '延长天数至少1天' }),
    Max(MOST_EXTENSION_DAYS, { message: `延长天数最多${MOST_EXTENSION_DAYS}天` }),
  ];
  return (target, property) => {
    for (const check of checks) check(target, property);
  };
}

/** CO-06: the unit asks for more time. */
export class RequestExtensionInput {
  /** Calendar days. */
  @ExtensionDays()
  days!: number;

  @Text(1000, '延期理由')
  reason!: string;
}

/** CO-06: the leader gives more time, asked for or not. */
export class ExtendResolutionInput {
  /** Calendar days. */
  @ExtensionDays()
  days!: number;

  @Text(1000, '延期理由')
  reason!: string;
}

/** CO-06: the leader does not. */
export class RefuseExtensionInput {
  @Text(500, '不予延期的理由')
  opinion!: string;
}

/** CO-07: another leader, unit, or leader of the unit; who is not named stays. */
export class ChangeOwnersInput {
  /** 包案区领导. */
  @IsOptional()
  @IdOf('包案区领导')
  leaderId?: Id;

  /** 责任单位. */
  @IsOptional()
  @IdOf('责任单位')
  unitId?: Id;

  /** 包案责任领导. */
  @IsOptional()
  @IdOf('包案责任领导')
  unitLeaderId?: Id;

  @Text(500, '变更理由')
  reason!: string;

  /** 交接说明: what was done, what is pending, what was promised. */
  @Text(5000, '交接说明')
  handOverNote!: string;
}
