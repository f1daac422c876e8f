import type { Id } from '@app/kernel';
import type { Type } from '@nestjs/common';
import type { Response } from 'supertest';
import { SAMPLE_DATA } from '../../libs/documents/testing/sample-kinds.js';
import { startApp, type TestApp } from '../support/app.js';
import { Given, mustBe, UNIT, type Body } from '../support/given.js';
import { SamplePapersModule } from '../support/sample-papers.js';

export interface Paper {
  id: Id;
  version: number;
  state: string;
  number: string | null;
  issuedOn: string | null;
  hash: string | null;
  missing: { pointer: string; detail: string }[];
  preview: { relief: string | null; issuer: string; blocks: unknown[] } | null;
  files: { format: string; state: string; attempts: number; errorCode: string | null; engine: string | null }[];
  voidReason: string | null;
  returnReason: string | null;
}

/** The service with the sample kinds, and what people do with papers. `lian` drafts, `juzhang` signs. */
export class Papers extends Given {
  static async start(extra: Type[] = [], poolSize = 8): Promise<Papers> {
    return new Papers(await startApp({ extra: [SamplePapersModule, ...extra], poolSize }));
  }

  constructor(app: TestApp) {
    super(app);
  }

  async caseOf(): Promise<Id> {
    const dispute = await this.dispute();
    return this.reconsideration(dispute.id);
  }

  /** To the respondent, whose liaison is `lianluo-wuchang`. */
  async toRespondent(): Promise<Body[]> {
    return [{ role: 'RESPONDENT', name: '测试街道办事处', organId: await this.organId(UNIT) }];
  }

  async draft(caseId: Id, kind = 'Z01', over: Body = {}, login = 'lian'): Promise<Paper> {
    const addressees = kind === 'Z01' || kind === 'Z02' ? await this.toRespondent() : [];
    const body = { kind, data: SAMPLE_DATA[kind], addressees, ...over };
    const { id } = mustBe(201, await (await this.app.as(login)).post(`/cases/${caseId}/papers`).send(body)) as {
      id: Id;
    };
    return this.paper(caseId, id);
  }

  async paper(caseId: Id, id: Id, login = 'lian'): Promise<Paper> {
    return mustBe(200, await (await this.app.as(login)).get(`/cases/${caseId}/papers/${id}`)) as Paper;
  }

  async act(login: string, caseId: Id, paper: Paper, name: string, more: Body = {}): Promise<Response> {
    const body = { version: paper.version, ...more };
    return (await this.app.as(login)).post(`/cases/${caseId}/papers/${paper.id}/${name}`).send(body);
  }

  async submitted(caseId: Id, kind = 'Z01', over: Body = {}): Promise<Paper> {
    const paper = await this.draft(caseId, kind, over);
    return mustBe(200, await this.act('lian', caseId, paper, 'submit')) as Paper;
  }

  async signed(caseId: Id, kind = 'Z01', over: Body = {}): Promise<Paper> {
    const paper = await this.submitted(caseId, kind, over);
    return mustBe(200, await this.act('juzhang', caseId, paper, 'sign')) as Paper;
  }
}

export const codeOf = (answer: Response): string => (answer.body as { code: string }).code;

/** A whole file of an answer. */
export function bytes(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks)));
}
