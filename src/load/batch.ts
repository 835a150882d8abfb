import DataLoader from 'dataloader';
import type { Sql } from 'postgres';
import { arrayOf } from './condition.ts';
import { encodeCursor } from './cursor.ts';
import type { PageArguments } from './listing.ts';
import { pageOf, pageRequest } from './page.ts';
import type { Connection, Page, PageRequest } from './page.ts';
import { countStatement, pageStatement } from './page-statement.ts';
import type { AnyListing, Statement } from './page-statement.ts';
import type { Field, Row } from './record.ts';
import { lookupText, relationText } from './relation.ts';
import type { Key, Lookup, Relation } from './relation.ts';

/** Runs a fixed-shape statement. */
export type Run = (text: string, parameters: readonly (string | number | null)[]) => Promise<readonly Row[]>;

/** Runs statements on this pool, prepared if the pool prepares. */
export function runOn(sql: Sql): Run {
  const prepare = sql.options.prepare;
  return async (text, parameters) => sql.unsafe(text, parameters.map(storable), { prepare }).values();
}

/** Postgres takes no NUL in a text, so that nothing stored has one. What asks for it asks for what is nowhere. */
function storable(value: string | number | null): string | number | null {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}

/** The array literals that hold the keys: one of ids, or two when the keys are pairs. */
function literalsOf(keys: readonly Key[], width: number): string[] {
  return width === 1 ? [arrayOf(keys as readonly string[])] : [0, 1].map((part) => arrayOf(keys.map((key) => key[part]!)));
}

function widthOf(key: Key | null): number {
  return typeof key === 'string' ? 1 : 2;
}

/** The loader of a relation: what is asked for in one turn is read by one statement. */
export function relationLoader(relation: Relation<'one' | 'many', Key, unknown>, run: Run): (key: Key) => Promise<unknown> {
  const text = relationText(relation);
  const width = widthOf(relation.key);
  const loader = new DataLoader<Key, unknown, string>(async (keys) => {
    const groups = grouped(await run(text, literalsOf(keys, width)), width, (row) => relation.record.read(row, width));
    return keys.map((key) => {
      const values = groups.get(String(key)) ?? [];
      return relation.cardinality === 'one' ? values[0] ?? null : values;
    });
  }, { cacheKeyFn: String });
  return (key) => loader.load(key);
}

/** The loader of a search: one statement each time. */
export function lookupLoader(search: Lookup<never, unknown>, run: Run): (...values: never[]) => Promise<unknown[]> {
  const text = lookupText(search);
  const parameters = search.parameters as (...values: never[]) => readonly (string | number | null)[];
  return async (...values) => (await run(text, parameters(...values))).map((row) => search.record.read(row, 0));
}

/** The loader of a list of the whole archive. */
export function listLoader(name: string, listing: AnyListing, run: Run): (args: PageArguments) => Connection<unknown> {
  return (args) => {
    const request = pageRequest(listing, args, name);
    return {
      page: once(async () => {
        const rows = await runStatement(run, pageStatement(listing, request, args));
        return pageOf(request, rows.map((row) => edge(listing.record, request, row, 0)));
      }),
      totalCount: once(async () => (await runStatement(run, countStatement(listing, args)))[0]?.[0] as number),
    };
  };
}

/** The loader of a list of each parent: parents that ask for the same page share a statement, and one for their counts. */
export function nestedListLoader(name: string, listing: AnyListing, run: Run): (parent: Key, args: PageArguments) => Connection<unknown> {
  const width = widthOf(listing.parent);
  const batches = new Map<string, { pages: DataLoader<Key, Page<unknown>, string>; counts: DataLoader<Key, number, string> }>();
  const batchOf = (args: PageArguments) => {
    const asked = JSON.stringify(args);
    const known = batches.get(asked);
    if (known !== undefined) return known;
    const request = pageRequest(listing, args, name);
    const batch = {
      pages: new DataLoader<Key, Page<unknown>, string>(async (parents) => {
        const rows = await runStatement(run, pageStatement(listing, request, args, literalsOf(parents, width)));
        const groups = grouped(rows, width, (row) => edge(listing.record, request, row, width));
        return parents.map((parent) => pageOf(request, groups.get(String(parent)) ?? []));
      }, { cacheKeyFn: String }),
      counts: new DataLoader<Key, number, string>(async (parents) => {
        const rows = await runStatement(run, countStatement(listing, args, literalsOf(parents, width)));
        const counts = grouped(rows, width, (row) => row[width] as number);
        return parents.map((parent) => counts.get(String(parent))![0]!);
      }, { cacheKeyFn: String }),
    };
    batches.set(asked, batch);
    return batch;
  };
  return (parent, args) => {
    const { pages, counts } = batchOf(args);
    return { page: () => pages.load(parent), totalCount: () => counts.load(parent) };
  };
}

function runStatement(run: Run, { text, parameters }: Statement): Promise<readonly Row[]> {
  return run(text, parameters);
}

/** An edge from a row of {@link pageStatement} whose order columns begin at `at`. */
function edge(record: Field<unknown>, request: PageRequest, row: Row, at: number): { readonly cursor: string } {
  const width = request.order.columns.length;
  const place = row.slice(at, at + width) as (string | number | null)[];
  return { ...(record.read(row, at + 2 * width + 1) as object), cursor: encodeCursor(request.orderName, place) };
}

/** The values of the rows that have the same first cells, in the order of the rows. */
function grouped<T>(rows: readonly Row[], width: number, read: (row: Row) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = String(width === 1 ? row[0] : row.slice(0, width));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [read(row)]);
    else group.push(read(row));
  }
  return groups;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}
