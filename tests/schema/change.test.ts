import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSchemaChanges, SchemaTextError } from '../../src/schema/change.ts';

const schema = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');

/** What a change of the real schema means. */
function changesOf(from: string | RegExp, to: string) {
  const after = schema.replace(from, to);
  expect(after).not.toBe(schema);
  return findSchemaChanges({ name: 'before', text: schema }, { name: 'after', text: after });
}

describe('breaking changes', () => {
  test.each<[string, string | RegExp, string, string]>([
    ['a field that is gone', /\n {2}"""[^"]*"""\n {2}isRenewal: Boolean!\n/, '\n', 'Agreement.isRenewal was removed.'],
    [
      'a field of another type',
      '  signedOnText: String\n',
      '  signedOnText: [String!]!\n',
      'Agreement.signedOnText changed type from String to [String!]!.',
    ],
    [
      'a field that may be null from now on',
      /(type Publication [^}]*\n)  slug: String!\n/,
      '$1  slug: String\n',
      'Publication.slug changed type from String! to String.',
    ],
    [
      'an enum value that is gone',
      /\n {2}"""[^"]*"""\n {2}MEMORANDUM\n/,
      '\n',
      'MEMORANDUM was removed from enum type AgreementKind.',
    ],
    [
      'an argument that has to be given',
      '    slug: String!\n',
      '    slug: String!\n    city: String!\n',
      'A required arg city on Query.publication was added.',
    ],
    [
      'a type that is no longer a node',
      'type Issue implements Node',
      'type Issue',
      'Issue no longer implements interface Node.',
    ],
  ])('%s breaks clients', (_, from, to, change) => {
    expect(changesOf(from, to)).toEqual({ breaking: [change], dangerous: [] });
  });
});

describe('dangerous changes', () => {
  test.each<[string, string | RegExp, string, string]>([
    ['a new enum value', '  MEMORANDUM\n', '  MEMORANDUM\n  TREATY\n', 'TREATY was added to enum type AgreementKind.'],
    [
      'another default',
      'length: Int! = 120',
      'length: Int! = 200',
      'Article.excerpt arg length has changed defaultValue from 120 to 200.',
    ],
    [
      'an argument that can be given',
      '    slug: String!\n',
      '    slug: String!\n    city: String\n',
      'An optional arg city on Query.publication was added.',
    ],
  ])('%s may break clients', (_, from, to, change) => {
    expect(changesOf(from, to)).toEqual({ breaking: [], dangerous: [change] });
  });
});

test.each<[string, string | RegExp, string]>([
  ['a new field', /(type Publication [^}]*\n)  slug: String!\n/, '$1  slug: String!\n  motto: String\n'],
  ['a field that is never null from now on', '  signedOnText: String\n', '  signedOnText: String!\n'],
  ['another description', 'A newspaper (报纸).', 'A paper (报纸).'],
])('%s breaks no client', (_, from, to) => {
  expect(changesOf(from, to)).toEqual({ breaking: [], dangerous: [] });
});

test('an error names a text that is not a schema', () => {
  const good = { name: 'before', text: schema };
  expect(() => findSchemaChanges(good, { name: 'schema.graphql', text: 'type Query { a: Nowhere }' })).toThrow(
    SchemaTextError,
  );
  expect(() => findSchemaChanges(good, { name: 'schema.graphql', text: 'type Query {' })).toThrow(
    /^schema\.graphql is no schema: Syntax Error/,
  );
});
