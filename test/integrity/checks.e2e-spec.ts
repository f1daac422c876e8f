import { CHECKS } from '@app/integrity';
import { newId, type Id } from '@app/kernel';
import { Maker, type Ref } from '../architecture/refs.js';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, mustBe, UNIT } from '../support/given.js';
import { SamplePapersModule } from '../support/sample-papers.js';
import { IntegrityStory, type Planted } from './support.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: IntegrityStory;

beforeAll(async () => {
  t = await startApp({ extra: [SamplePapersModule] });
  story = new IntegrityStory(t);
});

afterAll(() => t.close());

const made = async (ref: Ref): Promise<Id> => (await new Maker(story, { login: 'lian', unit: UNIT }).refs([ref]))[ref];

async function setClock(id: Id, set: string, values: unknown[] = []): Promise<void> {
  await story.read(`UPDATE deadlines.clock SET ${set} WHERE id = $1`, [id, ...values]);
}

/** Ends the posts of a person as of today; the way back. */
async function leaves(login: string): Promise<() => Promise<unknown>> {
  const person = await story.personId(login);
  await story.read('UPDATE directory.post SET valid_until = $2 WHERE person_id = $1', [person, t.clock.today()]);
  return () => story.read('UPDATE directory.post SET valid_until = NULL WHERE person_id = $1', [person]);
}

async function proposal(): Promise<{ caseId: Id; id: Id }> {
  const { id: caseId } = await story.inTrial();
  await story.proposes('fuyi', caseId, 'suspend', { ground: 'S8', explanation: '须以另一案的审理结果为依据。' });
  const [row] = await story.read<{ id: Id }>('SELECT id FROM cases.proposal WHERE case_id = $1', [caseId]);
  return { caseId, id: row!.id };
}

async function caseOfPaper(id: Id): Promise<Id> {
  const [row] = await story.read<{ id: Id }>('SELECT case_id AS id FROM documents.document WHERE id = $1', [id]);
  return row!.id;
}

/** Every check by its code: how its fault comes about, and is mended. Where the service refuses to make it, by SQL. */
const PLANTS: Readonly<Record<string, () => Promise<Planted>>> = {
  'clock-under-closed-case': async () => {
    const { id } = await story.referred();
    const subject = await story.clockOf(id, 'MD_ACCEPT');
    await story.setOpen(id, false);
    const mend = () => setClock(subject, `state = 'CANCELLED', closed_on = $2`, [t.clock.today()]);
    return { subject, owner: 'zhongxinzhuren', mend };
  },
  'clock-runs-while-suspended': async () => {
    const { id } = await story.inTrial();
    const subject = await story.clockOf(id, 'RC_DECIDE');
    await story.byAuthority(id, 'suspend', { ground: 'S8', explanation: '须以另一案的审理结果为依据。' });
    await setClock(subject, `state = 'RUNNING'`);
    return { subject, owner: 'kezhang', mend: () => setClock(subject, `state = 'SUSPENDED'`) };
  },
  'clock-stands-without-reason': async () => {
    const { id } = await story.inTrial();
    const subject = await story.clockOf(id, 'RC_DECIDE');
    await setClock(subject, `state = 'SUSPENDED'`);
    return { subject, owner: 'kezhang', mend: () => setClock(subject, `state = 'RUNNING'`) };
  },
  'clock-overdue-untold': async () => {
    const { id } = await story.referred();
    const subject = await story.clockOf(id, 'MD_ACCEPT');
    await setClock(subject, `due_on = '2026-11-20', expired_at = now()`);
    return { subject, owner: 'xitong', mend: () => story.step('zhongxin', id, 'review').then(() => story.step('zhongxin', id, 'take-on')) }; // prettier-ignore
  },
  'clock-near-unplanned': async () => {
    // Nothing of what follows in the background has happened yet.
    const { id } = await story.referred();
    return { subject: await story.clockOf(id, 'MD_ACCEPT'), owner: 'xitong', mend: () => t.drain() };
  },
  'reminder-not-sent': async () => {
    const { id } = await story.referred();
    await t.drain();
    const [row] = await story.read<{ id: Id }>(
      `UPDATE reminders.reminder SET remind_at = $2 WHERE id = (SELECT id FROM reminders.reminder
         WHERE clock_id = $1 AND state = 'PENDING' LIMIT 1) RETURNING id`,
      [await story.clockOf(id, 'MD_ACCEPT'), story.daysAgo(2)],
    );
    return { subject: row!.id, owner: 'xitong', mend: () => t.tick('reminders.sweep') };
  },
  'due-day-provisional': async () => {
    const { id } = await story.inTrial();
    const subject = await story.clockOf(id, 'RC_DECIDE');
    await setClock(subject, `provisional = true, due_on = '2026-12-10'`);
    return { subject, owner: 'xitong', mend: () => setClock(subject, 'provisional = false') };
  },
  'handler-gone': async () => {
    const { id } = await story.inTrial({}, { handlerId: await story.personId('fuyi3') });
    const [account] = await story.read<{ id: Id }>(`SELECT id FROM identity.account WHERE login = 'fuyi3'`);
    const security = await t.as('anquan');
    mustBe(204, await security.post(`/accounts/${account!.id}/disable`).send());
    return { subject: id, owner: 'kezhang', mend: () => security.post(`/accounts/${account!.id}/enable`).send() };
  },
  'dispute-handler-gone': async () => {
    const { id, version } = await story.dispute();
    const body = { personId: await story.personId('lian2'), version, reason: '工作调整' };
    mustBe(200, await (await t.as('kezhang')).put(`/disputes/${id}/handler`).send(body));
    return { subject: id, owner: 'kezhang', mend: await leaves('lian2') };
  },
  'mediator-gone': async () => {
    const { disputeId, partyIds } = await unmediated();
    const id = await story.confirmedMediation({ id: disputeId, partyIds });
    return { subject: id, owner: 'zhongxinzhuren', mend: await leaves('tiaojie-yuhang') };
  },
  'absent-uncovered': async () => {
    const { id } = await story.inTrial({}, { handlerId: await story.personId('fuyi4') });
    const [away] = await story.read<{ id: Id }>(
      `INSERT INTO directory.absence (id, person_id, from_on, until_on, reason, created_by)
       VALUES ($1, $2, '2026-11-24', '2026-12-01', '年休假', $2) RETURNING id`,
      [newId(), await story.personId('fuyi4')],
    );
    const cover = await story.personId('fuyi2');
    const mend = () => story.read('UPDATE directory.absence SET cover_id = $2 WHERE id = $1', [away!.id, cover]);
    return { subject: id, owner: 'kezhang', mend };
  },
  'committee-gone': async () => {
    const { disputeId, partyIds } = await unmediated();
    const id = await story.confirmedMediation({ id: disputeId, partyIds });
    const committee = await story.committeeOf(COMMITTEE_UNIT);
    await story.read(
      `INSERT INTO mediation.committee_profile (committee_id, level, kind, contract_from, contract_until)
       VALUES ($1, 'TOWN', 'SOCIAL_ORGANISATION', '2025-11-24', '2026-11-24')
       ON CONFLICT (committee_id) DO UPDATE SET contract_from = '2025-11-24', contract_until = '2026-11-24'`,
      [committee],
    );
    const mend = () => story.read('UPDATE mediation.committee_profile SET contract_until = NULL WHERE committee_id = $1', [committee]); // prettier-ignore
    return { subject: id, owner: 'zhongxinzhuren', mend };
  },
  'mediator-over-cap': async () => {
    const { disputeId, partyIds } = await unmediated();
    await story.confirmedMediation({ id: disputeId, partyIds });
    const mediator = await story.personId('tiaojie-yuhang');
    const cap = (most: number) =>
      story.read(
        `INSERT INTO mediation.mediator_profile (person_id, engagement, term_from, cap) VALUES ($1, 'FULL_TIME', '2026-01-01', $2)
         ON CONFLICT (person_id) DO UPDATE SET cap = $2`,
        [mediator, most],
      );
    await cap(0);
    return { subject: mediator, owner: 'zhongxinzhuren', mend: () => cap(20) };
  },
  'dispute-without-case': async () => {
    const { id } = await story.dispute();
    await story.read(`UPDATE cases.dispute SET registered_on = '2026-11-02' WHERE id = $1`, [id]);
    return { subject: id, owner: 'kezhang', mend: () => story.reconsideration(id) };
  },
  'case-without-clock': async () => {
    const { id } = await story.referred();
    await setClock(await story.clockOf(id, 'MD_ACCEPT'), `state = 'MET', closed_on = '2026-11-24'`);
    await story.read('UPDATE cases.case_file SET updated_at = $2 WHERE id = $1', [id, story.daysAgo(8)]);
    return { subject: id, owner: 'zhongxinzhuren', mend: () => story.step('zhongxin', id, 'review') };
  },
  'case-stuck': async () => {
    const { id } = await story.referred();
    // The trail's time cannot be put back; the business clock goes ahead.
    const now = t.clock.now();
    t.clock.set(new Date(Math.max(Date.now(), now.getTime()) + 90 * 86_400_000));
    return { subject: id, owner: 'zhongxinzhuren', mend: () => Promise.resolve(t.clock.set(now)) };
  },
  'suspended-for-ended-mediation': async () => {
    const { id, dispute, respondentId } = await story.inTrial();
    const consentedIds = [...dispute.partyIds, respondentId];
    await story.byAuthority(id, 'suspend', { ground: 'S6', explanation: '各方同意调解。', consentedIds });
    await story.read(`UPDATE reconsideration.application SET suspended_on = '2026-11-16' WHERE case_id = $1`, [id]);
    return { subject: id, owner: 'kezhang', mend: () => story.mediation(dispute.id) };
  },
  'consent-unanswered': async () => {
    const { id, partyIds } = await story.referred();
    await story.step('zhongxin', id, 'review');
    await story.step('zhongxin', id, 'take-on');
    const partyId = partyIds[0]!;
    await story.step('zhongxin', id, 'ask-consent', { partyIds: [partyId], method: 'PHONE', askedOn: '2026-11-24' });
    await story.read(`UPDATE mediation.party_consent SET asked_on = '2026-11-13' WHERE case_id = $1`, [id]);
    const answer = { partyId, answer: 'AGREED', form: 'WRITTEN', answeredOn: t.clock.today() };
    return { subject: id, owner: 'zhongxinzhuren', mend: () => story.step('zhongxin', id, 'record-consent', answer) };
  },
  'listed-without-plan': async () => {
    const id = await story.ownership((await story.dispute()).id);
    await story.step('quzhang', id, 'list', { basis: 'JOINT_MEETING', opinion: '同意列入' });
    const clock = await story.clockOf(id, 'CO_ACK');
    const [before] = await story.read<{ due: string }>('SELECT due_on AS due FROM deadlines.clock WHERE id = $1', [clock]); // prettier-ignore
    await setClock(clock, `due_on = '2026-11-13'`);
    return { subject: id, owner: 'kezhang', mend: () => setClock(clock, 'due_on = $2', [before!.due]) };
  },
  'supervision-without-clock': async () => {
    const id = await story.ownership((await story.dispute()).id);
    const order = newId();
    await story.read(
      `INSERT INTO ownership.supervision (id, case_id, number, reason, basis, demand, state, by_leader, issued_on, issued_by)
       VALUES ($1, $2, '余包督〔2026〕99号', 'OTHER', '进展缓慢', '限期报告', 'ISSUED', false, '2026-11-20', $3)`,
      [order, id, await story.personId('kezhang')],
    );
    const mend = () => story.read(`UPDATE ownership.supervision SET state = 'LAPSED' WHERE id = $1`, [order]);
    return { subject: id, owner: 'kezhang', mend };
  },
  'candidate-waits': async () => {
    const { id } = await story.dispute();
    await story.read(
      `INSERT INTO ownership.candidate (id, dispute_id, state, matches, rule_version, found_on)
       VALUES ($1, $2, 'WAITING', '{}', 1, '2026-11-10')
       ON CONFLICT (dispute_id) DO UPDATE SET state = 'WAITING', found_on = '2026-11-10'`,
      [newId(), id],
    );
    const mend = () => story.read(`UPDATE ownership.candidate SET state = 'DISMISSED' WHERE dispute_id = $1`, [id]);
    return { subject: id, owner: 'kezhang', mend };
  },
  'obligation-unwatched': async () => {
    const { disputeId, partyIds } = await unmediated();
    const id = await story.confirmedMediation({ id: disputeId, partyIds });
    const obligation = newId();
    await story.read(
      `INSERT INTO mediation.obligation (id, case_id, obligor_id, content, due_on) VALUES ($1, $2, $3, '退还多缴的罚款', '2026-11-20')`,
      [obligation, id, await story.organId(UNIT)],
    );
    const mend = () => story.read('DELETE FROM mediation.obligation WHERE id = $1', [obligation]);
    return { subject: id, owner: 'zhongxinzhuren', mend };
  },
  'request-unanswered': async () => {
    const request = await made('onlineRequest');
    const [row] = await story.read<{ id: Id }>(
      `UPDATE portal.request SET received_on = '2026-11-16' WHERE id = $1 RETURNING case_id AS id`,
      [request],
    );
    const mend = () => story.read(`UPDATE portal.request SET state = 'SETTLED', outcome = 'NOTED' WHERE id = $1`, [request]); // prettier-ignore
    return { subject: row!.id, owner: 'kezhang', mend };
  },
  'proposal-under-closed-case': async () => {
    const { caseId, id } = await proposal();
    await story.setOpen(caseId, false);
    return { subject: id, owner: 'kezhang', mend: () => story.setOpen(caseId, true) };
  },
  'approval-waits': async () => {
    const { caseId, id } = await proposal();
    await story.read('UPDATE cases.proposal SET proposed_at = $2 WHERE id = $1', [id, story.daysAgo(6)]);
    return { subject: id, owner: 'kezhang', mend: () => story.decides('juzhang', caseId, 'return', '请补充理由') };
  },
  'paper-waits-signature': async () => {
    const id = await made('submittedPaper');
    const path = `/cases/${await caseOfPaper(id)}/papers/${id}`;
    await story.read('UPDATE documents.document SET drafted_at = $2 WHERE id = $1', [id, story.daysAgo(6)]);
    await story.read('UPDATE documents.document_version SET saved_at = $2 WHERE document_id = $1', [id, story.daysAgo(6)]); // prettier-ignore
    const mend = async () => mustBe(200, await (await t.as('juzhang')).post(`${path}/sign`).send({ version: 2 }));
    return { subject: id, owner: 'kezhang', mend };
  },
  'draft-under-closed-case': async () => {
    const id = await made('paper');
    const caseId = await caseOfPaper(id);
    await story.setOpen(caseId, false);
    return { subject: id, owner: 'kezhang', mend: () => story.setOpen(caseId, true) };
  },
  'paper-not-sent': async () => {
    const id = await made('delivery');
    await story.read('UPDATE service.delivery SET created_at = $2 WHERE id = $1', [id, story.daysAgo(8)]);
    const attempt = { method: 'POST', on: t.clock.today(), trackingNumber: 'XA123456789CN' };
    const mend = async () => mustBe(200, await (await t.as('lian')).post(`/deliveries/${id}/attempts`).send(attempt));
    return { subject: id, owner: 'kezhang', mend };
  },
  'file-unexamined': async () => {
    const id = await made('file');
    const scanned = (scan: string) =>
      story.read('UPDATE documents.content SET scan = $2 WHERE sha256 = (SELECT sha256 FROM documents.file_version WHERE file_id = $1)', [id, scan]); // prettier-ignore
    await scanned('PENDING');
    await story.read('UPDATE documents.file SET created_at = $2 WHERE id = $1', [id, story.daysAgo(1)]);
    return { subject: id, owner: 'xitong', mend: () => scanned('CLEAN') };
  },
  'shut-out-takes-part': async () => {
    const { id, dispute } = await story.inTrial();
    await story.read('INSERT INTO cases.exclusion (person_id, dispute_id, since, reason) VALUES ($1, $2, $3, $4)', [await story.personId('shenli'), dispute.id, t.clock.today(), '回避']); // prettier-ignore
    const mend = async () => {
      await story.read('UPDATE cases.participant SET until = $2 WHERE case_id = $1 AND person_id = $3', [id, t.clock.today(), await story.personId('shenli')]); // prettier-ignore
      await story.read('DELETE FROM cases.access WHERE dispute_id = $1 AND principal_id = $2', [dispute.id, await story.personId('shenli')]); // prettier-ignore
    };
    return { subject: dispute.id, owner: 'juzhang', mend };
  },
  'access-without-part': async () => {
    const { id } = await story.dispute();
    const stranger = newId();
    await story.read(
      `INSERT INTO cases.access (principal_id, dispute_id, open, due_on, registered_on)
       SELECT $2, dispute_id, open, due_on, registered_on FROM cases.access WHERE dispute_id = $1 LIMIT 1`,
      [id, stranger],
    );
    const mend = () => story.read('DELETE FROM cases.access WHERE principal_id = $1', [stranger]);
    return { subject: id, owner: 'xitong', mend };
  },
  'part-without-access': async () => {
    const { id } = await story.dispute();
    const unit = await story.organId(UNIT);
    const [lost] = await story.read<{ open: boolean; due: string; day: string }>(
      'DELETE FROM cases.access WHERE dispute_id = $1 AND principal_id = $2 RETURNING open, due_on::text AS due, registered_on::text AS day',
      [id, unit],
    );
    const mend = () => story.read('INSERT INTO cases.access (principal_id, dispute_id, open, due_on, registered_on) VALUES ($1, $2, $3, $4, $5)', [unit, id, lost!.open, lost!.due, lost!.day]); // prettier-ignore
    return { subject: id, owner: 'xitong', mend };
  },
  'queue-out-of-order': async () => {
    const { id } = await story.dispute();
    const [before] = await story.read<{ due: string }>('SELECT next_due_on AS due FROM cases.dispute WHERE id = $1', [id]); // prettier-ignore
    const set = (due: string) => story.read('UPDATE cases.dispute SET next_due_on = $2 WHERE id = $1', [id, due]);
    await set('2027-06-30');
    return { subject: id, owner: 'xitong', mend: () => set(before!.due) };
  },
};

/** A dispute against another unit than the committee's own. */
async function unmediated(): Promise<{ disputeId: Id; partyIds: Id[] }> {
  const { id, partyIds } = await story.dispute();
  return { disputeId: id, partyIds };
}

it('of the demo district as it is delivered they find nothing', async () => {
  await t.drain();
  await story.check();
  expect(await story.open()).toEqual([]);
});

it('in a district at work they find nothing', async () => {
  await story.inTrial();
  await story.confirmedMediation(await story.dispute());
  const owned = await story.ownership((await story.dispute()).id);
  await story.step('quzhang', owned, 'list', { basis: 'JOINT_MEETING', opinion: '同意列入' });
  await made('signedPaper');
  await made('sentDelivery');
  await made('file');
  const suspended = await story.inTrial();
  await story.byAuthority(suspended.id, 'suspend', { ground: 'S8', explanation: '须以另一案的审理结果为依据。' });
  await t.drain();
  await story.check();
  expect(await story.open()).toEqual([]);
});

it('a mediator whose term is over has left, too', async () => {
  const id = await story.confirmedMediation(await story.dispute());
  const mediator = await story.personId('tiaojie-yuhang');
  await story.read(
    `INSERT INTO mediation.mediator_profile (person_id, engagement, term_from, term_until)
     VALUES ($1, 'FULL_TIME', '2023-11-24', '2026-11-24')
     ON CONFLICT (person_id) DO UPDATE SET term_from = '2023-11-24', term_until = '2026-11-24'`,
    [mediator],
  );
  await story.check();
  expect(await story.open()).toContain(`mediator-gone ${id}`);
  await story.read('UPDATE mediation.mediator_profile SET term_until = NULL WHERE person_id = $1', [mediator]);
  await story.check();
  expect(await story.open()).not.toContain(`mediator-gone ${id}`);
});

it('every check has its case here', () => {
  expect(Object.keys(PLANTS).sort()).toEqual(CHECKS.map((check) => check.code).sort());
});

describe.each(CHECKS.map((check) => [check.code, check] as const))('%s', (code, check) => {
  it('finds what is wrong, for whom it is to mend, and no more once it is mended', async () => {
    const { subject, owner, mend } = await PLANTS[code]!();
    await story.check();
    const ownerId = await story.personId(owner);
    const [finding] = (await story.seenBy(owner, `check=${code}`)).filter((f) => f.subjectId === subject);
    expect(finding).toMatchObject({ checkCode: code, ownerId, mine: true, state: 'OPEN' });
    await mend();
    await story.check();
    expect((await story.seenBy(owner, `check=${code}`)).filter((f) => f.subjectId === subject)).toEqual([]);
    const resolved = await story.seenBy(owner, `check=${code}&state=RESOLVED`);
    expect(resolved.map((f) => f.subjectId)).toContain(subject);
  });

  it('says what it is', () => {
    expect([check.name, check.why, check.mend].filter((text) => text.length < 6)).toEqual([]);
    if (check.article !== null) expect(check.article).toMatch(/第\d+条|\[L\]|条例|规定|档案法/);
  });
});
