import { createHmac } from 'node:crypto';
import { signatureOf } from './signature.js';

describe('a webhook’s signature', () => {
  const at = new Date('2026-11-24T01:00:00.900Z');

  it('is an HMAC over time and body', () => {
    const v1 = createHmac('sha256', 'key').update('1795482000.{"a":1}').digest('hex');
    expect(signatureOf('key', '{"a":1}', at)).toBe(`t=1795482000,v1=${v1}`);
  });

  it.each([
    ['key', '{"a":2}', at],
    ['other', '{"a":1}', at],
    ['key', '{"a":1}', new Date('2026-11-24T01:00:01Z')],
  ])('is another for another key, body or time (%s, %s, %s)', (secret, body, when) => {
    expect(signatureOf(secret, body, when)).not.toBe(signatureOf('key', '{"a":1}', at));
  });
});
