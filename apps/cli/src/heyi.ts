import { DomainError } from '@app/kernel';
import { type Command, type CommandIo, UsageError } from './command.js';
import { COMMANDS } from './commands/index.js';

/**
 * Runs the command named by the arguments.
 * @returns the exit code: the command's, 1 if it was refused or its reader went away, 2 if it was called wrongly
 * @throws whatever else a command throws: that is a fault, not an answer
 */
export async function heyi(args: string[], io: CommandIo, commands = COMMANDS): Promise<number> {
  const command = commands.find((each) => each.name.split(' ').every((word, i) => args[i] === word));
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (!command) {
    const known = args.length === 0 || args[0] === '--help' || args[0] === '-h';
    if (!known) io.errors.write(`没有这个命令 / unknown command: ${args[0]}\n\n`);
    (known ? io.output : io.errors).write(overview(commands));
    return known ? 0 : 2;
  }
  if (asksForHelp) {
    io.output.write(command.help);
    return 0;
  }
  return run(command, args.slice(command.name.split(' ').length), io);
}

async function run(command: Command, args: string[], io: CommandIo): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (isPipeClosed(error)) return 1;
    if (error instanceof DomainError) {
      io.errors.write(`${error.detail} (${error.code})\n`);
      return 1;
    }
    if (!isUsageError(error)) throw error;
    io.errors.write(`${error.message}\n\n${command.help}`);
    return 2;
  }
}

function isPipeClosed(error: unknown): boolean {
  return codeOf(error) === 'EPIPE';
}

function isUsageError(error: unknown): error is Error {
  return error instanceof UsageError || codeOf(error).startsWith('ERR_PARSE_ARGS');
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | null)?.code ?? '');
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `和议 Heyi\n\n用法 / usage: heyi <命令 command> [选项 options]\n\n${lines.join('\n')}\n\nheyi <命令 command> --help 查看说明 / for its help\n`;
}
