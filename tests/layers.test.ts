import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesOf, importGraphOf, importsOf } from './support/import-graph.ts';

const SOURCE = join(import.meta.dirname, '../src');

/** What each part of the source may import besides itself. */
const EARLIER: Readonly<Record<string, readonly string[]>> = {
  'error-code': [],
  text: [],
  query: ['error-code', 'text'],
  parse: ['text'],
  extract: ['text', 'parse'],
  files: ['text', 'parse'],
  evaluate: ['text', 'parse', 'extract', 'files'],
  resolve: ['text', 'extract'],
  store: ['error-code', 'text', 'parse', 'extract', 'resolve', 'config'],
  ingest: ['text', 'parse', 'extract', 'files', 'store'],
  removal: ['text', 'parse', 'extract', 'files', 'store'],
  prune: ['text', 'parse', 'files', 'store', 'ingest'],
  load: ['error-code', 'text', 'query', 'parse', 'extract', 'resolve', 'store'],
  schema: ['error-code', 'text', 'query', 'parse', 'extract', 'load'],
  http: ['error-code', 'text', 'query', 'parse', 'extract', 'store', 'ingest', 'removal', 'load', 'schema', 'config'],
  config: [],
  commands: [
    'error-code',
    'text',
    'parse',
    'extract',
    'files',
    'evaluate',
    'store',
    'ingest',
    'removal',
    'prune',
    'load',
    'schema',
    'http',
    'config',
  ],
  main: ['error-code', 'text', 'parse', 'extract', 'store', 'ingest', 'load', 'schema', 'http', 'config', 'commands'],
};

/** Files of `schema` that one subject each is written in; they meet in `schema.ts` alone. */
const SUBJECTS = ['publication', 'issue', 'article', 'person', 'organisation', 'agreement'].map(
  (name) => `schema/${name}.ts`,
);

/** What is wrong with a source file: one sentence for each broken rule. `file` is its path under `src`. */
function faultsOf(file: string, code: string): string[] {
  const part = partOf(file);
  const faults: string[] = [];
  if (EARLIER[part] === undefined) faults.push(`${file} is in no known part`);
  for (const target of importsOf(code)) {
    if (target.startsWith('.')) faults.push(...faultsOfRelative(file, part, target));
    else if (target === 'dataloader' && part !== 'query') faults.push(`${file} imports dataloader`);
    else if (part === 'schema' && /^(?:drizzle|postgres)/.test(target))
      faults.push(`${file} imports a database: ${target}`);
  }
  if (readsEnvironment(file, code)) faults.push(`${file} reads the environment`);
  if (/^export\s+default\b|^export\s*\{[^}]*\bas\s+default\b/m.test(code)) faults.push(`${file} has a default export`);
  return faults;
}

/** Only `config.ts` may; `main.ts` hands it the whole. */
function readsEnvironment(file: string, code: string): boolean {
  const rest = file === 'main.ts' ? code.replaceAll('readConfig(process.env)', '') : code;
  return (
    file !== 'config.ts' &&
    /\bprocess\s*(?:\.\s*env|\[\s*['"]env)|\{[^}]*\benv\b[^}]*\}\s*(?:=|from)\s*['"]?(?:node:)?process\b/.test(rest)
  );
}

function faultsOfRelative(file: string, part: string, target: string): string[] {
  const imported = join(file, '..', target);
  if (imported.startsWith('..'))
    return target.endsWith('.json') ? [] : [`${file} imports from outside the source: ${target}`];
  if (target.endsWith('.json')) return []; // What was measured or learned stands beside what reads it.
  if (!target.endsWith('.ts')) return [`${file} imports ${target}, which does not end in .ts`];
  const importedPart = partOf(imported);
  if (importedPart !== part && !EARLIER[part]?.includes(importedPart))
    return [`${file} imports a later part: ${imported}`];
  if (SUBJECTS.includes(file) && SUBJECTS.includes(imported)) return [`${file} imports another subject: ${imported}`];
  return [];
}

function partOf(file: string): string {
  return file.split('/')[0]!.replace(/\.ts$/, '');
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

test.each(files)('src/%s keeps to its place', (file) => {
  expect(faultsOf(file, readFileSync(join(SOURCE, file), 'utf8'))).toEqual([]);
});

test('no file of src imports itself by way of others, not even for a type', () => {
  expect(
    circlesOf(importGraphOf(new Map(files.map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')])))),
  ).toEqual([]);
});

describe('import circles', () => {
  const circlesIn = (codes: Readonly<Record<string, string>>) =>
    circlesOf(importGraphOf(new Map(Object.entries(codes))));

  test.each<[string, Readonly<Record<string, string>>, string[]]>([
    [
      'between two files that share types only',
      { 'a.ts': "import type { B } from './b.ts';", 'b.ts': "import type { A } from './a.ts';" },
      ['a.ts → b.ts → a.ts'],
    ],
    [
      'when an import is dynamic or hidden in a type',
      {
        'x/a.ts': "const { b } = await import('../y/b.ts');",
        'y/b.ts': "export { c } from '../c.ts';",
        'c.ts': "type A = import('./x/a.ts').A;",
      },
      ['c.ts → x/a.ts → y/b.ts → c.ts'],
    ],
    [
      'wherever there is one, and each once',
      {
        'a.ts': "import './b.ts';\nimport './c.ts';",
        'b.ts': "import './a.ts';",
        'c.ts': "import {\n  d,\n} from './d.ts';",
        'd.ts': "import type { A } from './a.ts';\nimport './e.ts';",
        'e.ts': "import './e.ts';",
      },
      ['a.ts → b.ts → a.ts', 'a.ts → c.ts → d.ts → a.ts', 'e.ts → e.ts'],
    ],
  ])('a circle is found %s', (_, codes, circles) => {
    expect(circlesIn(codes)).toEqual(circles);
  });

  test('no circle is found where files only share what they import', () => {
    expect(
      circlesIn({ 'a.ts': "import './b.ts';\nimport './c.ts';", 'b.ts': "import './c.ts';", 'c.ts': "import 'a';" }),
    ).toEqual([]);
  });
});

describe('what the rules find', () => {
  test.each<[string, string, string]>([
    ['a later stage', 'parse/block.ts', "import { extractPeople } from '../extract/person.ts';"],
    [
      'a later stage behind `import type`',
      'text/word.ts',
      "import type {\n  ParsedIssue,\n} from '../parse/parsed-issue.ts';",
    ],
    [
      'a later stage that is imported when it is needed',
      'load/batch.ts',
      "const { schema } = await import('../schema/schema.ts');",
    ],
    ['a later stage that is exported on', 'store/issue.ts', "export { createLoaders } from '../load/loaders.ts';"],
    ['a store under the schema', 'schema/issue.ts', "import { issues } from '../store/tables.ts';"],
    ['a database under the schema', 'schema/issue.ts', "import { sql } from 'drizzle-orm';"],
    ['a driver under the schema', 'schema/issue.ts', "import postgres from 'postgres';"],
    ['a subject that knows another', 'schema/article.ts', "import './person.ts';"],
    ['a DataLoader outside the query engine', 'schema/article.ts', "import DataLoader from 'dataloader';"],
    ['an import without its ending', 'load/page.ts', "import { encodeCursor } from './cursor';"],
    ['a reach outside the source', 'load/page.ts', "import { fillArchive } from '../../tests/support/archive.ts';"],
    ['the environment read in passing', 'http/server.ts', 'const port = process.env.PORT;'],
    ['the environment read by name', 'http/server.ts', "const { PORT } = process['env'];"],
    ['the environment taken out of the process', 'main.ts', 'const { env } = process;'],
    ['the environment imported', 'http/server.ts', "import { env } from 'node:process';"],
    ['a default export', 'http/server.ts', 'export default function serve() {}'],
    ['a part that nobody knows', 'helpers/date.ts', ''],
  ])('the rules find %s', (_, file, code) => {
    expect(faultsOf(file, code)).toHaveLength(1);
  });

  test('the rules find nothing in a file that keeps to its place', () => {
    const code =
      "import { GraphQLError } from 'graphql';\nimport type { Load } from '../load/loaders.ts';\nimport { builder } from './builder.ts';\n";
    expect(faultsOf('schema/article.ts', code)).toEqual([]);
  });
});
