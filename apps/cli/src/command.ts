import type { Readable, Writable } from 'node:stream';

export interface CommandIo {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** One of `heyi`'s commands. What it needs is imported only when it runs, so that each starts as fast as it can. */
export interface Command {
  /** One word, or several as in `audit verify`. */
  readonly name: string;
  /** One line for the list of commands, Chinese and English. */
  readonly summary: string;
  /** What `heyi <name> --help` prints. */
  readonly help: string;
  /**
   * @param args what follows the name
   * @returns the exit code
   * @throws UsageError, or an error of `parseArgs`, if the arguments are wrong
   */
  run(args: string[], io: CommandIo): Promise<number>;
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}
