import { instantOf, type Id } from '@app/kernel';
import { mustBe } from '../support/given.js';
import { Papers, type Paper } from './papers.js';

const LIAISON = 'lianluo-wuchang';

let given: Papers;
let caseId: Id;
let paper: Paper;
let secret: Paper;

/** Tuesday, 24 November 2026. */
beforeAll(async () => {
  given = await Papers.start();
  caseId = await given.caseOf();
  at('10:00');
  paper = await given.draft(caseId);
  secret = await given.draft(caseId, 'Z05');
  at('10:30');
  paper = mustBe(200, await given.act('lian', caseId, paper, 'submit')) as Paper;
  at('11:00');
  paper = mustBe(200, await given.act('juzhang', caseId, paper, 'sign')) as Paper;
  at('12:00');
  const void_ = { reason: '引用条款有误。' };
  paper = mustBe(200, await given.act('juzhang', caseId, paper, 'void', void_)) as Paper;
  secret = mustBe(200, await given.act('lian', caseId, secret, 'void', void_)) as Paper;
  at('13:00');
});

afterAll(() => given.app.close());

const instant = (time: string): Date => instantOf('2026-11-24', time);
const at = (time: string): void => given.app.clock.set(instant(time));

async function asOf(time: string, login = 'lian') {
  const path = `/cases/${caseId}/as-of?at=${encodeURIComponent(instant(time).toISOString())}`;
  return mustBe(200, await (await given.app.as(login)).get(path)) as {
    documents: { documentId: Id; kind: string; state: string; number: string | null }[];
    history: { sentence: string }[];
  };
}

async function historyOf(login: string): Promise<string[]> {
  const [row] = await given.app.database.read<{ id: Id }>(
    'SELECT dispute_id AS id FROM cases.case_file WHERE id = $1',
    [caseId],
  );
  const answer = await (await given.app.as(login)).get(`/disputes/${row!.id}/history?limit=200`);
  return (mustBe(200, answer) as { sentence: string; action: string }[])
    .filter(({ action }) => action.startsWith('documents.'))
    .map(({ sentence }) => sentence);
}

describe('the papers of a case as of a moment', () => {
  it.each`
    time       | state          | signed   | draft
    ${'10:00'} | ${'DRAFT'}     | ${false} | ${'DRAFT'}
    ${'10:59'} | ${'SUBMITTED'} | ${false} | ${'DRAFT'}
    ${'11:00'} | ${'SIGNED'}    | ${true}  | ${'DRAFT'}
    ${'12:30'} | ${'VOID'}      | ${true}  | ${'DISCARDED'}
  `('at $time: $state', async ({ time, state, signed, draft }: Record<string, string>) => {
    const { documents } = await asOf(time!);
    expect(documents).toEqual([
      { documentId: paper.id, kind: 'Z01', state, number: signed ? paper.number : null },
      { documentId: secret.id, kind: 'Z05', state: draft, number: null },
    ]);
    expect(paper.number).not.toBeNull();
  });

  it('are none before the first was drafted', async () => {
    at('13:00');
    const found = await given.app.database.read<{ detail: Record<string, unknown> }>(
      `SELECT detail FROM audit.entry WHERE action LIKE 'documents.%'`,
    );
    for (const { detail } of found)
      expect(
        Object.keys(detail)
          .filter((key) => key !== 'moment')
          .sort(),
      ).toEqual(
        ['caseId', 'documentId', 'kind', 'number', 'state'], // prettier-ignore
      );
    expect((await asOf('09:59')).documents).toEqual([]);
  });

  it('are for others those they may read', async () => {
    expect((await asOf('12:30', LIAISON)).documents.map(({ documentId }) => documentId)).toEqual([paper.id]);
    const told = (await asOf('12:30', LIAISON)).history.map(({ sentence }) => sentence).join('\n');
    expect(told).toContain(paper.number);
    expect(told.match(/作废了/g)).toHaveLength(1);
  });
});

it('the history names papers by their kind, and those of the 副卷 only to those who conduct the case', async () => {
  const [all, told] = [await historyOf('lian'), await historyOf(LIAISON)];
  expect(all).toHaveLength(6);
  expect(all.join('\n')).not.toMatch(/文书》|操作/);
  expect(told).toHaveLength(4);
  expect(all).toEqual(expect.arrayContaining(told));
});
