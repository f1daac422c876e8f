import { IsText } from '@app/cases';
import { DomainError } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { CODE_SHAPE, plain } from './codes.js';

const HEADER = 'x-portal-code';
const WRONG = '查询码应为16位字母和数字，不含0、1、I、O，连字符和空格可以省略';

/** Number and code, which open what was submitted. */
export class NumberAndCode {
  /** Number of the case or of the register, as on the receipt. */
  @IsText('编号', 60)
  number!: string;

  /** The code of the draft, which is on the receipt too. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? plain(value) : value))
  @Matches(CODE_SHAPE, { message: WRONG })
  code!: string;
}

/** A draft's code, from the header. @throws DomainError portal.bad-code if there is none, or it is malformed */
export const PortalCode = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers[HEADER];
  // Header values come as latin-1; a code has no other letters anyway.
  const code = typeof value === 'string' ? plain(value) : '';
  if (CODE_SHAPE.test(code)) return code;
  throw new DomainError('portal.bad-code', { kind: 'invalid', detail: `请提供查询码：${WRONG}。` });
});

/** Documents the header. */
export const NeedsPortalCode = () =>
  ApiHeader({ name: 'X-Portal-Code', required: true, description: 'The code of the draft.' });

/** The caller's network address. */
export const Address = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<FastifyRequest>().ip,
);
