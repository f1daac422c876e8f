// What every chapter of the tour uses: requests to the API of a running demo, and checks of what it answers.
import { setTimeout as sleep } from 'node:timers/promises';

export const address = (process.argv[2] ?? `http://127.0.0.1:${process.env.PORT || 3000}`).replace(/\/+$/, '');
const PASSWORD = 'Heyi-demo-2026';
const PATIENCE_MS = 90_000;

/** What later steps need of earlier ones. */
export const seen = { tokens: {} };

/** Performs a step on the case as it is now, and answers what may be done next. */
export async function perform(login, caseId, name, input) {
  const { version } = await get(login, `cases/${caseId}/actions`);
  return call(`cases/${caseId}/actions/${name}`, { as: login, method: 'POST', body: { version, input }, expect: 200 });
}

export async function get(login, url) {
  return call(url, { as: login, expect: 200 });
}

export async function post(login, url, body, more = {}) {
  return call(url, { as: login, method: 'POST', body, ...more });
}

export async function refused(login, url, body, status) {
  return call(url, { as: login, method: 'POST', body, expect: status });
}

/** The only one a list answers. */
export async function one(login, url) {
  const { items } = await get(login, url);
  must(items.length === 1, `${url} answers ${items.length} records, not one`);
  return items[0];
}

/** A request to the API; `expect` is the status, any success if absent. A `form` is sent as one. */
export async function call(url, { as, method = 'GET', body, form, headers = {}, expect } = {}) {
  const text = await (await answerOf(url, { as, method, body, form, headers, expect })).text();
  return text === '' ? undefined : JSON.parse(text);
}

/** A file the API answers. */
export async function download(login, url) {
  const answer = await answerOf(url, { as: login, method: 'GET', headers: {}, expect: 200 });
  return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function answerOf(url, { as, method, body, form, headers, expect }) {
  const answer = await fetch(encodeURI(`${address}/api/v1/${url}`), {
    method,
    headers: {
      ...(as ? { authorization: `Bearer ${await tokenOf(as)}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : form,
  });
  const fits = expect === undefined ? answer.ok : answer.status === expect;
  must(fits, fits || `${method} /api/v1/${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  return answer;
}

async function tokenOf(login) {
  seen.tokens[login] ??= (
    await call('auth/token', { method: 'POST', body: { login, password: PASSWORD }, expect: 200 })
  ).token;
  return seen.tokens[login];
}

/** Asks again until there is an answer: what follows an event is done by a worker, in a moment. */
export async function until(failure, ask) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    must(Date.now() < deadline, `${failure} within ${PATIENCE_MS / 1000} s`);
    await sleep(500);
  }
}

export function clockOf(view, rule) {
  const clock = view.clocks.find((each) => each.rule === rule);
  must(clock, `there is no clock ${rule}`);
  return clock;
}

export function showClocks(all) {
  for (const clock of all) {
    must(clock.article, `${clock.rule} has no article`);
    must(/^\d{4}-\d{2}-\d{2}$/.test(clock.dueOn), `${clock.rule} has no due date`);
    const provisional = clock.provisional ? ', provisional' : '';
    say(`${clock.rule} ${clock.ruleName}: ${clock.dueOn}${provisional}, ${clock.state}（${clock.article}）`);
  }
}

export function addDays(day, n) {
  return new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
}

export function say(text) {
  console.log(`   ${text}`);
}

export function must(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
