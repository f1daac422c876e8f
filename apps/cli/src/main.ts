import { heyi } from './heyi.js';

process.exitCode = await heyi(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
});
