// Loaded before an app: its business clock stands as far from the system's as the file HEYI_TEST_CLOCK says, in
// milliseconds, and jumps when the file changes. The clock's module is the app's own, from dist.
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const { SystemClock } = await import(process.env.HEYI_TEST_CLOCK_MODULE);

let offset = 0;
const read = () => {
  offset = Number(readFileSync(process.env.HEYI_TEST_CLOCK, 'utf8')) || offset;
};
read();
setInterval(read, 50).unref();
SystemClock.prototype.now = () => new Date(Date.now() + offset);
