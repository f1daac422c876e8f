import { newId, type Id } from '@app/kernel';
import { createHmac } from 'node:crypto';
import { MailServer, message, Receiver, startNotifications, type NotificationsApp } from './support.js';

describe('delivery', () => {
  let heyi: NotificationsApp;
  const mail = new MailServer();
  const receiver = new Receiver();

  beforeAll(async () => {
    await receiver.listen();
    heyi = await startNotifications({ smtpUrl: await mail.listen() });
  });
  afterAll(async () => {
    await heyi.close();
    await mail.close();
    await receiver.close();
  });
  beforeEach(async () => {
    mail.mails.length = 0;
    mail.refuse = () => undefined;
    receiver.calls.length = 0;
    receiver.status = () => 204;
    await heyi.database.read('DELETE FROM notifications.webhook_subscriber');
    await heyi.database.read('DELETE FROM notifications.delivery');
    await heyi.database.read('DELETE FROM platform.outbox');
  });

  const person = async (wants: { email?: object; webhook?: object }): Promise<{ id: Id; secret: string }> => {
    const id = newId();
    const preferences = { email: { enabled: false }, webhook: { enabled: false }, ...wants };
    const { body } = await heyi.as(id).put('/me/notification-preferences').send(preferences).expect(200);
    return { id, secret: body.webhook.secret };
  };
  const mailed = (address = `${newId()}@example.gov.cn`) => person({ email: { enabled: true, address } });
  const hooked = (path = '/hook') => person({ webhook: { enabled: true, url: `${receiver.url}${path}` } });
  const deliveries = () =>
    heyi.database.read<{ id: Id; channel: string; state: string; attempts: number; code: string | null }>(
      'SELECT id, channel, state, attempts, last_error_code AS code FROM notifications.delivery ORDER BY id',
    );

  it('sends a mail with the message, a link and the delivery’s id', async () => {
    const { id } = await mailed('clerk@example.gov.cn');
    const disputeId = newId();
    await heyi.send([message({ recipientId: id, disputeId })]);
    await heyi.work();
    expect(mail.mails).toHaveLength(1);
    const [{ from, to, source }] = mail.mails as [(typeof mail.mails)[number]];
    expect({ from, to }).toEqual({ from: 'heyi@example.gov.cn', to: ['clerk@example.gov.cn'] });
    const [delivery] = await deliveries();
    expect(source).toContain(`Message-ID: <${delivery!.id}@example.gov.cn>`);
    expect(bodyOf(source)).toContain(`https://heyi.example.gov.cn/disputes/${disputeId}`);
    expect(bodyOf(source)).toContain('受理审查期限（复议法 2023 第30条）');
    expect(delivery).toMatchObject({ channel: 'email', state: 'SENT', attempts: 1, code: null });
  });

  it('posts to a webhook, signed', async () => {
    const { id, secret } = await hooked();
    await heyi.send([message({ recipientId: id, title: '标题' })]);
    await heyi.work();
    expect(receiver.calls).toHaveLength(1);
    const { headers, body } = receiver.calls[0]!;
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-heyi-signature']))!;
    expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1);
    expect(Math.abs(Number(t) - Date.now() / 1000)).toBeLessThan(60);
    const [notification] = await heyi.database.read<{ id: Id }>(
      'SELECT id FROM notifications.notification WHERE recipient_id = $1',
      [id],
    );
    expect(JSON.parse(body)).toEqual({
      id: notification!.id,
      kind: 'clock-near',
      title: '标题',
      link: expect.stringMatching(/^\/disputes\//),
      createdAt: '2026-11-24T01:00:00.000Z',
      recipientId: id,
    });
  });

  it('tells the district’s own webhooks of everybody’s messages', async () => {
    const { body } = await heyi
      .as(newId())
      .post('/settings/webhooks')
      .send({ url: `${receiver.url}/all` })
      .expect(201);
    await heyi.send([message({ recipientId: newId() }), message({ recipientId: newId() })]);
    await heyi.as(newId()).delete(`/settings/webhooks/${body.id}`).expect(204);
    await heyi.send([message({ recipientId: newId() })]);
    await heyi.work();
    // Removed before they were sent: given up, not sent to where nobody wants them.
    expect(receiver.calls).toHaveLength(0);
    expect((await deliveries()).map((d) => d.code)).toEqual(['NO_SUBSCRIBER', 'NO_SUBSCRIBER']);
    await heyi
      .as(newId())
      .post('/settings/webhooks')
      .send({ url: `${receiver.url}/all` })
      .expect(201);
    await heyi.send([message({ recipientId: newId() }), message({ recipientId: newId() })]);
    await heyi.work();
    expect(receiver.calls.map((c) => c.path)).toEqual(['/all', '/all']);
  });

  it('stays at home for those who do not want it, and for kinds they muted', async () => {
    const { id } = await person({
      email: { enabled: true, address: 'quiet@example.gov.cn', mutedKinds: ['clock-near'] },
    });
    await heyi.send([message({ recipientId: newId() }), message({ recipientId: id })]);
    await heyi.work();
    expect(mail.mails).toEqual([]);
    await heyi.send([message({ recipientId: id, kind: 'clock-overdue' })]);
    await heyi.work();
    expect(mail.mails).toHaveLength(1);
  });

  it('goes to the mailbox in the directory if no other was given', async () => {
    const id = newId();
    await heyi.database.read('INSERT INTO directory.person (id, name, email) VALUES ($1, $2, $3)', [
      id,
      '示例人员',
      'directory@example.gov.cn',
    ]);
    const preferences = { email: { enabled: true }, webhook: { enabled: false } };
    await heyi.as(id).put('/me/notification-preferences').send(preferences).expect(200);
    await heyi.send([message({ recipientId: id })]);
    await heyi.work();
    expect(mail.mails.map((m) => m.to)).toEqual([['directory@example.gov.cn']]);
  });

  it('tries again what failed in passing, and only that', async () => {
    const [good, bad] = [await mailed(), await mailed('later@example.gov.cn')];
    mail.refuse = (to) => (to === 'later@example.gov.cn' ? 451 : undefined);
    await heyi.send([message({ recipientId: good.id }), message({ recipientId: bad.id })]);
    await heyi.work();
    expect(mail.mails).toHaveLength(1);
    expect((await deliveries()).map((d) => [d.state, d.code]).sort()).toEqual([
      ['PENDING', 'SMTP_451'],
      ['SENT', null],
    ]);
    mail.refuse = () => undefined;
    await heyi.work();
    await heyi.work();
    expect(mail.mails.map((m) => m.to[0])).toContain('later@example.gov.cn');
    expect(mail.mails).toHaveLength(2);
    expect((await deliveries()).every((d) => d.state === 'SENT')).toBe(true);
  });

  it('gives up what is refused for good, shows it, and tells the administrators once a day', async () => {
    const administrator = await sysadmin(heyi);
    const nobody = [await mailed('gone1@example.gov.cn'), await mailed('gone2@example.gov.cn')];
    mail.refuse = () => 550;
    await heyi.send(nobody.map(({ id }) => message({ recipientId: id })));
    await heyi.work();
    await heyi.work();
    expect((await deliveries()).map((d) => [d.state, d.attempts, d.code])).toEqual([
      ['FAILED', 1, 'SMTP_550'],
      ['FAILED', 1, 'SMTP_550'],
    ]);
    const { body } = await heyi.as(administrator).get('/notifications').expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ kind: 'delivery-failed', title: '电子邮件通知未能送达' });
    expect(JSON.stringify(body)).not.toContain('@');
    const failed = await heyi.as(administrator).get('/settings/failed-deliveries').expect(200);
    expect(failed.body).toMatchObject({ total: 2, items: [{ channel: 'email', lastErrorCode: 'SMTP_550' }, {}] });
  });

  it('gives up after the eighth attempt', async () => {
    const { id } = await hooked();
    receiver.status = () => 503;
    await heyi.send([message({ recipientId: id })]);
    for (let n = 0; n < 10; n++) await heyi.work();
    expect(receiver.calls).toHaveLength(8);
    expect(await deliveries()).toMatchObject([{ state: 'FAILED', attempts: 8, code: 'HTTP_503' }]);
  });

  it('never sends what was sent, however often the event is handled', async () => {
    const { id } = await mailed();
    await heyi.send([message({ recipientId: id })]);
    await heyi.work();
    await heyi.database.read('DELETE FROM platform.inbox');
    await heyi.work();
    await heyi.database.read('DELETE FROM platform.inbox');
    await Promise.all([heyi.work(), heyi.work()]);
    expect(mail.mails).toHaveLength(1);
  });

  it('is claimed by one of two workers', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => mailed()));
    await heyi.send(people.map(({ id }) => message({ recipientId: id })));
    await Promise.all([heyi.work(), heyi.work(), heyi.work()]);
    await heyi.work();
    expect(mail.mails).toHaveLength(30);
    expect(new Set(mail.mails.map((m) => m.to[0])).size).toBe(30);
  });

  it('left by a worker that died is taken up when its claim has run out', async () => {
    const { id } = await mailed();
    await heyi.send([message({ recipientId: id })]);
    await heyi.database.read(
      `UPDATE notifications.delivery SET attempts = 1, claimed_until = now() + interval '30 seconds'`,
    );
    await heyi.work();
    expect(mail.mails).toHaveLength(0);
    await heyi.database.read(`UPDATE notifications.delivery SET claimed_until = now() - interval '1 second'`);
    await heyi.work();
    expect(mail.mails).toHaveLength(1);
  });

  it('does not follow redirects', async () => {
    const { id } = await hooked();
    receiver.status = () => 302;
    await heyi.send([message({ recipientId: id })]);
    await heyi.work();
    expect(receiver.calls.map((c) => c.path)).toEqual(['/hook']);
    expect(await deliveries()).toMatchObject([{ state: 'FAILED', code: 'HTTP_302' }]);
  });

  it.each([
    [400, 'FAILED'],
    [404, 'FAILED'],
    [410, 'FAILED'],
    [408, 'PENDING'],
    [429, 'PENDING'],
    [500, 'PENDING'],
  ])('an answer of %d leaves it %s', async (status, state) => {
    const { id } = await hooked();
    receiver.status = () => status;
    await heyi.send([message({ recipientId: id })]);
    await heyi.work();
    expect(await deliveries()).toMatchObject([{ state, code: `HTTP_${status}` }]);
  });

  it('does not wait for ever', async () => {
    const { id } = await hooked();
    receiver.status = () => 0;
    await heyi.send([message({ recipientId: id })]);
    await heyi.work();
    expect(await deliveries()).toMatchObject([{ state: 'PENDING', code: 'TIMEOUT' }]);
  }, 20_000);

  it('says so when e-mail is no longer configured', async () => {
    const without = await startNotifications({});
    const id = newId();
    await without.database.read(
      `INSERT INTO notifications.preference (person_id, channel, enabled, address) VALUES ($1, 'email', true, 'a@b.cn')`,
      [id],
    );
    await without.send([message({ recipientId: id })]);
    await without.work();
    expect(await without.database.read('SELECT state, last_error_code AS code FROM notifications.delivery')).toEqual([
      { state: 'FAILED', code: 'CHANNEL_UNAVAILABLE' },
    ]);
    await without.close();
  });

  it('does not reach inside through a name, when the policy forbids it', async () => {
    const strict = await startNotifications({ allowPrivateWebhooks: false });
    const id = newId();
    const url = receiver.url.replace('127.0.0.1', 'localhost');
    const preferences = { email: { enabled: false }, webhook: { enabled: true, url } };
    await strict.as(id).put('/me/notification-preferences').send(preferences).expect(200);
    await strict.send([message({ recipientId: id })]);
    await strict.work();
    expect(receiver.calls).toEqual([]);
    expect(await strict.database.read('SELECT state, last_error_code AS code FROM notifications.delivery')).toEqual([
      { state: 'FAILED', code: 'PRIVATE_ADDRESS' },
    ]);
    await strict.close();
  });
});

/** The text of a mail, whatever its transfer encoding. */
function bodyOf(source: string): string {
  const [head, ...rest] = source.split('\r\n\r\n') as [string, ...string[]];
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Appoints a system administrator. */
async function sysadmin(heyi: NotificationsApp): Promise<Id> {
  const [person, organ] = [newId(), newId()];
  await heyi.database.read('INSERT INTO directory.person (id, name) VALUES ($1, $2)', [person, '示例管理员']);
  await heyi.database.read(
    `INSERT INTO directory.organ (id, code, name, short_name, kind, has_authorisation, valid_from, sort_order)
     VALUES ($1, 'TEST', '示例机关', '示例', 'DEPARTMENT', false, '2020-01-01', 1)`,
    [organ],
  );
  await heyi.database.read(
    `INSERT INTO directory.post (id, person_id, organ_id, role, title, valid_from, sort_order)
     VALUES ($1, $2, $3, 'sysadmin', '系统管理员', '2020-01-01', 1)`,
    [newId(), person, organ],
  );
  return person;
}
