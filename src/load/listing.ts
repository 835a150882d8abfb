import type { RecordField } from './record.ts';
import type { Key, Pair } from './relation.ts';

export type Direction = 'ASC' | 'DESC';

/** A column that a list is ordered by. */
export interface OrderColumn {
  readonly sql: string;
  readonly type: 'date' | 'integer' | 'text' | 'uuid';
}

/** The columns of one order. The last tells any two rows apart, so that every row has its one place. */
export interface Order {
  readonly columns: readonly OrderColumn[];
  /** The first column may be null: those rows come last, whatever the direction. */
  readonly hasNulls: boolean;
  /** The direction when none is asked for. */
  readonly direction: Direction;
}

/** A text column in the order of its characters, which is the same on every server whatever its language. */
export function byCharacter(sql: string): string {
  return `${sql} collate "C"`;
}

/** Binds a value to the statement and returns its placeholder. */
export type Bind = (value: string | number | null, type: string) => string;

/** What every list takes, as its GraphQL field is given it. */
export interface PageArguments<Name extends string = string> {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  readonly orderBy?: { readonly field: Name; readonly direction: Direction } | null | undefined;
}

/**
 * A list that is read in pages, as data. With a `parent` column, or two for a pair of parents, it is a list of each
 * parent, and the same page of many parents is one statement; without one it is a list of the whole archive.
 */
export interface Listing<Parent extends Key | null, Edge, Arguments, Name extends string> {
  readonly kind: 'listing';
  readonly parent: Parent;
  /** `node` and whatever the edge says of it. */
  readonly record: RecordField<Edge>;
  /**
   * What is read; a function where the other arguments decide which table leads to the rows, or what they are made of.
   */
  readonly from: string | ((args: Arguments, bind: Bind) => string);
  readonly orders: Readonly<Record<Name, Order>>;
  readonly defaultOrder: NoInfer<Name>;
  /**
   * Goes before the default order where the arguments ask for what rows fit more or less. It is no order to be asked
   * for.
   */
  readonly bestFirst?: (args: Arguments) => Order | null;
  /** The conditions that the field's other arguments ask for. */
  readonly where: (args: Arguments, bind: Bind) => readonly string[];
}
type Declaration<Edge, Arguments, Name extends string> = Omit<
  Listing<null, Edge, Arguments, Name>,
  'kind' | 'parent' | 'where'
> &
  Partial<Pick<Listing<null, Edge, Arguments, Name>, 'where'>>;

/** A list of the whole archive. */
export function listing<Edge, Arguments = unknown, Name extends string = string>(
  declaration: Declaration<Edge, Arguments, Name>,
): Listing<null, Edge, Arguments, Name> {
  return { kind: 'listing', parent: null, where: () => [], ...declaration };
}

/** A list of each parent; `parent` is the column that holds the parent's id. */
export function listingOf<Edge, Arguments = unknown, Name extends string = string>(
  parent: string,
  declaration: Declaration<Edge, Arguments, Name>,
): Listing<string, Edge, Arguments, Name> {
  return { kind: 'listing', where: () => [], ...declaration, parent };
}

/** A list of each pair of parents; `parents` are the columns that hold their ids. */
export function listingOfPair<Edge, Arguments = unknown, Name extends string = string>(
  parents: Pair,
  declaration: Declaration<Edge, Arguments, Name>,
): Listing<Pair, Edge, Arguments, Name> {
  return { kind: 'listing', where: () => [], ...declaration, parent: parents };
}
