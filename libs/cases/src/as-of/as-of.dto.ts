import { ClockLineView } from '@app/deadlines';
import { type CalendarDate } from '@app/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import { ParticipantView } from '../engine/cases.dto.js';
import type { ProcedureCode } from '../engine/procedure.js';
import { HistoryEntryView } from '../registration/views/history.queries.js';

export class AsOfRequest {
  /** The instant, with its zone: 2026-12-01T10:00:00+08:00 or …Z. */
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: '应为实际存在的时刻，例如 2026-12-01T10:00:00+08:00' })
  @Matches(/T\d{2}:\d{2}(:\d{2}([.]\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/, {
    message: '应写明时间和时区，例如 2026-12-01T10:00:00+08:00（网址中“+”写作 %2B）',
  })
  at!: string;
}

/** A paper as it stood. */
export class AsOfDocumentView {
  documentId!: string;
  /** Code of its kind. */
  kind!: string;
  state!: string;
  number!: string | null;
}

/** A case as it stood at a moment, rebuilt from the audit trail alone. */
export class AsOfView {
  id!: string;
  disputeId!: string;
  /** The moment asked for. */
  at!: Date;
  procedure!: ProcedureCode;
  procedureName!: string;
  number!: string;
  state!: string;
  stateName!: string;
  open!: boolean;
  version!: number;
  handlerId!: string | null;
  handlerName!: string | null;
  openedOn!: CalendarDate;
  closedOn!: CalendarDate | null;
  participants!: ParticipantView[];
  /** Clocks with their lamps of that day, by the working calendar of today. */
  clocks!: ClockLineView[];
  documents!: AsOfDocumentView[];
  /** What had been done until then, newest first. */
  history!: HistoryEntryView[];
}
