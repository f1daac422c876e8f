import { newId } from '@app/kernel';
import { startNotifications, type NotificationsApp } from './support.js';

const OFF = { email: { enabled: false }, webhook: { enabled: false } };

describe('notification preferences', () => {
  let heyi: NotificationsApp;
  let without: NotificationsApp;

  beforeAll(async () => {
    heyi = await startNotifications({ smtpUrl: 'smtp://127.0.0.1:1', allowPrivateWebhooks: false });
    without = await startNotifications({});
  });
  afterAll(async () => {
    await heyi.close();
    await without.close();
  });

  it('are off until they are set', async () => {
    const { body } = await heyi.as(newId()).get('/me/notification-preferences').expect(200);
    expect(body).toEqual({
      email: { available: true, enabled: false, address: null, mutedKinds: [] },
      webhook: { available: true, enabled: false, url: null, mutedKinds: [] },
    });
  });

  it('are kept, and the secret of a new address is shown once', async () => {
    const me = newId();
    const wanted = {
      email: { enabled: true, address: 'clerk@example.gov.cn', mutedKinds: ['clock-near'] },
      webhook: { enabled: true, url: 'https://hooks.example.org/heyi' },
    };
    const set = await heyi.as(me).put('/me/notification-preferences').send(wanted).expect(200);
    expect(set.body.webhook.secret).toMatch(/^[\w-]{43}$/);
    const again = await heyi.as(me).put('/me/notification-preferences').send(wanted).expect(200);
    expect(again.body.webhook).not.toHaveProperty('secret');
    const { body } = await heyi.as(me).get('/me/notification-preferences').expect(200);
    expect(body).toEqual({
      email: { available: true, enabled: true, address: 'clerk@example.gov.cn', mutedKinds: ['clock-near'] },
      webhook: { available: true, enabled: true, url: 'https://hooks.example.org/heyi', mutedKinds: [] },
    });
    const [row] = await heyi.database.read<{ secret_cipher: Buffer }>(
      'SELECT secret_cipher FROM notifications.webhook_subscriber WHERE person_id = $1',
      [me],
    );
    expect(row!.secret_cipher.toString('latin1')).not.toContain(set.body.webhook.secret);
  });

  it('are audited without the address', async () => {
    const me = newId();
    const email = { enabled: true, address: 'audited@example.gov.cn' };
    await heyi
      .as(me)
      .put('/me/notification-preferences')
      .send({ ...OFF, email })
      .expect(200);
    const entries = await heyi.database.read<{ action: string; detail: object }>(
      'SELECT action, detail FROM audit.entry WHERE subject_id = $1',
      [me],
    );
    expect(entries).toEqual([{ action: 'notifications.set-preferences', detail: { email: true, webhook: false } }]);
  });

  it('take the mailbox of the directory if none is given', async () => {
    const me = newId();
    await heyi.database.read('INSERT INTO directory.person (id, name, email) VALUES ($1, $2, $3)', [
      me,
      '示例人员',
      'directory@example.gov.cn',
    ]);
    await heyi
      .as(me)
      .put('/me/notification-preferences')
      .send({ ...OFF, email: { enabled: true } })
      .expect(200);
  });

  it('say that e-mail is not available without a mail server', async () => {
    const me = newId();
    const { body } = await without.as(me).get('/me/notification-preferences').expect(200);
    expect(body.email.available).toBe(false);
    const email = { enabled: true, address: 'clerk@example.gov.cn' };
    const refused = await without
      .as(me)
      .put('/me/notification-preferences')
      .send({ ...OFF, email })
      .expect(409);
    expect(refused.body.code).toBe('notifications.channel-unavailable');
  });

  it.each([
    ['e-mail without an address', { email: { enabled: true } }, '#/email/address'],
    ['an address that is none', { email: { enabled: true, address: 'nobody' } }, '#/email/address'],
    ['a line break in an address', { email: { enabled: true, address: 'a@b.cn\r\nBcc: x@y.cn' } }, '#/email/address'],
    ['a kind that does not exist', { email: { enabled: false, mutedKinds: ['spam'] } }, '#/email/mutedKinds'],
    ['a webhook without an address', { webhook: { enabled: true } }, '#/webhook/url'],
    ['another protocol', { webhook: { enabled: true, url: 'ftp://example.org/' } }, '#/webhook/url'],
    ['a password in the address', { webhook: { enabled: true, url: 'https://a:b@example.org/' } }, '#/webhook/url'],
    ['loopback', { webhook: { enabled: true, url: 'http://127.0.0.1:3000/' } }, '#/webhook/url'],
    ['loopback, written as a number', { webhook: { enabled: true, url: 'http://2130706433/' } }, '#/webhook/url'],
    ['loopback of IPv6', { webhook: { enabled: true, url: 'http://[::1]/' } }, '#/webhook/url'],
    ['the cloud’s metadata', { webhook: { enabled: true, url: 'http://169.254.169.254/' } }, '#/webhook/url'],
    ['an unknown field', { email: { enabled: false, phone: '1' } }, '#/email/phone'],
    ['a missing part', { email: undefined }, '#/email'],
  ])('refuse %s', async (_what, part, pointer) => {
    const { body } = await heyi
      .as(newId())
      .put('/me/notification-preferences')
      .send({ ...OFF, ...part })
      .expect(422);
    expect(body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });

  describe('of the whole district', () => {
    it('name receivers of every message, once for an idempotency key', async () => {
      const me = newId();
      const add = () =>
        heyi
          .as(me)
          .post('/settings/webhooks')
          .set('idempotency-key', 'gateway')
          .send({ url: 'https://gateway.example.org/heyi' })
          .expect(201);
      const first = await add();
      expect(first.body.secret).toMatch(/^[\w-]{43}$/);
      const second = await add();
      expect(second.body).toEqual({ id: first.body.id, url: first.body.url, createdAt: first.body.createdAt });
      expect((await heyi.as(me).get('/settings/webhooks')).body).toHaveLength(1);
      await heyi.as(me).delete(`/settings/webhooks/${first.body.id}`).expect(204);
      await heyi.as(me).delete(`/settings/webhooks/${first.body.id}`).expect(404);
      expect((await heyi.as(me).get('/settings/webhooks')).body).toEqual([]);
    });

    it('refuse an address inside', async () => {
      await heyi.as(newId()).post('/settings/webhooks').send({ url: 'http://10.0.0.8/' }).expect(422);
    });
  });
});
