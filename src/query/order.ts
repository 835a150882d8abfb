export type Direction = 'ASC' | 'DESC';

/** A column that a list is ordered by. */
export interface OrderColumn {
  readonly sql: string;
  readonly type: 'bigint' | 'date' | 'integer' | 'text' | 'uuid';
}

/** The columns of one order. The last one is unique, so that every row has a definite place. */
export interface Order {
  readonly columns: readonly OrderColumn[];
  /** The first column may be null: those rows come last in either direction. */
  readonly hasNulls: boolean;
  /** The direction when none is asked for. */
  readonly direction: Direction;
}

/** A text column ordered by code point, which is the same on every server whatever its locale. */
export function byCodePoint(sql: string): string {
  return `${sql} collate "C"`;
}
