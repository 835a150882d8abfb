import { unitHash } from '../../text/unit-hash.ts';
import { unitTest } from '../../text/unit-test.ts';
import { PERSON, TELLING } from './candidate.ts';
import type { Ending } from './ending.ts';
import type { Lattice } from './lattice.ts';
import { Standings } from './standing.ts';
import type { FeatureSink } from './weights.ts';

const none = unitHash('');

/** A number, or `most` for any larger one. */
export const bucket = (n: number, most: number): number => (n > most ? most : n);

/** What a word speaks for inside a candidate: bits. */
export const VERB = 1;
export const PARTICLE = 2;
export const SINGLE = 4;
const kindOf = (tag: string, length: number): number =>
  (tag === 'v' || tag === 'vd' ? VERB : 0) + ('pcdru'.includes(tag[0]!) ? PARTICLE : 0) + (length === 1 ? SINGLE : 0);

const isJoining = unitTest(/[与和及暨、的在为是了]/);

/** What the features of an article's candidates are made from, worked out once. */
export class FeatureScene {
  readonly lattice: Lattice;
  readonly sink: FeatureSink;
  readonly standings: Standings;
  /** Hashes of the words of the text and of their tags, by their numbers. */
  readonly wordHash: Int32Array;
  readonly tagHash: Int32Array;
  /** What each word speaks for. */
  readonly wordKind: Uint8Array;
  /** The first letters of the words' tags. */
  readonly initials: string;
  /** Which lengths a person that starts at a place could have, a bit each. */
  readonly personLengths: Uint8Array;
  /** Hashes of the unit at a place, and of that and the next. */
  readonly unit: Int32Array;
  readonly units: Int32Array;
  /** How many telling endings end by a place. */
  readonly tellingBy: Int32Array;
  /** The first place from here where two names could be joined. */
  readonly nextJoining: Int32Array;
  readonly #tagPairs = new Map<number, number>();
  readonly #plusTags = new Map<string, number>();
  readonly #edges = new Map<number, number>();

  constructor(lattice: Lattice, sink: FeatureSink) {
    const { text, words, candidates, endingTo } = lattice;
    this.lattice = lattice;
    this.sink = sink;
    this.standings = new Standings(text);
    this.wordHash = new Int32Array(words.length);
    this.tagHash = new Int32Array(words.length);
    this.wordKind = new Uint8Array(words.length);
    let initials = '';
    for (let i = 0; i < words.length; i += 1) {
      const { start, end, tag } = words[i]!;
      this.wordHash[i] = sink.part(text, start, end);
      this.tagHash[i] = sink.text(tag);
      this.wordKind[i] = kindOf(tag, end - start);
      initials += tag[0]!;
    }
    this.initials = initials;
    this.unit = new Int32Array(text.length + 1);
    this.units = new Int32Array(text.length + 1);
    for (let at = 0; at <= text.length; at += 1) {
      this.unit[at] = this.p(at, at + 1);
      this.units[at] = this.p(at, at + 2);
    }
    this.personLengths = new Uint8Array(text.length + 1);
    for (const { start, end, label } of candidates)
      if (label === PERSON) this.personLengths[start]! |= 1 << Math.min(end - start, 6);
    this.tellingBy = new Int32Array(text.length + 1);
    for (let at = 1; at <= text.length; at += 1)
      this.tellingBy[at] = this.tellingBy[at - 1]! + (endingTo[at]?.form === TELLING ? 1 : 0);
    this.nextJoining = new Int32Array(text.length + 1).fill(text.length);
    for (let at = text.length - 1; at >= 0; at -= 1)
      this.nextJoining[at] = isJoining(text, at) ? at : this.nextJoining[at + 1]!;
  }

  /** The hash of a text. */
  h(text: string): number {
    return this.sink.text(text);
  }

  /** The hash of a part of the article's text, within its bounds. */
  p(start: number, end: number): number {
    const { text } = this.lattice;
    return this.sink.part(text, start < 0 ? 0 : start, end > text.length ? text.length : end);
  }

  /** The hash of the two units before a place. */
  unitsBefore(at: number): number {
    return at > 1 ? this.units[at - 2]! : at > 0 ? this.unit[0]! : none;
  }

  /** The hash of the tags of a word and of the one before it. */
  tagPair(word: number): number {
    let hash = this.#tagPairs.get(word);
    if (hash === undefined) {
      const { words } = this.lattice;
      this.#tagPairs.set(word, (hash = this.h(`${words[word - 1]!.tag} ${words[word]!.tag}`)));
    }
    return hash;
  }

  /** The hash of the tag of a word that goes on. */
  plusTag(tag: string): number {
    let hash = this.#plusTags.get(tag);
    if (hash === undefined) this.#plusTags.set(tag, (hash = this.h(`+${tag}`)));
    return hash;
  }

  /** A clause's beginning or end, by the character there. */
  edge(unit: string): number {
    const code = unit.charCodeAt(0);
    let hash = this.#edges.get(code);
    if (hash === undefined) this.#edges.set(code, (hash = this.h(`#${unit}`)));
    return hash;
  }

  ending(ending: Ending | undefined): number {
    return ending ? this.h(ending.text) : none;
  }
}
