import { IsText, MATTERS } from '@app/cases';
import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { STAGES } from '../domain/facts.js';
import {
  ANY,
  COMPLEXITY_CODES,
  RESULT_CODES,
  type Complexity,
  type Payee,
  type SettledResult,
  type SettlementState,
} from './domain/codes.js';

const STAGE_CODES = [ANY, ...Object.keys(STAGES)];
const MATTER_CODES = [ANY, ...MATTERS.map(({ code }) => code)];

/** One line's amount at most: a million yuan. */
const MOST_FEN = 100_000_000;

export class TariffListRequest extends PageRequest {
  /** Lines as they hold on this day; all of them if absent. */
  @IsOptional()
  @IsCalendarDate()
  on?: CalendarDate;
}

/** A new line; it ends the one that held for the same until then. */
export class TariffRequest {
  /** Stage of the mediation, or `*` for every one. */
  @IsIn(STAGE_CODES, { message: '调解阶段不正确' })
  stage!: string;

  /** Matter of the dispute, or `*` for every one. */
  @IsIn(MATTER_CODES, { message: '申请事项不正确' })
  matter!: string;

  @IsIn(RESULT_CODES, { message: '调解结果不正确' })
  result!: SettledResult;

  @IsIn(COMPLEXITY_CODES, { message: '难易程度不正确' })
  complexity!: Complexity;

  /** What a case earns, in fen. */
  @IsInt({ message: '金额应为整数（分）' })
  @Min(0, { message: '金额不能为负数' })
  @Max(MOST_FEN, { message: '金额过大' })
  amountFen!: number;

  /** The first day for which it holds. */
  @IsCalendarDate()
  validFrom!: CalendarDate;

  /** On what ground. */
  @IsText('依据', 200)
  reason!: string;
}

export class TariffView {
  id!: string;
  stage!: string;
  stageName!: string;
  matter!: string;
  matterName!: string;
  result!: SettledResult;
  resultName!: string;
  complexity!: Complexity;
  complexityName!: string;
  /** In fen. */
  amountFen!: number;
  validFrom!: CalendarDate;
  /** The first day for which another line holds. */
  validUntil!: CalendarDate | null;
  reason!: string;
  createdByName!: string;
  createdAt!: Date;
}

export class BuildRequest {
  /** `2026-11`. */
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: '月份应为 2026-11 的形式' })
  month!: string;
}

export class SettlementVersionRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;
}

export class ReturnSettlementRequest extends SettlementVersionRequest {
  @IsText('原因', 200)
  reason!: string;
}

export class CorrectionRequest extends SettlementVersionRequest {
  /** The line of a frozen month that was wrong. */
  @IsUUID(undefined, { message: '应为明细编号' })
  lineId!: string;

  /** By how much it was wrong, in fen: more is positive, less is negative. */
  @IsInt({ message: '差额应为整数（分）' })
  @Min(-MOST_FEN, { message: '差额过大' })
  @Max(MOST_FEN, { message: '差额过大' })
  differenceFen!: number;

  @IsText('更正原因', 200)
  reason!: string;
}

export class RemoveCorrectionRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;
}

export class LineListRequest extends PageRequest {
  /** Lines of this committee's mediators. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为调委会编号' })
  organId?: string;

  /** Lines of this mediator. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  personId?: string;
}

export class SettlementExportRequest {
  /** Only this committee's statement. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为调委会编号' })
  organId?: string;

  /** Only this mediator's. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  personId?: string;
}

export class SettlementItem {
  id!: string;
  /** `2026-11`. */
  month!: string;
  state!: SettlementState;
  stateName!: string;
  madeByName!: string;
  madeAt!: Date;
  approvedByName!: string | null;
  approvedAt!: Date | null;
  frozenByName!: string | null;
  frozenAt!: Date | null;
  version!: number;
  /** Lines that the reader sees, and what they come to, in fen. */
  lines!: number;
  totalFen!: number;
}

export class SettlementOfMediator {
  personId!: string;
  name!: string;
  lines!: number;
  totalFen!: number;
}

export class SettlementOfOrgan {
  organId!: string;
  name!: string;
  /** To whom it is paid: ORGANISATION, or each MEDIATOR. */
  payee!: Payee;
  lines!: number;
  totalFen!: number;
  mediators!: SettlementOfMediator[];
}

export class SettlementView extends SettlementItem {
  organs!: SettlementOfOrgan[];
  /** The total in capitals. */
  totalInCapitals!: string;
  /** Lines for which the tariff has nothing: they keep the month from being approved. */
  withoutTariff!: number;
}

export class SettlementLineView {
  id!: string;
  /** CASE, or CORRECTION of a line of an earlier month. */
  kind!: 'CASE' | 'CORRECTION';
  /** Null for a case that the reader is shut out of. */
  caseId!: string | null;
  caseNumber!: string | null;
  personId!: string;
  personName!: string;
  organId!: string;
  organName!: string;
  payee!: Payee;
  endedOn!: CalendarDate;
  result!: SettledResult;
  resultName!: string;
  complexity!: Complexity;
  complexityName!: string;
  /** The line of the tariff that was used. */
  tariffId!: string | null;
  /** What the tariff gives for the case, in fen. */
  tariffFen!: number | null;
  /** Mediators among whom it is divided. */
  sharing!: number;
  /** In fen; of a correction the difference. */
  amountFen!: number;
  correctsId!: string | null;
  /** The month that is corrected, `2026-11`. */
  correctsMonth!: string | null;
  reason!: string | null;
}
