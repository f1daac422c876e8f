import type { Id } from '@app/kernel';
import { Papers, type Paper } from './papers.js';

const PAPERS = 50;

let given: Papers;

beforeAll(async () => {
  given = await Papers.start([], 16);
});

afterAll(() => given.app.close());

it(`${PAPERS} papers of several cases signed at once get the numbers 1 to ${PAPERS}, none missing, none twice`, async () => {
  const cases: Id[] = [];
  for (let n = 0; n < 5; n++) cases.push(await given.caseOf());
  const waiting: [Id, Paper][] = [];
  for (let n = 0; n < PAPERS; n++) {
    const caseId = cases[n % cases.length]!;
    waiting.push([caseId, await given.submitted(caseId)]);
  }
  const answers = await Promise.all(waiting.map(([caseId, paper]) => given.act('juzhang', caseId, paper, 'sign')));
  expect(answers.map((answer) => answer.status)).toEqual(Array(PAPERS).fill(200));
  const serials = answers.map((answer) => Number(/^余政复告〔2026〕(\d+)号$/.exec((answer.body as Paper).number!)![1]));
  expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: PAPERS }, (_, n) => n + 1));
}, 120_000);
