// An applicant applies online, without an account.
import { addDays, call, must, one, say, seen } from './client.mjs';

export const APPLICANT = [
  ['an applicant writes an application online, and the check names what is missing', write],
  ['she hands it in: a receipt, the same one if she does so again', handIn],
  ['anybody can verify the receipt, and only she can follow the case', follow],
];

async function write() {
  seen.draft = await call('portal/drafts', { method: 'POST', expect: 201 });
  const { service, ...incomplete } = await content();
  await save(incomplete);
  const before = await check();
  must(!before.complete && before.findings.some((f) => f.severity === 'error'), 'the check misses the address');
  for (const { severity, detail, article } of before.findings)
    say(`${severity}: ${detail}${article ? `（${article}）` : ''}`);
  await save({ ...incomplete, service });
  const after = await check();
  must(after.complete, `the check finds ${JSON.stringify(after.findings)}`);
  must(after.period.inTime, 'the application is late');
  say(`${after.period.explanation}（${after.period.article}）`);
}

async function handIn() {
  const submit = () =>
    call(`portal/drafts/${seen.draft.id}/submit`, own({ version: seen.draft.version, declaration: true }));
  seen.receipt = await submit();
  const again = await submit();
  must(JSON.stringify(again) === JSON.stringify(seen.receipt), 'handed in again, it answers another receipt');
  const { number, caseNumber, receivedOn, hash, statement, article } = seen.receipt;
  must(/^[0-9a-f]{64}$/.test(hash) && receivedOn === seen.today, 'the receipt has no hash, or another day');
  say(`${number}, ${caseNumber}, received ${receivedOn}, SHA-256 ${hash}`);
  say(`${statement}（${article}）`);
}

async function follow() {
  const { number, hash } = seen.receipt;
  const verify = (body) => call('portal/receipts/verify', { method: 'POST', body, expect: 200 });
  must((await verify({ number, hash })).genuine, 'the receipt is not genuine');
  must(!(await verify({ number, hash: '0'.repeat(64) })).genuine, 'a forged receipt is genuine');
  const stranger = await call('portal/track', {
    method: 'POST',
    body: { number, code: 'AAAA-BBBB-CCCC-DDDD' },
    expect: 404,
  });
  say(`with a wrong code: ${stranger.code}`);
  const { title, meaning, next } = await track();
  say(`${title}: ${meaning}`);
  must(next.length > 0, 'nothing is said of what comes next');
  for (const { what, by, article } of next) say(`next, by ${by}: ${what}（${article}）`);
}

/** How the case stands, as its applicant sees it. */
export function track() {
  const { caseNumber: number, code } = seen.receipt;
  return call('portal/track', { method: 'POST', body: { number, code }, expect: 200 });
}

async function save(application) {
  const { id, code, version } = seen.draft;
  const headers = { 'x-portal-code': code };
  const saved = await call(`portal/drafts/${id}`, {
    method: 'PUT',
    headers,
    body: { version, content: application },
    expect: 200,
  });
  seen.draft.version = saved.version;
}

function check() {
  return call(`portal/drafts/${seen.draft.id}/check`, own({ own: [] }));
}

function own(body) {
  return { method: 'POST', headers: { 'x-portal-code': seen.draft.code }, body, expect: 200 };
}

/** Invented, under an ID number that cannot be anybody's. */
async function content() {
  const respondent = await one('zhongxin', 'directory/organs?kind=DEPARTMENT&keyword=市场监督管理局');
  const [phone, address] = ['13800000002', '杭州市余杭区某街道某路3号'];
  return {
    applicants: [
      {
        kind: 'PERSON',
        name: '沈听澜',
        sex: 'FEMALE',
        idType: 'ID_CARD',
        idNumber: '330110199303030031',
        phone,
        domicile: address,
      },
    ],
    respondentOrganId: respondent.id,
    fieldCode: 'MARKET',
    matterCode: 'PENALTY',
    actName: '行政处罚决定',
    actDocumentNo: '余市监罚〔2026〕9002号',
    actOn: addDays(seen.today, -20),
    actKnownOn: addDays(seen.today, -18),
    claims: '请求撤销该行政处罚决定。',
    facts: '处罚决定认定的事实不清，作出前未听取申请人的陈述和申辩。',
    service: { recipient: '沈听澜', phone, address, electronicConsent: true, electronicAddress: phone },
  };
}
