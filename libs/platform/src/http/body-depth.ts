import { DomainError } from '@app/kernel';

/** Deeper than any request of ours; whoever walks a value by recursion can do so this far. */
const DEEPEST = 32;

/** A body nested without end would overflow the stack of those who walk it. @throws DomainError request.too-deep */
export function mustBeShallow(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) {
      throw new DomainError('request.too-deep', {
        kind: 'invalid',
        detail: `提交的内容嵌套过深，最多 ${DEEPEST} 层。`,
      });
    }
    level = level.flatMap((value) => (isContainer(value) ? (Object.values(value) as unknown[]) : []));
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}
