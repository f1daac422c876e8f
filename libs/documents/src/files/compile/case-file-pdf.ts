import type { compileCaseFile as compile } from './compile.js';

export type { VolumeItem } from './compile.js';

/** {@link compile}; what it needs is loaded when it is needed: most processes never bind anything. */
export const compileCaseFile: typeof compile = async (...args) =>
  (await import('./compile.js')).compileCaseFile(...args);
