import { newId } from '@app/kernel';
import { message, startNotifications, type NotificationsApp } from './support.js';

describe('the inbox', () => {
  let heyi: NotificationsApp;
  const [mine, other] = [newId(), newId()];

  beforeAll(async () => {
    heyi = await startNotifications({});
  });
  afterAll(() => heyi.close());
  beforeEach(() => heyi.database.read('DELETE FROM notifications.notification'));

  it('shows one’s own messages, newest first, in pages', async () => {
    for (const n of [1, 2, 3]) await heyi.send([message({ recipientId: mine, title: `第${n}条` })]);
    await heyi.send([message({ recipientId: other })]);
    const { body } = await heyi.as(mine).get('/notifications?size=2').expect(200);
    expect(body).toMatchObject({ page: 1, size: 2, total: 3, totalIsCapped: false });
    expect(body.items.map((n: { title: string }) => n.title)).toEqual(['第3条', '第2条']);
    const second = await heyi.as(mine).get('/notifications?size=2&page=2').expect(200);
    expect(second.body.items.map((n: { title: string }) => n.title)).toEqual(['第1条']);
  });

  it('links to the dispute and carries the business time', async () => {
    const disputeId = newId();
    await heyi.send([message({ recipientId: mine, disputeId })]);
    const { body } = await heyi.as(mine).get('/notifications').expect(200);
    expect(body.items[0]).toMatchObject({
      link: `/disputes/${disputeId}`,
      createdAt: '2026-11-24T01:00:00.000Z',
      readAt: null,
    });
  });

  it('marks one and all as read, and counts what is not', async () => {
    await heyi.send(['a', 'b', 'c'].map((key) => message({ recipientId: mine, dedupeKey: `read:${key}` })));
    const list = await heyi.as(mine).get('/notifications').expect(200);
    await heyi.as(mine).post(`/notifications/${list.body.items[0].id}/read`).expect(204);
    await heyi.as(mine).post(`/notifications/${list.body.items[0].id}/read`).expect(204);
    expect((await heyi.as(mine).get('/notifications/unread-count')).body).toEqual({ unread: 2 });
    const unread = await heyi.as(mine).get('/notifications?unread=true').expect(200);
    expect(unread.body).toMatchObject({ total: 2 });
    expect((await heyi.as(mine).get('/notifications?unread=false')).body).toMatchObject({ total: 3 });
    expect((await heyi.as(mine).post('/notifications/read-all').expect(200)).body).toEqual({ marked: 2 });
    expect((await heyi.as(mine).get('/notifications/unread-count')).body).toEqual({ unread: 0 });
  });

  it('does not know another’s message (404), nor one that does not exist', async () => {
    await heyi.send([message({ recipientId: other })]);
    const theirs = await heyi.as(other).get('/notifications');
    const { id } = theirs.body.items[0];
    const refused = await heyi.as(mine).post(`/notifications/${id}/read`).expect(404);
    expect(refused.body.code).toBe('notifications.notification.not-found');
    await heyi.as(mine).post(`/notifications/${newId()}/read`).expect(404);
    expect((await heyi.as(other).get('/notifications/unread-count')).body).toEqual({ unread: 1 });
  });

  it.each([
    ['/notifications?size=101', 422],
    ['/notifications?page=0', 422],
    ['/notifications?unread=perhaps', 422],
    ['/notifications?owner=somebody', 422],
  ])('refuses %s', async (path, status) => {
    await heyi.as(mine).get(path).expect(status);
  });

  it('refuses an id that is none', async () => {
    await heyi.as(mine).post('/notifications/12/read').expect(400);
  });

  it('takes a message once for its key, also within one batch, and tells how many are new', async () => {
    const same = message({ recipientId: mine, dedupeKey: 'once' });
    expect(await heyi.send([same, { ...same, title: '重复' }])).toBe(1);
    expect(await heyi.send([same, message({ recipientId: mine })])).toBe(1);
    expect((await heyi.as(mine).get('/notifications')).body.total).toBe(2);
  });

  it('takes 20,000 messages in a few seconds', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => message({ recipientId: mine, dedupeKey: `many:${n}` }));
    const begun = Date.now();
    expect(await heyi.send(many)).toBe(20_000);
    expect(Date.now() - begun).toBeLessThan(12_000);
    expect((await heyi.as(mine).get('/notifications')).body).toMatchObject({ total: 1000, totalIsCapped: true });
    expect((await heyi.as(mine).get('/notifications/unread-count')).body).toEqual({ unread: 1000 });
  });
});
