import { describe, expect, test } from 'vitest';
import { filteredFirst, isOneOf, isWithin, when } from '../../src/query/condition.ts';
import { certainId, isRelatedTo } from '../../src/query/id-filter.ts';
import { binder } from '../../src/query/statement.ts';

/** The conditions and the values that they bind. */
function written(
  write: (bind: ReturnType<typeof binder>['bind']) => readonly string[],
): [readonly string[], unknown[]] {
  const { bind, parameters } = binder();
  return [write(bind), parameters];
}

describe('conditions', () => {
  test('a condition holds only for an argument that is given', () => {
    expect(written((bind) => when(null, 'integer', 'b.pages = ?', bind))).toEqual([[], []]);
    expect(written((bind) => when(0, 'integer', 'b.pages = ?', bind))).toEqual([['b.pages = $1::integer'], [0]]);
  });

  test('a condition on a list is an equation for one value, and matches nothing for none', () => {
    expect(written((bind) => isOneOf(undefined, 'uuid', 'b.id', bind))).toEqual([[], []]);
    expect(written((bind) => isOneOf([], 'uuid', 'b.id', bind))).toEqual([['false'], []]);
    expect(written((bind) => isOneOf(['x', 'x'], 'uuid', 'b.id', bind))).toEqual([['b.id = $1::uuid'], ['x']]);
    expect(written((bind) => isOneOf(['x', 'y'], 'uuid', 'b.id', bind))).toEqual([
      ['b.id = any($1::uuid[])'],
      ['{x,y}'],
    ]);
  });

  test('a condition on a range leaves an end open that is not given', () => {
    expect(written((bind) => isWithin('b.day', { to: '2030-01-01' }, bind))).toEqual([
      ['b.day <= $1::date'],
      ['2030-01-01'],
    ]);
  });

  test('a condition that few rows satisfy is a subquery of the table', () => {
    expect(filteredFirst('books b', [])).toBe('books b');
    expect(filteredFirst('books b', ['b.pages = 1'])).toBe('(select * from books b where b.pages = 1 offset 0) b');
  });
});

describe('filters by nodes', () => {
  test('a filter names a node that every row is related to, if there is one', () => {
    expect(certainId({ all: ['x', 'y'], any: ['z'] })).toBe('x');
    expect(certainId({ any: ['z', 'z'] })).toBe('z');
    expect(certainId({ any: ['y', 'z'] })).toBeUndefined();
    expect(certainId(null)).toBeUndefined();
  });

  test('a filter asks for all and any of the others', () => {
    const rows = 'loans l where l.book_id = b.id';
    const asked = (filter: Parameters<typeof isRelatedTo>[0], known: string | null) =>
      written((bind) => isRelatedTo(filter, known, rows, 'l.reader_id', bind));
    expect(asked({ all: ['x'] }, 'x')).toEqual([[], []]);
    expect(asked({ any: ['x', 'y'] }, 'x')).toEqual([[], []]);
    expect(asked({ all: ['x'], any: ['y', 'z'] }, null)).toEqual([
      [
        `exists (select from ${rows} and l.reader_id = $1::uuid)`,
        `exists (select from ${rows} and l.reader_id = any($2::uuid[]))`,
      ],
      ['x', '{y,z}'],
    ]);
    expect(asked({ all: ['x', 'y'] }, null)[1]).toEqual(['{x,y}']);
  });
});
