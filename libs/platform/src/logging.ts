import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export const LOGGER = Symbol('LOGGER');

/**
 * Structured logs on stdout. What a person typed never goes in: requests are logged by method, route pattern, status and
 * duration, and these paths are cut wherever they occur.
 */
export function createLogger(app: string, level: string): Logger {
  return pino({
    level,
    base: { app },
    redact: {
      paths: [
        'req.headers',
        '*.password',
        '*.authorization',
        '*.cookie',
        'err.parameters',
        'err.detail',
        'err.query',
        'err.where',
      ],
      remove: true,
    },
  });
}

/** Nest's own messages through the same log. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      if (message instanceof Error) logger[level]({ err: message, context }, message.message);
      else logger[level]({ context }, String(message));
    };
  return {
    log: write('info'),
    error: write('error'),
    warn: write('warn'),
    debug: write('debug'),
    verbose: write('trace'),
  };
}
