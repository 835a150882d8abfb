import type { Order } from './order.ts';
import type { RecordShape, Shape } from './shape.ts';
import type { Bind, Parameter } from './statement.ts';

/** Two ids that together name a row: `[articleId, personId]`. */
export type Pair = readonly [string, string];
/** The id of a parent, or the pair of ids. */
export type Key = string | Pair;

/**
 * How the rows that belong to a parent are found, as data: nothing here reads, batches or caches. The ids of the
 * parents are an array (or two, for pairs), so that any number of them shares one prepared statement.
 */
export interface KeyedRelation<Cardinality extends 'one' | 'many', K extends Key, T> {
  readonly kind: 'keyed';
  readonly cardinality: Cardinality;
  /** The column that holds the parent's id, or the two of a pair. */
  readonly key: K;
  readonly shape: Shape<T>;
  /** What is read; a function where it is made from the parents' ids, an array in SQL. */
  readonly from: string | ((parents: string) => string);
  /** The order of one parent's rows. */
  readonly order?: string;
}
type KeyedDeclaration<K extends Key, T> = Omit<KeyedRelation<'one', K, T>, 'kind' | 'cardinality'>;

/** At most one row for a parent: the value or null. */
export function one<T>(declaration: KeyedDeclaration<string, T>): KeyedRelation<'one', string, T> {
  return { kind: 'keyed', cardinality: 'one', ...declaration };
}

/** Any number of rows for a parent: a list, in the declared order. */
export function many<T>(declaration: KeyedDeclaration<string, T>): KeyedRelation<'many', string, T> {
  return { kind: 'keyed', cardinality: 'many', ...declaration };
}

/** Any number of rows for a pair of ids. */
export function manyOfPair<T>(declaration: KeyedDeclaration<Pair, T>): KeyedRelation<'many', Pair, T> {
  return { kind: 'keyed', cardinality: 'many', ...declaration };
}

/** The rows that match some values, which are `$1`, `$2` … of `where`: found by a name rather than from a parent. */
export interface LookupRelation<Values extends readonly unknown[], T> {
  readonly kind: 'lookup';
  readonly shape: Shape<T>;
  readonly from: string;
  readonly where: string;
  readonly order: string;
  /** The statement's parameters from the values asked for. */
  readonly parameters: (...values: Values) => readonly Parameter[];
  /** Which of the values names the scope of the lookup, if it has one. A scope that does not exist is an error. */
  readonly scope?: (...values: Values) => string | null;
}

/** Declares a lookup; see {@link LookupRelation}. */
export function lookup<Values extends readonly unknown[], T>(
  declaration: Omit<LookupRelation<Values, T>, 'kind'>,
): LookupRelation<Values, T> {
  return { kind: 'lookup', ...declaration };
}

/**
 * A list that is read in pages. With a `parent` column, or two for a pair of parents, each parent has a list, and the
 * same page of many parents is one statement; without one there is a single list of everything.
 */
export interface ListRelation<Parent extends Key | null, Edge, Arguments, Name extends string> {
  readonly kind: 'list';
  readonly parent: Parent;
  /** `node` and whatever belongs to the edge; a function where the edge repeats some of the arguments. */
  readonly shape: RecordShape<Edge> | ((args: Arguments) => RecordShape<Edge>);
  /** What is read; a function where the arguments decide which table leads to the rows, or what they are made of. */
  readonly from: string | ((args: Arguments, bind: Bind) => string);
  readonly orders: Readonly<Record<Name, Order>>;
  readonly defaultOrder: NoInfer<Name>;
  /** Takes the place of the default order where the arguments match rows more or less well. It has no name. */
  readonly bestFirst?: (args: Arguments) => Order | null;
  /** The conditions that the arguments ask for. */
  readonly where: (args: Arguments, bind: Bind) => readonly string[];
}
type ListDeclaration<Edge, Arguments, Name extends string> = Omit<
  ListRelation<null, Edge, Arguments, Name>,
  'kind' | 'parent' | 'where'
> &
  Partial<Pick<ListRelation<null, Edge, Arguments, Name>, 'where'>>;

/** A list of everything. */
export function list<Edge, Arguments = unknown, Name extends string = string>(
  declaration: ListDeclaration<Edge, Arguments, Name>,
): ListRelation<null, Edge, Arguments, Name> {
  return { kind: 'list', parent: null, where: () => [], ...declaration };
}

/** A list of each parent; `parent` is the column that holds the parent's id. */
export function listOf<Edge, Arguments = unknown, Name extends string = string>(
  parent: string,
  declaration: ListDeclaration<Edge, Arguments, Name>,
): ListRelation<string, Edge, Arguments, Name> {
  return { kind: 'list', where: () => [], ...declaration, parent };
}

/** A list of each pair of parents; `parents` are the columns that hold their ids. */
export function listOfPair<Edge, Arguments = unknown, Name extends string = string>(
  parents: Pair,
  declaration: ListDeclaration<Edge, Arguments, Name>,
): ListRelation<Pair, Edge, Arguments, Name> {
  return { kind: 'list', where: () => [], ...declaration, parent: parents };
}

export type AnyKeyedRelation = KeyedRelation<'one' | 'many', Key, unknown>;
export type AnyLookupRelation = LookupRelation<never, unknown>;
export type AnyListRelation = ListRelation<Key | null, unknown, never, string>;
/** Any way to rows: from parents, by values, or as a list. */
export type Relation = AnyKeyedRelation | AnyLookupRelation | AnyListRelation;

/** What an edge of the list is made of, but for its cursor. */
export function edgeShape<Edge, Arguments>(
  { shape }: Pick<ListRelation<Key | null, Edge, Arguments, string>, 'shape'>,
  args: Arguments,
): RecordShape<Edge> {
  return typeof shape === 'function' ? shape(args) : shape;
}

/** The relations that an engine is made for, by the name of what they yield. */
export type Relations = Readonly<Record<string, Relation>>;

/** The columns that hold the parent's id. */
export function columnsOf(key: Key | null): readonly string[] {
  return key === null ? [] : typeof key === 'string' ? [key] : key;
}
