import type { CalendarDate, Id } from '@app/kernel';
import type { Response } from 'supertest';
import { Story } from '../journeys/story.js';
import type { Body, GivenDispute } from '../support/given.js';
import { UNIT } from '../support/given.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

export interface TriedCase {
  id: Id;
  dispute: GivenDispute;
  respondentId: Id;
}

export const codeOf = (answer: Response): string => (answer.body as { code: string }).code;

/** A story that begins in the trial: fuyi handles, shenli tries with him. */
export class TrialStory extends Story {
  /** A case received, accepted and in trial today. */
  async inTrial(over: Body = {}, opening: Body = {}, receipt: Body = {}): Promise<TriedCase> {
    const dispute = await this.dispute(over);
    const id = await this.reconsideration(dispute.id, receipt);
    await this.step('lian', id, 'assign-reviewer', { reviewerId: await this.personId('fuyi') });
    await this.step('lian', id, 'accept', { met: SEVEN });
    await this.step('kezhang', id, 'open-trial', {
      track: 'ORDINARY',
      handlerId: await this.personId('fuyi'),
      memberIds: [await this.personId('shenli')],
      ...opening,
    });
    return { id, dispute, respondentId: await this.organId(UNIT) };
  }

  /** Proposed by the handler, passed by the head of the institution and the authority; the state after it. */
  async byAuthority(id: Id, name: string, input: Body): Promise<string> {
    await this.proposes('fuyi', id, name, input);
    await this.decides('juzhang', id, 'pass', '同意');
    return this.decides('quzhang', id, 'pass', '同意');
  }

  /** Proposed by the handler, decided by the head of the institution. */
  async byInstitution(id: Id, name: string, input: Body): Promise<string> {
    await this.proposes('fuyi', id, name, input);
    return this.decides('juzhang', id, 'pass', '同意');
  }

  /** The copy reached the respondent, and its reply is in; everybody was heard and every officer gave his opinion. */
  async heardOut({ id, dispute, respondentId }: TriedCase, today: CalendarDate): Promise<void> {
    await this.step('fuyi', id, 'send-copy', { sentOn: today });
    await this.step('fuyi', id, 'record-copy-receipt', { method: 'DIRECT', on: today });
    await this.step('fuyi', id, 'receive-reply', {
      receivedOn: today,
      agents: [{ name: '甲某', employment: 'STAFF' }],
      withEvidence: true,
    });
    for (const partyId of [...dispute.partyIds, respondentId])
      await this.step('fuyi', id, 'record-opinion', { partyId, method: 'PHONE', heardOn: today });
    for (const login of ['fuyi', 'shenli'])
      await this.step(login, id, 'give-opinion', { opinion: '程序违法。', vote: 'AGREE', kind: 'REVOKE' });
  }

  /** From the report to the decision. */
  async decided(id: Id): Promise<void> {
    await this.step('fuyi', id, 'start-drafting', { report: '审理报告。' });
    await this.step('fuyi', id, 'submit-draft', {
      kind: 'REVOKE',
      ground: 'PROCEDURE_ILLEGAL',
      conclusion: '撤销该处罚决定。',
      signedByIds: [await this.personId('fuyi'), await this.personId('shenli')],
      compensation: 'NONE',
    });
    await this.step('kezhang', id, 'pass-department-review', { opinion: '同意' });
    await this.step('juzhang', id, 'pass-institution-review', { opinion: '同意' });
    await this.step('quzhang', id, 'approve-decision', { mode: 'HEAD', opinion: '同意' });
  }

  /** What the case page shows of the trial. */
  async trialOf(id: Id, login = 'juzhang'): Promise<Record<string, Record<string, unknown>[]>> {
    const answer = await (await this.app.as(login)).get(`/cases/${id}`);
    return (answer.body as { detail: { trial: Record<string, Record<string, unknown>[]> } }).detail.trial;
  }
}
