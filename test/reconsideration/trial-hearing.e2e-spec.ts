import type { Id } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';
import { codeOf, TrialStory, type TriedCase } from './trial-story.js';

/** Tuesday, 24 November 2026. */
let t: TestApp;
let story: TrialStory;

beforeAll(async () => {
  t = await startApp();
  story = new TrialStory(t);
});

afterAll(() => t.close());

describe('a case that must be heard', () => {
  let tried: TriedCase;
  let officers: Id[];

  const scheduled = (over: object = {}) => ({
    on: '2026-12-03',
    time: '09:30',
    place: '第一听证室',
    matters: '处罚的事实和程序',
    chairId: officers[0],
    memberIds: [officers[1], officers[2]],
    recorderId: officers[3],
    ...over,
  });

  it('is not drafted before the hearing once it is found to be major', async () => {
    tried = await story.inTrial();
    officers = await Promise.all(['fuyi2', 'fuyi3', 'fuyi4', 'lian2'].map((login) => story.personId(login)));
    await story.byInstitution(tried.id, 'assess-complexity', {
      hearingGrounds: ['GROUP'],
      committeeGrounds: ['MAJOR'],
      reason: '涉及多户商铺，社会关注度高。',
    });
    await story.heardOut(tried, '2026-11-24');
    expect(codeOf(await story.tries('fuyi', tried.id, 'start-drafting', { report: '审理报告。' }))).toBe(
      'reconsideration.hearing-missing',
    );
  });

  it('is heard by a chair, two members or more, and somebody who writes: all of them different', async () => {
    const two = await story.tries('juzhang', tried.id, 'schedule-hearing', scheduled({ memberIds: [officers[1]] }));
    expect(codeOf(two)).toBe('reconsideration.hearing-composition');
    const twice = await story.tries('juzhang', tried.id, 'schedule-hearing', scheduled({ recorderId: officers[0] }));
    expect(codeOf(twice)).toBe('reconsideration.hearing-composition');
  });

  it('needs five full working days between notice and hearing', async () => {
    const soon = await story.tries('juzhang', tried.id, 'schedule-hearing', scheduled({ on: '2026-12-01' }));
    expect(codeOf(soon)).toBe('reconsideration.hearing-too-soon');
    await story.byInstitution(tried.id, 'schedule-hearing', scheduled());
    expect((await story.clocksOf(tried.id))['RC_HEARING_NOTICE']).toMatchObject({
      startsOn: '2026-12-03',
      dueOn: '2026-11-25',
      state: 'RUNNING',
    });
  });

  it('is put off with a reason when a party cannot be told in time, and everybody is told anew', async () => {
    const [applicantId] = tried.dispute.partyIds;
    await story.step('fuyi', tried.id, 'notify-hearing', { partyIds: [applicantId], servedOn: '2026-11-24' });
    await story.on('2026-11-26');
    const late = { partyIds: [tried.respondentId], servedOn: '2026-11-26' };
    expect(codeOf(await story.tries('fuyi', tried.id, 'notify-hearing', late))).toBe(
      'reconsideration.hearing-notice-late',
    );
    await story.byInstitution(tried.id, 'reschedule-hearing', {
      on: '2026-12-08',
      time: '14:00',
      place: '第一听证室',
      reason: '被申请人未及时收到通知。',
    });
    expect((await story.clocksOf(tried.id))['RC_HEARING_NOTICE']).toMatchObject({
      dueOn: '2026-11-30',
      state: 'RUNNING',
    });
    const everybody = { partyIds: [applicantId, tried.respondentId], servedOn: '2026-11-26' };
    await story.step('fuyi', tried.id, 'notify-hearing', everybody);
    expect((await story.clocksOf(tried.id))['RC_HEARING_NOTICE']).toMatchObject({ state: 'MET' });
  });

  it('is held on its day: the respondent’s head explains his absence, the applicant who stays away waives', async () => {
    const [applicantId] = tried.dispute.partyIds;
    const held = (over: object = {}) => ({
      transcript: '主持人宣布听证开始……',
      attendances: [
        { partyId: applicantId, attendance: 'ABSENT' },
        { partyId: tried.respondentId, attendance: 'PRESENT', ...over },
      ],
    });
    expect(codeOf(await story.tries('fuyi', tried.id, 'hold-hearing', held()))).toBe(
      'reconsideration.hearing-day-not-come',
    );
    await story.on('2026-12-08', '16:00');
    expect(codeOf(await story.tries('fuyi', tried.id, 'hold-hearing', held()))).toBe(
      'reconsideration.respondent-head-absent',
    );
    await story.step('fuyi', tried.id, 'hold-hearing', held({ explanation: '因公出差', delegate: '甲某' }));
    expect((await story.historyOf(tried.dispute.id)).join('\n')).toContain('视为放弃听证权利');
    const trial = await story.trialOf(tried.id);
    expect(trial['hearing']).toMatchObject([{ state: 'HELD', transcript: '主持人宣布听证开始……' }]);
    expect(trial['hearingParty']!.map((each) => each['attendance']).sort()).toEqual(['ABSENT', 'PRESENT']);
    const outside = await story.trialOf(tried.id, 'lianluo-wuchang');
    expect(outside['hearing']).toMatchObject([{ state: 'HELD' }]);
    expect(outside['hearing']![0]).not.toHaveProperty('transcript');
    expect(outside).not.toHaveProperty('deliberation');
  });

  it('waits for the committee too, whose opinion is followed or not, with reasons', async () => {
    expect(codeOf(await story.tries('fuyi', tried.id, 'start-drafting', { report: '审理报告。' }))).toBe(
      'reconsideration.committee-missing',
    );
    await story.byInstitution(tried.id, 'consult-committee', { question: '程序是否违法', ground: 'MAJOR' });
    expect((await story.clocksOf(tried.id))['RC_COMMITTEE']).toMatchObject({ dueOn: '2026-12-29', state: 'RUNNING' });
    const opinion = { givenOn: '2026-12-08', meeting: 'CASE', opinion: '建议维持。' };
    await story.step('fuyi', tried.id, 'receive-committee-opinion', opinion);
    await story.step('fuyi', tried.id, 'start-drafting', { report: '审理报告。' });
    const draft = {
      kind: 'REVOKE',
      ground: 'PROCEDURE_ILLEGAL',
      conclusion: '撤销该处罚决定。',
      signedByIds: [await story.personId('fuyi'), await story.personId('shenli')],
      compensation: 'NONE',
    };
    const unfollowed = { ...draft, committeeAdoption: 'NOT_ADOPTED' };
    expect(codeOf(await story.tries('fuyi', tried.id, 'submit-draft', unfollowed))).toBe(
      'reconsideration.adoption-not-stated',
    );
    const reasoned = { ...unfollowed, committeeReason: '听证查明未告知陈述申辩权。' };
    expect(await story.step('fuyi', tried.id, 'submit-draft', reasoned)).toBe('INSTITUTION_REVIEW');
  });
});

describe('a simplified case that does not suit', () => {
  it('becomes an ordinary one with two officers: sixty days from acceptance, and what did not count still does not', async () => {
    const today = t.clock.today(); // Tuesday, 8 December 2026
    const tried = await story.inTrial(
      { receivedOn: today, amount: 2000 },
      { track: 'SIMPLIFIED', simplifiedGround: 'SMALL_AMOUNT', clearCase: true, memberIds: [] },
    );
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-01-07' });
    await story.byInstitution(tried.id, 'begin-fact-finding', { kind: 'INSPECTION', on: today, matter: '测量摊位' });
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ state: 'SUSPENDED' });
    await story.on('2026-12-18');
    const { factFinding } = await story.trialOf(tried.id);
    const ended = { factFindingId: factFinding![0]!['id'], on: '2026-12-18', result: '未占道' };
    await story.step('fuyi', tried.id, 'end-fact-finding', ended);
    // 9 to 17 December do not count: 7 January and nine days are a Saturday.
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({ dueOn: '2027-01-18', state: 'RUNNING' });
    const alone = { reason: '争议较大。', memberIds: [] };
    expect(codeOf(await story.tries('juzhang', tried.id, 'convert-to-ordinary', alone))).toBe(
      'reconsideration.too-few-officers',
    );
    const withShenli = { ...alone, memberIds: [await story.personId('shenli')] };
    await story.byInstitution(tried.id, 'convert-to-ordinary', withShenli);
    // 8 December and sixty days are 6 February; nine days more, 15 February 2027.
    expect((await story.clocksOf(tried.id))['RC_DECIDE']).toMatchObject({
      startsOn: '2026-12-08',
      dueOn: '2027-02-15',
      state: 'RUNNING',
    });
    expect((await story.clocksOf(tried.id))['RC_COPY']).toMatchObject({ startsOn: '2026-12-08', dueOn: '2026-12-17' });
    expect((await story.tries('shenli', tried.id, 'give-opinion', { opinion: '同意。', vote: 'AGREE' })).status).toBe(
      200,
    );
  });
});
