import type { ServiceConfig } from '@app/platform';

/** How files are made. */
export interface RenderOptions {
  /** Path of LibreOffice's `soffice`; null: never use it; absent: use it if it is on the PATH. */
  soffice?: string | null | undefined;
  /** A conversion that takes longer is killed. */
  timeoutMs?: number;
}

export const RENDER_OPTIONS = Symbol('RENDER_OPTIONS');

/** LibreOffice starts in two seconds; under load, or on its first start, in many more. */
export const TIMEOUT_MS = 60_000;
/** Conversions at a time in one process: each is a LibreOffice of its own. */
export const CONVERSIONS = 2;

/** How the app's configuration wants files made. */
export function renderOptions(config: ServiceConfig): RenderOptions {
  return { soffice: config.SOFFICE_PATH };
}
