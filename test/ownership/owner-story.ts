import { addDays, type CalendarDate, type Id } from '@app/kernel';
import type { Response } from 'supertest';
import { upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import { Story } from '../journeys/story.js';
import { mustBe, type Body } from '../support/given.js';

/** A plan whose only step is due in ten days. */
export const planOf = (today: CalendarDate): Body => ({
  facts: '涉及十二户商铺。',
  claim: '请求退还罚款。',
  legalView: '处罚程序有瑕疵。',
  options: '先行协商，分期退还。',
  budgetFen: 1_200_000,
  steps: [{ measure: '逐户走访', responsible: '综合执法队', dueOn: addDays(today, 10) }],
});
export const REPORT: Body = {
  kind: 'PROGRESS',
  done: '已走访六户。',
  next: '继续走访。',
  risk: 'MEDIUM',
  partyContacted: true,
};
export const ORDER: Body = { reason: '进展报告逾期', basis: '包案通知', demand: '三日内报告进展', workingDays: 5 };
export const CHECKED: Body = { effective: true, payment: 'PAID', partyConfirms: true, opinion: '属实' };

/** Stories of owned cases: the leader is lingdao1, the unit 五常街道. */
export class OwnerStory extends Story {
  async listed(over: Body = {}, dispute: Body = {}): Promise<Id> {
    const { id } = await this.dispute({ tags: ['KEY_LITIGATION'], ...dispute });
    const caseId = await this.ownership(id, over);
    await this.step('quzhang', caseId, 'list', { basis: 'AUTHORITY', opinion: '同意列入' });
    return caseId;
  }

  /** On the list, signed for, planned; the unit is at work. */
  async resolving(over: Body = {}, dispute: Body = {}): Promise<Id> {
    const caseId = await this.listed(over, dispute);
    await this.step('lingdao1', caseId, 'acknowledge-leader');
    await this.step('fuze-wuchang', caseId, 'acknowledge-unit');
    await this.step('fuze-wuchang', caseId, 'submit-plan', planOf(this.app.clock.today()));
    await this.step('lingdao1', caseId, 'approve-plan', { opinion: '同意' });
    await this.step('fuze-wuchang', caseId, 'start-resolving');
    return caseId;
  }

  /** A file of the case that proves something. */
  async file(caseId: Id): Promise<Id> {
    const fields = { category: 'RECORD', side: 'INSTITUTION', submittedOn: this.app.clock.today(), title: '和解协议' };
    const sent = upload(await this.app.as('fuze-wuchang'), `/cases/${caseId}/files`, fields, await pdf(1));
    return (mustBe(201, await sent) as { id: Id }).id;
  }

  async claimed(caseId: Id): Promise<string> {
    const claim = { kind: 'AGREEMENT', summary: '双方签订和解协议。', fileIds: [await this.file(caseId)] };
    return this.step('fuze-wuchang', caseId, 'claim-resolution', claim);
  }

  async struckOff(caseId: Id): Promise<string> {
    await this.claimed(caseId);
    await this.step('kezhang', caseId, 'verify', { ...CHECKED, contactedOn: this.app.clock.today() });
    return this.step('lingdao1', caseId, 'strike-off', { opinion: '同意销号' });
  }

  /** What the case page shows of the ownership. */
  async detailOf<T = Record<string, unknown>>(caseId: Id, login = 'kezhang'): Promise<T> {
    return (mustBe(200, await (await this.app.as(login)).get(`/cases/${caseId}`)) as { detail: T }).detail;
  }

  async markOf(caseId: Id): Promise<string> {
    return (await this.detailOf<{ mark: string }>(caseId)).mark;
  }

  async get<T>(login: string, path: string): Promise<T> {
    return mustBe(200, await (await this.app.as(login)).get(path)) as T;
  }

  async instruct(login: string, caseId: Id, body: Body): Promise<Response> {
    return (await this.app.as(login)).post(`/cases/${caseId}/instructions`).send(body);
  }
}

export const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
