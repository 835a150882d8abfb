import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

export interface Command {
  /** The whole text of `--help`. */
  readonly help: string;
  /** Runs the command with the arguments after its name; returns the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** What a command may touch of the process. Control characters in what it prints are shown, not obeyed. */
export interface Terminal {
  /** Read when a command needs it: commands that store and serve nothing run under any configuration. */
  readConfig(): Config;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** A line for people or programs on standard output. */
  print(line: string): void;
  /** A line on standard error. */
  warn(line: string): void;
  /**
   * Puts a line in the place of the one it put there before; none takes that away. null where standard output is no
   * terminal.
   */
  readonly updateLine: ((line: string) => void) | null;
}

/** A command line that cannot be understood; the message is one sentence for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError for an option that the command does not have */
export function readArgs<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]!.replace(/\.$/, '')}.`);
  }
}

/** For a command that takes no arguments. */
export function expectNoArgs(args: readonly string[]): void {
  const [surplus] = readArgs(args, {}).positionals;
  if (surplus !== undefined) throw new UsageError(`Unexpected argument '${surplus}'.`);
}
