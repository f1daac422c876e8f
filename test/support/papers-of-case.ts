import type { Id } from '@app/kernel';
import type { Response } from 'supertest';
import type { TestApp } from './app.js';
import { mustBe, type Body } from './given.js';

export interface GivenPaper {
  id: Id;
  version: number;
  number: string;
  missing: { pointer: string }[];
}

export async function actOnPaper(
  app: TestApp,
  login: string,
  caseId: Id,
  { id, version }: GivenPaper,
  name: string,
): Promise<Response> {
  return (await app.as(login)).post(`/cases/${caseId}/papers/${id}/${name}`).send({ version });
}

/** A paper of the reconsideration as its case fills it in, handed by lian to those who sign. */
export async function submittedPaper(app: TestApp, caseId: Id, kind: string, data: Body = {}): Promise<GivenPaper> {
  const agent = await app.as('lian');
  const body = { kind, data: { contact: '测试联系人 0571-00000000', ...data } };
  const { id } = mustBe(201, await agent.post(`/cases/${caseId}/papers`).send(body)) as { id: Id };
  const paper = mustBe(200, await agent.get(`/cases/${caseId}/papers/${id}`)) as GivenPaper;
  return mustBe(200, await actOnPaper(app, 'lian', caseId, paper, 'submit')) as GivenPaper;
}

/** Signed by the head of the institution. */
export async function signedPaper(app: TestApp, caseId: Id, paper: GivenPaper): Promise<GivenPaper> {
  return mustBe(200, await actOnPaper(app, 'juzhang', caseId, paper, 'sign')) as GivenPaper;
}
