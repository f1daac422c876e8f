// A walk through the main job over the API of a running demo (npm start): node tools/tour.mjs [address]
// Prints each step and what came of it, checks what it says, and exits 1 naming the step that failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '..');
const address = (process.argv[2] ?? `http://127.0.0.1:${process.env.PORT || 3000}`).replace(/\/+$/, '');
const PASSWORD = 'Heyi-demo-2026';
const PATIENCE_MS = 90_000;

/** What later steps need of earlier ones. */
const seen = { tokens: {} };

/** @type {[title: string, walk: () => Promise<void>][]} */
const steps = [
  ['the service is ready', ready],
  ['log in', logIn],
  ['register a dispute', register],
  ['its clocks run, each with its article', clocks],
  ['a due date with its working', preview],
  ['registering it again warns of a duplicate', duplicate],
  ['a worker gives it to an officer', assigned],
  ['open a mediation, and see what may be done', openMediation],
  ['a step out of turn is refused, with reason and article', refusedStep],
  ['both sides are asked and agree', consent],
  ['accepting hides no end of the citizen’s own periods', accept],
  ['assign a committee: from now on its chair sees the case', assignCommittee],
  ['the chair appoints a mediator', appointMediator],
  ['the mediator confirms, and the term of mediation runs', confirmMediator],
  ['open a reconsideration of the same dispute', openReconsideration],
  ['who will be reminded of its first clock, and when', planned],
  ['move the demo’s clock to the last day: the reminder is in the inbox', remind],
  ['one day more: silence accepts the application', deemedAcceptance],
  ['the whole history in plain Chinese', history],
  ['the audit trail has it all, and proves it', audit],
];

for (const [index, [title, walk]] of steps.entries()) {
  console.log(`\n${index + 1}. ${title}`);
  try {
    await walk();
  } catch (error) {
    console.error(`\nFailed at step ${index + 1}, ${title}: ${error.message}`);
    process.exit(1);
  }
}
console.log('\nThe tour is complete.');

async function ready() {
  const answer = await fetch(`${address}/health/ready`).catch((error) => {
    throw new Error(`nothing answers at ${address} (${error.cause?.code ?? error.message}); is npm start running?`);
  });
  const { status, database, queue } = await answer.json();
  must(answer.status === 200 && status === 'ok', `not ready: database ${database}, queue ${queue}`);
  say(`${address}: database ${database}, queue ${queue}`);
}

async function logIn() {
  const me = await get('zhongxin', 'me');
  must(me.permissions.includes('cases.register'), 'zhongxin may not register disputes');
  say(`zhongxin is ${me.name}, ${me.posts[0].roleName} of ${me.posts[0].organName}`);
  seen.today = (await get('zhongxin', 'demo/clock')).today;
  say(`the demo’s today is ${seen.today}`);
}

async function register() {
  const respondent = await one('zhongxin', 'directory/organs?kind=DEPARTMENT&keyword=市场监督管理局');
  seen.request = disputeRequest(respondent.id);
  seen.dispute = await post(
    'zhongxin',
    'disputes',
    { ...seen.request, acknowledgeDuplicates: true },
    { headers: { 'idempotency-key': `tour-${Date.now()}` } },
  );
  const { number, status, parties, warnings } = seen.dispute;
  must(status === 'REGISTERED', `status is ${status}`);
  must(/^\p{Script=Han}+〔\d{4}〕[1-9]\d*号$/u.test(number), `number is ${number}`);
  must(!JSON.stringify(seen.dispute).includes(seen.request.parties[0].idNumber), 'an ID number is shown unmasked');
  say(`${number} ${seen.dispute.title}`);
  say(`applicant ${parties[0].name}, ID ${parties[0].idNumberMasked}, phone ${parties[0].phoneMasked}`);
  for (const { detail } of warnings) say(`warning: ${detail}`);
}

async function clocks() {
  const rules = seen.dispute.clocks.map((clock) => clock.rule);
  for (const rule of ['RC_APPLY', 'LT_FILE', 'RC_APPLY_ABS', 'DISPUTE_TRIAGE']) {
    must(rules.includes(rule), `${rule} does not run`);
  }
  showClocks(seen.dispute.clocks);
}

async function preview() {
  const from = seen.request.actKnownOn;
  const answer = await call('deadlines/preview', { method: 'POST', body: { rule: 'RC_APPLY', from } });
  must(answer.dueOn === clockOf(seen.dispute, 'RC_APPLY').dueOn, 'the preview and the clock differ');
  for (const { text, article } of answer.steps) say(`${text}${article ? `（${article}）` : ''}`);
}

async function duplicate() {
  const problem = await refused('zhongxin', 'disputes', seen.request, 409);
  must(problem.code === 'cases.possible-duplicate', `refused with ${problem.code}`);
  say(`${problem.code}: ${problem.detail}`);
}

async function assigned() {
  const dispute = await until('no officer was assigned', async () => {
    const view = await get('zhongxin', `disputes/${seen.dispute.id}`);
    return view.handlerName ? view : undefined;
  });
  say(`handler: ${dispute.handlerName}, ${dispute.organName}`);
}

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
  const { actions, version } = await perform('zhongxin', seen.mediation.id, 'take-on');
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
  seen.committee = await one('zhongxin', 'directory/organs?kind=MEDIATION_COMMITTEE&keyword=五常街道');
  const before = await call(`cases/${id}`, { as: 'zhuren-wuchang', expect: 404 });
  say(`before, for the chair: ${before.code}`);
  await perform('zhongxin', id, 'assign-committee', { committeeId: seen.committee.id });
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

async function history() {
  const entries = await get('zhongxin', `disputes/${seen.dispute.id}/history?limit=200`);
  must(
    entries.some((e) => e.sentence.includes('视为受理') && e.actorName === '系统'),
    'deemed acceptance is missing',
  );
  for (const { at, actorName, sentence } of entries.toReversed()) say(`${at.slice(0, 10)} ${actorName} ${sentence}`);
}

async function audit() {
  const entries = await get('shenji', `audit?scopeId=${seen.dispute.id}&limit=200`);
  const actions = new Set(entries.map((entry) => entry.action));
  for (const each of ['cases.register', 'mediation.assign-committee', 'reconsideration.accept-deemed']) {
    must(actions.has(each), `${each} is not in the trail`);
  }
  say(`${entries.length} entries of this dispute, read by the auditor, who sees no case`);
  await refusedView('shenji', `disputes/${seen.dispute.id}`);
  verifyTrail();
}

/** The operator's proof reads the database itself, so it runs where the service does. */
function verifyTrail() {
  const url = process.env.DATABASE_URL || embeddedDatabase();
  if (!url) {
    say('heyi audit verify: to be run on the machine of the service');
    return;
  }
  const result = spawnSync(process.execPath, [path.join(root, 'tools', 'heyi.mjs'), 'audit', 'verify'], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });
  must(result.status === 0, `heyi audit verify: ${result.stdout}${result.stderr}`);
  say(`heyi audit verify: ${result.stdout.trim()}`);
}

/** Where the embedded database of this very service listens. */
function embeddedDatabase() {
  const dir = path.resolve(root, process.env.DATA_DIR || '.data');
  const files = ['running.json', 'pg-password', path.join('pgdata', 'postmaster.pid')].map((f) => path.join(dir, f));
  if (!files.every((file) => existsSync(file))) return undefined;
  const [running, password, pid] = files.map((file) => readFileSync(file, 'utf8'));
  if (!running.includes(JSON.stringify(address))) return undefined;
  return `postgres://heyi:${password.trim()}@127.0.0.1:${pid.split('\n')[3]}/heyi`;
}

/** An invented dispute, under an ID number that cannot be anybody’s: 45 days after the applicant knew of the act, so his 60 days end within a mediation's 30. */
function disputeRequest(respondentOrganId) {
  return {
    channel: 'WINDOW',
    receivedOn: seen.today,
    facts: '申请人经营的小吃店因标签标示不全被处以罚款，申请人认为处罚过重。',
    claims: '请求变更行政处罚决定，降低罚款数额。',
    fieldCode: 'MARKET',
    matterCode: 'PENALTY',
    respondentOrganId,
    actName: '行政处罚决定',
    actDocumentNo: '余市监罚〔2026〕9001号',
    actOn: addDays(seen.today, -50),
    actKnownOn: addDays(seen.today, -45),
    amount: 5000,
    parties: [
      {
        role: 'APPLICANT',
        kind: 'PERSON',
        name: '叶听雨',
        idType: 'ID_CARD',
        idNumber: '330110199001010014',
        phone: '13800000000',
        address: '杭州市余杭区某街道某路1号',
      },
    ],
  };
}

/** Performs a step on the case as it is now, and answers what may be done next. */
async function perform(login, caseId, name, input) {
  const { version } = await get(login, `cases/${caseId}/actions`);
  return call(`cases/${caseId}/actions/${name}`, { as: login, method: 'POST', body: { version, input }, expect: 200 });
}

async function get(login, url) {
  return call(url, { as: login, expect: 200 });
}

async function post(login, url, body, more = {}) {
  return call(url, { as: login, method: 'POST', body, ...more });
}

async function refused(login, url, body, status) {
  return call(url, { as: login, method: 'POST', body, expect: status });
}

async function refusedView(login, url) {
  const problem = await call(url, { as: login, expect: 403 });
  say(`the dispute itself, for the auditor: ${problem.code}`);
}

/** The only one a list answers. */
async function one(login, url) {
  const { items } = await get(login, url);
  must(items.length === 1, `${url} answers ${items.length} records, not one`);
  return items[0];
}

/** A request to the API; `expect` is the status, any success if absent. */
async function call(url, { as, method = 'GET', body, headers = {}, expect } = {}) {
  const answer = await fetch(encodeURI(`${address}/api/v1/${url}`), {
    method,
    headers: {
      ...(as ? { authorization: `Bearer ${await tokenOf(as)}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await answer.text();
  const fits = expect === undefined ? answer.ok : answer.status === expect;
  must(fits, `${method} /api/v1/${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function tokenOf(login) {
  seen.tokens[login] ??= (
    await call('auth/token', { method: 'POST', body: { login, password: PASSWORD }, expect: 200 })
  ).token;
  return seen.tokens[login];
}

/** Asks again until there is an answer: what follows an event is done by a worker, in a moment. */
async function until(failure, ask) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    must(Date.now() < deadline, `${failure} within ${PATIENCE_MS / 1000} s`);
    await sleep(500);
  }
}

function clockOf(view, rule) {
  const clock = view.clocks.find((each) => each.rule === rule);
  must(clock, `there is no clock ${rule}`);
  return clock;
}

function action(actions, name) {
  const found = actions.find((each) => each.name === name);
  must(found, `there is no action ${name}`);
  return found;
}

function showClocks(all) {
  for (const clock of all) {
    must(clock.article, `${clock.rule} has no article`);
    must(/^\d{4}-\d{2}-\d{2}$/.test(clock.dueOn), `${clock.rule} has no due date`);
    const provisional = clock.provisional ? ', provisional' : '';
    say(`${clock.rule} ${clock.ruleName}: ${clock.dueOn}${provisional}, ${clock.state}（${clock.article}）`);
  }
}

function showActions(actions) {
  for (const { code, name, label, permitted, refusals } of actions) {
    say(`${code} ${name} ${label}: ${permitted ? 'permitted' : refusals.map((r) => r.detail).join(' ')}`);
  }
}

function addDays(day, n) {
  return new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
}

function say(text) {
  console.log(`   ${text}`);
}

function must(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
