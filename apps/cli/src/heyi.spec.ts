import { PassThrough, Readable } from 'node:stream';
import { DomainError } from '@app/kernel';
import type { Command } from './command.js';
import { heyi } from './heyi.js';

const command = (name: string, run: Command['run']): Command => ({
  name,
  summary: `做${name}`,
  help: `帮助 ${name}\n`,
  run,
});
const COMMANDS: Command[] = [
  command('echo', (args, io) => Promise.resolve(io.output.write(args.join('+'))).then(() => 3)),
  command('audit verify', (args) => Promise.resolve(args.length)),
  command('refused', () => Promise.reject(new DomainError('cli.refused', { detail: '不可以。' }))),
];

async function ran(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const code = await heyi(args, { input: Readable.from([]), output, errors }, COMMANDS);
  return { code, out: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
}

describe('heyi', () => {
  it('hands the arguments after the name to the command, and its exit code back', async () => {
    expect(await ran('echo', 'a', 'b')).toEqual({ code: 3, out: 'a+b', errors: '' });
    expect((await ran('audit', 'verify', 'x')).code).toBe(1);
  });

  it('lists the commands on --help and without arguments', async () => {
    for (const args of [['--help'], ['-h'], []]) {
      const { code, out } = await ran(...args);
      expect(code).toBe(0);
      expect(out).toContain('audit verify  做audit verify');
    }
  });

  it('prints a command’s help', async () => {
    expect(await ran('audit', 'verify', '--help')).toEqual({ code: 0, out: '帮助 audit verify\n', errors: '' });
  });

  it('exits 2 for an unknown command, with the list on the error stream', async () => {
    const { code, out, errors } = await ran('audit', 'verfy');
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('audit');
  });

  it('prints a refusal with its code and exits 1', async () => {
    expect(await ran('refused')).toEqual({ code: 1, out: '', errors: '不可以。 (cli.refused)\n' });
  });

  it('exits 2 for arguments that periods does not take', async () => {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    expect(await heyi(['periods', '--fast'], { input: Readable.from([]), output, errors })).toBe(2);
    expect(String(errors.read())).toContain('heyi periods < in.jsonl');
  });
});
