import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { FieldReads } from '../../src/query/field-reads.ts';
import { shapesOf } from '../../src/query/plan-builder.ts';
import { listOf, list, many, one } from '../../src/query/relation.ts';
import type { NestedFetch, SelectionPlan } from '../../src/query/selection-plan.ts';
import { planSelections } from '../../src/query/selection-planner.ts';
import { expression, literal, optional, record } from '../../src/query/shape.ts';

const author = record({
  id: expression<string>('a.id'),
  __typename: literal('Author'),
  name: expression<string>('a.name'),
});
const book = record({
  id: expression<string>('b.id'),
  __typename: literal('Book'),
  title: expression<string>('b.title'),
  price: record({ amount: expression<number>('b.amount'), currency: expression<string>('b.currency') }),
  editor: optional(author),
  authorId: expression<string>('b.author_id'),
});
const orders = { TITLE: { columns: [{ sql: 'b.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' } } as const;
const relations = {
  author: one({ key: 'a.id', shape: author, from: 'authors a' }),
  tagsOfBook: many({
    key: 't.book_id',
    shape: record({ word: expression<string>('t.word'), isHidden: expression<boolean>('t.is_hidden') }),
    from: 'tags t',
  }),
  books: list({ shape: record({ node: book }), from: 'books b', orders, defaultOrder: 'TITLE' }),
  booksOfAuthor: listOf('b.author_id', {
    shape: ({ since }: { readonly since?: number }) => record({ node: book, since: literal(since) }),
    from: 'books b',
    orders,
    defaultOrder: 'TITLE',
  }),
};

const schema = buildSchema(`
  interface Node { id: ID! }
  type Author implements Node { id: ID! name: String! books(since: Int): Books! }
  type Book implements Node {
    id: ID! title: String! price: Price! label: String! author: Author! editor: Author credited: Node!
    tags: [String!]! secret: String!
  }
  type Price { amount: Int! currency: String! }
  type Books { nodes: [Book!]! edges: [Edge!]! count: Int! }
  type Edge { node: Book! others: Books! }
  type Query { books(title: String): Books! author(id: ID!): Author node(id: ID!): Node }
`);

const itself: FieldReads = { at: '' };
const byId: FieldReads = { rows: [{ relation: 'author', reads: itself }] };
const reads: Readonly<Record<string, FieldReads>> = {
  'Query.books': { list: { relation: 'books', args: (args) => args } },
  'Query.author': byId,
  'Query.node': { types: { Author: byId } },
  'Author.books': { list: { relation: 'booksOfAuthor', key: ['id'], args: (args) => args } },
  'Books.nodes': { page: { at: 'node' } },
  'Books.edges': { page: itself },
  'Books.count': { count: true },
  'Edge.node': { at: 'node' },
  'Edge.others': {
    list: {
      relation: 'booksOfAuthor',
      key: ['node.authorId'],
      args: (args, literal) => ({ ...args, since: literal('since') }),
    },
  },
  'Book.label': { paths: ['price', 'title'] },
  'Book.author': { rows: [{ relation: 'author', key: ['authorId'], reads: itself }] },
  'Book.credited': { types: { Author: { at: 'editor' }, Book: itself } },
  'Book.tags': { rows: [{ relation: 'tagsOfBook', key: ['id'], reads: { paths: ['isHidden'], at: 'word' } }] },
};
const parents = new Map(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.values(type.getFields()).map((field) => [field as object, type.name] as const) : [],
  ),
);

function planOf(query: string): SelectionPlan {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has more than one operation.');
  return planSelections(
    {
      schema,
      readsOf: (field) => {
        const path = `${parents.get(field)}.${field.name}`;
        return path === 'Book.secret' ? undefined : (reads[path] ?? { at: field.name });
      },
      shapeOf: shapesOf(relations),
    },
    document,
    operation,
    {},
  );
}

/** The names of nested fetches, each with those nested in it. */
const named = (fetches: readonly NestedFetch[]): unknown =>
  Object.fromEntries(fetches.map(({ relation, kind, nested }) => [`${relation}.${kind}`, named(nested)]));
const pathsOf = (relation: string, query: string) => {
  const paths = planOf(query).paths(relation);
  return paths && [...paths].toSorted();
};

describe('selected paths', () => {
  test('the paths that fields have their values from are selected, inside other records too', () => {
    expect(pathsOf('books', '{ books { nodes { title price { amount } } } }')).toEqual([
      'node',
      'node.price',
      'node.price.amount',
      'node.title',
    ]);
  });

  test('everything inside a record that a resolver reads is selected', () => {
    expect(pathsOf('books', '{ books { nodes { label } } }')).toEqual([
      'node',
      'node.price.amount',
      'node.price.currency',
      'node.title',
    ]);
  });

  test('the key of a fetch is selected, and of its rows what the field declares', () => {
    const query = '{ books { nodes { author { name } tags } } }';
    expect(pathsOf('books', query)).toEqual(['node', 'node.authorId', 'node.id']);
    expect(pathsOf('author', query)).toEqual(['name']);
    expect(pathsOf('tagsOfBook', query)).toEqual(['isHidden', 'word']);
  });

  test('the paths to each type that the value may have are selected', () => {
    const query = (selections: string) => `{ books { nodes { credited { ${selections} } } } }`;
    expect(pathsOf('books', query('... on Author { name } ... on Book { title }'))).toEqual([
      'node',
      'node.editor',
      'node.editor.name',
      'node.title',
    ]);
    expect(pathsOf('books', query('... on Book { title }'))).toContain('node.editor');
  });

  test('everything is selected if a field does not say what it reads', () => {
    expect(pathsOf('books', '{ books { nodes { title secret } } }')).toBeUndefined();
  });
});

describe('nested fetches', () => {
  test('fetches are nested as far down as fields declare', () => {
    const query = '{ books { nodes { author { books { count nodes { tags } } } } } }';
    expect(named(planOf(query).nestedIn('books.page'))).toEqual({
      'author.rows': { 'booksOfAuthor.count': {}, 'booksOfAuthor.page': { 'tagsOfBook.rows': {} } },
    });
  });

  test('fetches go by the type where only the answer tells it', () => {
    expect(named(planOf('{ node(id: "1") { ... on Author { books { count } } } }').nestedIn('author.rows'))).toEqual({
      'booksOfAuthor.count': {},
    });
    expect(pathsOf('author', '{ node(id: "1") { __typename } }')).toEqual([]);
  });

  test('fetches may take arguments from the list that their row belongs to', () => {
    const query = '{ author(id: "1") { books(since: 1999) { edges { others { count } } } } }';
    const [page] = planOf(query).nestedIn('author.rows');
    expect(page?.nested).toMatchObject([{ relation: 'booksOfAuthor', kind: 'count', args: { since: 1999 } }]);
  });

  test('fetches are the same whichever field of a connection asks for them', () => {
    const query = '{ author(id: "1") { books { edges { node { tags } } nodes { title } count } } }';
    expect(named(planOf(query).nestedIn('author.rows'))).toEqual({
      'booksOfAuthor.page': { 'tagsOfBook.rows': {} },
      'booksOfAuthor.count': {},
    });
  });

  test('fetches are nested below what a directive may leave out, but not in what is above it', () => {
    const plan = planOf('query ($a: Boolean!) { books { nodes { author @include(if: $a) { books { count } } } } }');
    expect(named(plan.nestedIn('books.page'))).toEqual({});
    expect(named(plan.nestedIn('author.rows'))).toEqual({ 'booksOfAuthor.count': {} });
  });
});
