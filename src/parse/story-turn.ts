/**
 * What is known where display lines stand under an article that already has a body. Its texts are folded (`foldText`).
 */
export interface StoryTurn {
  /** The article so far. */
  readonly body: string;
  readonly headline: string;
  /** Its last paragraph. */
  readonly last: string;
  /** Whether a source, a signature or a jump line has ended it. */
  readonly isClosed: boolean;
  /** Whether it is signed at its head. */
  readonly isSigned: boolean;
  /** Whether that is a line of its own. */
  readonly isFeature: boolean;
  /** Whether it came from another page. */
  readonly isTail: boolean;
  readonly display: readonly string[];
  /** The paragraph after the display lines; empty when something else follows. */
  readonly next: string;
  /** Whether it or one after it, before the next display lines, ends with a signature or a source. */
  readonly isSignedAhead: () => boolean;
  /** The crossheads of the article so far. */
  readonly crossheads: readonly string[];
  readonly isBylineNext: boolean;
  /** Whether an empty line stands before the display lines; null in a file whose empty lines tell nothing. */
  readonly isParted: boolean | null;
}

/** How the next paragraph opens as an article does. */
export type Opening = 'DAY' | 'LOOSE' | 'LATE' | 'RESOLVED' | 'QUESTION' | 'FIRST_PERSON' | 'ADVICE';

/** A turn with what its texts say by themselves. */
export interface SeenTurn extends StoryTurn {
  readonly opening: Opening | null;
  /** The first of the display lines. */
  readonly line: string;
  /** Whether the article is a notice, or a box of advice. */
  readonly isAfterBox: boolean;
  /** How many characters the display lines have, marks and blanks not counted. */
  readonly size: number;
  readonly isTwoPart: boolean;
}
