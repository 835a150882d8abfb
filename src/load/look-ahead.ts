/**
 * What a document goes on to read of rows that it reads. It only ever makes reading faster: what it leaves out is read when it is
 * asked for, and what it names in vain is not looked at.
 */
export interface LookAhead {
  /** What is read of every row of the reading of this name, wherever the document has it. */
  readonly follow: (reading: string) => readonly FollowUp[];
}

/** A reading whose parents are named by cells of another reading's rows. */
export interface FollowUp {
  /** The relation's name. */
  readonly relation: string;
  /** Of a list: its page, or how many it has. */
  readonly part: 'rows' | 'page' | 'count';
  /** The paths of the parent's id in the record, two for a pair. */
  readonly key: readonly string[];
  /** What the loader is given besides the key. */
  readonly args: unknown;
}

export const noLookAhead: LookAhead = { follow: () => [] };
