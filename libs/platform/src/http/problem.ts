import type { ErrorKind, FieldError } from '@app/kernel';
import { DomainError } from '@app/kernel';
import { HttpException } from '@nestjs/common';

/** The body of every error answer: RFC 9457 `application/problem+json`. */
export class Problem {
  /** `urn:problem:<code>` */
  type!: string;
  title!: string;
  status!: number;
  /** Chinese sentence for the user. */
  detail!: string;
  /** Stable, for programs: `<lib>.<kebab>`. */
  code!: string;
  instance?: string;
  /** The request's id, also in the log. */
  traceId?: string;
  article?: string;
  params?: Record<string, unknown>;
  errors?: FieldError[];
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  refused: 409,
  'too-large': 413,
  'too-many': 429,
};

const TITLE: Record<number, string> = {
  400: 'Bad request',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Refused',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};

const HTTP: Record<number, [code: string, detail: string]> = {
  400: ['request.malformed', '请求格式不正确，无法读取。'],
  404: ['request.no-such-route', '没有这个接口地址。'],
  405: ['request.method-not-allowed', '该地址不支持这种请求方法。'],
  409: ['request.conflict', '该操作与他人同时进行的操作冲突，请刷新后重试。'],
  413: ['request.too-large', '提交的内容过大。'],
  415: ['request.unsupported-media-type', '不支持这种内容类型，请使用 application/json。'],
  503: ['service.unavailable', '服务暂不可用，请稍后再试。'],
};

/** Turns anything thrown into a problem; `unexpected` tells that it is our fault and belongs in the log. */
export function toProblem(error: unknown): { problem: Problem; unexpected: boolean } {
  if (error instanceof DomainError) return { problem: fromDomain(error), unexpected: false };
  const status = statusOf(error);
  const known = HTTP[status];
  if (known) return { problem: problem(status, known[0], known[1]), unexpected: false };
  if (status >= 400 && status < 500)
    return { problem: problem(status, 'request.refused', '请求被拒绝。'), unexpected: false };
  return { problem: problem(500, 'service.internal', '系统内部错误，已记录，请稍后再试。'), unexpected: true };
}

function fromDomain(error: DomainError): Problem {
  const body = problem(STATUS[error.kind], error.code, error.detail);
  if (error.article !== undefined) body.article = error.article;
  if (Object.keys(error.params).length > 0) body.params = error.params;
  if (error.errors.length > 0) body.errors = error.errors;
  return body;
}

function problem(status: number, code: string, detail: string): Problem {
  return Object.assign(new Problem(), {
    type: `urn:problem:${code}`,
    title: TITLE[status] ?? 'Error',
    status,
    detail,
    code,
  });
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const e = error as { statusCode?: unknown; code?: unknown } | null;
  // Fastify's own refusals: body too large, wrong media type, malformed JSON.
  if (typeof e?.statusCode === 'number') return e.statusCode;
  // What the database refuses about the form of a value (a NUL in a text, a number out of range) is the caller's mistake.
  if (typeof e?.code === 'string' && /^22/.test(e.code)) return 400;
  // Two people did the same at once, and the database let one of them.
  if (e?.code === '23505') return 409;
  return 500;
}
