import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection, PageArguments } from '../../src/query/page.ts';
import { BOOKS, Library, id } from './library.ts';
import type { LibraryLoad } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await Library.open();
});
beforeEach(() => {
  library.statements.length = 0;
});
afterAll(() => library.close());

type Edge = { readonly node: { readonly printedOn: string | null; readonly id: string } };
type List = (load: LibraryLoad, args: PageArguments<never>) => Connection<Edge>;

const DIRECTIONS = ['ASC', 'DESC'] as const;

/** The ids on a walk through all pages, in the order of the list. */
async function walk(list: List, size: number, isBackward: boolean, args: PageArguments<never>): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const place = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
    const page = await list(library.load(), { ...args, ...place }).page();
    expect(page.edges.length).toBeLessThanOrEqual(size);
    const ids = page.edges.map(({ node }) => node.id);
    if (isBackward) seen.unshift(...ids);
    else seen.push(...ids);
    if (!(isBackward ? page.hasPreviousPage : page.hasNextPage)) return seen;
    cursor = page.edges.at(isBackward ? 0 : -1)?.cursor;
  }
}

const everyBook: List = (load, args) => load.books(args);
const booksOnShelf: List = (load, args) => load.booksListedOnShelf(id(2), args);
const booksByFit: List = (load, args) => load.books({ ...args, orderBy: undefined, title: '书1' });
const datedBooks: List = (load, args) => load.books({ ...args, printedOn: { from: '2030-01-02', to: '2030-01-04' } });

describe.each<[string, List, number]>([
  ['a list of everything', everyBook, BOOKS],
  ['a list of a parent', booksOnShelf, 12],
  ['a list by how well rows fit', booksByFit, 11],
  ['a list of what lies in a range', datedBooks, 9],
])('%s', (_, list, count) => {
  describe.each(['PRINTED_ON', 'PAGES', 'TITLE'])('by %s', (field) => {
    test.each(DIRECTIONS)('each row is seen once on a walk either way, %s', async (direction) => {
      const args = { orderBy: { field: field as never, direction } };
      const whole = (await list(library.load(), { ...args, first: 100 }).page()).edges.map(({ node }) => node.id);
      expect(new Set(whole).size).toBe(count);
      for (const size of [1, 2, 7]) {
        expect(await walk(list, size, false, args)).toEqual(whole);
        expect(await walk(list, size, true, args)).toEqual(whole);
      }
    });
  });

  test('the count is of the whole list, whatever the page', async () => {
    expect(await list(library.load(), { first: 1 }).totalCount()).toBe(count);
  });
});

test.each(DIRECTIONS)('rows without a value come last, %s, and the others in order', async (direction) => {
  const { edges } = await library
    .load()
    .books({ first: 100, orderBy: { field: 'PRINTED_ON', direction } })
    .page();
  const days = edges.map(({ node }) => node.printedOn);
  const known = days.filter((day) => day !== null);
  expect(days.slice(known.length)).toEqual([null, null, null, null]);
  expect(known).toEqual(direction === 'ASC' ? known.toSorted() : known.toSorted().toReversed());
});

test('the row that fits best comes first', async () => {
  const { edges } = await library.load().books({ title: '书1', first: 2 }).page();
  expect(edges.map(({ node }) => node.title)).toEqual(['书1', '书12']);
});

test('the same page of many parents, or pairs of them, is read by one statement', async () => {
  const load = library.load();
  const pages = await Promise.all([1, 2, 3].map((shelf) => load.booksListedOnShelf(id(shelf), { first: 2 }).page()));
  expect(pages.map(({ edges, hasNextPage }) => [edges.length, hasNextPage])).toEqual([
    [2, true],
    [2, true],
    [0, false],
  ]);
  const [all] = await Promise.all([1, 2].map((reader) => load.loanList([id(1), id(reader)], { last: 2 }).page()));
  expect(all?.edges.map(({ node }) => node.ordinal)).toEqual([2, 3]);
  expect(library.statements).toHaveLength(2);
});

describe('rows between two cursors', () => {
  test.each(['first', 'last'] as const)('the rows between two cursors are read with `%s`', async (side) => {
    const load = library.load();
    const { edges } = await load.books({ first: 100 }).page();
    for (const [from, to] of [
      [2, 9],
      [15, 22],
      [19, 22],
    ] as const) {
      const page = await load.books({ [side]: 50, after: edges[from]?.cursor, before: edges[to]?.cursor }).page();
      expect(page.edges.map(({ bookId }) => bookId)).toEqual(edges.slice(from + 1, to).map(({ bookId }) => bookId));
    }
  });

  test('there are no rows when the cursors are the wrong way round', async () => {
    const load = library.load();
    const { edges } = await load.books({ first: 100 }).page();
    expect((await load.books({ after: edges.at(-1)?.cursor, before: edges[0]?.cursor }).page()).edges).toEqual([]);
  });
});

describe('arguments that cannot be read', () => {
  const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test.each<[string, PageArguments<never>]>([
    ['both ends', { first: 1, last: 1 }],
    ['fewer than none', { first: -1 }],
    ['more than 100', { last: 101 }],
  ])('%s is refused with BAD_ARGUMENT', (_, args) => {
    expect(() => library.load().books(args)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_ARGUMENT' } }));
  });

  test.each([
    ['that is no base64', '版面'],
    ['that is no JSON', Buffer.from('{').toString('base64url')],
    ['that is no array', cursorOf({ id: id(1) })],
    ['of another order', cursorOf(['books PAGES', 101, id(1)])],
    ['of another list', cursorOf(['booksListedOnShelf PRINTED_ON', '2030-01-01', id(1)])],
    ['with too few values', cursorOf(['books PRINTED_ON', id(1)])],
    ['with a day that no calendar has', cursorOf(['books PRINTED_ON', '2030-02-30', id(1)])],
    ['with no id', cursorOf(['books PRINTED_ON', '2030-01-01', "' or true"])],
    ['with null for an id', cursorOf(['books PRINTED_ON', '2030-01-01', null])],
  ])('a cursor %s is refused with BAD_CURSOR', (_, after) => {
    expect(() => library.load().books({ after })).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_CURSOR' } }),
    );
  });

  test('a cursor of this list and order is accepted even if no row has it, and so is a page of size 0', async () => {
    const after = cursorOf(['books PRINTED_ON', null, id(99)]);
    expect((await library.load().books({ after }).page()).edges).toHaveLength(4);
    expect(await library.load().books({ first: 0 }).page()).toMatchObject({ edges: [], hasNextPage: true });
  });
});
