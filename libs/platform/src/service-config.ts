import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

/** What the api and the worker need; see .env.example. */
export class ServiceConfig {
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgres:// URL' })
  DATABASE_URL!: string;

  /** Carries the jobs if set; PostgreSQL does otherwise. */
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'must be a redis:// URL' })
  REDIS_URL?: string;

  /** 32 bytes in base64, for ID numbers at rest. Losing it loses them. */
  @IsString({ message: 'is required: 32 bytes in base64 (openssl rand -base64 32)' })
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'must be 32 bytes in base64 (openssl rand -base64 32)' })
  HEYI_DATA_KEY!: string;

  @IsInt({ message: 'must be a number' })
  @Min(0)
  @Max(65535)
  PORT: number = 3000;

  @IsString()
  HOST: string = '127.0.0.1';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL: string = 'info';

  @IsInt({ message: 'must be a number' })
  @Min(1)
  @Max(100)
  DB_POOL_SIZE: number = 16;

  /** Keeps the queues of several installations on one Redis apart. */
  @Matches(/^[a-z0-9-]{1,40}$/, { message: 'must be lower-case letters, digits and hyphens' })
  QUEUE_PREFIX: string = 'heyi';

  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  @IsOptional()
  @IsString()
  TRUST_PROXY?: string;

  /** `https` marks the session cookie Secure; `http` is for a trial on one machine. */
  @IsIn(['https', 'http'])
  PUBLIC_SCHEME: 'https' | 'http' = 'https';

  /** A login ends after so much silence. */
  @IsInt({ message: 'must be a number of minutes' })
  @Min(1)
  @Max(24 * 60)
  SESSION_IDLE_MINUTES: number = 30;

  /** And after so long in any case. */
  @IsInt({ message: 'must be a number of hours' })
  @Min(1)
  @Max(7 * 24)
  SESSION_ABSOLUTE_HOURS: number = 12;

  /** SMTP server for e-mail, e.g. smtp://user:password@host:587; no e-mail if absent. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'must be an smtp:// URL' })
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM: string = 'heyi@localhost';

  /** Where people reach the service, for links in mails: https://heyi.example.gov.cn */
  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'must be an http(s):// URL' })
  PUBLIC_URL?: string;

  /** `true` if receivers of webhooks stand in the same house. */
  @IsIn(['true', 'false'])
  ALLOW_PRIVATE_WEBHOOKS: 'true' | 'false' = 'false';

  /** Largest file that may be uploaded, in MB. */
  @IsInt({ message: 'must be a number of MB' })
  @Min(1)
  @Max(4096)
  FILE_MAX_MB: number = 200;

  /** Directory of the files, which api and worker share; not used if there is a bucket. */
  @IsString()
  FILES_DIR: string = '.data/files';

  /** Anything that speaks S3, instead of the directory: https://s3.example.gov.cn; the next four belong to it. */
  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'must be an http(s):// URL' })
  S3_ENDPOINT?: string;

  @IsOptional()
  @IsString()
  S3_BUCKET?: string;

  @IsOptional()
  @IsString()
  S3_ACCESS_KEY?: string;

  @IsOptional()
  @IsString()
  S3_SECRET_KEY?: string;

  @IsString()
  S3_REGION: string = 'us-east-1';

  /** A ClamAV daemon: unix:/run/clamav/clamd.ctl or tcp://host:3310. Files are not scanned if absent. */
  @IsOptional()
  @Matches(/^(unix:\/|tcp:\/\/[^/]+:\d+$)/, { message: 'must be unix:/path or tcp://host:port' })
  CLAMD?: string;

  /** LibreOffice's command. */
  @IsString()
  LIBREOFFICE: string = 'soffice';
}
