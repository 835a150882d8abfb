/** What is fetched of a relation: rows, a page of a list, or how many a list has. */
export type FetchKind = 'rows' | 'page' | 'count';

/** The name of a fetch, whatever its arguments: what a selection plan goes by. */
export function fetchName(relation: string, kind: FetchKind): string {
  return `${relation}.${kind}`;
}

/** A fetch whose parents are named by cells of another fetch's rows. */
export interface NestedFetch {
  readonly relation: string;
  readonly kind: FetchKind;
  /** The paths of the parent's id in the record, two for a pair. */
  readonly key: readonly string[];
  /** What the loader of a list is given besides the key. */
  readonly args: unknown;
  /** What is fetched for its own rows in turn. */
  readonly nested: readonly NestedFetch[];
}

/** What a document selects: which properties of the rows that it fetches, and what it goes on to fetch for them. */
export interface SelectionPlan {
  /** What is fetched for all rows of the fetch of this name. */
  readonly nestedIn: (fetch: string) => readonly NestedFetch[];
  /**
   * The paths that the document selects of a relation's record, `cursor` of a list among them; undefined if it may
   * select all.
   */
  readonly paths: (relation: string) => ReadonlySet<string> | undefined;
}

/** Of a document that nothing is known about. */
export const unplanned: SelectionPlan = { nestedIn: () => [], paths: () => undefined };
