import { withoutBlanks } from './blank.ts';

/**
 * How many strings of a long text are compared. Their own characters decide which, so that both texts contribute the
 * same ones.
 */
const STRINGS_COMPARED = 20_000;

export interface Likeness {
  /** How many of the shorter text's strings of three characters stand in the longer, from 0 to 1. */
  readonly ofShorter: number;
  /** And the other way round. */
  readonly ofLonger: number;
}

/**
 * Compares two texts by their strings of three characters, whatever their order. Blanks do not count. Takes linear
 * time.
 */
export function likeness(one: string, other: string): Likeness {
  const texts = [withoutBlanks(one), withoutBlanks(other)];
  const share = Math.max(1, Math.floor(Math.max(...texts.map(({ length }) => length)) / STRINGS_COMPARED));
  const [few, many] = texts.map((text) => sampleStrings(text, share)).sort((a, b) => a.size - b.size) as [
    Set<number>,
    Set<number>,
  ];
  let shared = 0;
  for (const string of few) if (many.has(string)) shared += 1;
  return { ofShorter: few.size === 0 ? 0 : shared / few.size, ofLonger: many.size === 0 ? 0 : shared / many.size };
}

/** About one in `share` of the text's strings of three units, as numbers. */
function sampleStrings(text: string, share: number): Set<number> {
  const strings = new Set<number>();
  for (let at = 2; at < text.length; at += 1) {
    const [a, b, c] = [text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)];
    if (mix(a, b, c) % share === 0) strings.add((a * 0x10000 + b) * 0x10000 + c);
  }
  return strings;
}

/** A hash: strings chosen by its divisibility are a fair sample. */
function mix(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b, 0xc2b2ae35) ^ c;
  return Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) >>> 0;
}
