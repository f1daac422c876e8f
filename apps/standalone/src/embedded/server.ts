import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL process that we started. */
export interface Server {
  /** Settles, with the server's last words, when it is over. */
  ended: Promise<string>;
  hasEnded(): boolean;
  /** Ends when the server is down: connections are cut off, everything committed is kept. */
  stop(): Promise<void>;
}

const LAST_WORDS = 8000;
const PATIENCE_MS = 30_000;

/** Starts the server's process and listens to what it says. */
export function launch(exe: string, args: string[]): Server {
  // A group of its own: Ctrl-C in the terminal is for us, who stop the server when our own work is done.
  const child = spawn(exe, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let log = '';
  let over = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-LAST_WORDS);
  });
  const ended = new Promise<string>((resolve) => {
    const end = (why: string) => {
      over = true;
      resolve(`PostgreSQL ended (${why})\n${log}`);
    };
    child.once('close', (code, signal) => end(String(signal ?? code)));
    child.once('error', (error) => end(error.message));
  });
  return {
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (over) return;
      child.kill('SIGINT');
      const stopped = new AbortController();
      const tooLong = sleep(PATIENCE_MS, true, { signal: stopped.signal }).catch(() => false);
      if ((await Promise.race([ended, tooLong])) === true) child.kill('SIGQUIT'); // recovers at the next start
      await ended;
      stopped.abort();
    },
  };
}
