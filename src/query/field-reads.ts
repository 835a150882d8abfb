/** The properties of a record of which each is the same in all rows, by path. */
export type Literals = (path: string) => unknown;

type Arguments = Readonly<Record<string, unknown>>;

/** What a field's resolver reads, as data: that is all a document is planned by. Paths are of the parent's record. */
export interface FieldReads {
  /** The paths that it looks at; `all` where that cannot be told. Of a record, everything in it. */
  readonly paths?: readonly string[] | 'all';
  /** What it asks loaders for. The last one has the field's value. */
  readonly rows?: readonly RowsRead[];
  /** The list that its value is. */
  readonly list?: ListRead;
  /** Its parent is a list: what it reads of the page's edges. */
  readonly page?: FieldReads;
  /** Its parent is a list, which it counts. */
  readonly count?: true;
  /** Its value is of one of these types, and found accordingly. */
  readonly types?: Readonly<Record<string, FieldReads>>;
  /**
   * Where its value, or each item of it, is; `` for the record itself. Left out where the resolver makes a new value.
   */
  readonly at?: string;
}

/** The rows of a relation. */
export interface RowsRead {
  readonly relation: string | ((args: Arguments, literals: Literals) => string);
  /** Where the ids of the relation's parent are; left out where they are no cells of rows. */
  readonly key?: readonly string[];
  /** What is read of the rows. */
  readonly reads: FieldReads;
}

/** A list of a relation, of which nothing is read yet. */
export interface ListRead {
  readonly relation: string;
  readonly key?: readonly string[];
  /** The arguments that the loader is given. */
  readonly args: (args: Arguments, literals: Literals) => unknown;
}
