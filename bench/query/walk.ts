import type { Direction } from '../../src/query/order.ts';
import type { Connection, PageArguments } from '../../src/query/page.ts';
import type { Key, ListRelation } from '../../src/query/relation.ts';
import type { Database } from '../../src/store/database.ts';
import { createLoaders } from '../../src/load/loaders.ts';
import { relations } from '../../src/load/relations.ts';

type AnyList = ListRelation<Key | null, unknown, never, string>;

/** One list of the archive: of the whole, or of one parent. */
export interface WalkedList {
  readonly name: string;
  readonly parent: Key | null;
  readonly orders: readonly NonNullable<PageArguments['orderBy']>[];
  /** How many rows it has by a count that is not the list's own. */
  readonly rows: number;
}

const RANDOM_PARENTS = 3;

/** What a list must be given to be one. */
const REQUIRED: Readonly<Record<string, object>> = { agreementGroups: { groupBy: 'PARTY' } };

/** What is read without other arguments; null for a list that cannot do without them. */
function withoutArguments(
  name: string,
  { from, where }: AnyList,
): { readonly from: string; readonly where: string } | null {
  let isBound = false;
  const bind = () => {
    isBound = true;
    return '';
  };
  const read = typeof from === 'string' ? from : from((REQUIRED[name] ?? {}) as never, bind);
  const conditions = ['true', ...where({} as never, bind)].join(' and ');
  return isBound ? null : { from: read, where: conditions };
}

/**
 * Every list that the loaders have and that needs no arguments: those of parents for the parent that has most rows, and
 * for some others.
 */
export async function listsOf({ sql }: Database): Promise<WalkedList[]> {
  const lists: WalkedList[] = [];
  for (const [name, relation] of Object.entries(relations)) {
    if (relation.kind !== 'list') continue;
    const listing = relation as unknown as AnyList;
    const whole = withoutArguments(name, listing);
    if (whole === null) continue;
    const { from, where } = whole;
    const columns = listing.parent === null ? [] : [listing.parent].flat();
    const orders = Object.keys(listing.orders).flatMap((field) =>
      (['ASC', 'DESC'] as const).map((direction: Direction) => ({ field, direction })),
    );
    const found =
      columns.length === 0
        ? await sql.unsafe(`select count(*)::int as rows, 'true' as k0 from ${from} where ${where}`)
        : await sql.unsafe(`
        with counted as (select ${columns.map((column, at) => `${column}::text as k${at}`).join(', ')}, count(*)::int as rows
          from ${from} where ${where} and ${columns.map((column) => `${column} is not null`).join(' and ')} group by ${columns.join(', ')})
        (select * from counted order by rows desc, k0 limit 1) union (select * from counted order by md5(k0) limit ${RANDOM_PARENTS})`);
    for (const row of found) {
      const keys = columns.map((_, at) => row[`k${at}`] as string);
      lists.push({
        name,
        parent: keys.length === 0 ? null : keys.length === 1 ? keys[0]! : [keys[0]!, keys[1]!],
        orders,
        rows: row['rows'] as number,
      });
    }
  }
  return lists;
}

type AnyConnection = Connection<unknown>;

/** Reads the list, as every request does it: with loaders of its own. */
function read(database: Database, { name, parent }: WalkedList, args: PageArguments): AnyConnection {
  const loader = createLoaders(database)[name as keyof typeof relations] as unknown as (
    ...all: unknown[]
  ) => AnyConnection;
  const given = { ...REQUIRED[name], ...args };
  return parent === null ? loader(given) : loader(parent, given);
}

/** The cursors seen on a walk through all pages, in the order of the list: each stands for one row. */
async function walk(
  database: Database,
  list: WalkedList,
  size: number,
  isBackward: boolean,
  orderBy: PageArguments['orderBy'],
): Promise<string[]> {
  const pages: string[][] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read(database, list, {
      ...(isBackward ? { last: size, before: cursor } : { first: size, after: cursor }),
      orderBy,
    }).page();
    pages.push(page.edges.map((edge) => edge.cursor));
    if (page.edges.length > size) throw new Error(`A page of ${size} has ${page.edges.length}.`);
    if (!(isBackward ? page.hasPreviousPage : page.hasNextPage)) return (isBackward ? pages.reverse() : pages).flat();
    cursor = page.edges.at(isBackward ? 0 : -1)!.cursor;
  }
}

/**
 * What is wrong with a list: walked in pages of each size, forwards and backwards, it has to show every row once, as
 * many as it counts, in one order. Orders besides the first are walked in the largest pages alone.
 */
export async function faultsOf(database: Database, list: WalkedList, sizes: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  const total = await read(database, list, {}).totalCount();
  if (total !== list.rows) faults.push(`counts ${total}, has ${list.rows}`);
  const largest = Math.max(...sizes);
  for (const orderBy of [undefined, ...list.orders]) {
    const order = orderBy === undefined ? '' : ` by ${orderBy.field} ${orderBy.direction}`;
    const whole = await walk(database, list, largest, false, orderBy);
    const distinct = new Set(whole).size;
    if (whole.length !== list.rows || distinct !== list.rows)
      faults.push(`shows ${whole.length} rows, ${distinct} different, has ${list.rows}${order}`);
    for (const size of orderBy === undefined ? sizes : [largest]) {
      for (const isBackward of [false, true]) {
        if (size === largest && !isBackward) continue;
        const same = await walk(database, list, size, isBackward, orderBy);
        if (same.length !== whole.length || same.some((cursor, at) => cursor !== whole[at]))
          faults.push(`is another in pages of ${size}${isBackward ? ' backwards' : ''}${order}`);
      }
    }
  }
  return faults;
}
