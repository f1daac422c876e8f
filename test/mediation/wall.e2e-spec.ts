import { DocumentKinds, DocumentsModule, type DocumentKind } from '@app/documents';
import { newId, type Id } from '@app/kernel';
import { Module, type OnModuleInit } from '@nestjs/common';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { addressOf, routesOf, type Route } from '../architecture/route-table.js';
import { CALLS } from '../architecture/calls.js';
import { nowhere } from '../architecture/refs.js';
import { upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, mustBe, UNIT } from '../support/given.js';
import { Citizen, type GivenReceipt } from '../support/portal.js';
import { CHAIR, HELD, LIAISON, MANAGER, MEDIATOR, MediationStory, STAFF } from './people.js';

/** What was said, written and offered, each marked so that it is found wherever it turns up. */
const SECRETS = {
  minutes: '密甲笔录',
  notes: '密乙手记',
  offerOfApplicant: '密丙申请人底线',
  offerOfRespondent: '密丁单位底线',
  ideaOfMediator: '密戊调解员设想',
  putToAll: '密己共同方案',
  fact: '密庚无争议事实',
  withdrawal: '密辛不愿继续',
  pause: '密壬中止缘由',
  record: '密癸笔录扫描',
  sub: '密子副卷材料',
  minutesOnPaper: '密丑笔录文书',
  draft: '密寅协议草稿',
} as const;
type Secret = keyof typeof SECRETS;
const ALL = Object.keys(SECRETS) as Secret[];

/** A record of the mediator's, and a paper he drafts and the head of the centre signs. */
const KINDS: readonly DocumentKind[] = (['SUB', 'MAIN'] as const).map((volume) => ({
  code: volume === 'SUB' ? 'Z91' : 'Z92',
  name: volume === 'SUB' ? '样例调解记录' : '样例调解文书',
  article: '样例 第1条',
  drafters: ['mediator'],
  signers: volume === 'SUB' ? ['mediator'] : ['centre_manager'],
  fourEyes: volume === 'MAIN',
  served: false,
  series: 'rc-letter',
  layout: 'LETTER',
  seal: 'AUTHORITY',
  volume,
  addressees: ['OTHER_ORGAN'],
  fields: [{ name: 'matter', label: '事项', type: 'long-text', required: true }],
  compose: (data) => [{ type: 'paragraph', text: data['matter'] as string }],
}));

@Module({ imports: [DocumentsModule] })
class WallPapersModule implements OnModuleInit {
  constructor(private readonly kinds: DocumentKinds) {}

  onModuleInit(): void {
    this.kinds.register(KINDS);
  }
}

/** Who may read what, wherever it is asked for; whoever is not here reads none of it. */
const ALLOWED: Readonly<Record<string, readonly Secret[]>> = {
  [MEDIATOR]: ALL,
  [LIAISON]: ['offerOfRespondent', 'putToAll', 'fact'],
  // Whoever signs such papers reads their drafts.
  [MANAGER]: ['draft'],
};
const OF_APPLICANT: readonly Secret[] = ['offerOfApplicant', 'putToAll'];

/** Somebody in each role, those of this very case first, then those of others. */
const PEOPLE = [
  ...[MEDIATOR, LIAISON, STAFF, MANAGER, CHAIR],
  ...['lian', 'fuyi', 'shenli', 'kezhang', 'juzhang', 'quzhang', 'lingdao1', 'fuze-wuchang'],
  ...['tiaojie', 'tiaojie2', 'tiaojie-wuchang', 'zhuren-wuchang', 'lianluo-jiaoyu'],
  ...['tongji', 'dangan', 'shenji', 'anquan', 'xitong'],
];

let t: TestApp;
let story: MediationStory;
let citizen: Citizen;
let receipt: GivenReceipt;
let disputeId: Id;
let reconsideration: Id;
let mediation: Id;
let files: Id[];
let papers: Id[];
let gets: Route[];

beforeAll(async () => {
  t = await startApp({ extra: [WallPapersModule] });
  story = new MediationStory(t);
  citizen = new Citizen(story);
  gets = routesOf(t.app).filter(({ method }) => method === 'GET');
  await mediate();
  await speak();
  await t.drain();
});

afterAll(() => t.close());

it('every secret was told, and its mediator reads it', async () => {
  const seen = await everything(MEDIATOR);
  expect(ALL.filter((secret) => !seen.some(({ text }) => text.includes(SECRETS[secret])))).toEqual([]);
});

describe.each(['while it is mediated', 'after it was returned', 'while another mediates'])('%s', (when) => {
  beforeAll(async () => {
    if (when === 'after it was returned') await giveUp();
    if (when === 'while another mediates') await beginAgain();
    await t.drain();
  });

  it.each(PEOPLE)('%s reads on no route what is not his', async (login) => {
    const allowed = ALLOWED[login] ?? [];
    const leaks = (await everything(login)).flatMap(({ path, text }) =>
      ALL.filter((secret) => text.includes(SECRETS[secret]) && !allowed.includes(secret)).map(
        (secret) => `${path} ${secret}`,
      ),
    );
    expect(leaks).toEqual([]);
  });

  it('whoever is not logged in reads nothing of it', async () => {
    for (const path of gets.flatMap(pathsOf)) {
      const { text } = await t.anonymous().get(path).buffer();
      expect(ALL.filter((secret) => (text ?? '').includes(SECRETS[secret]))).toEqual([]);
    }
  });

  it('the applicant reads his own side and what was put to all, and no more', async () => {
    const { text } = await citizen.track(receipt.caseNumber, receipt.code);
    const told = ALL.filter((secret) => text.includes(SECRETS[secret]));
    // What is told is of the last mediation of the dispute.
    expect(told).toEqual(when === 'while another mediates' ? [] : OF_APPLICANT);
    const { caseNumber: number, code } = receipt;
    for (const path of ['/portal/files', '/portal/documents']) {
      const answer = await t.anonymous().post(path).send({ number, code });
      expect(ALL.filter((secret) => (answer.text ?? '').includes(SECRETS[secret]))).toEqual([]);
    }
  });

  it('trail, events, messages and reminders hold none of it', async () => {
    for (const table of ['audit.entry', 'platform.outbox', 'notifications.notification', 'reminders.reminder']) {
      const rows = await t.database.read<{ row: string }>(`SELECT x::text AS row FROM ${table} x`);
      const all = rows.map(({ row }) => row).join('\n');
      expect([table, ALL.filter((secret) => all.includes(SECRETS[secret]))]).toEqual([table, []]);
    }
  });
});

/** A reconsideration applied for online, and a mediation of the same dispute with everybody in it. */
async function mediate(): Promise<void> {
  receipt = await citizen.submitted();
  ({ caseId: reconsideration, disputeId } = await citizen.caseOf(receipt));
  await story.step('lian', reconsideration, 'assign-reviewer', { reviewerId: await story.personId('fuyi') });
  mediation = await opened('tiaojie-yuhang');
}

async function opened(mediator: string): Promise<Id> {
  const source = { stage: 'IN_RECONSIDERATION', source: 'RECONSIDERATION_INSTITUTION' };
  const id = await story.mediation(disputeId, source);
  await story.step(STAFF, id, 'review');
  await story.step(STAFF, id, 'take-on');
  for (const partyId of [await citizen.partyOf(disputeId), await story.organId(UNIT)])
    await story.step(STAFF, id, 'record-consent', {
      partyId,
      answer: 'AGREED',
      form: 'WRITTEN',
      answeredOn: t.clock.today(),
    });
  const acknowledgedClocks = await t.database.read<{ rule: string; dueOn: string }>(
    `SELECT rule, due_on AS "dueOn" FROM deadlines.clock WHERE scope_id = $1 AND state = 'RUNNING'
     AND rule IN ('RC_APPLY','RC_APPLY_CAP','RC_APPLY_ABS','RC_SUE','LT_FILE')`,
    [disputeId],
  );
  await story.step(STAFF, id, 'accept', { acknowledgedClocks });
  await story.step(STAFF, id, 'assign-committee', { committeeId: await story.committeeOf(COMMITTEE_UNIT) });
  const mediatorIds = [await story.personId(mediator)];
  await story.step(CHAIR, id, 'appoint-mediator', { mediatorIds, basis: 'LEFT_TO_CENTRE' });
  await story.step(mediator, id, 'confirm-mediator', { noConflict: true, acknowledgedClocks });
  return id;
}

/** Everything is said that must stay there. */
async function speak(): Promise<void> {
  const held = { ...HELD, heldOn: t.clock.today(), minutes: SECRETS.minutes, notes: SECRETS.notes };
  await story.step(MEDIATOR, mediation, 'hold-session', held);
  const propose = (by: string, visibleTo: string, text: string) =>
    story.step(MEDIATOR, mediation, 'record-proposal', { by, visibleTo, text, amountFen: 100 });
  const offer = { number: receipt.caseNumber, code: receipt.code, text: SECRETS.offerOfApplicant };
  mustBe(201, await t.anonymous().post('/portal/mediation/offers').send(offer));
  await propose('MEDIATOR', 'MEDIATOR', SECRETS.ideaOfMediator);
  await propose('MEDIATOR', 'BOTH', SECRETS.putToAll);
  await story.step(LIAISON, mediation, 'submit-offer', { text: SECRETS.offerOfRespondent });
  await story.step(MEDIATOR, mediation, 'record-undisputed-fact', { text: SECRETS.fact });
  const pause = { reason: 'APPRAISAL', from: t.clock.today(), explanation: SECRETS.pause };
  await story.step(MEDIATOR, mediation, 'pause', pause);
  await story.step(MEDIATOR, mediation, 'resume', { on: t.clock.today() });
  files = [await filed('MAIN', SECRETS.record), await filed('SUB', SECRETS.sub)];
  papers = [await drafted('Z91', SECRETS.minutesOnPaper), await drafted('Z92', SECRETS.draft)];
  const back = { kind: 'WITHDRAWN', form: 'WRITTEN', on: t.clock.today(), explanation: SECRETS.withdrawal };
  await story.step(MEDIATOR, mediation, 'withdraw-consent', { ...back, partyId: await citizen.partyOf(disputeId) });
}

async function filed(volume: string, title: string): Promise<Id> {
  const fields = { category: 'RECORD', side: 'INSTITUTION', submittedOn: t.clock.today(), volume, title };
  const answer = await upload(await t.as(MEDIATOR), `/cases/${mediation}/files`, fields, await pdf(1));
  return (mustBe(201, answer) as { id: Id }).id;
}

async function drafted(kind: string, matter: string): Promise<Id> {
  const paper = { kind, data: { matter }, addressees: [{ role: 'OTHER_ORGAN', name: '测试法院' }] };
  const agent = await t.as(MEDIATOR);
  const { id } = mustBe(201, await agent.post(`/cases/${mediation}/papers`).send(paper)) as { id: Id };
  mustBe(200, await agent.post(`/cases/${mediation}/papers/${id}/submit`).send({ version: 1 }));
  if (kind === 'Z91') mustBe(200, await agent.post(`/cases/${mediation}/papers/${id}/sign`).send({ version: 2 }));
  return id;
}

async function giveUp(): Promise<void> {
  await story.step(MEDIATOR, mediation, 'terminate', {
    reason: 'TOO_FAR_APART',
    explanation: '申请人不愿继续调解。',
  });
  await story.step(STAFF, mediation, 'return', { report: '未达成协议。', remediesTold: true });
}

async function beginAgain(): Promise<void> {
  await opened('tiaojie');
}

/** Everything a person is answered on every GET route, asked with every record of the dispute that fits. */
async function everything(login: string): Promise<{ path: string; text: string }[]> {
  const agent = await t.as(login);
  const seen: { path: string; text: string }[] = [];
  for (const path of gets.flatMap(pathsOf)) {
    const answer = await agent.get(path).buffer().parse(binary);
    seen.push({ path, text: await textOf(answer) });
  }
  return seen;
}

/** A route's addresses: with records of the dispute where it names some, else as the table calls it. */
function pathsOf(route: Route): string[] {
  const known: Record<string, Id[]> = { disputes: [disputeId], cases: [reconsideration, mediation], files };
  const ids = known[route.path.split('/')[1]!] ?? [newId()];
  const { query } = queryOf(route);
  const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [name!, newId()]));
  if (params['paperId'] !== undefined)
    return papers.map((paperId) => addressOf(route, { params: { id: mediation, paperId }, query }));
  if (params['id'] === undefined) return [addressOf(route, { params, query })];
  return ids.map((id) => addressOf(route, { params: { ...params, id }, query }));
}

/** Lists are asked for all they have; a day, or a moment, is today or now. */
function queryOf({ key }: Route): { query: Record<string, string> } {
  if (key === 'GET /cases/:id/as-of') return { query: { at: t.clock.now().toISOString() } };
  if (key === 'GET /audit') return { query: { limit: '200' } };
  if (key === 'GET /disputes/:id/history') return { query: { limit: '200' } };
  if (key === 'GET /disputes' || key === 'GET /disputes/export') return { query: { status: 'ALL' } };
  const call = CALLS[key]?.call?.(nowhere(), story);
  return { query: call !== undefined && 'then' in call ? {} : (call?.query ?? {}) };
}

async function textOf({ body, type }: Response): Promise<string> {
  const content = body as Buffer;
  if (!Buffer.isBuffer(content)) return JSON.stringify(content);
  if (!type.includes('spreadsheet')) return content.toString('utf8');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text))));
  return texts.join('\n');
}

function binary(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks)));
}
