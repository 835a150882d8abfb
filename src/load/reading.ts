import { encodeCursor } from './cursor.ts';
import type { Bind, PageArguments } from './listing.ts';
import { readingName } from './look-ahead.ts';
import { pageOf, pageRequest } from './page.ts';
import { countText, pageText } from './page-statement.ts';
import type { AnyListing } from './page-statement.ts';
import { NO_RECORD } from './record.ts';
import type { Field, Row } from './record.ts';
import { lookupText, relationText } from './relation.ts';
import type { Key, Lookup, Relation } from './relation.ts';

/** Something that one statement reads of any number of parents, or once where there is no parent: a relation, a page, a count. */
export interface Reading {
  /** The same for all readings that differ in arguments alone: what a look-ahead goes by. */
  readonly name: string;
  /** Tells readings with different arguments apart. */
  readonly id: string;
  /** How many of a row's first cells are the parent's id: 0 where there is no parent, 2 for pairs. */
  readonly keyWidth: number;
  /** How many cells a row has. */
  readonly width: number;
  /** The record in a row, and the cell at which it begins. */
  readonly record: Field<unknown>;
  readonly at: number;
  /** The statement, given the ids of the parents as SQL arrays. */
  readonly text: (bind: Bind, parents: readonly string[]) => string;
  /** The value of one parent from its rows. */
  readonly valueOf: (rows: readonly Row[]) => unknown;
}

export function relationReading(name: string, relation: Relation<'one' | 'many', Key, unknown>): Reading {
  const { record, key, cardinality } = relation;
  const at = widthOf(key);
  return {
    name: readingName(name, 'rows'), id: name, keyWidth: at, width: at + record.columns.length, record, at,
    text: (_, parents) => relationText(relation, parents),
    valueOf: cardinality === 'one'
      ? ([row]) => (row === undefined ? null : record.read(row, at))
      : (rows) => rows.map((row) => record.read(row, at)),
  };
}

export function lookupReading(name: string, search: Lookup<never, unknown>, values: readonly unknown[]): Reading {
  const { record } = search;
  const parameters = (search.parameters as (...all: readonly unknown[]) => readonly (string | number | null)[])(...values);
  return {
    name: readingName(name, 'rows'), id: `${name} ${JSON.stringify(parameters)}`, keyWidth: 0, width: record.columns.length, record, at: 0,
    // The types stand in the text itself.
    text: (bind) => (parameters.forEach((value) => bind(value, '')), lookupText(search)),
    valueOf: (rows) => rows.map((row) => record.read(row, 0)),
  };
}

/** @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of the list */
export function pageReading(name: string, listing: AnyListing, args: PageArguments): Reading {
  const { record, parent } = listing;
  const request = pageRequest(listing, args, name);
  const keyWidth = widthOf(parent);
  const places = request.order.columns.length;
  const at = keyWidth + 2 * places + 1;
  return {
    name: readingName(name, 'page'), id: `${name}.page ${JSON.stringify(args)}`, keyWidth, width: at + record.columns.length, record, at,
    text: (bind, parents) => pageText(listing, request, args, bind, parents),
    valueOf: (rows) => pageOf(request, rows.map((row) => {
      const place = row.slice(keyWidth, keyWidth + places) as (string | number | null)[];
      return { ...(record.read(row, at) as object), cursor: encodeCursor(request.orderName, place) };
    })),
  };
}

export function countReading(name: string, listing: AnyListing, args: PageArguments): Reading {
  const keyWidth = widthOf(listing.parent);
  return {
    name: readingName(name, 'count'), id: `${name}.count ${JSON.stringify(args)}`, keyWidth, width: keyWidth + 1, record: NO_RECORD, at: keyWidth,
    text: (bind, parents) => countText(listing, args, bind, parents),
    valueOf: ([row]) => row![keyWidth],
  };
}

function widthOf(key: Key | null): number {
  return key === null ? 0 : typeof key === 'string' ? 1 : 2;
}
