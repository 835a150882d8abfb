import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from './banmian.ts';

const bin = fileURLToPath(new URL('../../bin/banmian.js', import.meta.url));
const hasGit = spawnSync('git', ['--version']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-diff-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command in the folder. */
function diff(words: readonly string[] = [], path = process.env['PATH']): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: path, GIT_CEILING_DIRECTORIES: tmpdir() };
    const child = execFile(
      process.execPath,
      [bin, 'schema-diff', ...words],
      { cwd: folder, env },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      },
    );
  });
}

function git(...words: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=林澄', '-c', 'user.email=lin@example.org', ...words], {
    cwd: folder,
    stdio: 'ignore',
  });
}

function write(schema: string): void {
  writeFileSync(join(folder, 'schema.graphql'), schema);
}

function commit(schema: string): void {
  write(schema);
  git('add', 'schema.graphql');
  git('commit', '-qm', 'Schema');
}

const first = 'enum Kind { NEWS }\ntype Query { headline: String! kind: Kind otherKind: Kind }\n';

describe.skipIf(!hasGit)('where git is installed', () => {
  beforeEach(() => {
    git('init', '-q');
    commit(first);
  });

  test('an unchanged schema has no changes', async () => {
    expect(await diff()).toEqual({
      code: 0,
      stdout: 'Nothing breaking and nothing dangerous since HEAD.\n',
      stderr: '',
    });
  });

  test('breaking and dangerous changes are named, and the exit code is 1', async () => {
    write('enum Kind { NEWS NOTICE }\ntype Query { headline: String kind: Kind otherKind: Kind source: String }\n');
    expect(await diff()).toEqual({
      code: 1,
      stdout:
        'breaking: Query.headline changed type from String! to String.\ndangerous: NOTICE was added to enum type Kind.\n',
      stderr: '',
    });
  });

  test('dangerous changes alone give the exit code 0', async () => {
    write(first.replace('NEWS', 'NEWS NOTICE'));
    expect(await diff()).toEqual({ code: 0, stdout: 'dangerous: NOTICE was added to enum type Kind.\n', stderr: '' });
  });

  test('the schema can be compared with an older commit', async () => {
    commit(first.replace('kind: Kind', ''));
    expect((await diff()).code).toBe(0);
    expect(await diff(['HEAD~1'])).toMatchObject({ code: 1, stdout: 'breaking: Query.kind was removed.\n' });
  });

  describe('a failure is reported in one line', () => {
    test('an unknown commit', async () => {
      const { code, stdout, stderr } = await diff(['nowhere']);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^banmian schema-diff: git does not show schema\.graphql at nowhere: .+\n$/);
    });

    test('a commit without the file', async () => {
      git('rm', '-q', '--cached', 'schema.graphql');
      git('commit', '-qm', 'No schema');
      const { code, stderr } = await diff();
      expect(code).toBe(1);
      expect(stderr).toMatch(/^banmian schema-diff: git does not show schema\.graphql at HEAD: .+\n$/);
    });

    test('a missing file', async () => {
      rmSync(join(folder, 'schema.graphql'));
      expect(await diff()).toEqual({
        code: 1,
        stdout: '',
        stderr: 'banmian schema-diff: schema.graphql does not exist.\n',
      });
    });

    test('a file that is not a schema', async () => {
      write('type Query {');
      expect(await diff()).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          /^banmian schema-diff: schema\.graphql is no schema: Syntax Error.*\n$/,
        ) as string,
      });
    });
  });

  test('a folder outside any checkout is reported', async () => {
    rmSync(join(folder, '.git'), { recursive: true });
    expect(await diff()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/git does not show schema\.graphql at HEAD: .*not a git repository/) as string,
    });
  });
});

test('a missing git is reported', async () => {
  write(first);
  expect(await diff([], folder)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'banmian schema-diff: git is needed, and is not installed.\n',
  });
});

test('a second commit is refused', async () => {
  expect(await diff(['HEAD', 'HEAD~1'])).toEqual({
    code: 2,
    stdout: '',
    stderr: "banmian schema-diff: Unexpected argument 'HEAD~1'. See banmian schema-diff --help.\n",
  });
});
