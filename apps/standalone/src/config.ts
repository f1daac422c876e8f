import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

/** Everything has a default: `npm start` needs no configuration. */
export class StandaloneConfig {
  @IsInt({ message: 'must be a number' })
  @Min(1)
  @Max(65535)
  PORT: number = 3000;

  /** Where the demo keeps its database, key and clock. */
  @IsString()
  DATA_DIR: string = '.data';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL: string = 'warn';

  /** A server of one's own instead of the embedded one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgres:// URL' })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'must be a redis:// URL' })
  REDIS_URL?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'must be an smtp:// URL' })
  SMTP_URL?: string;
}
