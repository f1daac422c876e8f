import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { readFileSync } from 'node:fs';
import { parseConfig } from './config.js';
import { ServiceConfig } from './service-config.js';

const NEEDED = { DATABASE_URL: 'postgres://heyi@db/heyi', HEYI_DATA_KEY: Buffer.alloc(32, 1).toString('base64') };

const VARIABLES = [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(ServiceConfig, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

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

describe('the configuration', () => {
  it('has its variables', () => expect(VARIABLES).toEqual(expect.arrayContaining(['DATABASE_URL', 'CLAMD'])));

  it.each([
    { file: 'README.md', line: (name: string) => new RegExp(`^\\|[^|]*\`${name}\``, 'm') },
    { file: 'README.zh-CN.md', line: (name: string) => new RegExp(`^\\|[^|]*\`${name}\``, 'm') },
    { file: '.env.example', line: (name: string) => new RegExp(`^(# )?${name}=`, 'm') },
  ])('is in $file, every variable', ({ file, line }) => {
    const text = readFileSync(file, 'utf8');
    expect(VARIABLES.filter((name) => !line(name).test(text))).toEqual([]);
  });
});
