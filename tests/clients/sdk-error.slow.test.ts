import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

let checkout: string;
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'banmian-sdk-'));
  for (const name of ['package.json', 'codegen.config.ts', 'schema.graphql', 'sdk/generate.ts', 'sdk/tsconfig.json'])
    await cp(join(root, name), join(checkout, name));
  await mkdir(join(checkout, 'tests/clients'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
});
afterEach(() => rm(checkout, { recursive: true }));

/** Runs `npm run sdk` with these documents; returns the exit code and what it printed. */
async function makeSdk(documents: Readonly<Record<string, string>>): Promise<readonly [number, string]> {
  for (const [name, text] of Object.entries(documents)) await writeFile(join(checkout, 'tests/clients', name), text);
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'sdk'], { cwd: checkout }, (error, stdout, stderr) =>
      resolve([Number(error?.code ?? 0), stdout + stderr]),
    );
  });
}

test('an unknown field in a document is named with its line', async () => {
  const fields = 'fragment Fields on Issue {\n  number\n  prize\n}\n';
  const [code, output] = await makeSdk({
    'good.graphql': 'query Good { issues { nodes { id ...Fields } } }',
    'wrong.graphql': fields,
  });
  expect(output).toBe('tests/clients/wrong.graphql:3:3: Cannot query field "prize" on type "Issue".\n');
  expect(code).toBe(1);
});

test('a document that is not GraphQL is named with the place', async () => {
  const [code, output] = await makeSdk({
    'good.graphql': 'query Good { issues { totalCount } }',
    'cut.graphql': 'query Cut {\n  issues { totalCount }\n',
  });
  expect(output).toBe('tests/clients/cut.graphql:3:1: Syntax Error: Expected Name, found <EOF>.\n');
  expect(code).toBe(1);
});

test('without any document the message says where they were looked for', async () => {
  expect(await makeSdk({})).toEqual([1, 'No document was found: tests/clients/*.graphql (codegen.config.ts).\n']);
});

test('good documents make the client silently', async () => {
  expect(await makeSdk({ 'good.graphql': 'query Good { issues { totalCount } }' })).toEqual([0, '']);
});
