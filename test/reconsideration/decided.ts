import type { Id } from '@app/kernel';
import type { Story } from '../journeys/story.js';
import type { Body, GivenDispute } from '../support/given.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

export interface DecidedCase {
  id: Id;
  dispute: GivenDispute;
  respondentId: Id;
}

/** A draft that revokes the act and has it made anew. */
export const REMAKE: Body = {
  kind: 'REVOKE',
  ground: 'FACTS_UNCLEAR',
  conclusion: '撤销该处罚决定，责令重新作出行政行为。',
  remakeOrdered: true,
  compensation: 'NONE',
};

/** A reconsideration against a department, decided today by `draft` and served on all parties. */
export async function servedCase(story: Story, draft: Body, unit = '区教育局', approval?: Body): Promise<DecidedCase> {
  const today = story.app.clock.today();
  const dispute = await story.dispute({ receivedOn: today, actOn: today, actKnownOn: today }, { unit });
  const id = await story.reconsideration(dispute.id);
  const [handlerId, other, respondentId] = [
    await story.personId('fuyi'),
    await story.personId('shenli'),
    await story.organId(unit),
  ];
  await story.step('lian', id, 'assign-reviewer', { reviewerId: handlerId });
  await story.step('lian', id, 'accept', { met: SEVEN });
  await story.step('kezhang', id, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [other] });
  await story.step('fuyi', id, 'send-copy', { sentOn: today });
  await story.step('fuyi', id, 'record-copy-receipt', { method: 'DIRECT', on: today });
  const agents = [{ name: '甲某', employment: 'STAFF' }];
  await story.step('fuyi', id, 'receive-reply', { receivedOn: today, agents, withEvidence: true });
  for (const partyId of dispute.partyIds)
    await story.step('fuyi', id, 'record-opinion', { partyId, method: 'PHONE', heardOn: today });
  for (const login of ['fuyi', 'shenli'])
    await story.step(login, id, 'give-opinion', { opinion: '同意处理意见。', vote: 'AGREE', kind: draft.kind });
  await story.step('fuyi', id, 'start-drafting', { report: '审理报告。' });
  await story.step('fuyi', id, 'submit-draft', { ...draft, signedByIds: [handlerId, other] });
  await story.step('kezhang', id, 'pass-department-review', { opinion: '同意' });
  await story.step('juzhang', id, 'pass-institution-review', { opinion: '同意' });
  await story.step('quzhang', id, 'approve-decision', approval ?? { mode: 'HEAD', opinion: '同意' });
  for (const recipientId of [respondentId, ...dispute.partyIds])
    await story.step('fuyi', id, 'record-service', { recipientId, method: 'DIRECT', on: today });
  return { id, dispute, respondentId };
}
