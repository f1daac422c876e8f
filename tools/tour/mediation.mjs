// The centre mediates it.
import { call, clockOf, get, must, perform, post, refused, say, seen, showClocks } from './client.mjs';

const REASON = '演示：由五常街道调委会办理。';

export const MEDIATION = [
  ['open a mediation, and see what may be done', openMediation],
  ['a step out of turn is refused, with reason and article', refusedStep],
  ['both sides are asked and agree', consent],
  ['accepting hides no end of the citizen’s own periods', accept],
  ['see whom to give it to and why; another than the first needs a reason', assignCommittee],
  ['the chair appoints a mediator', appointMediator],
  ['the mediator confirms, and the term of mediation runs', confirmMediator],
];

async function openMediation() {
  seen.mediation = await post('zhongxin', `disputes/${seen.dispute.id}/cases`, {
    procedure: 'mediation',
    input: {
      stage: 'DEPARTMENT',
      source: 'DEPARTMENT',
      receivedOn: seen.today,
      major: false,
      request: '请求调解罚款数额和缴纳期限。',
    },
  });
  const view = await get('zhongxin', `cases/${seen.mediation.id}`);
  say(`${view.number}: ${view.stateName}`);
  showClocks(view.clocks);
  const { actions } = await get('zhongxin', `cases/${seen.mediation.id}/actions`);
  must(action(actions, 'review').permitted, 'review is not permitted');
  showActions(actions);
}

async function refusedStep() {
  await perform('zhongxin', seen.mediation.id, 'review');
  await perform('zhongxin', seen.mediation.id, 'take-on');
  const { actions, version } = await get('zhongxin', `cases/${seen.mediation.id}/actions`);
  const accepting = action(actions, 'accept');
  must(!accepting.permitted && accepting.refusals.length > 0, 'accepting is not refused');
  const problem = await refused('zhongxin', `cases/${seen.mediation.id}/actions/accept`, { version }, 409);
  must(problem.code === accepting.refusals[0].code, 'the list of actions and the refusal differ');
  say(`${problem.code}: ${problem.detail}（${problem.article}）`);
}

async function consent() {
  const { id } = seen.mediation;
  const sides = [seen.dispute.parties[0].id, seen.dispute.respondentOrganId];
  await perform('zhongxin', id, 'ask-consent', { partyIds: sides, method: 'PHONE', askedOn: seen.today });
  for (const partyId of sides) {
    await perform('zhongxin', id, 'record-consent', {
      partyId,
      answer: 'AGREED',
      form: 'WRITTEN',
      answeredOn: seen.today,
    });
  }
  const { detail } = await get('zhongxin', `cases/${id}`);
  must(detail.consents.length === 2 && detail.consents.every((c) => c.answer === 'AGREED'), 'consent is missing');
  say('applicant and respondent agreed in writing');
}

async function accept() {
  const { id } = seen.mediation;
  const { version } = await get('zhongxin', `cases/${id}`);
  const problem = await refused('zhongxin', `cases/${id}/actions/accept`, { version }, 409);
  must(problem.code === 'mediation.clock-warning', `refused with ${problem.code}`);
  say(`${problem.code}: ${problem.detail}（${problem.article}）`);
  const { rule, dueOn } = clockOf(seen.dispute, 'RC_APPLY');
  const { stateName } = await perform('zhongxin', id, 'accept', { acknowledgedClocks: [{ rule, dueOn }] });
  say(`with ${rule} of ${dueOn} acknowledged: ${stateName}`);
}

async function assignCommittee() {
  const { id } = seen.mediation;
  const ranking = await get('zhongxin', `cases/${id}/candidates?kind=COMMITTEE&size=3`);
  for (const { rank, name, score, factors } of ranking.items) {
    say(`${rank}. ${name}: ${score} (${factors.map((f) => `${f.name}${f.points}`).join(' ')})`);
  }
  const named = await get('zhongxin', `cases/${id}/candidates?kind=COMMITTEE&keyword=五常街道行政争议调解委员会`);
  seen.committee = named.items[0];
  must(seen.committee?.rank, 'the committee of 五常街道 is not ranked');
  say(`${seen.committee.rank}. ${seen.committee.name}: ${seen.committee.score}`);
  const before = await call(`cases/${id}`, { as: 'zhuren-wuchang', expect: 404 });
  say(`before, for the chair: ${before.code}`);
  const choice = { committeeId: seen.committee.id, deviationReason: REASON };
  await perform('zhongxin', id, 'assign-committee', choice);
  const after = await get('zhuren-wuchang', `cases/${id}`);
  say(`after: ${after.number}, ${seen.committee.name}`);
}

async function appointMediator() {
  const { items } = await get('zhuren-wuchang', `directory/people?role=mediator&organId=${seen.committee.id}`);
  const me = await get('tiaojie-wuchang', 'me');
  must(
    items.some((person) => person.personId === me.personId),
    'tiaojie-wuchang is not on the roster',
  );
  const { stateName } = await perform('zhuren-wuchang', seen.mediation.id, 'appoint-mediator', {
    mediatorIds: [me.personId],
    basis: 'LEFT_TO_CENTRE',
    deviationReason: REASON,
  });
  say(`${me.name}: ${stateName}`);
}

async function confirmMediator() {
  const { id } = seen.mediation;
  await perform('tiaojie-wuchang', id, 'confirm-mediator', { noConflict: true });
  const view = await get('tiaojie-wuchang', `cases/${id}`);
  must(clockOf(view, 'MD_TERM').state === 'RUNNING', 'the term of mediation does not run');
  showClocks(view.clocks);
}

function action(actions, name) {
  const found = actions.find((each) => each.name === name);
  must(found, `there is no action ${name}`);
  return found;
}

function showActions(actions) {
  for (const { code, name, label, permitted, refusals } of actions) {
    say(`${code} ${name} ${label}: ${permitted ? 'permitted' : refusals.map((r) => r.detail).join(' ')}`);
  }
}
