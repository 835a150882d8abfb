import { cutWords, guessedCuts } from '../../text/word.ts';
import type { Word } from '../../text/word.ts';
import { surnameLength } from '../../text/surname.ts';
import { matchesOf } from '../../text/match.ts';
import { unitTest } from '../../text/unit-test.ts';
import { findPostHeads } from '../title/post.ts';
import { bodyCandidates } from './body-candidate.ts';
import { TELLING, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { endingBefore } from './ending.ts';
import type { Ending } from './ending.ts';
import type { Words } from './words.ts';
import { personCandidates } from './person-candidate.ts';
import { titleCandidates } from './title-candidate.ts';
import { oneOf } from '../../text/pattern.ts';
import { delegateHeads } from '../lexicon/delegate-head.ts';
import type { Reading } from '../document/reading.ts';

/** No name goes across these. */
const isDivider = unitTest(/[，。；：！？、“”‘’《》〈〉\n　—【】[\]｜|▲△■●◆□◎…/~～＊*]/);
/** A lattice with every stretch that could be a person, a title, a body or a place. */
export interface Lattice extends Words {
  readonly candidates: readonly Candidate[];
}

/** Prepares an article for tagging. */
export function latticeOf({ text, bodyStart }: Pick<Reading, 'text' | 'bodyStart'>): Lattice {
  const words = { text, bodyStart, ...wordsOf(text), ...headsOf(text), ...stretchesOf(text) };
  for (const start of words.headFrom.keys()) words.boundary[start]! |= AT_HEAD;
  const lattice: Words = {
    ...words,
    surnames: surnamesOf(text),
    endingTo: endingsOf(text, words),
  };
  const people = personCandidates(lattice);
  const titles = titleCandidates(lattice, new Set(people.map(({ start }) => start)));
  const titleStarts = new Set(titles.flatMap(({ start, label }) => (label === TITLE ? [start] : [])));
  const candidates = [...people, ...titles, ...bodyCandidates(lattice, titleStarts)];
  return { ...lattice, candidates: inOrder(candidates, text.length) };
}

/** By their starts, then by their ends; those of one stretch stay as they came. Few start at one place. */
function inOrder(candidates: readonly Candidate[], length: number): Candidate[] {
  const first = new Int32Array(length + 2);
  for (const { start } of candidates) first[start + 1]! += 1;
  for (let at = 1; at < first.length; at += 1) first[at]! += first[at - 1]!;
  const filled = first.slice();
  const ordered = candidates.slice();
  for (const candidate of candidates) {
    const { start, end } = candidate;
    let at = filled[start]!;
    filled[start]! += 1;
    for (; at > first[start]! && ordered[at - 1]!.end > end; at -= 1) ordered[at] = ordered[at - 1]!;
    ordered[at] = candidate;
  }
  return ordered;
}

/** Why a name may begin or end at a place: bits. */
const IN_DICTIONARY = 1;
const GUESSED = 2;
const AT_LEVEL = 4;
const AT_HEAD = 8;

function wordsOf(text: string): Pick<Words, 'words' | 'wordFrom' | 'wordTo' | 'firstWord' | 'boundary'> {
  const n = text.length;
  const words = cutWords(text);
  const wordFrom = new Array<Word | undefined>(n + 1).fill(undefined);
  const wordTo = new Array<Word | undefined>(n + 1).fill(undefined);
  const firstWord = new Int32Array(n + 1);
  const boundary = new Uint8Array(n + 2);
  boundary[n] = IN_DICTIONARY | GUESSED;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    const { start, end } = word;
    wordFrom[start] = word;
    wordTo[end] = word;
    boundary[start]! |= IN_DICTIONARY;
    firstWord[start] = i;
    for (let at = start + 1; at < end; at += 1) firstWord[at] = i + 1;
  }
  firstWord[n] = words.length;
  for (const at of guessedCuts(text, words)) boundary[at]! |= GUESSED;
  for (let at = 1; at < n; at += 1) if (isLinking(text, at - 1) || isLevel(text, at)) boundary[at]! |= AT_LEVEL;
  return { words, wordFrom, wordTo, firstWord, boundary };
}

const isLinking = unitTest(/[和与及同暨到在由对向访]/);
const isLevel = unitTest(/[省市区县州旗]/);

function surnamesOf(text: string): Uint8Array {
  const surnames = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) surnames[at] = surnameLength(text, at);
  return surnames;
}

/** Where the stretch between two dividers begins and ends, for every place in it. */
function stretchesOf(text: string): Pick<Words, 'stretchStart' | 'stretchEnd'> {
  const n = text.length;
  const stretchStart = new Int32Array(n + 1);
  const stretchEnd = new Int32Array(n + 1);
  for (let at = 0, from = 0; at <= n; at += 1) {
    if (at > 0 && at === n && isDivider(text, at - 1)) from = n;
    if (at < n && isDivider(text, at)) from = at + 1;
    stretchStart[at] = from;
  }
  for (let at = n, to = n; at >= 0; at -= 1) {
    if (at < n && isDivider(text, at)) to = at;
    stretchEnd[at] = to;
  }
  return { stretchStart, stretchEnd };
}

/** The heads of posts, and what is printed before a name as they are. */
function headsOf(text: string): Pick<Words, 'headFrom' | 'headTo'> {
  const headFrom = new Map<number, { end: number; text: string }>();
  const headTo = new Map<number, { start: number; text: string }>();
  const delegates = matchesOf(text, delegate).map(({ index, 0: head }) => ({
    start: index,
    end: index + head.length,
    text: head,
  }));
  for (const { start, end, text: head } of [...findPostHeads(text), ...delegates]) {
    if (headTo.has(end)) continue;
    headFrom.set(start, { end, text: head });
    headTo.set(end, { start, text: head });
  }
  return { headFrom, headTo };
}
const delegate = new RegExp(oneOf(delegateHeads), 'g');

function endingsOf(
  text: string,
  { stretchStart, boundary }: Pick<Words, 'stretchStart' | 'boundary'>,
): Words['endingTo'] {
  const endingTo = new Array<Ending | undefined>(text.length + 1).fill(undefined);
  for (let end = 1; end <= text.length; end += 1) {
    const ending = endingBefore(text, stretchStart[end - 1]!, end);
    if (ending !== null && (ending.form === TELLING || boundary[end]! > 0)) endingTo[end] = ending;
  }
  return endingTo;
}
