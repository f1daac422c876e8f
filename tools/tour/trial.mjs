// The officers take the case from admissibility to a served decision.
import { PDFDocument } from '@cantoo/pdf-lib';
import { call, clockOf, download, get, must, perform, post, say, seen, showClocks, until } from './client.mjs';
import { track } from './applicant.mjs';
import { kase, made, signed } from './papers.mjs';

export const TRIAL = [
  ['admissibility is judged condition by condition, by what is known', assess],
  ['confirmed, it is accepted, and two officers try it', accept],
  ['papers are drafted from the case and signed: number, day, hash', notices],
  ['a worker makes .docx and PDF of them', renditions],
  ['evidence is uploaded into the volume', evidence],
  ['the respondent is served, and replies', reply],
  ['both sides are heard, the officers deliberate', deliberate],
  ['three approvals, and the decision is made', decide],
  ['the decision is signed and served, online on the applicant', serve],
  ['the whole case file as one PDF', caseFile],
  ['the case as it stood before the decision', asOf],
];

const FOUND = {
  actGround: 'PENALTY',
  exclusion: 'NONE',
  interest: 'ADDRESSEE',
  claimSpecific: true,
  reasonsGiven: true,
  identityProved: true,
  courtAccepted: false,
};
const CONTACT = '余杭区司法局行政复议科，0571-00000000，杭州市余杭区某街道某路9号';

const step = (login, name, input) => perform(login, seen.online.id, name, input);
const personOf = async (login) => (await get(login, 'me')).personId;

async function assess() {
  const { items } = await get('lian', 'cases?procedure=reconsideration&size=20');
  seen.online = items.find((each) => each.number === seen.receipt.caseNumber);
  must(seen.online, 'the officers do not see the application');
  await step('lian', 'assign-reviewer', { reviewerId: await personOf('fuyi') });
  const first = await post('fuyi', `${kase()}/admissibility`, { stated: {} });
  const open = first.conditions.filter((each) => each.computed === 'UNKNOWN');
  must(open.length > 0 && open.every((each) => each.findings.length > 0), 'nothing is said of what is open');
  for (const { name, findings } of open) say(`${name}: ${findings.find((each) => each.settle)?.settle}`);
  const { refusals } = (await get('lian', `${kase()}/actions`)).actions.find((each) => each.name === 'accept');
  must(refusals.length > 0, 'it may be accepted although conditions are open');
  say(`accept: ${refusals[0].detail}`);
}

async function accept() {
  const { id, outcome, conditions } = await post('fuyi', `${kase()}/admissibility`, { stated: FOUND });
  must(outcome === 'ACCEPT', `the outcome is ${outcome}`);
  for (const { condition, name, article } of conditions) {
    const answer = { assessmentId: id, answer: 'MET' };
    await call(`${kase()}/admissibility/conditions/${condition}`, {
      as: 'fuyi',
      method: 'POST',
      body: answer,
      expect: 200,
    });
    say(`${name}（${article}）`);
  }
  await step('lian', 'accept', { met: conditions.map((each) => each.condition) });
  const [handlerId, memberId] = [await personOf('fuyi'), await personOf('shenli')];
  const { stateName } = await step('kezhang', 'open-trial', { track: 'ORDINARY', handlerId, memberIds: [memberId] });
  say(stateName);
  showClocks((await get('fuyi', kase())).clocks);
}

async function notices() {
  seen.papers = [];
  for (const kind of ['R06', 'R07']) seen.papers.push(await signed(kind, { contact: CONTACT }, 'juzhang'));
}

async function renditions() {
  for (const { id, title } of seen.papers) {
    const files = await made(id);
    const [docx, pdf] = [
      await download('fuyi', `${kase()}/papers/${id}/docx`),
      await download('fuyi', `${kase()}/papers/${id}/pdf`),
    ];
    must(docx.bytes.subarray(0, 2).toString() === 'PK', `${title}: the .docx is none`);
    must(pdf.bytes.subarray(0, 5).toString() === '%PDF-', `${title}: the PDF is none`);
    const { engine } = files.find((file) => file.format === 'pdf');
    say(`${title}: .docx ${docx.bytes.length} bytes, PDF ${pdf.bytes.length} bytes, by ${engine}`);
  }
}

async function evidence() {
  const { disputeId } = await get('fuyi', kase());
  const { parties, respondentOrganId } = await get('fuyi', `disputes/${disputeId}`);
  Object.assign(seen.online, { disputeId, applicantId: parties[0].id, respondentId: respondentOrganId });
  const fields = {
    category: 'EVIDENCE',
    side: 'APPLICANT',
    partyId: parties[0].id,
    submittedOn: seen.today,
    evidenceKind: 'DOCUMENTARY',
    proves: '证明作出处罚前未告知陈述、申辩的权利',
  };
  const file = await upload(fields, '处罚决定书复印件.pdf');
  const { bytes, type } = await download('fuyi', `files/${file.id}`);
  must(
    type.startsWith('application/pdf') && bytes.subarray(0, 5).toString() === '%PDF-',
    'the file is not what it was',
  );
  const catalogue = await get('fuyi', `${kase()}/evidence`);
  must(JSON.stringify(catalogue).includes(file.id), 'the evidence is not in its catalogue');
  say(`${file.title}: ${file.versions[0].pages ?? 1} page, SHA-256 ${file.versions[0].sha256}`);
}

async function upload(fields, name) {
  const document = await PDFDocument.create();
  document.addPage().drawText('evidence', { x: 60, y: 700 });
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', new Blob([await document.save()], { type: 'application/pdf' }), name);
  return call(`${kase()}/files`, { as: 'fuyi', method: 'POST', form, expect: 201 });
}

async function reply() {
  await step('fuyi', 'send-copy', { sentOn: seen.today });
  const delivery = (await get('fuyi', `${kase()}/deliveries`)).find((each) => each.paper === 'COPY');
  must(delivery, 'the copy is not in the register of service');
  await served(delivery.id, { method: 'DIRECT', on: seen.today, receivedBy: 'MAIL_ROOM' });
  say(`${delivery.paperName}: served on ${delivery.recipientName}`);
  const view = await get('fuyi', kase());
  must(clockOf(view, 'RC_REPLY').state === 'RUNNING', 'the period to reply does not run');
  showClocks([clockOf(view, 'RC_REPLY')]);
  const agents = [{ name: '程某', employment: 'STAFF' }];
  await step('lianluo-shichang', 'receive-reply', { receivedOn: seen.today, agents, withEvidence: true });
  say('the respondent replied with evidence');
}

function served(id, body) {
  return call(`deliveries/${id}/served`, { as: 'fuyi', method: 'POST', body, expect: 200 });
}

async function deliberate() {
  for (const partyId of [seen.online.applicantId, seen.online.respondentId])
    await step('fuyi', 'record-opinion', { partyId, method: 'PHONE', heardOn: seen.today });
  for (const login of ['fuyi', 'shenli'])
    await step(login, 'give-opinion', {
      opinion: '作出处罚前未告知陈述、申辩的权利，违反法定程序。',
      vote: 'AGREE',
      kind: 'REVOKE',
    });
  const { stateName } = await step('fuyi', 'start-drafting', { report: '审理报告：处罚程序违法，建议撤销。' });
  say(stateName);
}

async function decide() {
  await step('fuyi', 'submit-draft', {
    kind: 'REVOKE',
    ground: 'PROCEDURE_ILLEGAL',
    conclusion: '撤销余市监罚〔2026〕9002号行政处罚决定。',
    signedByIds: [await personOf('fuyi'), await personOf('shenli')],
    compensation: 'NONE',
  });
  await step('kezhang', 'pass-department-review', { opinion: '同意' });
  await step('juzhang', 'pass-institution-review', { opinion: '同意，报审批' });
  const { stateName } = await step('quzhang', 'approve-decision', { mode: 'HEAD', opinion: '同意' });
  const view = await get('fuyi', kase());
  must(clockOf(view, 'RC_DECIDE').state === 'MET', 'the period of decision still runs');
  say(stateName);
}

async function serve() {
  const decision = await signed('R22-REVOKE', DECISION, 'quzhang');
  seen.papers.push(decision);
  await made(decision.id);
  const deliveries = (await get('fuyi', `${kase()}/deliveries`)).filter((each) => each.paper === 'DECISION');
  const to = (recipientId) => deliveries.find((each) => each.recipientId === recipientId);
  await served(to(seen.online.respondentId).id, { method: 'DIRECT', on: seen.today, receivedBy: 'MAIL_ROOM' });
  const attempt = { method: 'ELECTRONIC', on: seen.today };
  await call(`deliveries/${to(seen.online.applicantId).id}/attempts`, {
    as: 'fuyi',
    method: 'POST',
    body: attempt,
    expect: 200,
  });
  await receive();
  const view = await get('fuyi', kase());
  must(view.state === 'SERVED' || view.state === 'PERFORMANCE', `the case is ${view.stateName}`);
  say(view.stateName);
  showClocks([clockOf(view, 'RC_SUE')]);
}

/** The applicant confirms on her page that she has it. */
async function receive() {
  const waiting = (await track()).documents.find((each) => each.toConfirm);
  must(waiting, 'the applicant is not told of the decision');
  const { caseNumber: number, code } = seen.receipt;
  const got = await call('portal/documents/receive', {
    method: 'POST',
    body: { number, code, documentId: waiting.id },
    expect: 200,
  });
  must(got.servedOn === seen.today, `it was served on ${got.servedOn}`);
  const { title, meaning } = await track();
  say(`${got.name}: ${got.method}, ${got.servedOn}; she reads: ${title}, ${meaning}`);
}

async function caseFile() {
  const { id } = await call(`${kase()}/file-exports`, {
    as: 'fuyi',
    method: 'POST',
    body: { withSub: false },
    expect: 201,
  });
  const done = await until('the case file was not made', async () => {
    const view = await get('fuyi', `file-exports/${id}`);
    must(view.state !== 'FAILED', `it failed: ${view.errorCode}`);
    return view.state === 'DONE' ? view : undefined;
  });
  const { bytes } = await download('fuyi', `file-exports/${id}/content`);
  must(bytes.subarray(0, 5).toString() === '%PDF-', 'the case file is no PDF');
  say(`${done.total} files on ${done.pages} pages, ${bytes.length} bytes`);
}

async function asOf() {
  const at = seen.papers[0].signedAt;
  const view = await get('fuyi', `${kase()}/as-of?at=${at}`);
  must(view.state === 'IN_TRIAL', `it was ${view.state}`);
  say(`${at}: ${view.stateName}`);
  showClocks(view.clocks);
}

/** What the case does not know of its decision. */
const DECISION = {
  factsFound: '被申请人作出处罚决定前，未告知申请人依法享有的陈述、申辩的权利。',
  evidence: ['行政处罚决定书', '行政处罚案卷'],
  reasoning: '被申请人作出处罚决定违反法定程序。',
  scope: 'WHOLE',
  remake: 'NO',
};
