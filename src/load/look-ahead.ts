/** What a reading is of: the rows of a relation, a page of a list, or how many a list has. */
export type ReadingPart = 'rows' | 'page' | 'count';

/** The name of a reading, whatever its arguments: what a look-ahead goes by. */
export function readingName(relation: string, part: ReadingPart): string {
  return `${relation}.${part}`;
}

/** A reading whose parents are named by cells of another reading's rows. */
export interface FollowUp {
  readonly relation: string;
  readonly part: ReadingPart;
  /** The paths of the parent's id in the record, two for a pair. */
  readonly key: readonly string[];
  /** What the loader of a list is given besides the key. */
  readonly args: unknown;
  /** What is read of its own rows in turn. */
  readonly next: readonly FollowUp[];
}

/** What a document looks at: of the rows that it reads, and what it goes on to read of them. */
export interface LookAhead {
  /** What is read of all rows of the reading of this name, when they are asked for. */
  readonly follow: (reading: string) => readonly FollowUp[];
  /** The paths of a relation's record that the document looks at, `cursor` of a list among them; undefined for all. */
  readonly paths: (relation: string) => ReadonlySet<string> | undefined;
}

export const noLookAhead: LookAhead = { follow: () => [], paths: () => undefined };
