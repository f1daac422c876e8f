import { newId, type CalendarDate, type Id } from '@app/kernel';
import { CITIZEN_CLOCK_RULES } from '@app/mediation';
import type { Response } from 'supertest';
import type { TestApp } from './app.js';

export type Body = Record<string, unknown>;
export type ProcedureCode = 'reconsideration' | 'mediation' | 'ownership';

export interface GivenDispute {
  id: Id;
  number: string;
  version: number;
  partyIds: Id[];
}

/** Where the default dispute is: the unit whose people the demo points out. */
export const UNIT = '五常街道';
/** Whose committee mediates: that of the respondent itself may not. */
export const COMMITTEE_UNIT = '余杭街道';
/** A unit that has nothing to do with it. */
export const OTHER_UNIT = '区教育局';

/** Steps that end a mediation: the parties are told of their own periods first. */
const ENDS_MEDIATION: ReadonlySet<string> = new Set(['terminate', 'return', 'return-unconsented', 'close']);

/** Steps that give a mediation to somebody: whom a test names need not be the first of the ranking. */
const NAMES_SOMEBODY: ReadonlySet<string> = new Set([
  'assign-committee',
  'reassign-committee',
  'appoint-mediator',
  'replace-mediator',
]);

/** An invented applicant. */
export function person(serial: number, over: Body = {}): Body {
  const number = String(serial).padStart(6, '0');
  return {
    role: 'APPLICANT',
    kind: 'PERSON',
    name: `测试申请人${number}`,
    idType: 'PASSPORT',
    idNumber: `E${number}99`,
    phone: '13800005678',
    address: '测试街道1号',
    ...over,
  };
}

/** A request to register that is right in every field; every `serial` is another matter. */
export function disputeRequest(respondentOrganId: Id, serial: number, over: Body = {}): Body {
  return {
    channel: 'WINDOW',
    receivedOn: '2026-11-24',
    facts: `申请人不服对其沿街商铺作出的第${serial}次罚款，认为事实不清。`,
    claims: '请求撤销处罚决定。',
    fieldCode: 'TOWN',
    matterCode: 'PENALTY',
    respondentOrganId,
    actName: '行政处罚决定',
    actDocumentNo: `余五街罚〔2026〕${serial}号`,
    actOn: '2026-11-02',
    actKnownOn: '2026-11-05',
    parties: [person(serial)],
    ...over,
  };
}

/** Puts a database into a state by the service's own doors, saying only what the test is about. */
export class Given {
  private serial = 0;
  private readonly organs = new Map<string, Id>();
  private readonly people = new Map<string, Id>();

  constructor(readonly app: TestApp) {}

  /** An organ of the demo that exists today, by its short name. */
  async organId(shortName: string): Promise<Id> {
    return this.lookUp(
      this.organs,
      shortName,
      'SELECT id FROM directory.organ WHERE short_name = $1 AND valid_until IS NULL',
    );
  }

  /** The mediation committee of a unit, by the unit's short name. */
  async committeeOf(shortName: string): Promise<Id> {
    const unit = await this.organId(shortName);
    const [row] = await this.app.database.read<{ id: Id }>(
      `SELECT id FROM directory.organ WHERE parent_id = $1 AND kind = 'MEDIATION_COMMITTEE'`,
      [unit],
    );
    return row!.id;
  }

  /** The person of a demo account. */
  async personId(login: string): Promise<Id> {
    return this.lookUp(this.people, login, 'SELECT person_id AS id FROM identity.account WHERE login = $1');
  }

  async disputeRequest(over: Body = {}, unit = UNIT): Promise<Body> {
    this.serial += 1;
    const receivedOn: CalendarDate = this.app.clock.today();
    return disputeRequest(await this.organId(unit), this.serial, { receivedOn, ...over });
  }

  /** A registered dispute; nothing of what follows in the background has happened yet. */
  async dispute(over: Body = {}, options: { by?: string; unit?: string } = {}): Promise<GivenDispute> {
    const body = await this.disputeRequest(over, options.unit);
    const answer = await (await this.app.as(options.by ?? 'lian')).post('/disputes').send(body);
    const view = mustBe(201, answer) as { id: Id; number: string; version: number; parties: { id: Id }[] };
    return { id: view.id, number: view.number, version: view.version, partyIds: view.parties.map((p) => p.id) };
  }

  /** Opens a case of a procedure. */
  async case(login: string, disputeId: Id, procedure: ProcedureCode, input: Body): Promise<Id> {
    const answer = await (await this.app.as(login)).post(`/disputes/${disputeId}/cases`).send({ procedure, input });
    return (mustBe(201, answer) as { id: Id }).id;
  }

  /** A reconsideration that was just received. */
  async reconsideration(disputeId: Id, over: Body = {}): Promise<Id> {
    return this.case('lian', disputeId, 'reconsideration', {
      method: 'IN_PERSON',
      receivedOn: this.app.clock.today(),
      ...over,
    });
  }

  /** Judges admissibility on what an officer states. */
  async assess(login: string, caseId: Id, stated: Body): Promise<Body> {
    return mustBe(
      201,
      await (await this.app.as(login)).post(`/cases/${caseId}/admissibility`).send({ stated }),
    ) as Body;
  }

  /** The last assessment of a case; an id that none has if there is none. */
  async assessmentOf(caseId: Id): Promise<Id> {
    const [row] = await this.app.database.read<{ id: Id }>(
      'SELECT id FROM reconsideration.assessment WHERE case_id = $1 ORDER BY id DESC LIMIT 1',
      [caseId],
    );
    return row?.id ?? newId();
  }

  /** A mediation that was just referred. */
  async mediation(disputeId: Id, over: Body = {}): Promise<Id> {
    return this.case('zhongxin', disputeId, 'mediation', {
      stage: 'PRE_LITIGATION',
      source: 'PARTY',
      receivedOn: this.app.clock.today(),
      major: false,
      request: '请求协调退还多缴的罚款。',
      ...over,
    });
  }

  /** A mediation to which everybody has agreed, accepted and given to a committee. */
  async acceptedMediation(dispute: Pick<GivenDispute, 'id' | 'partyIds'>): Promise<Id> {
    const mediation = await this.mediation(dispute.id);
    await this.step('zhongxin', mediation, 'review');
    await this.step('zhongxin', mediation, 'take-on');
    for (const partyId of [...dispute.partyIds, await this.organId(UNIT)]) {
      const answer = { partyId, answer: 'AGREED', form: 'WRITTEN', answeredOn: this.app.clock.today() };
      await this.step('zhongxin', mediation, 'record-consent', answer);
    }
    await this.step('zhongxin', mediation, 'accept', {});
    await this.step('zhongxin', mediation, 'assign-committee', { committeeId: await this.committeeOf(COMMITTEE_UNIT) });
    return mediation;
  }

  /** The same with a mediator of the committee, who has confirmed. */
  async confirmedMediation(dispute: Pick<GivenDispute, 'id' | 'partyIds'>): Promise<Id> {
    const mediation = await this.acceptedMediation(dispute);
    const mediatorIds = [await this.personId('tiaojie-yuhang')];
    await this.step('zhuren-yuhang', mediation, 'appoint-mediator', { mediatorIds, basis: 'LEFT_TO_CENTRE' });
    await this.step('tiaojie-yuhang', mediation, 'confirm-mediator', { noConflict: true });
    return mediation;
  }

  /** An ownership that was just proposed, by the decision of a joint meeting. */
  async ownership(disputeId: Id, over: Body = {}): Promise<Id> {
    return this.case('kezhang', disputeId, 'ownership', {
      leaderId: await this.personId('lingdao1'),
      unitId: await this.organId(UNIT),
      unitLeaderId: await this.personId('fuze-wuchang'),
      resolveBy: '2027-02-26',
      risk: 'MEDIUM',
      target: '双方达成和解。',
      jointMeetingOn: this.app.clock.today(),
      jointMeetingReason: '涉及人数较多，需要统筹化解。',
      ...over,
    });
  }

  /** The version of a case as it is now. */
  async versionOf(caseId: Id): Promise<number> {
    const [row] = await this.app.database.read<{ version: number }>(
      'SELECT version FROM cases.case_file WHERE id = $1',
      [caseId],
    );
    return row!.version;
  }

  /** Tries a step on the case as it is now. */
  async tries(login: string, caseId: Id, name: string, input?: Body): Promise<Response> {
    const version = await this.versionOf(caseId);
    return (await this.app.as(login)).post(`/cases/${caseId}/actions/${name}`).send({ version, input });
  }

  /** Performs a step, which must be permitted; answers the state after it. */
  async step(login: string, caseId: Id, name: string, input?: Body): Promise<string> {
    const told = ENDS_MEDIATION.has(name) ? await this.clocksTold(caseId) : {};
    const whole = { ...(NAMES_SOMEBODY.has(name) ? { deviationReason: '由承办人指定' } : {}), ...told, ...input };
    const answer = await this.tries(login, caseId, name, Object.keys(whole).length === 0 ? input : whole);
    return (mustBe(200, answer) as { state: string }).state;
  }

  /** Of a mediation: that the parties were told of the citizen's own periods, as they stand. */
  private async clocksTold(caseId: Id): Promise<{ toldClocks?: { rule: string; dueOn: string }[] }> {
    const toldClocks = await this.app.database.read<{ rule: string; dueOn: string }>(
      `SELECT c.rule, c.due_on AS "dueOn" FROM cases.case_file f
       JOIN deadlines.clock c ON c.scope_id = f.dispute_id AND c.state = 'RUNNING' AND c.rule = ANY($2::text[])
       WHERE f.id = $1 AND f.procedure = 'mediation'`,
      [caseId, CITIZEN_CLOCK_RULES],
    );
    return toldClocks.length === 0 ? {} : { toldClocks };
  }

  /** Proposes a step. */
  async proposes(login: string, caseId: Id, name: string, input: Body): Promise<void> {
    const version = await this.versionOf(caseId);
    mustBe(
      201,
      await (await this.app.as(login)).post(`/cases/${caseId}/actions/${name}/proposal`).send({ version, input }),
    );
  }

  /** Passes or returns the pending proposal; answers the state after it. */
  async decides(login: string, caseId: Id, act: 'pass' | 'return', opinion: string): Promise<string> {
    const version = await this.versionOf(caseId);
    const answer = await (await this.app.as(login)).post(`/cases/${caseId}/proposal/${act}`).send({ version, opinion });
    return (mustBe(200, answer) as { state: string }).state;
  }

  private async lookUp(known: Map<string, Id>, key: string, text: string): Promise<Id> {
    const id = known.get(key) ?? (await this.app.database.read<{ id: Id }>(text, [key]))[0]?.id;
    if (id === undefined) throw new Error(`the demo district has no ${key}`);
    known.set(key, id);
    return id;
  }
}

/** The body of an answer that must have this status. */
export function mustBe(status: number, answer: Response): unknown {
  if (answer.status === status) return answer.body as unknown;
  throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}
