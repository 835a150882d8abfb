import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root });

/** The rules, of those that `npm run check` fails on, that a text would break if it stood in this file. */
async function brokenRules(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return [...new Set(result!.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId))];
}

/** The file as it would be with one change. */
function changed(file: string, from: string | RegExp, to: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  return after;
}

test('schema.graphql breaks no rule', async () => {
  expect(await brokenRules('schema.graphql', readFileSync(join(root, 'schema.graphql'), 'utf8'))).toEqual([]);
});

describe('rules for schema.graphql', () => {
  test.each<[string, string | RegExp, string, string]>([
    ['with a type without a description', '"""A newspaper (报纸)."""\n', '', 'require-description'],
    [
      'with a field in another case',
      'publishedOnBasis: DateBasis',
      'published_on_basis: DateBasis',
      'naming-convention',
    ],
    ['with an enum value in lower case', '  INFERRED\n', '  inferred\n', 'naming-convention'],
    [
      'with a field that repeats the name of its type',
      /(type Publication [^]*?) {2}slug: String!\n/,
      '$1  publicationSlug: String!\n',
      'no-typename-prefix',
    ],
    [
      'with a connection that cannot be paged backwards',
      /(type Query \{[^]*?)last: Int/,
      '$1final: Int',
      'relay-arguments',
    ],
    [
      'with a connection without pageInfo',
      /(type IssueConnection \{[^]*?)pageInfo: PageInfo!/,
      '$1page: PageInfo!',
      'relay-connection-types',
    ],
    [
      'with an edge whose node is a list',
      /(type IssueEdge \{[^]*?)node: Issue!/,
      '$1node: [Issue!]!',
      'relay-edge-types',
    ],
    [
      'with a page that does not say whether it is the last',
      '  hasNextPage: Boolean!',
      '  isLast: Boolean!',
      'relay-page-info',
    ],
  ])('schema.graphql is refused %s', async (_, from, to, rule) => {
    expect(await brokenRules('schema.graphql', changed('schema.graphql', from, to))).toContain(
      `@graphql-eslint/${rule}`,
    );
  });
});

describe('rules for documents', () => {
  test.each([
    ['without a name', '{ publications { totalCount } }', 'no-anonymous-operations'],
    [
      'with a field that the schema does not have',
      'query Papers { publications { nodes { id price } } }',
      'fields-on-correct-type',
    ],
    ['without the id that its cache needs', 'query Papers { publications { nodes { name } } }', 'require-selections'],
    [
      'with a variable that it does not use',
      'query Papers($first: Int) { publications { totalCount } }',
      'no-unused-variables',
    ],
    [
      'with a value of another type',
      'query Papers { publications(first: "ten") { totalCount } }',
      'value-literals-of-correct-type',
    ],
  ])('a document of a client is refused %s', async (_, document, rule) => {
    expect(await brokenRules('tests/clients/new.graphql', document)).toEqual([`@graphql-eslint/${rule}`]);
  });

  test('an example for readers needs no ids', async () => {
    expect(
      await brokenRules('src/http/page/example/new.graphql', 'query Papers { publications { nodes { name } } }'),
    ).toEqual([]);
  });
});

test('a test that is called `it` is refused', async () => {
  const withName = (name: string) => `import { ${name} } from 'vitest';\n${name}('is refused', () => undefined);\n`;
  expect(await brokenRules('tests/new.test.ts', withName('it'))).toEqual(['no-restricted-imports']);
  expect(await brokenRules('tests/new.test.ts', withName('test'))).toEqual([]);
});

test('a non-null assertion is refused in the sources, but not in tests', async () => {
  const text = 'export const first = (items: readonly string[]): string => items[0]!;\n';
  expect(await brokenRules('src/store/new.ts', text)).toEqual(['@typescript-eslint/no-non-null-assertion']);
  expect(await brokenRules('tests/new.test.ts', text)).toEqual([]);
});

test('a function with more than twenty ways through it is refused where texts are read', async () => {
  const withWays = (ways: number) =>
    `export function read(n: number): void {\n${'  if (n > 0) n -= 1;\n'.repeat(ways - 1)}}\n`;
  for (const folder of ['src/extract', 'src/parse', 'training']) {
    expect(await brokenRules(`${folder}/new.ts`, withWays(20))).toEqual([]);
    expect(await brokenRules(`${folder}/new.ts`, withWays(21))).toEqual(['complexity']);
  }
});
