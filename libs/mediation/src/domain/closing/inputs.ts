// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, Equals, IsArray, IsBoolean, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { TERMINATION_REASONS, type TerminationReason } from '../facts.js';
import { IdsOf, Text } from '../fields.js';
import { AcknowledgedClock } from '../intake/inputs.js';
import { ToldClocks } from './told-clocks.js';

/** A party was tried to be reached. */
export class ContactAttempt {
  @IsCalendarDate()
  on!: CalendarDate;

  /** By what means. */
  @Text(100, '联系方式')
  method!: string;
}

/** MD-15: the mediation ends. What is said here leaves the mediation: no offers, no concessions. */
export class TerminateInput {
  @IsIn(Object.keys(TERMINATION_REASONS), { message: '请选择终止原因' })
  reason!: TerminationReason;

  @Text(1000, '说明')
  explanation!: string;

  /** The parties it is about: who settled and withdrew, refuses, cannot be reached, has not signed, died or ended. */
  @IsOptional()
  @IdsOf('所涉当事人', 1, 50)
  partyIds?: Id[];

  /** When it happened: withdrawal or refusal received, death, dissolution. */
  @IsOptional()
  @IsCalendarDate()
  occurredOn?: CalendarDate;

  /** Nobody could be reached: how and when it was tried. */
  @IsOptional()
  @IsArray({ message: '联系记录应为列表' })
  @ArrayMaxSize(20, { message: '联系记录最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => ContactAttempt)
  attempts?: ContactAttempt[];

  @ToldClocks()
  toldClocks?: AcknowledgedClock[];
}

/** MD-16: report and material go back to the source. Only what is here passes the mediation wall. */
export class ReturnInput {
  /** Report of the termination, without offers and concessions. */
  @Text(3000, '反馈')
  report!: string;

  /** Facts that all parties confirmed as undisputed. */
  @IsOptional()
  @Text(3000, '无争议事实')
  undisputedFacts?: string;

  /** All parties consent that these facts are passed on. */
  @IsOptional()
  @IsBoolean({ message: '请说明各方是否同意移送无争议事实' })
  undisputedFactsConsented?: boolean;

  /** The parties were told of their remedies and their periods (人民调解法 第26条). */
  @Equals(true, { message: '退回前须告知当事人救济途径和期限' })
  remediesTold!: true;

  @ToldClocks()
  toldClocks?: AcknowledgedClock[];
}

/** MD-17: performed and visited, the mediation has succeeded. */
export class CloseMediationInput {
  /** 结案小结, without offers and concessions. */
  @Text(2000, '结案小结')
  summary!: string;

  @ToldClocks()
  toldClocks?: AcknowledgedClock[];
}
