import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Library, id, planOf } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await Library.open();
});
beforeEach(() => {
  library.statements.length = 0;
});
afterAll(() => library.close());

describe('projections', () => {
  test('one statement reads what either of two places of a document selects, and always the ids of nodes', async () => {
    const plan = planOf({}, { book: ['title', 'pages'] });
    const book = await library.load(plan).book(id(1));
    expect([book?.id, book?.__typename, book?.title, book?.pages]).toEqual([id(1), 'Book', '书1', 101]);
    expect(library.statements).toEqual([expect.not.stringContaining('printed_on')]);
    expect(plan.hasMissed).toBe(false);
  });

  test('the use of a column that was not read is noticed', async () => {
    const plan = planOf({}, { book: ['title'] });
    const book = await library.load(plan).book(id(1));
    expect(plan.hasMissed).toBe(false);
    expect(book?.pages).toBeUndefined();
    expect(plan.hasMissed).toBe(true);
  });

  test('a record from an outer join is null where there is none, whatever is selected of it', async () => {
    const load = library.load(planOf({}, { place: ['above.floor'] }));
    expect(await load.place(id(1))).toMatchObject({ above: null });
    expect((await load.place(id(2)))?.above?.floor).toBe(1);
  });

  test('there are as many rows even if no column is selected', async () => {
    const load = library.load(
      planOf({}, { shelves: [], booksListedOnShelf: [], shelvesNamed: [], loansOfBookToReader: [] }),
    );
    expect((await load.shelves({ first: 2 }).page()).edges).toHaveLength(2);
    expect((await load.booksListedOnShelf(id(1), { first: 5 }).page()).edges).toHaveLength(5);
    expect(await load.shelvesNamed('地理', '1')).toHaveLength(1);
    expect(await load.loansOfBookToReader([id(1), id(1)])).toHaveLength(3);
  });
});

test('a plan knows whether anything of a relation is selected', () => {
  const plan = planOf({}, { book: [], shelf: ['name'] });
  expect([plan.selects('book'), plan.selects('shelf'), plan.selects('place')]).toEqual([false, true, true]);
});

describe('fetches', () => {
  test('the same fetch is found whenever the same is asked for', () => {
    const plan = planOf({});
    expect(plan.page('books', { first: 3 })).toBe(plan.page('books', { first: 3 }));
    expect(plan.page('books', { first: 3 })).not.toBe(plan.page('books', { first: 4 }));
    expect(plan.page('books', { first: 3 })).not.toBe(plan.count('books', { first: 3 }));
  });

  test('the statement of a fetch is made once, and its text depends on no value', () => {
    const plan = planOf({});
    const statement = plan.statementOf(plan.page('books', { first: 3 }));
    expect(plan.statementOf(plan.page('books', { first: 3 }))).toBe(statement);
    expect(plan.statementOf(plan.page('books', { first: 4 })).text).toBe(statement.text);
  });

  test('a fetch of a missing relation, or in a way that the relation does not have, is a mistake in the plan', () => {
    expect(() => planOf({}).rows('authors')).toThrow('There is no authors.rows.');
    expect(() => planOf({}).page('shelf', {})).toThrow('There is no shelf.page.');
  });

  test('a nested fetch by a path that no column holds is a mistake in the plan', () => {
    const plan = planOf({
      'shelf.rows': [{ relation: 'shelf', kind: 'rows', key: ['belowId'], args: null, nested: [] }],
    });
    expect(() => plan.statementOf(plan.rows('shelf'))).toThrow('No column holds `belowId`.');
  });
});
