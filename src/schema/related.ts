/** Resolvers of the rows that a relation finds by ids in the parent. */
import type { Load } from '../load/loaders.ts';
import type { Pair } from '../query/relation.ts';
import { relations } from '../load/relations.ts';
import { chain } from '../query/maybe-promise.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { valueAt } from '../query/path.ts';
import type { PathOf, PathTo, Picked, ValueAt } from '../query/path.ts';
import { declared } from './reads.ts';
import type { DeclaredResolver } from './reads.ts';

type Relations = typeof relations;
type KeyedName = {
  [Name in keyof Relations]: Relations[Name] extends { readonly kind: 'keyed' } ? Name : never;
}[keyof Relations];
type OneName = {
  [Name in KeyedName]: Relations[Name] extends { readonly cardinality: 'one' } ? Name : never;
}[KeyedName];

type RowOf<Name extends KeyedName> =
  NonNullable<Awaited<ReturnType<Load[Name]>>> extends infer Found
    ? Found extends readonly (infer Row)[]
      ? Row
      : Found
    : never;

/** Where the ids of the relation's parent are in `Parent`. */
export type KeyPath<Parent, ParentKey> = ParentKey extends Pair
  ? readonly [PathTo<Parent, string>, PathTo<Parent, string>]
  : PathTo<Parent, string | null>;

/** Which of a relation's rows are meant, and what of them. */
interface RowOptions<Parent, Row, At extends string, Seen extends string, Of extends string> {
  /** What of each row is the value; the whole row when left out. */
  readonly at?: At;
  /** Which rows are meant. */
  readonly where?: (row: Picked<Row, Seen>, parent: Picked<Parent, Of>) => boolean;
  /** What `where` looks at of a row. */
  readonly rows?: readonly Seen[];
  /** What `where` looks at of the parent. */
  readonly parent?: readonly Of[];
}

/** What a relation finds: one row, or any number of them. */
type Found<Name extends KeyedName, One, Many> = Name extends OneName ? One : Many;

/** The rows of a relation; or its one row, null if there is none. */
export function related<
  Parent,
  const Name extends KeyedName,
  const At extends PathOf<RowOf<Name>> | '' = '',
  const Seen extends PathOf<RowOf<Name>> = never,
  const Of extends PathOf<Parent> = never,
>(
  name: Name,
  key: KeyPath<Parent, Relations[Name]['key']>,
  options?: RowOptions<Parent, RowOf<Name>, At, Seen, Of>,
): DeclaredResolver<
  Parent,
  unknown,
  MaybePromise<Found<Name, ValueAt<RowOf<Name>, At> | null, readonly ValueAt<RowOf<Name>, At>[]>>
>;
export function related(
  name: KeyedName,
  key: Paths,
  { at = '', where, rows = [], parent = [] }: LooseOptions = {},
): DeclaredResolver<object, unknown, unknown> {
  const find = finder(name, key);
  const reads = { paths: parent, rows: [{ relation: name, key: [key].flat(), reads: { paths: rows, at } }] };
  if (where !== undefined) {
    const value = valueAt(at);
    return declared(reads, (of, _, { load }) =>
      chain(find(of, load), (found) => rowsIn(found).flatMap((row) => (where(row, of) ? [value(row)] : []))),
    );
  }
  if (at === '') return declared(reads, (of, _, { load }) => find(of, load));
  const values = valuesAt(at);
  return declared(reads, (of, _, { load }) => chain(find(of, load), values));
}

/** The same where the row is known to be there, as that which a foreign key names. */
export function required<Parent, const Name extends OneName, const At extends PathOf<RowOf<Name>> | '' = ''>(
  name: Name,
  key: KeyPath<Parent, Relations[Name]['key']>,
  at?: At,
): DeclaredResolver<Parent, unknown, MaybePromise<ValueAt<RowOf<Name>, At>>>;
export function required(name: OneName, key: Paths, at = ''): DeclaredResolver<object, unknown, unknown> {
  const find = finder(name, key);
  const value = valueAt(at);
  const valueOf = (found: object | null) => value(present(name, found));
  return declared({ rows: [{ relation: name, key: [key].flat(), reads: { at } }] }, (of, _, { load }) =>
    chain(find(of, load), valueOf),
  );
}

/**
 * A value that is made of what is at these paths of the rows of a relation; or of its one row, which has to be there.
 */
export function mapped<Parent, Args, const Name extends KeyedName, const Seen extends PathOf<RowOf<Name>>, Value>(
  name: Name,
  key: KeyPath<Parent, Relations[Name]['key']>,
  paths: readonly Seen[],
  map: (found: Found<Name, Picked<RowOf<Name>, Seen>, readonly Picked<RowOf<Name>, Seen>[]>, args: Args) => Value,
): DeclaredResolver<Parent, Args, MaybePromise<Awaited<Value>>>;
export function mapped(
  name: KeyedName,
  key: Paths,
  paths: readonly string[],
  map: (found: object, args: unknown) => unknown,
): DeclaredResolver<object, unknown, unknown> {
  const find = finder(name, key);
  return declared({ rows: [{ relation: name, key: [key].flat(), reads: { paths } }] }, (of, args, { load }) =>
    chain(find(of, load), (found) => map(present(name, found), args)),
  );
}

interface LooseOptions extends Omit<RowOptions<object, object, string, string, string>, 'where'> {
  readonly where?: (row: object, parent: object) => boolean;
}

export type Paths = string | readonly [string, string];
type Rows = readonly object[];

/** Asks the loader of a relation for what belongs to the ids at `key`: nothing to null. */
function finder(name: KeyedName, key: Paths): (parent: object, load: Load) => MaybePromise<object | Rows | null> {
  const idIn = keyReader(key);
  return (parent, load) => {
    const id = idIn(parent);
    if (id === null) return null;
    const find: (key: never) => MaybePromise<object | Rows | null> = load[name];
    return find(id as never);
  };
}

/** Reads the id at a path of a parent, or the pair of ids. */
export function keyReader(key: Paths): (parent: object) => unknown {
  if (typeof key === 'string') return valueAt(key);
  const [first, second] = [valueAt(key[0]), valueAt(key[1])];
  return (parent) => [first(parent), second(parent)];
}

/** Reads what is at a path of a row, or of each of some rows. */
function valuesAt(path: string): (found: object | Rows | null) => unknown {
  const value = valueAt(path);
  return (found) => (Array.isArray(found) ? found.map(value) : found && value(found));
}

function rowsIn(found: object | Rows | null): Rows {
  return Array.isArray(found) ? found : [];
}

function present(name: string, found: object | null): object {
  if (found === null) throw new Error(`The archive lacks a row that it should have: ${name}.`);
  return found;
}
