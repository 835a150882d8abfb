import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from './process.ts';

/** The gateway as it was at a commit, ready to be started. */
export interface Checkout {
  /** For tables and files. */
  readonly name: string;
  readonly program: string;
}

/**
 * Takes the commit's files out of the repository into `folder`, and installs what they need.
 * @throws Error when the repository has no such commit, or it cannot be installed
 */
export function checkOut(commit: string, folder: string): Checkout {
  const hash = git('rev-parse', '--verify', '--short', '--end-of-options', `${commit}^{commit}`).toString().trim();
  const checkout = join(folder, 'checkout');
  mkdirSync(checkout);
  execFileSync('tar', ['-x', '-C', checkout], { input: git('archive', hash) });
  const install = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', install, { cwd: checkout, stdio: ['ignore', 'ignore', 'inherit'] });
  return { name: `commit ${hash}`, program: join(checkout, 'bin/banmian.js') };
}

function git(...args: readonly string[]): Buffer {
  return execFileSync('git', args, { cwd: repositoryFolder, maxBuffer: 1_000_000_000 });
}
