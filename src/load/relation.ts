import type { Field } from './record.ts';

/** Two ids that together name a row: `[articleId, personId]`. */
export type Pair = readonly [string, string];
export type Key = string | Pair;

/**
 * How the archive gets from parents to what belongs to them, as data: nothing here reads, batches or caches.
 * The parents' ids are an array (or two, for pairs), so every list length shares one prepared statement.
 */
export interface Relation<Cardinality extends 'one' | 'many', K extends Key, T> {
  readonly kind: 'relation';
  readonly cardinality: Cardinality;
  /** The column that holds the parent's id, or the two of a pair. */
  readonly key: K;
  readonly record: Field<T>;
  /** What is read; a function where that is made from the parents' ids, an array in SQL. */
  readonly from: string | ((parents: string) => string);
  /** The order of one parent's rows. */
  readonly order?: string;
}
type Declaration<K extends Key, T> = Omit<Relation<'one', K, T>, 'kind' | 'cardinality'>;

/** At most one row for a parent: the value or null. */
export function one<T>(declaration: Declaration<string, T>): Relation<'one', string, T> {
  return { kind: 'relation', cardinality: 'one', ...declaration };
}

/** Any number of rows for a parent: a list, in the declared order. */
export function many<T>(declaration: Declaration<string, T>): Relation<'many', string, T> {
  return { kind: 'relation', cardinality: 'many', ...declaration };
}

/** Any number of rows for a pair of ids. */
export function manyOfPair<T>(declaration: Declaration<Pair, T>): Relation<'many', Pair, T> {
  return { kind: 'relation', cardinality: 'many', ...declaration };
}

/**
 * The rows that fit some values, which are `$1`, `$2` … of `where`: a search by name rather than a way from a parent.
 */
export interface Lookup<Values extends readonly unknown[], T> {
  readonly kind: 'lookup';
  readonly record: Field<T>;
  readonly from: string;
  readonly where: string;
  readonly order: string;
  /** The statement's parameters from the values asked for. */
  readonly parameters: (...values: Values) => readonly (string | number | null)[];
  /** Which of the values is the slug of a newspaper; one that is none is an error. */
  readonly publication?: (...values: Values) => string | null;
}

/** Declares a search; see {@link Lookup}. */
export function lookup<Values extends readonly unknown[], T>(
  declaration: Omit<Lookup<Values, T>, 'kind'>,
): Lookup<Values, T> {
  return { kind: 'lookup', ...declaration };
}

/** Whether the first column of the record is the parent's id, which then is read once. */
export function isFirstColumn({
  key,
  record,
}: Pick<Relation<'one' | 'many', Key, unknown>, 'key' | 'record'>): boolean {
  return key === record.columns[0];
}

/** The columns that hold the parent's id. */
export function columnsOf(key: Key | null): readonly string[] {
  return key === null ? [] : typeof key === 'string' ? [key] : key;
}

/** Parents in SQL, each once where their rows would be read twice. */
export interface Parents {
  /** Their ids as an array; of pairs, the first ones. */
  readonly array: string;
  /** Their ids, or pairs, as rows. */
  readonly table: string;
}

/**
 * The statement that reads a relation of the parents. Its first columns are the parent's ids; a parent's rows are in
 * order.
 */
export function relationText(relation: Relation<'one' | 'many', Key, unknown>, { array, table }: Parents): string {
  const { key, record } = relation;
  const from = typeof relation.from === 'string' ? relation.from : relation.from(array);
  if (typeof key === 'string') {
    const order = relation.order === undefined ? '' : ` order by ${key}, ${relation.order}`;
    return `select ${[...(isFirstColumn(relation) ? [] : [key]), ...record.columns].join(', ')} from ${from} where ${key} = any(${array})${order}`;
  }
  // Each pair by itself, which `offset 0` sees to: an index that begins with a pair often has its order, too.
  const cells = record.columns.map((_, index) => `f${index}`);
  const selected = record.columns.map((sql, index) => `${sql} as ${cells[index]}`).join(', ') || 'null';
  const order = relation.order === undefined ? '' : ` order by ${relation.order}`;
  return (
    `select ${['k.id0', 'k.id1', ...cells.map((cell) => `m.${cell}`)].join(', ')} from ${table} k(id0, id1)` +
    ` cross join lateral (select ${selected} from ${from} where ${key.map((column, index) => `${column} = k.id${index}`).join(' and ')}${order} offset 0) m`
  );
}

/** The statement of a search. */
export function lookupText(search: Pick<Lookup<never, unknown>, 'record' | 'from' | 'where' | 'order'>): string {
  return `select ${search.record.columns.join(', ') || 'null'} from ${search.from} where ${search.where} order by ${search.order}`;
}
