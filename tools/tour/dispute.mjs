// A dispute is registered, and its periods run.
import {
  addDays,
  address,
  call,
  clockOf,
  get,
  must,
  one,
  post,
  refused,
  say,
  seen,
  showClocks,
  until,
} from './client.mjs';

export const DISPUTE = [
  ['the service is ready', ready],
  ['log in', logIn],
  ['register a dispute', register],
  ['its clocks run, each with its article', clocks],
  ['a due date with its working', preview],
  ['registering it again warns of a duplicate', duplicate],
  ['a worker gives it to an officer', assigned],
];

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
