import { IsIn, IsOptional } from 'class-validator';

export class SheetRequest {
  /** xlsx if absent. */
  @IsOptional()
  @IsIn(['xlsx', 'csv'], { message: '格式应为 xlsx 或者 csv' })
  format?: 'xlsx' | 'csv';
}

export class ImportRequest {
  /** `true` only checks: nothing is written. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun 应为 true 或 false' })
  dryRun?: 'true' | 'false';
}

export class SheetErrorView {
  /** Line of the file. */
  line!: number;
  /** Heading of the column; empty if it is about the whole row. */
  column!: string;
  code!: string;
  /** Chinese. */
  detail!: string;
}

export class SheetImportView {
  /** DONE, or REFUSED: nothing was written, see errors. */
  state!: 'DONE' | 'REFUSED';
  dryRun!: boolean;
  total!: number;
  created!: number;
  changed!: number;
  unchanged!: number;
  errors!: SheetErrorView[];
}
