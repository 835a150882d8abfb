export const WRONG = 0;
export const GOLD = 1;
/** May be read and need not. */
export const NEUTRAL = 2;

/** A stretch of the text that an annotation tells of. */
export interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly label: number;
  readonly state: number;
}

/** The stretches of a text that are labelled so far; none overlaps another. */
export class Stretches {
  readonly text: string;
  readonly found: Labelled[] = [];
  readonly #taken: Uint8Array;

  constructor(text: string) {
    this.text = text;
    this.#taken = new Uint8Array(text.length + 1);
  }

  isFree(start: number, end: number): boolean {
    for (let i = start; i < end; i += 1) if (this.#taken[i]) return false;
    return true;
  }

  add(start: number, end: number, label: number, state: number): void {
    this.#taken.fill(1, start, end);
    this.found.push({ start, end, label, state });
  }

  /** Whether the stretch was free and is labelled now. */
  addIfFree(start: number, end: number, label: number, state: number): boolean {
    const isFree = this.isFree(start, end);
    if (isFree) this.add(start, end, label, state);
    return isFree;
  }

  /** Where a word stands, free or not. */
  placesOf(word: string): number[] {
    const places: number[] = [];
    for (let at = this.text.indexOf(word); at >= 0; at = this.text.indexOf(word, at + 1)) places.push(at);
    return places;
  }
}

/** Each word once, the longest first; a single character tells nothing. */
export const byLength = (words: readonly string[]): string[] =>
  [...new Set(words)].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
