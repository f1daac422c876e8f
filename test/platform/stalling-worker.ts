import { Queues } from '@app/platform';

/** A worker that takes one job, says so, and never ends it: to be killed. */
const [databaseUrl, prefix, redisUrl] = process.argv.slice(2) as [string, string, string | undefined];
const queues = new Queues({ databaseUrl, prefix, redisUrl: redisUrl || undefined });
queues.work('events', 1, async (job) => {
  process.stdout.write(`taken ${job.id}\n`);
  await new Promise(() => setInterval(() => undefined, 1000));
});
