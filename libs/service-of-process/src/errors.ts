import { DomainError } from '@app/kernel';
import type { Delivery } from './delivery.store.js';
import type { ServiceRule } from './domain/guards.js';

/** A rule of service that does not hold. */
export function refused({ code, detail, article }: ServiceRule): DomainError {
  return new DomainError(code, { detail, article });
}

/** @throws DomainError service.already-served */
export function mustBeUnserved({ state, servedOn }: Pick<Delivery, 'state' | 'servedOn'>): void {
  if (state !== 'SERVED') return;
  throw new DomainError('service.already-served', {
    kind: 'conflict',
    detail: '该文书已登记送达该受送达人，不能重复登记。',
    article: '民诉法 2023 第87条',
    params: { servedOn },
  });
}

export function alreadyPlanned(): DomainError {
  return new DomainError('service.already-planned', {
    kind: 'conflict',
    detail: '该文书对其中的受送达人已有送达任务。',
  });
}

export function paperVoid(): DomainError {
  return new DomainError('service.paper-void', {
    kind: 'conflict',
    detail: '该文书已经作废，不能再发出。请送达重新签发的文书。',
  });
}

export function attemptOpen(): DomainError {
  return new DomainError('service.attempt-open', {
    kind: 'conflict',
    detail: '上一次送达尚无结果，请先登记送达成功或者失败。',
  });
}

export function notSent(): DomainError {
  return new DomainError('service.not-sent', {
    kind: 'conflict',
    detail: '该文书尚未发出，或者上一次送达的结果已经登记。',
  });
}

export function dateWrong(): DomainError {
  return new DomainError('service.date-wrong', { detail: '日期不能晚于今天，送达的结果不能早于发出之日。' });
}

export function recipientUnknown(): DomainError {
  return new DomainError('service.recipient-unknown', { detail: '受送达人应为本争议的当事人，或者目录中的机关。' });
}

export function paperWrong(): DomainError {
  return new DomainError('service.paper-wrong', {
    kind: 'conflict',
    detail: '送达任务与所登记的文书、受送达人不符。',
  });
}

export function roleRequired(): DomainError {
  return new DomainError('service.role-required', {
    kind: 'forbidden',
    detail: '送达由本案承办人、立案人员、调解员或者中心工作人员办理。',
  });
}
