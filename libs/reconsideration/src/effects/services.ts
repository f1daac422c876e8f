import type { Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { PaperTag, ServiceRecord } from '@app/service-of-process';
import { planWaiting } from '../papers/service/served-papers.js';
import type { Context, EffectServices } from './rows.js';

/** Enters a paper of the case into the register of service; `paperId` tells papers of one kind apart. */
export async function plan(
  tx: Tx,
  { actor, facts }: Context,
  { register }: EffectServices,
  paper: PaperTag,
  to: Id | readonly Id[] | undefined,
  paperId?: Id,
): Promise<void> {
  const { caseId, disputeId } = facts;
  const which = paperId === undefined ? {} : { paperId };
  const recipientIds = to === undefined ? [] : [to].flat();
  await register.plan(tx, actor, { caseId, disputeId, paper, recipientIds, ...which });
  if (paperId !== undefined) await planWaiting(tx, actor, register, caseId);
}

/** Records in the register that a paper was served. @throws DomainError service.already-served */
export function serve(
  tx: Tx,
  { actor, facts, input }: Context<ServiceRecord>,
  { register }: EffectServices,
  paper: PaperTag,
  recipientId: Id,
  paperId?: Id,
): Promise<void> {
  const { caseId, disputeId } = facts;
  const which = paperId === undefined ? {} : { paperId };
  return register.serve(tx, actor, { caseId, disputeId, paper, recipientId, record: input, ...which });
}

export function idsOf(parties: readonly { partyId: Id }[]): Id[] {
  return parties.map(({ partyId }) => partyId);
}
