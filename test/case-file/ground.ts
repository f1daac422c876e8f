import { Participants } from '@app/cases';
import { Database } from '@app/platform';
import type { Id, RoleCode } from '@app/kernel';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { Given, mustBe, UNIT } from '../support/given.js';
import { evidence, upload } from './forms.js';
import { pdf } from './samples.js';

export interface FileSeen {
  id: Id;
  version: number;
  title: string;
  category: string;
  volume: string;
  withheld: { grounds: string[]; reason: string; confirmed: boolean } | null;
  withdrawnOn: string | null;
  versions: { no: number; name: string; bytes: number; sha256: string; pages: number | null; scan: string }[];
}

/** A reconsideration with its officers, and what tests do to its files. */
export class Ground {
  caseId!: Id;
  disputeId!: Id;
  partyId!: Id;

  private constructor(
    readonly app: TestApp,
    readonly given: Given,
  ) {}

  static async begin(options: Parameters<typeof startApp>[0] = {}): Promise<Ground> {
    const app = await startApp(options);
    const ground = new Ground(app, new Given(app));
    await ground.anotherCase();
    return ground;
  }

  /** Another dispute under reconsideration, with its handler (fuyi) and a member of the panel (shenli). */
  async anotherCase(): Promise<void> {
    const dispute = await this.given.dispute();
    this.disputeId = dispute.id;
    this.partyId = dispute.partyIds[0]!;
    this.caseId = await this.given.reconsideration(dispute.id);
    await this.joins('case_handler', 'fuyi');
    await this.joins('panel_member', 'shenli');
  }

  /** Makes somebody a participant of the case. */
  async joins(role: RoleCode, login: string, caseId = this.caseId): Promise<void> {
    const personId = await this.given.personId(login);
    const participants = this.app.app.get(Participants, { strict: false });
    await this.app.app.get(Database, { strict: false }).transaction(async (tx) => {
      participants.add(tx, [{ disputeId: this.disputeId, caseId, role, personId, since: this.app.clock.today() }]);
      await Promise.resolve();
    });
  }

  /** Adds a file, which must be accepted. */
  async adds(login: string, fields: Record<string, string> = evidence(this.partyId), content?: Buffer, name?: string) {
    const agent = await this.app.as(login);
    const answer = await upload(agent, `/cases/${this.caseId}/files`, fields, content ?? (await pdf(1)), name);
    return mustBe(201, answer) as FileSeen;
  }

  /** What the institution's papers are called by; the volume of the file. */
  institutions(category: string, volume: 'MAIN' | 'SUB' = 'MAIN'): Record<string, string> {
    const kind: Record<string, string> = category === 'EVIDENCE' ? { evidenceKind: 'EXPERT_OPINION' } : {};
    return { category, volume, side: 'INSTITUTION', submittedOn: '2026-11-24', title: `机构${category}`, ...kind };
  }

  async respondents(category: string): Promise<Record<string, string>> {
    const kind: Record<string, string> = category === 'EVIDENCE' ? { evidenceKind: 'DOCUMENTARY' } : {};
    const organId = await this.given.organId(UNIT);
    return { category, side: 'RESPONDENT', organId, submittedOn: '2026-11-24', title: `被申请人${category}`, ...kind };
  }

  async list(login: string): Promise<FileSeen[]> {
    return mustBe(200, await (await this.app.as(login)).get(`/cases/${this.caseId}/files`)) as FileSeen[];
  }

  async acts(action: string): Promise<{ subjectId: Id; actorId: Id; detail: Record<string, unknown> }[]> {
    return this.app.database.read(
      `SELECT subject_id AS "subjectId", actor_id AS "actorId", detail FROM audit.entry WHERE action = $1 ORDER BY id`,
      [action],
    );
  }

  /** Rows of the four tables of files. */
  async rows(): Promise<number> {
    const [row] = await this.app.database.read<{ n: number }>(
      `SELECT (SELECT count(*) FROM documents.file) + (SELECT count(*) FROM documents.file_version)
         + (SELECT count(*) FROM documents.content) AS n`,
    );
    return row!.n;
  }
}

/** Bytes of an answer. */
export function binary(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks)));
}
