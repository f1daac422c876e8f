// Time passes: whoever must act is reminded, and silence accepts.
import { call, clockOf, get, must, perform, post, say, seen, showClocks, until } from './client.mjs';

export const TIME = [
  ['open a reconsideration of the same dispute', openReconsideration],
  ['who will be reminded of its first clock, and when', planned],
  ['move the demo’s clock to the last day: the reminder is in the inbox', remind],
  ['one day more: silence accepts the application', deemedAcceptance],
];

async function openReconsideration() {
  const opened = await post('lian', `disputes/${seen.dispute.id}/cases`, {
    procedure: 'reconsideration',
    input: { method: 'IN_PERSON', receivedOn: seen.today },
  });
  const me = await get('lian', 'me');
  const { stateName } = await perform('lian', opened.id, 'assign-reviewer', { reviewerId: me.personId });
  seen.reconsideration = await get('lian', `cases/${opened.id}`);
  say(`${seen.reconsideration.number}: ${stateName}, ${me.name}`);
  showClocks(seen.reconsideration.clocks);
}

async function planned() {
  const { id } = clockOf(seen.reconsideration, 'RC_REVIEW');
  const reminders = await until('no reminder is planned', async () => {
    const all = await get('lian', `clocks/${id}/reminders`);
    return all.length > 0 ? all : undefined;
  });
  for (const each of reminders) {
    const when = new Date(each.remindAt).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const step = each.step > 0 ? `+${each.step}` : String(each.step);
    say(`${when}  step ${step}  ${each.recipientName}${each.escalation ? ' (escalation)' : ''}  ${each.state}`);
  }
}

async function remind() {
  const { dueOn } = clockOf(seen.reconsideration, 'RC_REVIEW');
  const { today } = await post('lian', 'demo/clock', { today: dueOn });
  must(today === dueOn, `the demo’s today is ${today}`);
  const message = await until('no reminder arrived', async () => {
    const { items } = await get('lian', 'notifications?unread=true&size=100');
    return items.find((item) => item.caseId === seen.reconsideration.id && item.title.includes('受理审查期限'));
  });
  must(message.body.includes('复议法'), 'the reminder does not name its article');
  must(!message.body.includes(seen.request.parties[0].name), 'the reminder names a party');
  say(`${today}: ${message.title}`);
  say(message.body);
  await call(`notifications/${message.id}/read`, { as: 'lian', method: 'POST', expect: 204 });
}

async function deemedAcceptance() {
  const { today } = await post('lian', 'demo/clock', { days: 1 });
  const view = await until('the application was not deemed accepted', async () => {
    const now = await get('lian', `cases/${seen.reconsideration.id}`);
    return now.state === 'ACCEPTED' ? now : undefined;
  });
  must(clockOf(view, 'RC_DECIDE').state === 'RUNNING', 'the period of decision does not run');
  say(`${today}: ${view.stateName}`);
  showClocks(view.clocks);
}
