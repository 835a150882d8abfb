import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

let checkout: string;
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'banmian-start-'));
  for (const name of ['bin', 'src', 'package.json'])
    await cp(join(root, name), join(checkout, name), { recursive: true });
});
afterEach(() => rm(checkout, { recursive: true }));

/** Runs the copy; returns its exit code and all that it printed. */
function run(words: readonly string[], options: readonly string[] = []): Promise<readonly [number, string]> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...options, join(checkout, 'bin/banmian.js'), ...words], (error, stdout, stderr) => {
      resolve([Number(error?.code ?? 0), stdout + stderr]);
    });
  });
}

test.each([['serve'], ['import'], ['--help']])(
  'before `npm ci`, `%s` says in one line that packages are missing',
  async (word) => {
    const [code, output] = await run([word]);
    expect(output).toMatch(/^banmian: A package is missing \(Cannot find package '[^']+'\); run npm ci\.\n$/);
    expect(code).toBe(1);
  },
);

test('a command that needs a missing package says so', async () => {
  await mkdir(join(checkout, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name !== 'opencc-js') await symlink(join(root, 'node_modules', name), join(checkout, 'node_modules', name));
  }
  const [code, output] = await run(['extract', join(root, 'seeds/000_fc0a40daac650225.txt')]);
  expect(output).toMatch(/^banmian extract: A package is missing \(Cannot find package 'opencc-js'\); run npm ci\.\n$/);
  expect(code).toBe(1);
});

test.each(['10.24.1', '18.20.8', '20.18.3', '21.7.3', '22.14.0', '23.11.1'])(
  'Node %s is told in one line to be too old',
  async (version) => {
    const old = join(checkout, 'old.mjs');
    await writeFile(
      old,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
    );
    const told = `banmian: Node 20.19, 22.15 or 24, or newer in each line, is needed; this is Node ${version}.\n`;
    expect(await run(['serve'], ['--import', old])).toEqual([1, told]);
  },
);

test('the required Node version is the one in package.json', async () => {
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('^20.19.0 || ^22.15.0 || >=24');
});
