import { PERSON } from './candidate.ts';
import type { Ending } from './ending.ts';
import type { Lattice } from './lattice.ts';
import { Standings } from './standing.ts';
import { textValue } from './weights.ts';
import type { FeatureList } from './weights.ts';

const none = textValue('');

/** A number, or `most` for any larger one. */
export const bucket = (n: number, most: number): number => (n > most ? most : n);

/** Hashes of a clause's ends by the character there. */
const edges = new Map<number, number>();

/** What the features of an article's candidates are made from, worked out once. */
export class FeatureScene {
  readonly lattice: Lattice;
  readonly list: FeatureList;
  readonly standings: Standings;
  /** Hashes of the words of the text and of their tags, by their numbers. */
  readonly wordHash: Int32Array;
  readonly tagHash: Int32Array;
  /** Which lengths a person that starts at a place could have, a bit each. */
  readonly personLengths: Uint8Array;

  constructor(lattice: Lattice, list: FeatureList) {
    this.lattice = lattice;
    this.list = list;
    this.standings = new Standings(lattice.text);
    this.wordHash = Int32Array.from(lattice.words, (word) => list.text(word.text));
    this.tagHash = Int32Array.from(lattice.words, (word) => list.text(word.tag));
    this.personLengths = new Uint8Array(lattice.text.length + 1);
    for (const { start, end, label } of lattice.candidates)
      if (label === PERSON) this.personLengths[start]! |= 1 << Math.min(end - start, 6);
  }

  /** The hash of a text. */
  h(text: string): number {
    return this.list.text(text);
  }

  /** The hash of a part of the article's text, within its bounds. */
  p(start: number, end: number): number {
    const { text } = this.lattice;
    return this.list.part(text, start < 0 ? 0 : start, end > text.length ? text.length : end);
  }

  /** A clause's beginning or end, by the character there. */
  edge(unit: string): number {
    const code = unit.charCodeAt(0);
    let hash = edges.get(code);
    if (hash === undefined || this.list.texts) edges.set(code, (hash = this.h(`#${unit}`)));
    return hash;
  }

  ending(ending: Ending | undefined): number {
    if (!ending) return none;
    return this.list.texts ? this.h(ending.text) : ending.hash;
  }
}
