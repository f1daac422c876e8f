import { PassThrough, Readable } from 'node:stream';
import { heyi } from '../../apps/cli/src/heyi.js';

/** Runs a command of `heyi` in this process, on a database. */
export async function heyiOn(
  url: string | undefined,
  ...args: string[]
): Promise<{ code: number; out: string; errors: string }> {
  const before = process.env['DATABASE_URL'];
  if (url === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = url;
  const [output, errors] = [new PassThrough(), new PassThrough()];
  try {
    const code = await heyi(args, { input: Readable.from([]), output, errors });
    return { code, out: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
  } finally {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  }
}
