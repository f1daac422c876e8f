import { DomainError } from '@app/kernel';

const MIN = 10;
const MAX = 128;
const COMMON = ['password', 'qwerty', 'admin', '123456', '888888', '666666', 'abc123', 'yuhang', 'hangzhou'];

/** What is wrong with a password, in Chinese; nothing if it will do (GB/T 22239-2019 8.1.4.1). */
export function weaknesses(password: string, login: string): string[] {
  const lower = password.toLowerCase();
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((c) => c.test(password)).length;
  const reasons: string[] = [];
  if (password.length < MIN || password.length > MAX) reasons.push(`长度应为 ${MIN} 至 ${MAX} 位`);
  if (classes < 3) reasons.push('应包含大写字母、小写字母、数字、符号中的至少三类');
  if (login.length >= 3 && lower.includes(login.toLowerCase())) reasons.push('不能包含登录名');
  if (/(.)\1{3}/.test(password)) reasons.push('不能有连续四个相同字符');
  if (COMMON.some((word) => lower.startsWith(word))) reasons.push('不能使用常见密码');
  return reasons;
}

/** @throws DomainError identity.weak-password with every reason */
export function mustBeStrong(password: string, login: string, pointer: string): void {
  const reasons = weaknesses(password, login);
  if (reasons.length === 0) return;
  throw new DomainError('identity.weak-password', {
    kind: 'invalid',
    detail: `密码不符合要求：${reasons.join('；')}。`,
    errors: reasons.map((detail) => ({ pointer, code: 'weakPassword', detail })),
  });
}
