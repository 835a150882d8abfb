import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Library, id, nest, planOf } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await Library.open();
});
beforeEach(() => {
  library.statements.length = 0;
});
afterAll(() => library.close());

describe('loads of one turn', () => {
  test('loads of one turn are one statement, and nothing is read twice', async () => {
    const load = library.load();
    const [one, other, again] = await Promise.all([load.shelf(id(1)), load.shelf(id(2)), load.shelf(id(1))]);
    expect([one?.name, other?.name, again?.name]).toEqual(['地理', '历史', '地理']);
    await load.shelf(id(1));
    expect(library.statements).toHaveLength(1);
  });

  test('an id without a row loads null, and a parent without rows an empty list', async () => {
    const load = library.load();
    expect(await Promise.all([load.shelf(id(99)), load.shelf(id(2))])).toMatchObject([null, { name: '历史' }]);
    expect(await Promise.all([load.booksOfShelf(id(3)), load.loansOfBookToReader([id(9), id(9)])])).toEqual([[], []]);
  });

  test('the rows of each parent come in the declared order', async () => {
    const load = library.load();
    const [even, odd] = await Promise.all([load.booksOfShelf(id(1)), load.booksOfShelf(id(2))]);
    expect(library.statements).toHaveLength(1);
    expect([even.length, odd.length]).toEqual([11, 12]);
    for (const books of [even, odd]) {
      const keys = books.map((book) => [-book.pages, book.id]);
      expect(keys).toEqual(
        keys.toSorted((a, b) => Number(a[0]) - Number(b[0]) || (String(a[1]) < String(b[1]) ? -1 : 1)),
      );
    }
  });

  test('rows are loaded by pairs of ids too', async () => {
    const load = library.load();
    const pairs = [
      [id(1), id(1)],
      [id(1), id(2)],
      [id(2), id(1)],
    ] as const;
    const loans = await Promise.all(pairs.map((pair) => load.loansOfBookToReader(pair)));
    expect(loans.map((each) => each.map(({ ordinal }) => ordinal))).toEqual([[1, 2, 3], [1], []]);
    expect(library.statements).toHaveLength(1);
  });

  test('nothing is shared between requests', async () => {
    await library.load().shelf(id(1));
    await library.load().shelf(id(1));
    expect(library.statements).toHaveLength(2);
  });
});

describe('lookups', () => {
  test('a lookup finds rows by their values', async () => {
    expect(await library.load().shelvesNamed('历史', '2')).toMatchObject([{ floor: 2 }]);
  });

  test('a lookup checks its scope only if it finds nothing', async () => {
    expect(await library.load().shelvesNamed('诗', '2')).toEqual([]);
    await expect(Promise.resolve(library.load().shelvesNamed('诗', '7'))).rejects.toThrow('There is no floor 7.');
  });
});

describe('nested fetches', () => {
  test('a page comes with the rows of a pair, and with one row made from the parents, in one statement', async () => {
    const load = library.load(
      planOf({
        'booksListedOnShelf.page': [
          nest('shelf', 'rows', ['node.shelfId']),
          nest('sizeOfShelf', 'rows', ['shelfId']),
          nest('loansOfBookToReader', 'rows', ['bookId', 'shelfId']),
        ],
      }),
    );
    const { edges } = await load
      .booksListedOnShelf(id(2), { first: 3, orderBy: { field: 'PAGES', direction: 'ASC' } })
      .page();
    const [edge] = edges;
    expect(edge).toMatchObject({ node: { title: '书3' } });
    expect(await load.shelf(id(2))).toMatchObject({ name: '历史' });
    expect(await load.sizeOfShelf(id(2))).toEqual({ count: 12 });
    expect(await load.loansOfBookToReader([id(3), id(2)])).toEqual([]);
    expect(library.statements).toHaveLength(1);
  });

  test('lists in lists come with their pages and counts in one statement', async () => {
    const args = { first: 2 };
    const load = library.load(
      planOf({
        'shelves.page': [
          nest('booksListedOnShelf', 'page', ['node.id'], args, [
            nest('loanList', 'count', ['bookId', 'shelfId'], args),
          ]),
          nest('booksListedOnShelf', 'count', ['node.id'], args),
        ],
      }),
    );
    const counts: number[] = [];
    for (const { node } of (await load.shelves({}).page()).edges) {
      const books = load.booksListedOnShelf(node.id, args);
      counts.push(await books.totalCount());
      for (const { bookId, shelfId } of (await books.page()).edges)
        expect(await load.loanList([bookId, shelfId], args).totalCount()).toBe(0);
    }
    expect(counts).toEqual([11, 12, 0]);
    expect(library.statements).toHaveLength(1);
  });

  test('nothing is fetched for rows without a key', async () => {
    const load = library.load(planOf({ 'shelf.rows': [nest('place', 'rows', ['aboveId'])] }));
    expect(await load.shelf(id(1))).toMatchObject({ aboveId: null });
    expect(await load.shelf(id(99))).toBeNull();
    expect(library.statements).toHaveLength(2);
    expect(await load.shelf(id(2))).toMatchObject({ aboveId: id(1) });
    expect(await load.place(id(1))).toEqual({ name: '地理', above: null });
    expect(library.statements).toHaveLength(3);
  });

  test('a nested fetch gives what it gives by itself, whatever a text or an array holds', async () => {
    const nested = library.load(planOf({ 'books.page': [nest('book', 'rows', ['node.id'])] }));
    const { edges } = await nested.books({ first: 2 }).page();
    const ids = edges.map(({ bookId }) => bookId);
    const together = await Promise.all(ids.map((each) => nested.book(each)));
    expect(library.statements).toHaveLength(1);
    const alone = library.load();
    expect(together).toEqual(await Promise.all(ids.map((each) => alone.book(each))));
    expect(together[0]?.tags).toEqual(['引“号”', 'a "b", {c}', 'null']);
  });

  test('a nested fetch with wrong arguments is left out, and the loader that is called with them throws', async () => {
    const wrong = { first: 101 };
    const load = library.load(planOf({ 'shelves.page': [nest('booksListedOnShelf', 'page', ['node.id'], wrong)] }));
    expect((await load.shelves({ first: 1 }).page()).edges).toHaveLength(1);
    expect(() => load.booksListedOnShelf(id(1), wrong)).toThrow('`first` must be between 0 and 100; it is 101.');
  });
});

test('the nodes that were read are known, without the row that only shows that a list continues', async () => {
  const load = library.load(planOf({ 'books.page': [nest('place', 'rows', ['shelfId'])] }));
  await load.books({ first: 1, orderBy: { field: 'PAGES', direction: 'ASC' } }).page();
  await load.books({}).totalCount();
  expect([...load.batch.nodesRead()]).toEqual(expect.arrayContaining([`Book:${id(3)}`]));
  expect([...load.batch.nodesRead()].filter((node) => node.startsWith('Book:'))).toHaveLength(1);
});
