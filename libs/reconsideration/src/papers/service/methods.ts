import { SERVICE_METHODS } from '@app/service-of-process';

export { ANNOUNCEMENT_DAYS } from '@app/deadlines';

/** Methods of service in words, by code. */
export const METHOD_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SERVICE_METHODS).map(([code, { name }]) => [code, name]),
);
