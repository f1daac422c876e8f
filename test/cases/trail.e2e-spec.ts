import { CHANGES_ONLY, forget, noteChange, record } from '@app/audit';
import { newId, SYSTEM_ID, type Id } from '@app/kernel';
import { sql } from '@app/platform';
import { startApp, type TestApp } from '../support/app.js';
import { Given } from '../support/given.js';

let t: TestApp;
let actor: { personId: Id };

beforeAll(async () => {
  t = await startApp();
  actor = { personId: await new Given(t).personId('lian') };
});

afterAll(() => t.close());

const by = () => ({ ...actor, kind: 'person' as const, name: '', posts: [], permissions: new Set<string>() });
const about = (subjectId: Id) => ({ subjectType: 'case', subjectId, scopeId: subjectId });
const trail = (id: Id) =>
  t.database.read<{ action: string; actorId: Id; detail: Record<string, unknown> }>(
    'SELECT action, actor_id AS "actorId", detail FROM audit.entry WHERE subject_id = $1 ORDER BY id',
    [id],
  );

describe('a change of a record', () => {
  it('is kept, in order, with the last act about it, and with the business clock’s time', async () => {
    const [id, other] = [newId(), newId()];
    await t.database.transaction((tx) => {
      noteChange(tx, about(id), { is: 'one/1' });
      record(tx, by(), { action: 'cases.first', ...about(id) });
      noteChange(tx, about(id), { is: 'two/1' });
      record(tx, by(), { action: 'cases.second', ...about(id), detail: { said: true } });
      record(tx, by(), { action: 'cases.other', ...about(other) });
      return Promise.resolve();
    });
    const moment = t.clock.now().toISOString();
    expect(await trail(id)).toEqual([
      { action: 'cases.first', actorId: actor.personId, detail: {} },
      {
        action: 'cases.second',
        actorId: actor.personId,
        detail: { said: true, changes: [{ is: 'one/1' }, { is: 'two/1' }], moment },
      },
    ]);
    expect((await trail(other))[0]!.detail).toEqual({});
  });

  it('has an entry of its own if nothing was recorded about it, by whoever acted, or the system', async () => {
    const [id, other, alone] = [newId(), newId(), newId()];
    await t.database.transaction((tx) => {
      record(tx, by(), { action: 'cases.act', ...about(other) });
      noteChange(tx, about(id), { is: 'one/1' });
      return Promise.resolve();
    });
    await t.database.transaction((tx) => Promise.resolve(noteChange(tx, about(alone), { is: 'one/1' })));
    expect(await trail(id)).toMatchObject([{ action: CHANGES_ONLY, actorId: actor.personId }]);
    expect(await trail(alone)).toMatchObject([{ action: CHANGES_ONLY, actorId: SYSTEM_ID }]);
  });

  it('that was taken back to a savepoint is not kept', async () => {
    const id = newId();
    await t.database.transaction(async (tx) => {
      await sql(tx, 'SAVEPOINT here');
      noteChange(tx, about(id), { is: 'one/1' });
      record(tx, by(), { action: 'cases.act', ...about(id) });
      await sql(tx, 'ROLLBACK TO SAVEPOINT here');
      forget(tx);
      record(tx, by(), { action: 'cases.refused', ...about(id) });
    });
    expect(await trail(id)).toEqual([{ action: 'cases.refused', actorId: actor.personId, detail: {} }]);
    await t.database.transaction((tx) => {
      noteChange(tx, about(id), { is: 'one/1' });
      forget(tx);
      return Promise.resolve();
    });
    expect(await trail(id)).toHaveLength(1);
  });
});
