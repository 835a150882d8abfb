import { encodeCursor } from './cursor.ts';
import type { CursorKey } from './cursor.ts';
import { countText, pageText } from './page-statement.ts';
import { pageOf, pageRequest } from './page.ts';
import type { PageArguments, PageRequest } from './page.ts';
import { isKeyFirst, keyedText, lookupText } from './relation-statement.ts';
import type { Parents } from './relation-statement.ts';
import { columnsOf, edgeShape } from './relation.ts';
import type { AnyKeyedRelation, AnyListRelation, AnyLookupRelation, Key } from './relation.ts';
import { fetchName } from './selection-plan.ts';
import { composite, record } from './shape.ts';
import type { Projection, Row, Shape } from './shape.ts';
import type { Bind, Parameter } from './statement.ts';

/**
 * Something that one statement reads for any number of parents, or once where there is no parent: the rows of a
 * relation, a page, a count.
 */
export interface Fetch {
  /** The same for all fetches that differ in arguments alone; see `fetchName`. */
  readonly name: string;
  /**
   * How many of a row's first cells are the parent's id: 0 where there is no parent, 2 for pairs. The record may begin
   * with the same cell.
   */
  readonly keyWidth: number;
  /** How many cells a row has. */
  readonly width: number;
  /** The record in a row, and the cell at which it begins. */
  readonly shape: Shape<unknown>;
  readonly at: number;
  /** The nodes in a row: the type of each, and the cell of its id. */
  readonly nodes: readonly (readonly [type: string, cell: number])[];
  /** The statement, for these parents if it has any. */
  readonly text: (bind: Bind, parents: Parents | null) => string;
  /** Whether the rows of a parent that is named twice would be read twice. */
  readonly readsDuplicates: boolean;
  /**
   * Cells that together are different in every row, if some are known: each by the places that its column has among the
   * row's.
   */
  readonly uniqueCells?: readonly (readonly number[])[];
  /** How many of a parent's rows are its value: a page has one more, which tells whether the list goes on. */
  readonly size?: number;
  /** The value of one parent from its rows. */
  readonly valueOf: (rows: readonly Row[]) => unknown;
}

/** The rows of parents; of their records what the projection selects. */
export function keyedFetch(name: string, declared: AnyKeyedRelation, projection?: Projection): Fetch {
  const relation = projected(declared, projection);
  const { shape, key, cardinality } = relation;
  const at = isKeyFirst(relation) ? 0 : widthOf(key);
  return {
    name: fetchName(name, 'rows'),
    keyWidth: widthOf(key),
    width: at + shape.columns.length,
    shape,
    at,
    nodes: nodesOf(shape, at),
    text: (_, parents) => keyedText(relation, given(name, parents)),
    readsDuplicates: typeof relation.from === 'function' || widthOf(key) === 2,
    ...(cardinality === 'one' && at === 0 ? { uniqueCells: [[0]] } : {}),
    valueOf:
      cardinality === 'one'
        ? ([row]) => (row === undefined ? null : shape.read(row, at))
        : (rows) => rows.map((row) => shape.read(row, at)),
  };
}

function given(name: string, parents: Parents | null): Parents {
  if (parents === null) throw new Error(`${name} is read for parents alone.`);
  return parents;
}

/** The rows that a lookup finds; of their records what the projection selects. */
export function lookupFetch(
  name: string,
  declared: AnyLookupRelation,
  values: readonly unknown[],
  projection?: Projection,
): Fetch {
  const relation = projected(declared, projection);
  const { shape } = relation;
  const parameters = (relation.parameters as (...all: readonly unknown[]) => readonly Parameter[])(...values);
  return {
    name: fetchName(name, 'rows'),
    keyWidth: 0,
    width: Math.max(1, shape.columns.length),
    shape,
    at: 0,
    nodes: nodesOf(shape, 0),
    text: (bind) => {
      for (const value of parameters) bind(value, ''); // The types stand in the text itself.
      return lookupText(relation);
    },
    readsDuplicates: false,
    valueOf: (rows) => rows.map((row) => shape.read(row, 0)),
  };
}

/**
 * The page of a list; of its records, with the `cursor` of each row, what the projection selects.
 * @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of the list
 */
export function pageFetch(name: string, list: AnyListRelation, args: PageArguments, projection?: Projection): Fetch {
  const request = pageRequest(list, args as PageArguments<never>, name);
  const edge = record({ ...edgeShape(list, args as never).properties, cursor: cursor(request) });
  const { shape } = projected({ shape: edge }, projection);
  const parent = columnsOf(list.parent);
  const at = parent.length;
  const columns = [...parent, ...shape.columns];
  // The last column of an order tells a parent's rows apart.
  const unique = [...parent, ...request.order.columns.slice(-1).map(({ sql }) => sql)];
  return {
    name: fetchName(name, 'page'),
    keyWidth: at,
    width: Math.max(1, columns.length),
    shape,
    at,
    nodes: nodesOf(shape, at),
    size: request.size,
    text: (bind, parents) => pageText(list, shape, request, args, bind, parents),
    readsDuplicates: true,
    uniqueCells: unique.map((sql) => columns.flatMap((column, cell) => (column === sql ? [cell] : []))),
    valueOf: (rows) =>
      pageOf(
        request,
        rows.map((row) => shape.read(row, at) as { readonly cursor: string }),
      ),
  };
}

/** The cursor of a row, made from the columns of the order. */
function cursor({ order, orderName }: PageRequest): Shape<string> {
  const columns = order.columns.map(({ sql, type }) => (type === 'integer' ? sql : `(${sql})::text`));
  return composite(columns, (row, at) => encodeCursor(orderName, row.slice(at, at + columns.length) as CursorKey));
}

/** How many rows a list has. */
export function countFetch(name: string, list: AnyListRelation, args: PageArguments): Fetch {
  const keyWidth = widthOf(list.parent);
  return {
    name: fetchName(name, 'count'),
    keyWidth,
    width: keyWidth + 1,
    shape: record({}),
    at: keyWidth,
    nodes: [],
    text: (bind, parents) => countText(list, args, bind, parents),
    readsDuplicates: true,
    valueOf: ([row]) => row?.[keyWidth],
  };
}

function nodesOf({ cells, literals }: Shape<unknown>, at: number): Fetch['nodes'] {
  return [...literals].flatMap(([path, type]) => {
    const cell = cells.get(path.replace(/__typename$/, 'id'));
    return path.endsWith('__typename') && cell !== undefined ? [[String(type), cell + at] as const] : [];
  });
}

function projected<Declared extends { readonly shape: Shape<unknown> }>(
  declared: Declared,
  projection: Projection | undefined,
): Declared {
  return projection === undefined ? declared : { ...declared, shape: declared.shape.project(projection) };
}

function widthOf(key: Key | null): number {
  return columnsOf(key).length;
}
