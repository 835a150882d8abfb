import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findSchemaChanges } from '../schema/change.ts';
import { readArgs, UsageError, type Command } from './command.ts';

const FILE = 'schema.graphql';

export const diffSchema: Command = {
  help: `Usage: banmian schema-diff [REF]

Compares schema.graphql with the one committed at REF (HEAD if left out) and names every change that is
breaking, because it makes queries or generated types of clients fail, or dangerous, because clients may
not be ready for it. The exit code is 1 if there is a breaking change.`,

  async run(args, terminal) {
    const [ref = 'HEAD', surplus] = readArgs(args, {}).positionals;
    if (surplus !== undefined) throw new UsageError(`Unexpected argument '${surplus}'.`);
    const before = { name: `${FILE} at ${ref}`, text: await readCommitted(ref) };
    const { breaking, dangerous } = findSchemaChanges(before, { name: FILE, text: await readFile(FILE, 'utf8') });
    for (const change of breaking) terminal.print(`breaking: ${change}`);
    for (const change of dangerous) terminal.print(`dangerous: ${change}`);
    if (breaking.length + dangerous.length === 0)
      terminal.print(`Nothing breaking and nothing dangerous since ${ref}.`);
    return breaking.length === 0 ? 0 : 1;
  },
};

/** git could not show the committed schema. */
class GitError extends Error {
  override readonly name = 'GitError';
}

async function readCommitted(ref: string): Promise<string> {
  try {
    // `./` is this folder, which need not be the root of the checkout.
    const { stdout } = await promisify(execFile)('git', ['show', '--end-of-options', `${ref}:./${FILE}`], {
      maxBuffer: 100_000_000,
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new GitError('git is needed, and is not installed.');
    throw new GitError(`git does not show ${FILE} at ${ref}: ${(stderr ?? String(error)).trim()}`);
  }
}
