import type { ServiceConfig } from '@app/platform';

/** Where the bytes of files are kept: a directory all processes share, or a bucket. */
export type StorageOptions =
  | { kind: 'directory'; directory: string }
  | { kind: 's3'; endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string };

/** What files need to know of their surroundings. */
export interface FileOptions {
  storage: StorageOptions;
  /** Largest upload, in bytes. */
  maxBytes: number;
  /** `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`; nothing is scanned, nor quarantined, if absent. */
  clamd?: string | undefined;
  /** LibreOffice's command; office files are listed, not rendered, where it cannot be run. */
  libreOffice: string;
}

export const FILE_OPTIONS = Symbol('FILE_OPTIONS');

const MIB = 1024 * 1024;

/**
 * The file options of an app's configuration.
 * @throws Error naming the variables of a bucket that are missing
 */
export function fileOptions(config: ServiceConfig): FileOptions {
  return {
    storage: storageOptions(config),
    maxBytes: config.FILE_MAX_MB * MIB,
    clamd: config.CLAMD,
    libreOffice: config.LIBREOFFICE,
  };
}

function storageOptions(config: ServiceConfig): StorageOptions {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION, FILES_DIR } = config;
  if (!S3_ENDPOINT) return { kind: 'directory', directory: FILES_DIR };
  if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY)
    throw new Error(
      'Configuration is wrong:\n  S3_ENDPOINT: S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY are required with it',
    );
  return {
    kind: 's3',
    endpoint: S3_ENDPOINT.replace(/\/$/, ''),
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  };
}
