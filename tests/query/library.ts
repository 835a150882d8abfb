import { BatchLoader } from '../../src/query/batch-loader.ts';
import { isWithin, when } from '../../src/query/condition.ts';
import type { DateRange } from '../../src/query/condition.ts';
import { defineLoaders } from '../../src/query/loaders.ts';
import type { LoaderSource, LoadersOf } from '../../src/query/loaders.ts';
import { byCodePoint } from '../../src/query/order.ts';
import type { Order } from '../../src/query/order.ts';
import { QueryPlan } from '../../src/query/query-plan.ts';
import { list, listOf, listOfPair, lookup, many, manyOfPair, one } from '../../src/query/relation.ts';
import { RequestError } from '../../src/query/request-error.ts';
import type { Run } from '../../src/query/run.ts';
import { runOn } from '../../src/query/run.ts';
import type { NestedFetch, SelectionPlan } from '../../src/query/selection-plan.ts';
import { expression, literal, optional, record } from '../../src/query/shape.ts';
import { createBareDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

/** An id that is easy to read: `id(1)` ends in 1. */
export const id = (number: number) => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
const idSql = (number: string) => `('00000000-0000-0000-0000-' || lpad((${number})::text, 12, '0'))::uuid`;

export const SHELVES = 3;
export const BOOKS = 23;

/**
 * Three shelves, of which the third is empty and on no floor, and 23 books: every fifth was printed on no known day,
 * many on the same one. Reader 1 borrowed book 1 three times, reader 2 books 1 and 2 once.
 */
const TABLES = `
  create table shelves (id uuid primary key, name text not null, floor integer, above_id uuid);
  create table books (id uuid primary key, shelf_id uuid not null, title text not null, tags text[] not null, printed_on date, pages integer not null);
  create table loans (book_id uuid not null, reader_id uuid not null, ordinal integer not null, lent_on date not null);
  insert into shelves values (${idSql('1')}, '地理', 1, null), (${idSql('2')}, '历史', 2, ${idSql('1')}), (${idSql('3')}, '空', null, ${idSql('1')});
  insert into books select ${idSql('n')}, ${idSql('1 + n % 2')}, '书' || n, array['引“号”', 'a "b", {c}', 'null'],
    case when n % 5 > 0 then date '2030-01-01' + n / 4 end, 100 + n % 3 from generate_series(1, ${BOOKS}) n;
  insert into loans select ${idSql('1')}, ${idSql('1')}, n, date '2031-01-01' + n from generate_series(1, 3) n;
  insert into loans select ${idSql('n')}, ${idSql('2')}, 1, '2031-02-01' from generate_series(1, 2) n;
`;

const shelf = (s: string) =>
  record({
    id: expression<string>(`${s}.id`),
    __typename: literal('Shelf'),
    name: expression<string>(`${s}.name`),
    floor: expression<number | null>(`${s}.floor`),
    aboveId: expression<string | null>(`${s}.above_id`),
  });

const book = record({
  id: expression<string>('b.id'),
  __typename: literal('Book'),
  shelfId: expression<string>('b.shelf_id'),
  title: expression<string>('b.title'),
  tags: expression<readonly string[]>('b.tags'),
  printedOn: expression<string | null>('b.printed_on::text'),
  pages: expression<number>('b.pages'),
});

const loan = record({ ordinal: expression<number>('l.ordinal'), lentOn: expression<string>('l.lent_on::text') });

const bookOrders = {
  PRINTED_ON: {
    columns: [
      { sql: 'b.printed_on', type: 'date' },
      { sql: 'b.id', type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
  PAGES: {
    columns: [
      { sql: 'b.pages', type: 'integer' },
      { sql: 'b.id', type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'ASC',
  },
  TITLE: {
    columns: [
      { sql: byCodePoint('b.title'), type: 'text' },
      { sql: 'b.id', type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'ASC',
  },
} as const satisfies Record<string, Order>;

interface BookArguments {
  readonly title?: string;
  readonly printedOn?: DateRange;
}

const books = {
  shape: record({ node: book, bookId: expression<string>('b.id'), shelfId: expression<string>('b.shelf_id') }),
  from: ({ title }: BookArguments, bind: (value: string, type: string) => string) =>
    title === undefined ? 'books b' : `(select *, (title <> ${bind(title, 'text')})::int as fit from books) b`,
  orders: bookOrders,
  defaultOrder: 'PRINTED_ON' as const,
  bestFirst: ({ title }: BookArguments): Order | null =>
    title === undefined
      ? null
      : {
          columns: [{ sql: 'b.fit', type: 'integer' }, ...bookOrders.PAGES.columns],
          hasNulls: false,
          direction: 'ASC',
        },
  where: ({ title, printedOn }: BookArguments, bind: (value: string | number | null, type: string) => string) => [
    ...when(title, 'text', 'starts_with(b.title, ?)', bind),
    ...isWithin('b.printed_on', printedOn, bind),
  ],
};

export const relations = {
  shelf: one({ key: 's.id', shape: shelf('s'), from: 'shelves s' }),
  book: one({ key: 'b.id', shape: book, from: 'books b' }),
  /** With the shelf above it, if there is one. */
  place: one({
    key: 's.id',
    shape: record({ name: expression<string>('s.name'), above: optional(shelf('a')) }),
    from: 'shelves s left join shelves a on a.id = s.above_id',
  }),
  booksOfShelf: many({ key: 'b.shelf_id', shape: book, from: 'books b', order: 'b.pages desc, b.id' }),
  /** Made from the parents' ids, as what is worked out for a few parents has to be. */
  sizeOfShelf: one({
    key: 'c.shelf_id',
    shape: record({ count: expression<number>('c.count') }),
    from: (shelves) =>
      `(select shelf_id, count(*)::int as count from books where shelf_id = any(${shelves}) group by 1) c`,
  }),
  loansOfBookToReader: manyOfPair({
    key: ['l.book_id', 'l.reader_id'],
    shape: loan,
    from: 'loans l',
    order: 'l.ordinal',
  }),
  shelvesNamed: lookup({
    shape: shelf('s'),
    from: 'shelves s',
    where: 's.name = $1::text and s.floor = $2::integer',
    order: 's.id',
    parameters: (name: string, floor: string) => [name, Number(floor)],
    scope: (_, floor) => floor,
  }),
  shelves: list({
    shape: record({ node: shelf('s') }),
    from: 'shelves s',
    orders: { NAME: { columns: [{ sql: 's.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' } },
    defaultOrder: 'NAME',
  }),
  books: list(books),
  booksListedOnShelf: listOf('b.shelf_id', books),
  loanList: listOfPair(['l.book_id', 'l.reader_id'], {
    shape: record({ node: loan }),
    from: 'loans l',
    orders: {
      DAY: {
        columns: [
          { sql: 'l.lent_on', type: 'date' },
          { sql: 'l.ordinal', type: 'integer' },
        ],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'DAY',
  }),
};

export type LibraryLoad = LoadersOf<typeof relations> & Pick<Loaders, 'batch'>;

class Loaders implements LoaderSource {
  readonly batch: BatchLoader;

  constructor(run: Run, plan: QueryPlan) {
    this.batch = new BatchLoader(run, plan);
  }

  /** The library has two floors. */
  requireScope(floor: string | null): void {
    if (floor !== null && Number(floor) > 2) throw new RequestError('BAD_ARGUMENT', `There is no floor ${floor}.`);
  }
}

defineLoaders(Loaders, relations);

/** A library of shelves, books and loans in a database of its own. */
export class Library {
  /** The texts of the statements that were run. */
  readonly statements: string[] = [];
  readonly #database: TestDatabase;
  readonly #run: Run;

  constructor(database: TestDatabase) {
    this.#database = database;
    const run = runOn(database.queries);
    this.#run = (text, parameters) => {
      this.statements.push(text);
      return run(text, parameters);
    };
  }

  static async open(): Promise<Library> {
    const database = await createBareDatabase();
    await database.sql.unsafe(TABLES);
    return new Library(database);
  }

  /** The loaders of a request. */
  load(plan: QueryPlan = planOf({})): LibraryLoad {
    return new Loaders(this.#run, plan) as Loaders & LoadersOf<typeof relations>;
  }

  close(): Promise<void> {
    return this.#database.drop();
  }
}

/** The plan of a document that nests these fetches in those named, and of these relations selects these paths alone. */
export function planOf(
  nested: Readonly<Record<string, readonly NestedFetch[]>>,
  paths: Readonly<Record<string, readonly string[]>> = {},
): QueryPlan {
  const selection: SelectionPlan = {
    nestedIn: (fetch) => nested[fetch] ?? [],
    paths: (relation) => (paths[relation] === undefined ? undefined : new Set(paths[relation])),
  };
  return new QueryPlan(relations, selection);
}

/** A fetch of rows, a page or a count, by the cells at these paths. */
export function nest(
  relation: keyof typeof relations,
  kind: NestedFetch['kind'],
  key: readonly string[],
  args: unknown = null,
  nested: readonly NestedFetch[] = [],
): NestedFetch {
  return { relation, kind, key, args, nested };
}
