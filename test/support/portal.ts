import { HandlerRegistry } from '@app/platform';
import type { Response } from 'supertest';
import { evidence, upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import type { Agent, TestApp } from './app.js';
import { mustBe, UNIT, type Body, type Given } from './given.js';
import { signedPaper, submittedPaper } from './papers-of-case.js';

const SEVEN = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];

export interface GivenDraft {
  id: string;
  code: string;
  version: number;
}

export interface GivenReceipt {
  number: string;
  caseNumber: string;
  hash: string;
  code: string;
}

/** A name, a number and an address that must never be seen outside the case; all invented. */
export const SECRETS = { name: '钱测试', idNumber: 'E99887766', phone: '13900001234', domicile: '虚构路八十八号' };

/** What a citizen does at his screen: everything by HTTP, without an account. */
export class Citizen {
  constructor(private readonly given: Given) {}

  get agent(): Agent {
    return this.app.anonymous();
  }

  private get app(): TestApp {
    return this.given.app;
  }

  async content(over: Body = {}): Promise<Body> {
    const { name, idNumber, phone, domicile } = SECRETS;
    return {
      applicants: [{ kind: 'PERSON', name, sex: 'MALE', idType: 'PASSPORT', idNumber, phone, domicile }],
      respondentOrganId: await this.given.organId(UNIT),
      matterCode: 'PENALTY',
      actName: '行政处罚决定',
      actDocumentNo: '余五街罚〔2026〕901号',
      actOn: '2026-11-02',
      actKnownOn: '2026-11-05',
      claims: '请求撤销该处罚决定。',
      facts: '处罚认定的事实不清。',
      service: { address: domicile, electronicConsent: true, electronicAddress: phone },
      ...over,
    };
  }

  async draft(content?: Body): Promise<GivenDraft> {
    const made = mustBe(201, await this.agent.post('/portal/drafts')) as GivenDraft;
    const saved = mustBe(200, await this.save(made, content ?? (await this.content()))) as { version: number };
    return { ...made, version: saved.version };
  }

  save(draft: GivenDraft, content: Body): Promise<Response> {
    const { id, code, version } = draft;
    return Promise.resolve(
      this.agent.put(`/portal/drafts/${id}`).set('x-portal-code', code).send({ version, content }),
    );
  }

  submit({ id, code, version }: GivenDraft): Promise<Response> {
    return Promise.resolve(
      this.agent.post(`/portal/drafts/${id}/submit`).set('x-portal-code', code).send({ version, declaration: true }),
    );
  }

  /** An application that was handed in. */
  async submitted(content?: Body): Promise<GivenReceipt> {
    return mustBe(200, await this.submit(await this.draft(content))) as GivenReceipt;
  }

  track(number: string, code: string): Promise<Response> {
    return Promise.resolve(this.agent.post('/portal/track').send({ number, code }));
  }

  act(receipt: GivenReceipt, kind: string, text = '详见说明。', key?: string): Promise<Response> {
    const { caseNumber: number, code } = receipt;
    const call = this.agent.post('/portal/requests');
    if (key !== undefined) void call.set('idempotency-key', key);
    return Promise.resolve(call.send({ number, code, kind, text }));
  }

  /** A notice that was sent to the applicant electronically; its delivery. */
  async sentDocument(receipt: GivenReceipt, method = 'ELECTRONIC'): Promise<string> {
    const { caseId, disputeId } = await this.caseOf(receipt);
    const agent = await this.app.as('lian');
    const plan = { paper: 'NOTICE', recipientIds: [await this.partyOf(disputeId)] };
    const planned = (mustBe(201, await agent.post(`/cases/${caseId}/deliveries`).send(plan)) as { id: string }[]).at(
      -1,
    );
    mustBe(200, await agent.post(`/deliveries/${planned!.id}/attempts`).send({ method, on: this.app.clock.today() }));
    return planned!.id;
  }

  /** A notice of acceptance, signed and sent to the applicant electronically, its files made; its delivery. */
  async sentPaper(receipt: GivenReceipt): Promise<string> {
    const { caseId } = await this.caseOf(receipt);
    await this.given.step('lian', caseId, 'assign-reviewer', { reviewerId: await this.given.personId('fuyi') });
    await this.given.step('lian', caseId, 'accept', { met: SEVEN });
    const paper = await signedPaper(this.app, caseId, await submittedPaper(this.app, caseId, 'R06'));
    const agent = await this.app.as('lian');
    const all = mustBe(200, await agent.get(`/cases/${caseId}/deliveries`)) as { id: string; documentId: string }[];
    const { id } = all.find(({ documentId }) => documentId === paper.id)!;
    const sent = { method: 'ELECTRONIC', on: this.app.clock.today() };
    mustBe(200, await agent.post(`/deliveries/${id}/attempts`).send(sent));
    const handlers = this.app.app.get(HandlerRegistry, { strict: false });
    const render = handlers.handler('documents.render')!;
    await render.run(undefined as never, { documentId: paper.id }, { id: paper.id, occurredAt: new Date() });
    return id;
  }

  /** A file of the applicant's, which an officer took in. */
  async file(receipt: GivenReceipt, over: Record<string, string> = {}, login = 'lian'): Promise<string> {
    const { caseId, disputeId } = await this.caseOf(receipt);
    const fields = evidence(await this.partyOf(disputeId), over);
    if (fields['side'] !== 'APPLICANT') delete fields['partyId'];
    if (fields['category'] !== 'EVIDENCE') for (const field of ['evidenceKind', 'proves']) delete fields[field];
    const answer = await upload(await this.app.as(login), `/cases/${caseId}/files`, fields, await pdf(1));
    return (mustBe(201, answer) as { id: string }).id;
  }

  async partyOf(disputeId: string): Promise<string> {
    const [row] = await this.app.database.read<{ id: string }>(
      `SELECT id FROM cases.party WHERE dispute_id = $1 AND role = 'APPLICANT' ORDER BY sort_order LIMIT 1`,
      [disputeId],
    );
    return row!.id;
  }

  async caseOf(receipt: GivenReceipt): Promise<{ caseId: string; disputeId: string }> {
    const [row] = await this.app.database.read<{ caseId: string; disputeId: string }>(
      'SELECT id AS "caseId", dispute_id AS "disputeId" FROM cases.case_file WHERE number = $1',
      [receipt.caseNumber],
    );
    return row!;
  }
}
