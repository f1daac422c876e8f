import type { CalendarDate, Id } from '@app/kernel';
import { evidence, upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import { Story } from '../journeys/story.js';
import { COMMITTEE_UNIT, mustBe, UNIT, type Body, type GivenDispute } from '../support/given.js';

export interface ToldClock {
  rule: string;
  dueOn: CalendarDate;
}

export interface ObligationSeen {
  id: Id;
  dueOn: CalendarDate;
  state: string;
  late: boolean;
  paidFen: number;
  instalment: number | null;
}

export interface MediationDetail {
  agreement: { effectiveOn: CalendarDate | null; instrument: string | null; terms: string } | null;
  signatures: { signerId: Id }[];
  obligations: ObligationSeen[];
  performances: { outcome: string; late: boolean; proofFileId: Id | null }[];
  confirmations: { outcome: string | null; court: string }[];
  visits: { round: string; outcome: string }[];
  filingClocks: { rule: string; dueOn: CalendarDate; light: string; remainingWorkingDays: number; article: string }[];
  reconsiderations: { caseId: Id; state: string; stateName: string }[];
}

/** A session as it is usually held. */
export const SESSION = {
  mode: 'ON_SITE',
  place: '余杭街道调解室',
  rightsTold: true,
  identitiesChecked: true,
  open: false,
  minutes: '双方陈述意见，愿意继续协商。',
};

/** A mediation from the referral on: tiaojie-yuhang mediates, zhongxin keeps the centre's books. */
export class MediationStory extends Story {
  /** Taken on, agreed to by both sides, accepted, and given to a mediator, who has confirmed. */
  async confirmed(
    id: Id,
    dispute: GivenDispute,
    respondents: Id[],
    acknowledgedClocks: ToldClock[] = [],
  ): Promise<void> {
    await this.step('zhongxin', id, 'review');
    await this.step('zhongxin', id, 'take-on');
    for (const partyId of new Set([...dispute.partyIds, ...respondents])) {
      const answer = { partyId, answer: 'AGREED', form: 'WRITTEN', answeredOn: this.app.clock.today() };
      await this.step('zhongxin', id, 'record-consent', answer);
    }
    await this.step('zhongxin', id, 'accept', { acknowledgedClocks });
    await this.assigned(id, acknowledgedClocks);
  }

  /** Given to a committee and to its mediator, who has confirmed. */
  async assigned(id: Id, acknowledgedClocks: ToldClock[] = []): Promise<void> {
    await this.step('zhongxin', id, 'assign-committee', { committeeId: await this.committeeOf(COMMITTEE_UNIT) });
    const mediatorIds = [await this.personId('tiaojie-yuhang')];
    await this.step('zhuren-yuhang', id, 'appoint-mediator', { mediatorIds, basis: 'LEFT_TO_CENTRE' });
    await this.step('tiaojie-yuhang', id, 'confirm-mediator', { noConflict: true, acknowledgedClocks });
  }

  async hold(id: Id): Promise<void> {
    await this.step('tiaojie-yuhang', id, 'hold-session', { ...SESSION, heldOn: this.app.clock.today() });
  }

  /** An agreement by which the respondent pays in instalments, on these days. */
  async instalments(...days: CalendarDate[]): Promise<Body> {
    const obligorId = await this.organId(UNIT);
    return {
      facts: '对罚款数额有争议。',
      matter: '罚款数额。',
      terms: '退还罚款三千元。',
      manner: '银行转账。',
      lawful: true,
      respondentMayBind: true,
      headApprovedPayment: true,
      schedule: days.map((dueOn, i) => ({
        obligorId,
        content: `退还第${i + 1}期`,
        dueOn,
        amountFen: 100_000,
        instalment: i + 1,
      })),
    };
  }

  /** Whose signature the agreement needs. */
  async signers(parties: readonly Id[]): Promise<Id[]> {
    return [...parties, await this.personId('tiaojie-yuhang'), await this.committeeOf(COMMITTEE_UNIT)];
  }

  /** Everybody signs today; answers the state after the last. */
  async signedBy(id: Id, signers: readonly Id[]): Promise<string> {
    let state = '';
    for (const signerId of signers) {
      const signature = { signerId, signedOn: this.app.clock.today(), form: 'PAPER' };
      state = await this.step('tiaojie-yuhang', id, 'record-signature', signature);
    }
    return state;
  }

  async detailOf(id: Id, login = 'zhongxin'): Promise<MediationDetail> {
    const view = mustBe(200, await (await this.app.as(login)).get(`/cases/${id}`)) as { detail: MediationDetail };
    return view.detail;
  }

  /** The citizen's periods as they stand, for the step that ends a mediation. */
  async toldClocks(id: Id): Promise<ToldClock[]> {
    return (await this.detailOf(id)).filingClocks.map(({ rule, dueOn }) => ({ rule, dueOn }));
  }

  /** A file of the case that proves something. */
  async proof(id: Id, partyId: Id): Promise<Id> {
    const answer = await upload(await this.app.as('zhongxin'), `/cases/${id}/files`, evidence(partyId), await pdf(1));
    return (mustBe(201, answer) as { id: Id }).id;
  }

  /** One obligation is performed in whole, today. */
  async performs(id: Id, obligationId: Id, partyId: Id, amountFen?: number): Promise<string> {
    return this.step('tiaojie-yuhang', id, 'record-performance', {
      obligationId,
      outcome: 'WHOLE',
      performedOn: this.app.clock.today(),
      amountFen,
      description: '已经转账。',
      proofFileId: await this.proof(id, partyId),
    });
  }

  async visits(id: Id, round: 'FIRST' | 'SECOND'): Promise<string> {
    const visit = {
      round,
      visitedOn: this.app.clock.today(),
      method: 'PHONE',
      outcome: 'PERFORMED',
      finding: '已经收到。',
    };
    return this.step('tiaojie-yuhang', id, 'record-visit', visit);
  }

  /** Clocks of obligations, by their due day, as their states. */
  async performClocks(id: Id): Promise<string[]> {
    const view = mustBe(200, await (await this.app.as('zhongxin')).get(`/cases/${id}`)) as {
      clocks: { rule: string; dueOn: CalendarDate; state: string }[];
    };
    return view.clocks
      .filter(({ rule }) => rule === 'MD_PERFORM')
      .map(({ dueOn, state }) => `${dueOn} ${state}`)
      .sort();
  }
}

export const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
