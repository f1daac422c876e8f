import 'reflect-metadata';
import { parseConfig } from './config.js';
import { ServiceConfig } from './service-config.js';

const NEEDED = { DATABASE_URL: 'postgres://heyi@db/heyi', HEYI_DATA_KEY: Buffer.alloc(32, 1).toString('base64') };

describe('the length of logins', () => {
  it('is half an hour of silence and twelve hours in all, unless configured', () => {
    expect(parseConfig(ServiceConfig, NEEDED)).toMatchObject({ SESSION_IDLE_MINUTES: 30, SESSION_ABSOLUTE_HOURS: 12 });
    const short = { ...NEEDED, SESSION_IDLE_MINUTES: '10', SESSION_ABSOLUTE_HOURS: '8' };
    expect(parseConfig(ServiceConfig, short)).toMatchObject({ SESSION_IDLE_MINUTES: 10, SESSION_ABSOLUTE_HOURS: 8 });
  });

  it.each([
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_IDLE_MINUTES', 'never'],
    ['SESSION_IDLE_MINUTES', '1441'],
    ['SESSION_ABSOLUTE_HOURS', '0'],
    ['SESSION_ABSOLUTE_HOURS', '169'],
  ])('is not %s=%s', (name, value) => {
    expect(() => parseConfig(ServiceConfig, { ...NEEDED, [name]: value })).toThrow(name);
  });
});
