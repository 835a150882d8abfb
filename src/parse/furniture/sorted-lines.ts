import type { Line } from '../line.ts';
import type { Furniture } from './furniture-line.ts';

/** A line of furniture where it stands. */
export interface PlacedFurniture {
  readonly line: Line;
  readonly furniture: Furniture;
}

/** The lines of a file, those of its texts and those around them told apart. */
export interface SortedLines {
  readonly texts: readonly Line[];
  readonly furniture: readonly PlacedFurniture[];
  /** Lines that the furniture around them proves to be headlines, however they read: 县长：要守住“钱袋子”，也要… */
  readonly headlines: ReadonlySet<Line>;
  /** The lines that stand first under the line with day and source of their headline. */
  readonly bodies: ReadonlySet<Line>;
  /** Lines that furniture parts from the text above. */
  readonly parted: ReadonlySet<Line>;
}

/** What each line of a file is, while it is being found out; null for the line of a text. */
export type Marks = (Furniture | null)[];
