import { IsIn, IsOptional } from 'class-validator';

export class ImportLedgerRequest {
  /** `true` only checks: nothing is written. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun 应为 true 或 false' })
  dryRun?: 'true' | 'false';
}

export class LedgerErrorView {
  /** Line of the file. */
  line!: number;
  /** Heading of the column; empty if it is about the whole row. */
  column!: string;
  code!: string;
  /** Chinese. */
  detail!: string;
}

export class LedgerImportView {
  id!: string;
  /** RUNNING, DONE, REFUSED (nothing was imported, see errors) or FAILED. */
  state!: 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED';
  dryRun!: boolean;
  total!: number;
  done!: number;
  imported!: number;
  /** Rows whose ledger number had been imported before. */
  skipped!: number;
  errors!: LedgerErrorView[];
  createdAt!: Date;
  endedAt!: Date | null;
}
