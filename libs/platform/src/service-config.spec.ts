import { getMetadataStorage } from 'class-validator';
import { readFileSync } from 'node:fs';
import { ServiceConfig } from './service-config.js';

const VARIABLES = [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(ServiceConfig, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

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
