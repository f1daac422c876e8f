import { Participants } from '@app/cases';
import { addMonths, newId, type Id } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { Document, Packer, Paragraph } from 'docx';
import { SAMPLE_DATA } from '../../libs/documents/testing/sample-kinds.js';
import { Database, JobRunner } from '@app/platform';
import { DEMO_PASSWORD, type TestApp } from '../support/app.js';
import { mustBe, UNIT, type Given } from '../support/given.js';
import { Citizen } from '../support/portal.js';

/** Ids of records that a call may name. */
export const REFS = [
  'dispute',
  'party',
  'clock',
  'second',
  'linked',
  'reconsideration',
  'underReview',
  'proposed',
  'paper',
  'paperCase',
  'submittedPaper',
  'signedPaper',
  'template',
  'online',
  'onlineRequest',
  'delivery',
  'sentDelivery',
  'batch',
  'assessed',
  'draft',
  'import',
  'file',
  'withheld',
  'exported',
  'notification',
  'session',
  'account',
  'accountSession',
  'organ',
  'post',
  'webhook',
  'newcomer',
  'finding',
  'feed',
  'absence',
  'committee',
  'member',
  'mediator',
  'settlement',
  'approved',
  'correctable',
  'later',
  'correction',
  'asked',
  'askedClock',
  'askedFile',
  'askedNotice',
  'askedMoreTime',
  'replying',
  'proposedOwnership',
  'ownership',
  'instruction',
  'answeredInstruction',
  'candidate',
  'mediation',
  'snapshot',
  'relation',
  'excluding',
  'exclusion',
  'mediated',
  'serving',
  'taker',
] as const;
export type Ref = (typeof REFS)[number];
export type Refs = Readonly<Record<Ref, Id>>;

/** Whose the records are. */
export interface Owner {
  /** Demo account: drafts, messages and sessions are his. */
  login: string;
  /** Respondent of the disputes. */
  unit: string;
}

/** Ids that no record has. */
export function nowhere(): Refs {
  return Object.fromEntries(REFS.map((ref) => [ref, newId()])) as Refs;
}

/** Makes records, each only once and only if it is asked for. */
export class Maker {
  private readonly made: Partial<Record<Ref, Id>> = {};

  constructor(
    private readonly given: Given,
    private readonly owner: Owner,
  ) {}

  /** The records named, made; the others are nowhere. */
  async refs(wanted: readonly Ref[]): Promise<Refs> {
    for (const ref of wanted) this.made[ref] ??= await this.make(ref);
    return { ...nowhere(), ...this.made };
  }

  private make(ref: Ref): Promise<Id> {
    const { login } = this.owner;
    const makers: Record<Ref, () => Promise<Id>> = {
      dispute: () => this.dispute('dispute'),
      party: () => this.dispute('party'),
      clock: () => this.dispute('clock'),
      second: async () => (await this.given.dispute({}, this.owner)).id,
      linked: () => this.linked(),
      reconsideration: () => this.reconsideration('reconsideration'),
      underReview: () => this.reconsideration('underReview'),
      proposed: () => this.reconsideration('proposed'),
      paperCase: () => this.paper('paperCase'),
      paper: () => this.paper('paper'),
      submittedPaper: () => this.paper('submittedPaper'),
      signedPaper: () => this.paper('signedPaper'),
      template: () => this.template(),
      delivery: () => this.delivery('delivery'),
      sentDelivery: () => this.delivery('sentDelivery'),
      batch: () => this.batch(),
      assessed: () => this.assessed(),
      draft: () => this.posted(login, '/disputes/drafts', { channel: 'LETTER', title: '他人的草稿' }),
      online: () => this.online('online'),
      onlineRequest: () => this.online('onlineRequest'),
      import: () => this.import(),
      file: () => this.file(),
      withheld: () => this.withheld(),
      exported: () => this.exported(),
      notification: () => this.notification(),
      session: () => this.session(login),
      account: () => this.account('account'),
      accountSession: () => this.account('accountSession'),
      finding: () => this.finding(),
      feed: () => this.posted(login, '/calendar-feeds', { name: '手机' }),
      newcomer: () => this.newcomer('panel_member'),
      organ: () => this.posted('xitong', '/directory/organs', organRequest()),
      post: () => this.post(),
      committee: async () => {
        const committee = committeeRequest();
        return this.posted('zhongxin', '/mediation/committees', committee);
      },
      member: () => this.member('member'),
      mediator: () => this.member('mediator'),
      settlement: () => this.settlement('settlement'),
      approved: () => this.settlement('approved'),
      correctable: () => this.correction('correctable'),
      later: () => this.correction('later'),
      correction: () => this.correction('correction'),
      mediation: () => this.referred(),
      snapshot: () => this.assigned('snapshot'),
      mediated: () => this.mediated('mediated'),
      serving: () => this.mediated('serving'),
      taker: () => this.mediated('taker'),
      relation: () => this.relation(),
      excluding: () => this.assigned('excluding'),
      exclusion: () => this.assigned('exclusion'),
      absence: () => this.absence(),
      asked: () => this.asked('FACTS'),
      askedClock: () => this.asked('FACTS').then(() => this.made.askedClock!),
      askedFile: () => this.askedFile(),
      askedNotice: () => this.asked('NOTICE'),
      askedMoreTime: () => this.askedMoreTime(),
      replying: () => this.replying(),
      proposedOwnership: () => this.ownership('proposedOwnership'),
      ownership: () => this.ownership('ownership'),
      instruction: () => this.ownership('instruction'),
      answeredInstruction: () => this.ownership('answeredInstruction'),
      candidate: () => this.candidate(),
      webhook: () => this.posted('xitong', '/settings/webhooks', { url: `https://hooks.example.com/${newId()}` }),
    };
    return makers[ref]();
  }

  private get app(): TestApp {
    return this.given.app;
  }

  private async dispute(ref: 'dispute' | 'party' | 'clock'): Promise<Id> {
    const dispute = await this.given.dispute({}, { by: 'lian', unit: this.owner.unit });
    const [clock] = await this.app.database.read<{ id: Id }>(
      'SELECT id FROM deadlines.clock WHERE scope_id = $1 LIMIT 1',
      [dispute.id],
    );
    Object.assign(this.made, { dispute: dispute.id, party: dispute.partyIds[0], clock: clock!.id });
    return this.made[ref]!;
  }

  private async linked(): Promise<Id> {
    const { dispute, second } = await this.refs(['dispute', 'second']);
    const link = { disputeId: second, kind: 'SAME_PARTY', reason: '同一申请人' };
    mustBe(201, await (await this.app.as('lian')).post(`/disputes/${dispute}/links`).send(link));
    return second;
  }

  private async reconsideration(upTo: 'reconsideration' | 'underReview' | 'proposed'): Promise<Id> {
    const { id } = await this.given.dispute({}, { by: 'lian', unit: this.owner.unit });
    const caseId = await this.given.reconsideration(id);
    if (upTo === 'reconsideration') return caseId;
    await this.given.step('lian', caseId, 'assign-reviewer', { reviewerId: await this.given.personId('fuyi') });
    if (upTo === 'proposed') await this.given.proposes('lian', caseId, 'refuse', REFUSAL);
    return caseId;
  }

  /** All in one case; the signed one with its files, as if a worker had made them. */
  private async paper(ref: 'paperCase' | 'paper' | 'submittedPaper' | 'signedPaper'): Promise<Id> {
    this.made.paperCase ??= await this.reconsideration('reconsideration');
    if (ref === 'paperCase') return this.made.paperCase;
    const path = `/cases/${this.made.paperCase}/papers`;
    const addressees = [{ role: 'RESPONDENT', name: '测试街道办事处' }];
    const id = await this.posted('lian', path, { kind: 'Z01', data: SAMPLE_DATA['Z01'], addressees });
    const act = async (login: string, name: string, version: number) =>
      mustBe(200, await (await this.app.as(login)).post(`${path}/${id}/${name}`).send({ version }));
    if (ref !== 'paper') await act('lian', 'submit', 1);
    if (ref !== 'signedPaper') return id;
    await act('juzhang', 'sign', 2);
    await this.app.database.read(
      `UPDATE documents.rendition SET state = 'DONE', file = 'x', hash = 'x', engine = 'docx', done_at = now()
       WHERE document_id = $1`,
      [id],
    );
    return id;
  }

  /** A case of ownership of this unit, on the list, with what its leader has said. */
  private async ownership(
    upTo: 'proposedOwnership' | 'ownership' | 'instruction' | 'answeredInstruction',
  ): Promise<Id> {
    const [owned, staff] = [this.owner.unit === UNIT ? 'lingdao1' : 'lingdao2', this.owner.unit];
    const { id } = await this.given.dispute({}, { by: 'lian', unit: staff });
    const unitId = await this.given.organId(staff);
    const [leader] = await this.app.database.read<{ personId: Id; login: string }>(
      `SELECT p.person_id AS "personId", a.login FROM directory.post p JOIN identity.account a ON a.person_id = p.person_id
       WHERE p.organ_id = $1 AND p.role = 'unit_leader' LIMIT 1`,
      [unitId],
    );
    const names = { leaderId: await this.given.personId(owned), unitId, unitLeaderId: leader!.personId };
    const caseId = await this.given.ownership(id, names);
    if (upTo === 'proposedOwnership') return caseId;
    await this.given.step('quzhang', caseId, 'list', { basis: 'JOINT_MEETING', opinion: '同意列入' });
    if (upTo === 'ownership') return caseId;
    const instruction = await this.posted(owned, `/cases/${caseId}/instructions`, { content: '请抓紧办理。' });
    if (upTo === 'instruction') return instruction;
    const answer = (await this.app.as(leader!.login)).post(`/ownership/instructions/${instruction}/answer`);
    mustBe(200, await answer.send({ content: '已与当事人见面。' }));
    return instruction;
  }

  /** As a worker would make it: whatever else waits for one is not to be run here. */
  private async candidate(): Promise<Id> {
    const { id } = await this.given.dispute({ tags: ['KEY_LITIGATION'] }, { by: 'lian', unit: this.owner.unit });
    const candidate = newId();
    await this.app.database.read(
      `INSERT INTO ownership.candidate (id, dispute_id, state, matches, rule_version, found_on)
       VALUES ($1, $2, 'WAITING', '{KEY_LITIGATION}', 0, $3)`,
      [candidate, id, this.app.clock.today()],
    );
    return candidate;
  }

  private async template(): Promise<Id> {
    const upload = (await this.app.as('xitong'))
      .post('/settings/document-templates/Z04')
      .attach('file', await templateFile(), 'template.docx');
    return (mustBe(201, await upload) as { id: Id }).id;
  }

  /** A reconsideration that was applied for online, with something its applicant asks for. */
  private async online(ref: 'online' | 'onlineRequest'): Promise<Id> {
    const citizen = new Citizen(this.given);
    const respondentOrganId = await this.given.organId(this.owner.unit);
    const receipt = await citizen.submitted(await citizen.content({ respondentOrganId }));
    const asked = mustBe(201, await citizen.act(receipt, 'MEDIATION', '愿意调解。')) as { id: Id };
    Object.assign(this.made, { online: (await citizen.caseOf(receipt)).caseId, onlineRequest: asked.id });
    return this.made[ref]!;
  }

  /** A notice for the applicant, planned or on its way by post. */
  private async delivery(upTo: 'delivery' | 'sentDelivery'): Promise<Id> {
    const caseId = await this.reconsideration('reconsideration');
    const [party] = await this.app.database.read<{ id: Id }>(
      'SELECT p.id FROM cases.party p JOIN cases.case_file f ON f.dispute_id = p.dispute_id WHERE f.id = $1',
      [caseId],
    );
    const agent = await this.app.as('lian');
    const plan = { paper: 'NOTICE', recipientIds: [party!.id] };
    const [planned] = mustBe(201, await agent.post(`/cases/${caseId}/deliveries`).send(plan)) as { id: Id }[];
    const attempt = { method: 'POST', on: this.app.clock.today() };
    if (upTo === 'sentDelivery') mustBe(200, await agent.post(`/deliveries/${planned!.id}/attempts`).send(attempt));
    return planned!.id;
  }

  private async batch(): Promise<Id> {
    return this.posted('lian', '/service/postal-batches', {
      postedOn: this.app.clock.today(),
      deliveryIds: [await this.delivery('sentDelivery')],
    });
  }

  /** A file of a reconsideration that fuyi handles. */
  private async file(): Promise<Id> {
    const caseId = await this.reconsideration('reconsideration');
    const [row] = await this.app.database.read<{ disputeId: Id }>(
      'SELECT dispute_id AS "disputeId" FROM cases.case_file WHERE id = $1',
      [caseId],
    );
    const handler = { role: 'case_handler' as const, personId: await this.given.personId('fuyi') };
    const participants = this.app.app.get(Participants, { strict: false });
    await this.app.app
      .get(Database, { strict: false })
      .transaction((tx) =>
        Promise.resolve(participants.add(tx, [{ ...handler, ...row!, caseId, since: this.app.clock.today() }])),
      );
    const upload = (await this.app.as('lian'))
      .post(`/cases/${caseId}/files`)
      .field({ category: 'RECORD', side: 'INSTITUTION', submittedOn: '2026-11-24' })
      .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'file.pdf');
    return (mustBe(201, await upload) as { id: Id }).id;
  }

  private async withheld(): Promise<Id> {
    const id = await this.file();
    const body = { version: 1, grounds: ['PRIVACY'], reason: '涉及个人隐私' };
    mustBe(200, await (await this.app.as('fuyi')).post(`/files/${id}/withhold`).send(body));
    return id;
  }

  /** Of a dispute, to be mended by the head of the department. */
  private async finding(): Promise<Id> {
    const dispute = await this.dispute('dispute');
    const id = newId();
    await this.app.database.read(
      `INSERT INTO integrity.finding (id, check_code, subject_id, dispute_id, owner_id, first_seen_on, last_seen_on, last_run_id)
       VALUES ($1, 'clock-under-closed-case', $1, $2, $3, $4, $4, $1)`,
      [id, dispute, await this.given.personId('kezhang'), this.app.clock.today()],
    );
    return id;
  }

  private async exported(): Promise<Id> {
    const caseId = await this.reconsideration('reconsideration');
    const id = await this.posted(this.owner.login, `/cases/${caseId}/file-exports`, { withSub: false });
    const [event] = await this.app.database.read<{ id: Id }>(
      `SELECT id FROM platform.outbox WHERE name = 'case-file.requested' AND payload->>'exportId' = $1`,
      [id],
    );
    const runner = this.app.app.get(JobRunner, { strict: false });
    await runner.process({ eventId: event!.id, handler: 'cases.compile-case-file' });
    return id;
  }

  private async assessed(): Promise<Id> {
    const caseId = await this.reconsideration('underReview');
    await this.given.assess('lian', caseId, {});
    return caseId;
  }

  private async notification(): Promise<Id> {
    const recipientId = await this.given.personId(this.owner.login);
    const message = { kind: 'clock-near', title: '期限提醒', body: '测试消息' };
    const service = this.app.app.get(NotificationsService, { strict: false });
    await this.app.app
      .get(Database, { strict: false })
      .transaction((tx) => service.send(tx, [{ ...message, recipientId, dedupeKey: newId() }]));
    const [row] = await this.app.database.read<{ id: Id }>(
      'SELECT id FROM notifications.notification WHERE recipient_id = $1 ORDER BY id DESC LIMIT 1',
      [recipientId],
    );
    return row!.id;
  }

  /** A login of his besides the one he acts by. */
  private async session(login: string): Promise<Id> {
    await this.app.anonymous().post('/auth/token').send({ login, password: DEMO_PASSWORD });
    const [row] = await this.app.database.read<{ id: Id }>(
      `SELECT s.id FROM identity.session s JOIN identity.account a ON a.id = s.account_id
       WHERE a.login = $1 ORDER BY s.created_at DESC LIMIT 1`,
      [login],
    );
    return row!.id;
  }

  private async import(): Promise<Id> {
    const upload = (await this.app.as(this.owner.login))
      .post('/disputes/imports')
      .attach('file', Buffer.from(ledger()), 'ledger.csv');
    return (mustBe(200, await upload) as { id: Id }).id;
  }

  /** An account nobody acts by in these tests; one that is disabled for another test has no sessions. */
  private async account(ref: 'account' | 'accountSession'): Promise<Id> {
    const login = ref === 'account' ? 'tiaojie4' : 'tiaojie-jiaoyu';
    const [row] = await this.app.database.read<{ id: Id }>('SELECT id FROM identity.account WHERE login = $1', [login]);
    this.made.account = row!.id;
    return ref === 'account' ? row!.id : this.session(login);
  }

  private async newcomer(role: string): Promise<Id> {
    const body = {
      name: '新来的人',
      organId: await this.given.organId(UNIT),
      role,
      title: '岗位',
      validFrom: '2026-01-01',
    };
    const post = await this.posted('xitong', '/directory/posts', body);
    const [row] = await this.app.database.read<{ id: Id }>('SELECT person_id AS id FROM directory.post WHERE id = $1', [
      post,
    ]);
    return row!.id;
  }

  /** What is asked of the owner's unit in a case of its own. */
  private async asked(kind: string): Promise<Id> {
    const caseId = await this.reconsideration('reconsideration');
    const body = { organIds: [await this.given.organId(this.owner.unit)], kind, text: '请核实。' };
    const answer = await (await this.app.as('lian')).post(`/liaison/cases/${caseId}/requests`).send(body);
    const [thread] = (mustBe(201, answer) as { items: [{ id: Id; clock: { id: Id } }] }).items;
    Object.assign(this.made, { askedClock: thread.clock.id });
    return thread.id;
  }

  /** A file that the owner's unit has shown in the thread `asked`. */
  private async askedFile(): Promise<Id> {
    const { asked } = await this.refs(['asked']);
    const liaison = await this.app.as(this.owner.unit === UNIT ? 'lianluo-wuchang' : 'lianluo-jiaoyu');
    const form = liaison
      .post(`/liaison/requests/${asked}/files`)
      .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'a.pdf');
    const { id } = mustBe(201, await form) as { id: Id };
    const message = { text: '见附件。', fileIds: [id] };
    mustBe(201, await liaison.post(`/liaison/requests/${asked}/messages`).send(message));
    return id;
  }

  private async askedMoreTime(): Promise<Id> {
    const id = await this.asked('FACTS');
    const liaison = await this.app.as(this.owner.unit === UNIT ? 'lianluo-wuchang' : 'lianluo-jiaoyu');
    const wish = { days: 3, reason: '需要调阅档案' };
    mustBe(200, await liaison.post(`/liaison/owed/${this.made.askedClock!}/more-time`).send(wish));
    return id;
  }

  /** A case in trial whose copy has reached the respondent, which is the owner's unit. */
  private async replying(): Promise<Id> {
    const id = await this.reconsideration('underReview');
    const today = this.app.clock.today();
    const met = ['IDENTIFIED', 'INTEREST', 'CLAIM', 'IN_TIME', 'IN_SCOPE', 'JURISDICTION', 'NOT_REPEATED'];
    const [handlerId, memberId] = [await this.given.personId('fuyi'), await this.given.personId('shenli')];
    await this.given.step('lian', id, 'accept', { met });
    await this.given.step('kezhang', id, 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [memberId] });
    await this.given.step('fuyi', id, 'send-copy', { sentOn: today });
    await this.given.step('fuyi', id, 'record-copy-receipt', { method: 'DIRECT', on: today });
    return id;
  }

  private async absence(): Promise<Id> {
    const days = { fromOn: '2026-12-01', lastDay: '2026-12-04', reason: '外出培训' };
    return this.posted('xitong', '/directory/absences', { personId: await this.newcomer('panel_member'), ...days });
  }

  private async post(): Promise<Id> {
    const body = { personId: await this.newcomer('mediator'), organId: await this.given.organId(UNIT) };
    const more = { role: 'panel_member', title: '兼任', validFrom: '2026-01-01' };
    return this.posted('xitong', '/directory/posts', { ...body, ...more });
  }

  private async member(ref: 'member' | 'mediator'): Promise<Id> {
    this.made.committee ??= await this.make('committee');
    const body = { name: '新聘调解员', role: 'mediator', from: '2026-01-01' };
    const path = `/mediation/committees/${this.made.committee}/members`;
    mustBe(201, await (await this.app.as('zhongxin')).post(path).send(body));
    const [row] = await this.app.database.read<{ member: Id; mediator: Id }>(
      'SELECT id AS member, person_id AS mediator FROM directory.post WHERE organ_id = $1',
      [this.made.committee],
    );
    Object.assign(this.made, row);
    return this.made[ref]!;
  }

  /** Of the month before those that were settled already. */
  private async settlement(upTo: 'settlement' | 'approved'): Promise<Id> {
    const agent = await this.app.as('zhongxin');
    const { id, version } = mustBe(200, await agent.post('/mediation/settlements').send({ month: nextMonth() })) as {
      id: Id;
      version: number;
    };
    const manager = await this.app.as('zhongxinzhuren');
    if (upTo === 'approved') mustBe(200, await manager.post(`/mediation/settlements/${id}/approve`).send({ version }));
    return id;
  }

  /** A line of a frozen month, and a later month with a correction of it. */
  private async correction(ref: 'correctable' | 'later' | 'correction'): Promise<Id> {
    const [earlier, later] = [nextMonth(), nextMonth()].sort();
    const agent = await this.app.as('zhongxin');
    const frozen = mustBe(200, await agent.post('/mediation/settlements').send({ month: earlier })) as { id: Id };
    const caseId = await this.given.mediation((await this.given.dispute({}, { by: 'zhongxin' })).id);
    const lineId = newId();
    await this.app.database.read(
      `INSERT INTO mediation.settlement_line (id, settlement_id, kind, case_id, person_id, organ_id, payee, ended_on, result,
         complexity, sharing, amount_fen, created_by)
       VALUES ($1, $2, 'CASE', $3, $4, $5, 'MEDIATOR', $6, 'PERFORMED', 'SIMPLE', 1, 30000, $4)`,
      [
        lineId,
        frozen.id,
        caseId,
        await this.given.personId('tiaojie'),
        await this.given.organId(UNIT),
        `${earlier}-02`,
      ],
    );
    await this.app.database.read(`UPDATE mediation.settlement SET state = 'FROZEN' WHERE id = $1`, [frozen.id]);
    const { id } = mustBe(200, await agent.post('/mediation/settlements').send({ month: later })) as { id: Id };
    Object.assign(this.made, { correctable: lineId, later: id });
    if (ref !== 'correction') return this.made[ref]!;
    const body = { version: 1, lineId, differenceFen: 100, reason: '标准适用有误' };
    mustBe(200, await agent.post(`/mediation/settlements/${id}/corrections`).send(body));
    const [row] = await this.app.database.read<{ id: Id }>(
      'SELECT id FROM mediation.settlement_line WHERE corrects_id = $1',
      [lineId],
    );
    return row!.id;
  }

  /** A mediation that was just referred, on a dispute of the owner. */
  private async referred(): Promise<Id> {
    const made = await this.given.dispute({ actOn: '2026-11-20', actKnownOn: '2026-11-23' }, this.owner);
    this.made.party = made.partyIds[0]!;
    return this.given.mediation(made.id);
  }

  /** A mediation with a committee, what that was decided on, and a mediator whom a party does not want. */
  private async assigned(ref: 'snapshot' | 'excluding' | 'exclusion'): Promise<Id> {
    const excluding = await this.referred();
    const parties = [this.made.party!, await this.given.organId(this.owner.unit)];
    const consents = parties.map((partyId) => ({ partyId, form: 'WRITTEN', answeredOn: '2026-11-24' }));
    const centre = await this.app.as('zhongxin');
    const path = `/mediation/cases/${excluding}/admission`;
    mustBe(200, await centre.post(path).send({ version: 2, consents, upTo: 'COMMITTEE' }));
    const personId = await this.given.personId('tiaojie-yuhang');
    const body = { partyId: parties[0]!, personId, reason: '曾有纠纷' };
    const exclusion = await this.posted('zhongxin', `/cases/${excluding}/party-exclusions`, body);
    const [row] = await this.app.database.read<{ id: Id }>(
      'SELECT id FROM mediation.assignment_snapshot WHERE case_id = $1',
      [excluding],
    );
    Object.assign(this.made, { excluding, exclusion, snapshot: row!.id });
    return this.made[ref]!;
  }

  /** A mediation with a mediator, who he is, and who could take it over. */
  private async mediated(ref: 'mediated' | 'serving' | 'taker'): Promise<Id> {
    const mediated = await this.referred();
    const parties = [this.made.party!, await this.given.organId(this.owner.unit)];
    const consents = parties.map((partyId) => ({ partyId, form: 'WRITTEN', answeredOn: '2026-11-24' }));
    const manager = await this.app.as('zhongxinzhuren');
    const body = { version: 2, consents, upTo: 'MEDIATOR', basis: 'LEFT_TO_CENTRE' };
    mustBe(200, await manager.post(`/mediation/cases/${mediated}/admission`).send(body));
    const ranked = await manager.get(`/cases/${mediated}/candidates?kind=MEDIATOR&size=1`);
    const [taker] = (mustBe(200, ranked) as { items: { id: Id }[] }).items;
    const [row] = await this.app.database.read<{ id: Id }>(
      'SELECT person_id AS id FROM mediation.assigned_mediator WHERE case_id = $1',
      [mediated],
    );
    Object.assign(this.made, { mediated, serving: row!.id, taker: taker!.id });
    return this.made[ref]!;
  }

  private async relation(): Promise<Id> {
    const personId = await this.given.personId('tiaojie-yuhang');
    const organId = await this.given.organId(UNIT);
    const body = { personId, organId, kind: 'INTEREST', explanation: '承包工程', fromOn: '2026-01-01' };
    return this.posted('zhongxin', '/mediation/relations', body);
  }

  private async posted(login: string, path: string, body: Record<string, unknown>): Promise<Id> {
    return (mustBe(201, await (await this.app.as(login)).post(path).send(body)) as { id: Id }).id;
  }
}

/** A template that fits Z04. */
export async function templateFile(): Promise<Buffer> {
  const children = [new Paragraph('{place}'), new Paragraph('{transcript}'), new Paragraph('{issuedOn}')];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

let codes = 0;
let months = 0;

/** A month that no test has settled, one before the other. */
function nextMonth(): string {
  months += 1;
  return addMonths('2026-11-01', -months).slice(0, 7);
}

/** A new committee of the network. */
export function committeeRequest(): Record<string, unknown> {
  codes += 1;
  return {
    code: `test-mc-${process.pid}-${codes}`,
    name: `测试行业调解委员会${codes}`,
    shortName: `测试行业调委会${codes}`,
    level: 'DISTRICT',
    kind: 'INDUSTRY',
    industry: '测试行业',
    matters: ['MARKET'],
    areas: ['330110005'],
    validFrom: '2025-01-01',
  };
}

/** What its sheet looks like with one new committee, or one new mediator. */
export function networkSheet(of: 'committees' | 'mediators'): string {
  codes += 1;
  return of === 'committees'
    ? `编码,名称,简称,层级,类别,成立日期\ntest-mc-s${codes},测试村调解委员会${codes},测试村调委会${codes},村社,村社调委会,2025-01-01`
    : `调委会编码,姓名,用工方式,任期起始日\n330110005-MC,导入调解员${codes},专职,2026-01-01`;
}

/** A ledger of one dispute, in the columns that must be there. */
export function ledger(): string {
  codes += 1;
  return [
    '台账编号,收到日期,受理渠道,申请人,被申请单位,行政行为,管理领域,申请事项,事实与理由,请求事项',
    `TZ-${codes},2026-11-20,窗口,台账申请人${codes},区市场监管局,行政处罚决定,市场监管,行政处罚,对处罚幅度有异议,请求减轻处罚`,
  ].join('\n');
}

export function organRequest(): Record<string, unknown> {
  codes += 1;
  return {
    code: `test-${process.pid}-${codes}`,
    name: `测试机关${codes}`,
    shortName: `测试${codes}`,
    kind: 'DEPARTMENT',
    hasAuthorisation: false,
    validFrom: '2020-01-01',
    sortOrder: 1,
  };
}

/** Input of RC-06. */
export const REFUSAL = { failed: ['IN_SCOPE'], reason: '申请事项不属于行政复议范围。' };
