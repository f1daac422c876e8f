import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { WHO } from './example-facts.js';
import { SOUND_INPUTS } from './example-inputs.js';
import { RECONSIDERATION } from './lifecycle.js';

/** Properties found wrong in an input of a step, nested ones with their path. */
async function wrong(name: string, change: object = {}): Promise<string[]> {
  const type = RECONSIDERATION.transitions.find((each) => each.name === name)!.input!;
  const value = plainToInstance(type, { ...SOUND_INPUTS[name], ...change });
  const errors = await validate(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return errors.flatMap((each) =>
    each.children?.length ? each.children.map((child) => `${each.property}.${child.property}`) : each.property,
  );
}

const withInput = RECONSIDERATION.transitions.filter((each) => each.input).map((each) => each.name);

it.each(withInput)('%s: a sound input passes', async (name) => {
  expect(await wrong(name)).toEqual([]);
});

it.each(withInput)('%s: unknown fields are refused', async (name) => {
  expect(await wrong(name, { surprise: 1 })).toEqual(['surprise']);
});

it.each<[string, object, string[]]>([
  ['receive', { receivedOn: '2026-02-30' }, ['receivedOn']],
  ['receive', { receivedOn: 20260812 }, ['receivedOn']],
  ['receive', { method: 'PIGEON' }, ['method']],
  ['receive', { priorGround: 'EXPRESS_REFUSAL' }, ['priorGround']],
  ['assign-reviewer', { reviewerId: '1; DROP TABLE' }, ['reviewerId']],
  ['notify-correction', { items: [] }, ['items']],
  ['notify-correction', { items: ['补正', '  '] }, ['items']],
  ['notify-correction', { items: '补正' }, ['items']],
  ['notify-correction', { items: ['字'.repeat(301)] }, ['items']],
  ['serve-correction-notice', { method: 'DIRECT', on: '2026-13-01' }, ['on']],
  ['extend-correction', { days: 31 }, ['days']],
  ['extend-correction', { days: 1.5 }, ['days']],
  ['refuse', { failed: [] }, ['failed']],
  ['refuse', { failed: ['BAD_MOOD'] }, ['failed']],
  ['refuse', { reason: '   ' }, ['reason']],
  ['refuse', { competentAuthority: '' }, ['competentAuthority']],
  ['decline-repeat', { nothingNew: false }, ['nothingNew']],
  ['withdraw-early', { signedByIds: [WHO.applicant, WHO.applicant] }, ['signedByIds']],
  ['accept', { met: 'ALL' }, ['met']],
  ['open-trial', { memberIds: ['x'] }, ['memberIds']],
  ['receive-reply', { agents: [] }, ['agents']],
  ['receive-reply', { agents: [{ name: '甲某', employment: 'COUSIN' }] }, ['agents.0']],
  ['receive-reply', { agents: [1, 2, 3].map(() => ({ name: '甲某', employment: 'STAFF' })) }, ['agents']],
  ['extend', { days: 0 }, ['days']],
  ['extend', { days: '30' }, ['days']],
  ['suspend', { ground: 'S9' }, ['ground']],
  ['resume', { causeEnded: false }, ['causeEnded']],
  ['submit-draft', { kind: 'DISMISS' }, ['kind']],
  ['submit-draft', { signedByIds: [] }, ['signedByIds']],
  ['return-draft', { opinion: '' }, ['opinion']],
  ['approve-decision', { mode: 'ALONE' }, ['mode']],
  ['record-service', { method: 'WECHAT' }, ['method']],
  ['approve-decision', { attendees: [{ name: '甲某', title: '副区长', vote: 'MAYBE' }] }, ['attendees.0']],
  ['add-performance-item', { dueOn: '2026-02-30' }, ['dueOn']],
  ['report-performance', { outcome: 'SOME' }, ['outcome']],
  ['confirm-performance', { finding: ' ' }, ['finding']],
  ['order-performance', { days: 366 }, ['days']],
  ['order-performance', { days: 0 }, ['days']],
  ['enforce-against-party', { manner: 'FORCE' }, ['manner']],
  ['issue-opinion-letter', { content: '' }, ['content']],
  ['record-letter-report', { letterId: '1' }, ['letterId']],
  ['close-privacy-review', { redactions: ['NAME', 'NAME'] }, ['redactions']],
  ['close-privacy-review', { redactions: ['EVERYTHING'] }, ['redactions']],
  ['decide-publication', { decision: 'SECRET' }, ['decision']],
  ['archive', { entries: [] }, ['entries']],
  ['archive', { year: 1999 }, ['year']],
  ['link-litigation', { courtNumber: '10号' }, ['courtNumber']],
])('%s refuses %o', async (name, change, properties) => {
  expect(await wrong(name, change)).toEqual(properties);
});
