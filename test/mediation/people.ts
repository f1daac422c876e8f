import type { Id } from '@app/kernel';
import type { TestApp } from '../support/app.js';
import { UNIT, type Body, type GivenDispute } from '../support/given.js';
import { Story } from '../journeys/story.js';

/** Demo accounts of those who take part in a mediation about an act of {@link UNIT}. */
export const MEDIATOR = 'tiaojie-yuhang';
export const CHAIR = 'zhuren-yuhang';
export const LIAISON = 'lianluo-wuchang';
export const STAFF = 'zhongxin';
export const MANAGER = 'zhongxinzhuren';

/** A time of a session, from 09:30 to 11:00 in a room. */
export const ROOM = { from: '09:30', until: '11:00', mode: 'ON_SITE', place: '余杭街道调解室' };

/** What is said of a session that was held. */
export const HELD = {
  mode: 'ON_SITE',
  place: '余杭街道调解室',
  rightsTold: true,
  identitiesChecked: true,
  open: false,
  minutes: '双方陈述意见，愿意继续协商。',
};

/** A mediation told on one service. */
export class MediationStory extends Story {
  constructor(readonly service: TestApp) {
    super(service);
  }

  /** A mediation that may begin, of a dispute of its own. */
  async begun(over: Body = {}): Promise<{ dispute: GivenDispute; mediation: Id; organ: Id }> {
    const dispute = await this.dispute({
      actOn: this.service.clock.today(),
      actKnownOn: this.service.clock.today(),
      ...over,
    });
    const mediation = await this.confirmedMediation(dispute);
    return { dispute, mediation, organ: await this.organId(UNIT) };
  }

  /** The code of the refusal of a step, or the state it led to. */
  async outcome(login: string, caseId: Id, name: string, input?: Body): Promise<string> {
    const { status, body } = await this.tries(login, caseId, name, input);
    const { code, state } = body as { code?: string; state?: string };
    return status === 200 ? state! : code!;
  }

  /** What the case page shows somebody of the procedure. */
  async detailOf<T = Body>(login: string, caseId: Id): Promise<T> {
    const answer = await (await this.service.as(login)).get(`/cases/${caseId}`);
    return (answer.body as { detail: T }).detail;
  }

  /** The sessions somebody finds in his diary of these days. */
  async diary(login: string, from: string, to: string): Promise<{ id: Id; caseId: Id; state: string; on: string }[]> {
    const answer = await (await this.service.as(login)).get(`/mediation/sessions?from=${from}&to=${to}&size=100`);
    return (answer.body as { items: { id: Id; caseId: Id; state: string; on: string }[] }).items;
  }

  /** The only session of a case that is still to be held. */
  async plannedOf(caseId: Id): Promise<Id> {
    const { sessions } = await this.detailOf<{ sessions: { id: Id; state: string }[] }>(MEDIATOR, caseId);
    return sessions.find(({ state }) => state === 'PLANNED')!.id;
  }
}
