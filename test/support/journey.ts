import type { DocumentData } from '@app/documents';
import type { CalendarDate, Id, RoleCode } from '@app/kernel';
import { CONDITION_CODES, reconsiderationPaper } from '@app/reconsideration';
import { exampleData } from '../../libs/reconsideration/testing/paper-examples.js';
import { evidence, upload } from '../case-file/forms.js';
import { pdf } from '../case-file/samples.js';
import { TrialStory, type TriedCase } from '../reconsideration/trial-story.js';
import { ServiceStory } from '../service/support.js';
import type { TestApp } from './app.js';
import { mustBe, UNIT, type Body, type GivenDispute } from './given.js';
import { proveTrail } from './prove-trail.js';

/** What an officer finds of an ordinary application that may be accepted. */
export const FOUND: Body = {
  actGround: 'PENALTY',
  exclusion: 'NONE',
  interest: 'ADDRESSEE',
  claimSpecific: true,
  reasonsGiven: true,
  identityProved: true,
  courtAccepted: false,
};

/** Who signs, by the first role that may. */
const SIGNERS: Partial<Record<RoleCode, string>> = {
  institution_head: 'juzhang',
  authority_head: 'quzhang',
  dept_head: 'kezhang',
};

interface PaperSeen {
  id: Id;
  version: number;
  state: string;
  number: string | null;
  issuedOn: CalendarDate | null;
  data: DocumentData;
  addressees: Body[];
  missing: { pointer: string }[];
  preview: { relief: string | null } | null;
}

interface CaseSeen {
  state: string;
  version: number;
  open: boolean;
  openedOn: CalendarDate;
  closedOn: CalendarDate | null;
}

const factsOf = ({ state, version, open, openedOn, closedOn }: CaseSeen): CaseSeen => ({
  state,
  version,
  open,
  openedOn,
  closedOn,
});

/** A reconsideration from the application to the archive: its steps, its papers, their service, and the proof at the end. */
export class Journey extends TrialStory {
  readonly register: ServiceStory;
  private readonly moments = new Map<string, { caseId: Id; view: CaseSeen }>();

  constructor(app: TestApp) {
    super(app);
    this.register = new ServiceStory(app);
  }

  /**
   * Drafts a paper of the case, writes the fields in `written`, which must be those the case does not say, and has it
   * signed; answers its number.
   */
  async issue(
    caseId: Id,
    code: string,
    written: readonly string[] = [],
    over: { by?: string; addressees?: Body[]; data?: DocumentData } = {},
  ): Promise<PaperSeen> {
    const kind = reconsiderationPaper(code);
    const { by = 'fuyi', ...request } = over;
    const agent = await this.app.as(by);
    const path = `/cases/${caseId}/papers`;
    const { id } = mustBe(201, await agent.post(path).send({ kind: code, ...request })) as { id: Id };
    let paper = mustBe(200, await agent.get(`${path}/${id}`)) as PaperSeen;
    const missing = paper.missing.map(({ pointer }) => pointer.replace('#/data/', ''));
    expect({ paper: code, missing: missing.sort() }).toEqual({ paper: code, missing: [...written].sort() });
    if (written.length > 0) {
      const all = exampleData(kind);
      const data = { ...paper.data, ...Object.fromEntries(written.map((name) => [name, all[name]])) };
      const { version, addressees } = paper;
      paper = mustBe(200, await agent.put(`${path}/${id}`).send({ version, data, addressees })) as PaperSeen;
    }
    if (kind.fourEyes) {
      const { version } = paper;
      paper = mustBe(200, await agent.post(`${path}/${id}/submit`).send({ version })) as PaperSeen;
    }
    const signer = kind.fourEyes ? SIGNERS[kind.signers[0]!]! : by;
    const { version } = paper;
    paper = mustBe(200, await (await this.app.as(signer)).post(`${path}/${id}/sign`).send({ version })) as PaperSeen;
    expect(paper).toMatchObject({ state: 'SIGNED', issuedOn: this.app.clock.today() });
    expect(paper.number === null).toBe(kind.series === null);
    return paper;
  }

  /** Records at the register that a paper of the case was served on somebody, who need not be in it yet. */
  async served(caseId: Id, paper: string, recipientId: Id, record: Body = {}, by = 'fuyi'): Promise<void> {
    const known = (await this.register.deliveries(caseId)).find(
      (each) => each.paper === paper && each.recipientId === recipientId && each.servedOn === null,
    );
    const id = known?.id ?? (await this.register.plan(caseId, paper, [recipientId], by))[0]!;
    const on = this.app.clock.today();
    mustBe(200, await this.register.does('served', id, { method: 'DIRECT', on, ...record }, by));
  }

  /** Received, with a receipt, and every condition of acceptance assessed and confirmed. */
  async assessed(over: Body = {}, receipt: Body = {}, unit = UNIT): Promise<TriedCase> {
    const dispute = await this.dispute(over, { unit });
    const id = await this.reconsideration(dispute.id, receipt);
    await this.issue(id, 'R03', ['materials', 'receiver'], { by: 'lian' });
    await this.step('lian', id, 'assign-reviewer', { reviewerId: await this.personId('fuyi') });
    await this.confirmAll(id);
    return { id, dispute, respondentId: await this.organId(unit) };
  }

  async confirmAll(id: Id): Promise<void> {
    const { id: assessmentId } = await this.assess('fuyi', id, FOUND);
    for (const condition of CONDITION_CODES) {
      const path = `/cases/${id}/admissibility/conditions/${condition}`;
      mustBe(200, await (await this.app.as('fuyi')).post(path).send({ assessmentId, answer: 'MET' }));
    }
  }

  /** Accepted, its notice served on every applicant, and opened for trial. */
  async accepted(tried: TriedCase, opening: Body = {}): Promise<void> {
    const { id, dispute } = tried;
    await this.issue(id, 'R31-ACCEPTANCE', ['findings', 'officer', 'officerOpinion', 'proposal'], { by: 'lian' });
    await this.step('lian', id, 'accept', { met: CONDITION_CODES });
    await this.issue(id, 'R06', ['contact'], { by: 'lian' });
    await this.servedOnApplicants(id, dispute, 'ACCEPTANCE_NOTICE', 'lian');
    await this.opened(tried, opening);
  }

  /** Given to two officers, or as `opening` says. */
  async opened({ id }: TriedCase, opening: Body = {}): Promise<void> {
    const [handlerId, member] = [await this.personId('fuyi'), await this.personId('shenli')];
    await this.step('kezhang', id, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [member], ...opening });
    await this.issue(id, 'R06-TRACK');
  }

  /** The respondent gets the copy, and replies in time. */
  async replied({ id, respondentId }: TriedCase, receivedOn: CalendarDate): Promise<void> {
    const today = this.app.clock.today();
    await this.issue(id, 'R07', ['contact']);
    await this.step('fuyi', id, 'send-copy', { sentOn: today });
    await this.served(id, 'COPY', respondentId);
    expect((await this.clocksOf(id))['RC_REPLY']).toMatchObject({ startsOn: today, state: 'RUNNING' });
    await this.on(receivedOn);
    const agents = [{ name: '甲某', employment: 'STAFF' }];
    await this.step('fuyi', id, 'receive-reply', { receivedOn, agents, withEvidence: true });
    expect((await this.clocksOf(id))['RC_REPLY']).toMatchObject({ state: 'MET' });
  }

  /** Every party and officer is heard, each with a record. */
  async heard({ id, dispute, respondentId }: TriedCase, kind: string, officers = ['fuyi', 'shenli']): Promise<void> {
    for (const partyId of [...dispute.partyIds, respondentId]) {
      await this.step('fuyi', id, 'record-opinion', { partyId, method: 'PHONE', heardOn: this.app.clock.today() });
    }
    await this.issue(id, 'R09', ['method', 'place', 'speaker', 'time', 'transcript']);
    for (const login of officers)
      await this.step(login, id, 'give-opinion', { opinion: '同意审理意见。', vote: 'AGREE', kind });
  }

  /** From the report through three approvals to the signed decision. */
  async decidedAs(id: Id, draft: Body, data: DocumentData = {}, officers = ['fuyi', 'shenli']): Promise<PaperSeen> {
    await this.step('fuyi', id, 'start-drafting', { report: '审理报告。' });
    const signedByIds = await Promise.all(officers.map((login) => this.personId(login)));
    await this.step('fuyi', id, 'submit-draft', { compensation: 'NONE', ...draft, signedByIds });
    await this.issue(id, 'R31-DECISION', ['officerOpinion']);
    await this.step('kezhang', id, 'pass-department-review', { opinion: '同意' });
    await this.step('juzhang', id, 'pass-institution-review', { opinion: '同意' });
    expect(await this.step('quzhang', id, 'approve-decision', { mode: 'HEAD', opinion: '同意' })).toBe('DECIDED');
    expect((await this.clocksOf(id))['RC_DECIDE']).toMatchObject({ state: 'MET' });
    const code = `R22-${String(draft['kind']).replaceAll('_', '-')}`;
    return this.issue(id, code, ['evidence', 'factsFound', 'reasoning'], { data });
  }

  /** The paper that ends the case is served on every party. */
  async servedOnAll({ id, dispute, respondentId }: TriedCase, paper: string): Promise<void> {
    for (const recipientId of [respondentId, ...dispute.partyIds]) await this.served(id, paper, recipientId);
    expect(await this.stateOf(id)).toBe('SERVED');
    await this.app.drain();
  }

  /** A notice is served on applicants and respondent. */
  async servedOnBoth({ id, dispute, respondentId }: TriedCase, paper: string): Promise<void> {
    for (const recipientId of [...dispute.partyIds, respondentId]) await this.served(id, paper, recipientId);
  }

  async itemsOf(caseId: Id): Promise<{ id: Id; state: string; dueOn: CalendarDate | null }[]> {
    return this.app.database.read(
      'SELECT id, state, due_on AS "dueOn" FROM reconsideration.performance_item WHERE case_id = $1 ORDER BY id',
      [caseId],
    );
  }

  /** A file of the case that proves something. */
  private async proof(caseId: Id): Promise<Id> {
    const [party] = await this.app.database.read<{ id: Id }>(
      `SELECT p.id FROM cases.party p JOIN cases.case_file f ON f.dispute_id = p.dispute_id
       WHERE f.id = $1 AND p.role = 'APPLICANT' ORDER BY p.sort_order LIMIT 1`,
      [caseId],
    );
    const sent = upload(await this.app.as('fuyi'), `/cases/${caseId}/files`, evidence(party!.id), await pdf(1));
    return (mustBe(201, await sent) as { id: Id }).id;
  }

  /** Everything that was to be performed is reported as done and confirmed. */
  async performed(id: Id, remade: Body = {}): Promise<void> {
    const items = await this.itemsOf(id);
    expect(items.length).toBeGreaterThan(0);
    for (const { id: itemId } of items) {
      const report = {
        itemId,
        outcome: 'FULL',
        description: '已经履行。',
        proofFileId: await this.proof(id),
        ...remade,
      };
      await this.step('fuyi', id, 'report-performance', { ...report, performedOn: this.app.clock.today() });
      await this.step('fuyi', id, 'confirm-performance', { itemId, outcome: 'DONE', finding: '核对无误。' });
    }
    expect((await this.itemsOf(id)).map(({ state }) => state)).toEqual(items.map(() => 'DONE'));
  }

  async servedOnApplicants(id: Id, dispute: GivenDispute, paper: string, by = 'fuyi'): Promise<void> {
    for (const partyId of dispute.partyIds) await this.served(id, paper, partyId, {}, by);
  }

  /** Looked through for what must not be seen, then closed and archived with `paper`. */
  async archived(id: Id, paper: string): Promise<void> {
    await this.step('fuyi', id, 'open-privacy-review');
    await this.step('fuyi', id, 'close-privacy-review', { redactions: ['NAME'], finding: '已隐去。' });
    await this.step('juzhang', id, 'decide-publication', { decision: 'PUBLIC', originalActPublic: true });
    await this.closed(id, paper);
  }

  /** Closed on the handler's proposal, and archived with `paper`. */
  async closed(id: Id, paper: string): Promise<void> {
    await this.issue(id, 'R31-CLOSING', ['officerOpinion', 'performance', 'publicity']);
    await this.proposes('fuyi', id, 'close', { summary: '已办结。' });
    expect(await this.decides('kezhang', id, 'pass', '同意结案')).toBe('CLOSED');
    expect((await this.clocksOf(id))['RC_ARCHIVE']).toMatchObject({ state: 'RUNNING' });
    const entry = (title: string, volume = 'MAIN') => ({ title, volume, pages: 2 });
    const entries = [entry('行政复议申请书'), entry(paper), entry('送达回证'), entry('审批表', 'SUB')];
    const year = Number(this.app.clock.today().slice(0, 4));
    const file = { archiveNumber: await this.numberOf(id), year, entries };
    expect(await this.step('dangan', id, 'archive', file)).toBe('ARCHIVED');
    expect((await this.clocksOf(id))['RC_ARCHIVE']).toMatchObject({ state: 'MET' });
  }

  /** Remembers how the case is seen at this instant. */
  async remember(caseId: Id): Promise<void> {
    const view = mustBe(200, await (await this.app.as('lian')).get(`/cases/${caseId}`)) as CaseSeen;
    this.moments.set(this.app.clock.now().toISOString(), { caseId, view: factsOf(view) });
  }

  /** At every instant remembered the case was what it was seen to be; rows and trail agree, and nobody changed the trail. */
  async proved(): Promise<void> {
    for (const [at, { caseId, view }] of this.moments) {
      const path = `/cases/${caseId}/as-of?at=${encodeURIComponent(at)}`;
      expect(factsOf(mustBe(200, await (await this.app.as('lian')).get(path)) as CaseSeen)).toEqual(view);
    }
    await proveTrail(this.app);
  }
}
