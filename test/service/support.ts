import type { Id } from '@app/kernel';
import { mustBe, UNIT, type GivenDispute } from '../support/given.js';
import { Story } from '../journeys/story.js';

export interface AttemptSeen {
  method: string;
  outcome: string;
  sentOn: string;
  endedOn: string | null;
  reason: string | null;
  trackingNumber: string | null;
}

export interface DeliverySeen {
  id: Id;
  paper: string;
  recipientId: Id;
  state: string;
  method: string | null;
  servedOn: string | null;
  attempts: AttemptSeen[];
}

interface ClockFound {
  rule: string;
  concernsId: Id | null;
  startsOn: string;
  dueOn: string;
  state: string;
}

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

/** Cases with something to serve, and the register as people see it. */
export class ServiceStory extends Story {
  async deliveries(caseId: Id, login = 'lian'): Promise<DeliverySeen[]> {
    return mustBe(200, await (await this.app.as(login)).get(`/cases/${caseId}/deliveries`)) as DeliverySeen[];
  }

  async delivery(caseId: Id, paper: string, recipientId: Id): Promise<DeliverySeen> {
    const found = (await this.deliveries(caseId)).filter((d) => d.paper === paper && d.recipientId === recipientId);
    if (found.length !== 1) throw new Error(`${found.length} deliveries of ${paper}`);
    return found[0]!;
  }

  /** Answers the new deliveries' ids, in the order of the recipients. */
  async plan(caseId: Id, paper: string, recipientIds: Id[], login = 'lian'): Promise<Id[]> {
    const before = new Set((await this.deliveries(caseId)).map(({ id }) => id));
    const answer = await (await this.app.as(login)).post(`/cases/${caseId}/deliveries`).send({ paper, recipientIds });
    const fresh = (mustBe(201, answer) as DeliverySeen[]).filter(({ id }) => !before.has(id));
    return recipientIds.map((to) => fresh.find(({ recipientId }) => recipientId === to)!.id);
  }

  async does(act: 'attempts' | 'served' | 'failed', id: Id, body: object, login = 'lian') {
    return (await this.app.as(login)).post(`/deliveries/${id}/${act}`).send(body);
  }

  async confirms(disputeId: Id, recipientId: Id, over: object = {}) {
    return (await this.app.as('lian')).post(`/disputes/${disputeId}/address-confirmations`).send({
      recipientId,
      address: '测试街道9号',
      phone: '13800001234',
      electronic: true,
      portal: true,
      confirmedOn: this.app.clock.today(),
      ...over,
    });
  }

  /** Clocks of a case that concern somebody or some delivery, in the order they were started. */
  async clocksOn(caseId: Id, rule: string): Promise<ClockFound[]> {
    return this.app.database.read<ClockFound>(
      `SELECT rule, concerns_id AS "concernsId", starts_on AS "startsOn", due_on AS "dueOn", state
       FROM deadlines.clock WHERE subject_id = $1 AND rule = $2 ORDER BY id`,
      [caseId, rule],
    );
  }

  /** A reconsideration in trial, its copy sent to the respondent today. */
  async inTrial(dispute: GivenDispute): Promise<{ caseId: Id; respondent: Id }> {
    const caseId = await this.reconsideration(dispute.id);
    const [fuyi, shenli] = [await this.personId('fuyi'), await this.personId('shenli')];
    await this.step('lian', caseId, 'assign-reviewer', { reviewerId: fuyi });
    await this.step('lian', caseId, 'accept', { met: SEVEN });
    await this.step('kezhang', caseId, 'open-trial', { track: 'ORDINARY', handlerId: fuyi, memberIds: [shenli] });
    await this.step('fuyi', caseId, 'send-copy', { sentOn: this.app.clock.today() });
    return { caseId, respondent: await this.organId(UNIT) };
  }

  /** A reconsideration in which the decision was made today. */
  async decided(dispute: GivenDispute): Promise<{ caseId: Id; respondent: Id }> {
    const { caseId, respondent } = await this.inTrial(dispute);
    const [fuyi, shenli] = [await this.personId('fuyi'), await this.personId('shenli')];
    const today = this.app.clock.today();
    await this.step('fuyi', caseId, 'record-copy-receipt', { method: 'DIRECT', on: today });
    const agents = [{ name: '甲某', employment: 'STAFF' }];
    await this.step('fuyi', caseId, 'receive-reply', { receivedOn: today, agents, withEvidence: true });
    for (const partyId of dispute.partyIds)
      await this.step('fuyi', caseId, 'record-opinion', { partyId, method: 'PHONE', heardOn: today });
    for (const login of ['fuyi', 'shenli'])
      await this.step(login, caseId, 'give-opinion', { opinion: '应予撤销。', vote: 'AGREE', kind: 'REVOKE' });
    await this.step('fuyi', caseId, 'start-drafting', { report: '审理报告。' });
    await this.step('fuyi', caseId, 'submit-draft', {
      kind: 'REVOKE',
      ground: 'PROCEDURE_ILLEGAL',
      conclusion: '撤销该处罚决定。',
      signedByIds: [fuyi, shenli],
      compensation: 'NONE',
    });
    await this.step('kezhang', caseId, 'pass-department-review', { opinion: '同意' });
    await this.step('juzhang', caseId, 'pass-institution-review', { opinion: '同意' });
    await this.step('quzhang', caseId, 'approve-decision', { mode: 'HEAD', opinion: '同意' });
    return { caseId, respondent };
  }
}
