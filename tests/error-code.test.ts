import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../src/error-code.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'src');

/** The codes that a text of the source gives to errors. */
function codesIn(text: string): string[] {
  const given = /\bcode:\s*'([A-Z][A-Z_]+)'|\b(?:RequestError|codedError)\(\s*'([A-Z][A-Z_]+)'/g;
  return [...text.matchAll(given)].map(([, property, argument]) => (property ?? argument)!);
}

const GIVEN_BY_YOGA = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && file !== 'error-code.ts',
);
const texts = new Map(files.map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]));

test('every code in the source is in the list', () => {
  const unlisted = [...texts].flatMap(([file, text]) =>
    codesIn(text)
      .filter((code) => !Object.hasOwn(ERROR_CODES, code))
      .map((code) => `${code} in ${file}`),
  );
  expect(unlisted).toEqual([]);
});

test('every code of the list is in the source', () => {
  expect(
    Object.keys(ERROR_CODES).filter(
      (code) => !GIVEN_BY_YOGA.includes(code) && ![...texts.values()].some((text) => text.includes(`'${code}'`)),
    ),
  ).toEqual([]);
});

test.each([
  ["refuse(response, { code: 'NOT_LISTED' })", 'NOT_LISTED'],
  ["throw new RequestError('NOT_LISTED', message)", 'NOT_LISTED'],
  ["throw codedError(\n  'NOT_LISTED', message)", 'NOT_LISTED'],
])('a code is found in %s', (text, code) => {
  expect(codesIn(text)).toEqual([code]);
});

test('docs/errors.md has the complete list', () => {
  const rows = Object.entries(ERROR_CODES).map(
    ([code, { status, meaning, remedy }]) => `| \`${code}\` | ${status} | ${meaning} | ${remedy} |`,
  );
  const table = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(table).toEqual(rows);
});
