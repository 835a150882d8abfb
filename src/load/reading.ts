import { encodeCursor } from './cursor.ts';
import type { Bind, PageArguments } from './listing.ts';
import { readingName } from './look-ahead.ts';
import { pageOf, pageRequest } from './page.ts';
import type { PageRequest } from './page.ts';
import { countText, pageText } from './page-statement.ts';
import type { AnyListing } from './page-statement.ts';
import { atom, record } from './record.ts';
import type { Field, Row, Sight } from './record.ts';
import { columnsOf, isFirstColumn, lookupText, relationText } from './relation.ts';
import type { Key, Lookup, Parents, Relation } from './relation.ts';

/**
 * Something that one statement reads of any number of parents, or once where there is no parent: a relation, a page, a
 * count.
 */
export interface Reading {
  /** The same for all readings that differ in arguments alone: what a look-ahead goes by. */
  readonly name: string;
  /**
   * How many of a row's first cells are the parent's id: 0 where there is no parent, 2 for pairs. The record may begin
   * with the same cell.
   */
  readonly keyWidth: number;
  /** How many cells a row has. */
  readonly width: number;
  /** The record in a row, and the cell at which it begins. */
  readonly record: Field<unknown>;
  readonly at: number;
  /** The nodes in a row: the type of each, and the cell of its id. */
  readonly nodes: readonly (readonly [type: string, cell: number])[];
  /** The statement, for these parents if it has any. */
  readonly text: (bind: Bind, parents: Parents | null) => string;
  /** Of a parent that is named twice, the rows would be read twice. */
  readonly isEachRead: boolean;
  /** Cells that no two rows have alike, if some are known: each by the places that its column has among the row's. */
  readonly identity?: readonly (readonly number[])[];
  /** How many of a parent's rows are its value: a page has one more, which tells whether the list goes on. */
  readonly size?: number;
  /** The value of one parent from its rows. */
  readonly valueOf: (rows: readonly Row[]) => unknown;
}

/** The rows of a relation; of its record what is looked at. */
export function relationReading(
  name: string,
  declared: Relation<'one' | 'many', Key, unknown>,
  sight?: Sight,
): Reading {
  const relation = narrowed(declared, sight);
  const { record, key, cardinality } = relation;
  const at = isFirstColumn(relation) ? 0 : widthOf(key);
  return {
    name: readingName(name, 'rows'),
    keyWidth: widthOf(key),
    width: at + record.columns.length,
    record,
    at,
    nodes: nodesOf(record, at),
    text: (_, parents) => relationText(relation, parents!),
    isEachRead: typeof relation.from === 'function' || widthOf(key) === 2,
    ...(cardinality === 'one' && at === 0 ? { identity: [[0]] } : {}),
    valueOf:
      cardinality === 'one'
        ? ([row]) => (row === undefined ? null : record.read(row, at))
        : (rows) => rows.map((row) => record.read(row, at)),
  };
}

/** What a search by name finds; of its record what is looked at. */
export function lookupReading(
  name: string,
  declared: Lookup<never, unknown>,
  values: readonly unknown[],
  sight?: Sight,
): Reading {
  const search = narrowed(declared, sight);
  const { record } = search;
  const parameters = (search.parameters as (...all: readonly unknown[]) => readonly (string | number | null)[])(
    ...values,
  );
  return {
    name: readingName(name, 'rows'),
    keyWidth: 0,
    width: Math.max(1, record.columns.length),
    record,
    at: 0,
    nodes: nodesOf(record, 0),
    text: (bind) => {
      for (const value of parameters) bind(value, ''); // The types stand in the text itself.
      return lookupText(search);
    },
    isEachRead: false,
    valueOf: (rows) => rows.map((row) => record.read(row, 0)),
  };
}

/**
 * The page of a list; of its record, with the `cursor` of each row, what is looked at.
 * @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of the list
 */
export function pageReading(name: string, listing: AnyListing, args: PageArguments, sight?: Sight): Reading {
  const request = pageRequest(listing, args, name);
  const { record: edge } = narrowed({ record: record({ ...listing.record.fields, cursor: cursor(request) }) }, sight);
  const parent = columnsOf(listing.parent);
  const at = parent.length;
  const columns = [...parent, ...edge.columns];
  // The last column of an order tells a parent's rows apart.
  const identity = [...parent, request.order.columns.at(-1)!.sql].map((sql) =>
    columns.flatMap((column, cell) => (column === sql ? [cell] : [])),
  );
  return {
    name: readingName(name, 'page'),
    keyWidth: at,
    width: Math.max(1, columns.length),
    record: edge,
    at,
    nodes: nodesOf(edge, at),
    size: request.size,
    text: (bind, parents) => pageText(listing, edge, request, args, bind, parents),
    isEachRead: true,
    identity,
    valueOf: (rows) =>
      pageOf(
        request,
        rows.map((row) => edge.read(row, at)),
      ),
  };
}

/** The place of a row in its order, as one can be asked for. */
function cursor({ order, orderName }: PageRequest): Field<string> {
  const columns = order.columns.map(({ sql, type }) => (type === 'integer' ? sql : `(${sql})::text`));
  return atom(columns, (row, at) =>
    encodeCursor(orderName, row.slice(at, at + columns.length) as (string | number | null)[]),
  );
}

/** How many a list has. */
export function countReading(name: string, listing: AnyListing, args: PageArguments): Reading {
  const keyWidth = widthOf(listing.parent);
  return {
    name: readingName(name, 'count'),
    keyWidth,
    width: keyWidth + 1,
    record: record({}),
    at: keyWidth,
    nodes: [],
    text: (bind, parents) => countText(listing, args, bind, parents),
    isEachRead: true,
    valueOf: ([row]) => row![keyWidth],
  };
}

function nodesOf({ cells, literals }: Field<unknown>, at: number): Reading['nodes'] {
  return [...literals].flatMap(([path, type]) => {
    const cell = cells.get(path.replace(/__typename$/, 'id'));
    return path.endsWith('__typename') && cell !== undefined ? [[String(type), cell + at] as const] : [];
  });
}

function narrowed<Declared extends { readonly record: Field<unknown> }>(
  declared: Declared,
  sight: Sight | undefined,
): Declared {
  return sight === undefined ? declared : { ...declared, record: declared.record.narrow(sight) };
}

function widthOf(key: Key | null): number {
  return columnsOf(key).length;
}
