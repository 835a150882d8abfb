import { unitTest } from '../../text/unit-test.ts';
import { findPlaces } from '../document/span.ts';
import type { Span } from '../document/span.ts';

/** Where a body was named last before some place, by its name or by a person who holds a post in it. */
export interface Sighting extends Span {
  readonly isPerson: boolean;
}

/** Where the names of an article stand, and how far apart. Offsets are into the reading's text. */
export class Whereabouts {
  readonly #places: ReadonlyMap<string, readonly Span[]>;
  readonly #people = new Map<string, Span[]>();
  /** How many sentences end before each unit of the text. */
  readonly #sentences: Int32Array;
  readonly #text: string;

  constructor(text: string, names: readonly string[], people: readonly (Span & { organisation: string | null })[]) {
    this.#text = text;
    this.#places = findPlaces(text, names);
    for (const { start, end, organisation } of people) {
      if (organisation === null) continue;
      const own = this.#people.get(organisation);
      if (own) own.push({ start, end });
      else this.#people.set(organisation, [{ start, end }]);
    }
    this.#sentences = new Int32Array(text.length + 1);
    for (let i = 0, ended = 0; i < text.length; i += 1) {
      if (endsSentence(text, i)) ended += 1;
      this.#sentences[i + 1] = ended;
    }
  }

  places(name: string): readonly Span[] {
    return this.#places.get(name) ?? none;
  }

  /** How often any of these names stands by itself. */
  count(names: readonly string[]): number {
    return names.reduce((sum, name) => sum + this.places(name).length, 0);
  }

  /** Where the first of these names stands first; Infinity for nowhere. */
  first(names: readonly string[]): number {
    return Math.min(...names.map((name) => this.places(name)[0]?.start ?? Infinity));
  }

  /** Where the first of these names from `at` on stands; Infinity for nowhere. */
  firstAfter(names: readonly string[], at: number): number {
    return Math.min(...names.map((name) => this.places(name).find(({ start }) => start >= at)?.start ?? Infinity));
  }

  /** The last sighting that begins before `at`. */
  lastBefore(names: readonly string[], at: number): Sighting | null {
    let best: Sighting | null = null;
    for (const name of names)
      for (let isPerson = false; ; isPerson = true) {
        const span = lastStartingBefore((isPerson ? this.#people : this.#places).get(name) ?? none, at);
        if (span && (best === null || span.start > best.start)) best = { ...span, isPerson };
        if (isPerson) break;
      }
    return best;
  }

  /** How many sentences end between two places. */
  sentencesBetween(from: number, to: number): number {
    return this.#sentences[to]! - this.#sentences[Math.min(from, to)]!;
  }

  /** Whether both lie in one paragraph. */
  isOneParagraph(from: number, to: number): boolean {
    return !this.#text.slice(from, to).includes('\n');
  }
}

const none: readonly Span[] = [];
const endsSentence = unitTest(/[。！？\n]/);

/** `spans` are in the order of the text. */
function lastStartingBefore(spans: readonly Span[], at: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
