import { ANNOUNCEMENT_DAYS, SERVICE_METHODS } from '../../domain/service.js';

export { ANNOUNCEMENT_DAYS };

/** Methods of service in words, by code. */
export const METHOD_NAMES: Readonly<Record<string, string>> = SERVICE_METHODS;
