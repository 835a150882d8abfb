import { buildSchema, getOperationAST, isObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { FieldCollector } from '../../src/query/field-collector.ts';
import type { Inclusion } from '../../src/query/field-collector.ts';

const schema = buildSchema(`
  interface Named { name: String }
  type Book implements Named { name: String pages: Int author: Author }
  type Author implements Named { name: String born: Int }
  type Query { book: Book }
`);

/** The fields that a query selects of a book: how often each, and whether it is certain. */
function collected(query: string, inclusion?: Inclusion): Record<string, readonly [number, boolean]> {
  const document = parse(query);
  const type = schema.getType('Book');
  const sets = getOperationAST(document)?.selectionSet;
  if (!isObjectType(type) || sets === undefined) throw new Error('There is nothing to collect.');
  const fields = new FieldCollector(schema, document, inclusion).collect(type, [sets]);
  return Object.fromEntries([...fields].map(([name, { nodes, isCertain }]) => [name, [nodes.length, isCertain]]));
}

test('selections with one name are one field, under its alias', () => {
  expect(collected('{ pages length: pages ... { pages } author { name } author { born } }')).toEqual({
    pages: [2, true],
    length: [1, true],
    author: [2, true],
  });
});

test('a fragment counts if its type is the same or an abstract type that has it', () => {
  const query = `{ ... on Named { name } ...Size ... on Author { born } }
    fragment Size on Book { pages }`;
  expect(collected(query)).toEqual({ name: [1, true], pages: [1, true] });
});

describe('directives', () => {
  test('a directive makes its field uncertain, and everything in it', () => {
    expect(
      collected('query ($a: Boolean!) { name pages @skip(if: $a) ... @include(if: $a) { author { name } } }'),
    ).toEqual({ name: [1, true], pages: [1, false], author: [1, false] });
  });

  test('a directive does not matter if the field is selected without one, before or after', () => {
    const fragment = 'fragment Size on Book { pages }';
    for (const selections of [
      'pages pages @skip(if: $a)',
      '...Size @skip(if: $a) ...Size',
      '...Size ...Size @skip(if: $a)',
    ])
      expect(collected(`query ($a: Boolean!) { ${selections} } ${fragment}`)).toMatchObject({
        pages: [expect.any(Number), true],
      });
  });

  test('a directive is decided by whoever knows the variables', () => {
    const query = 'query ($a: Boolean!) { name pages @skip(if: $a) }';
    expect(collected(query, ({ directives = [] }) => (directives.length > 0 ? 'never' : 'always'))).toEqual({
      name: [1, true],
    });
  });
});

test('fragments that spread each other many times are collected once', () => {
  const fragments = Array.from(
    { length: 40 },
    (_, index) => `fragment F${index} on Book { ...F${index + 1} ...F${index + 1} }`,
  ).join('\n');
  expect(collected(`{ ...F0 } ${fragments} fragment F40 on Book { pages }`)).toEqual({ pages: [1, true] });
});
