import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

export interface Command {
  /** The text of `--help`. */
  readonly help: string;
  /** Runs the command with the arguments after its name; returns the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** What a command may use of the process. Control characters in what it prints are shown, not obeyed. */
export interface Terminal {
  /** Called when a command needs it: commands that neither store nor serve run with any configuration. */
  readConfig(): Config;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** A line for people or programs on standard output. */
  print(line: string): void;
  /** A line on standard error. */
  warn(line: string): void;
  /** Replaces the line that it printed last; an empty one clears it. null when standard output is not a terminal. */
  readonly updateLine: ((line: string) => void) | null;
}

/** A command line that is wrong; the message is one sentence for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses the arguments of a command. @throws UsageError for an option that the command does not have */
export function readArgs<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Only its first sentence: the next ones give advice that does not fit here.
    throw new UsageError(`${(error as Error).message.replace(/\. .*$|\.$/s, '')}.`);
  }
}

/** For a command that takes no arguments. */
export function expectNoArgs(args: readonly string[]): void {
  const [surplus] = readArgs(args, {}).positionals;
  if (surplus !== undefined) throw new UsageError(`Unexpected argument '${surplus}'.`);
}
