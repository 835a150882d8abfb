import { beforeEach, describe, expect, test } from 'vitest';
import { composite, day, expression, literal, optional, record } from '../../src/query/shape.ts';
import type { ColumnSql, Projection } from '../../src/query/shape.ts';

const organisation = record({
  id: expression<string>('o.id'),
  __typename: literal('Organisation'),
  name: expression<string>('o.name'),
});
const title = record({
  title: expression<string>('t.title'),
  citedOn: day('t.cited_on' as ColumnSql<string | null>),
  organisation: optional(organisation),
  place: composite(['t.line', 't.start'], ([line, start]) => `${String(line)}:${String(start)}`),
  position: record({ start: expression<number>('t.start'), end: expression<number>('t."end"') }),
});

/** The row that the database would answer with, from what each column holds. */
const cellsOf = ({ columns }: { readonly columns: readonly string[] }, values: Readonly<Record<string, unknown>>) =>
  columns.map((sql) => values[sql]);
const values = {
  't.title': '区长',
  't.cited_on::text': '2031-05-06',
  'o.id': '1',
  'o.name': '云岫区',
  't.line': 7,
  't.start': 3,
  't."end"': 5,
};

test('a record knows in which cell each of its properties begins, and which are the same in every row', () => {
  expect(title.columns).toEqual([
    't.title',
    't.cited_on::text',
    'o.id',
    'o.name',
    't.line',
    't.start',
    't.start',
    't."end"',
  ]);
  expect(title.cells.get('organisation.name')).toBe(3);
  expect(title.cells.get('position.end')).toBe(7);
  expect([...title.literals]).toEqual([['organisation.__typename', 'Organisation']]);
});

/** How often something was looked at that was not read. */
let missed = 0;
beforeEach(() => {
  missed = 0;
});
const seen = (paths: readonly string[]): Projection => ({
  paths: new Set(paths),
  onMiss: () => {
    missed += 1;
  },
});

test('a record is read from wherever it begins in a row', () => {
  expect(organisation.read(['of another', '1', '云岫区'], 1)).toEqual({
    id: '1',
    __typename: 'Organisation',
    name: '云岫区',
  });
});

describe('projected records', () => {
  const narrowed = (...paths: string[]) => title.project(seen(paths));

  test('a projected record reads only the selected columns, in the cells that it names', () => {
    const field = narrowed('title', 'position.end');
    expect(field.columns).toEqual(['t.title', 't."end"']);
    expect(field.cells.get('position.end')).toBe(1);
    const value = field.read(['区长', 5], 0);
    expect(value.title).toBe('区长');
    expect(value.position.end).toBe(5);
  });

  test('a projected record reads all columns of a value that is made from several', () => {
    expect(narrowed('place').columns).toEqual(['t.line', 't.start']);
  });

  test('a projected record reports the use of anything else, at any depth', () => {
    const value = narrowed('title', 'position.end', 'organisation.id').read(['区长', '1', '1', 5], 0);
    expect([value.citedOn, value.position.start, value.organisation?.name]).toEqual([undefined, undefined, undefined]);
    expect(missed).toBe(3);
  });

  test('a projected record has what is the same in every row, and the id of a node, because caches depend on it', () => {
    const field = organisation.project(seen([]));
    expect(field.columns).toEqual(['o.id']);
    expect(field.read(['1'], 0)).toMatchObject({ id: '1', __typename: 'Organisation' });
  });

  test('a projection selects no property that only begins with the same letters', () => {
    expect(narrowed('titles', 'position_end').columns).toEqual([]);
  });

  test('a projected record has nothing that its whole record does not have', () => {
    expect((narrowed('title').read(['区长'], 0) as Record<string, unknown>)['price']).toBeUndefined();
  });
});

describe('records from an outer join', () => {
  test('a record is null when there is none, whatever is selected of it', () => {
    for (const paths of [
      ['organisation'],
      ['organisation.id'],
      ['organisation.name'],
      ['organisation.name', 'organisation.id', 'title'],
    ]) {
      const field = title.project(seen(paths));
      const there = field.read(cellsOf(field, values), 0);
      const missing = field.read(cellsOf(field, { ...values, 'o.id': null, 'o.name': null }), 0);
      expect(there.organisation?.__typename).toBe('Organisation');
      expect(missing.organisation).toBeNull();
    }
  });

  test('a record whose name alone is selected still shows by its first column whether it exists', () => {
    const field = title.project(seen(['organisation.name']));
    expect(field.columns).toEqual(['o.id', 'o.name']);
    expect(field.cells.get('organisation.name')).toBe(1);
    expect(field.read(['1', '云岫区'], 0).organisation?.name).toBe('云岫区');
  });

  test('a projected record may be projected again', () => {
    const field = title.project(seen(['organisation.name', 'title'])).project(seen(['organisation.name']));
    expect(field.read(cellsOf(field, values), 0).organisation?.name).toBe('云岫区');
  });
});
