import { cutWords, guessedCuts } from '../../text/word.ts';
import type { Word } from '../../text/word.ts';
import { surnameLength } from '../../text/surname.ts';
import { findPostHeads } from '../title/post.ts';
import { bodyCandidates } from './body-candidate.ts';
import { TELLING, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { endingBefore } from './ending.ts';
import type { Ending } from './ending.ts';
import type { Words } from './words.ts';
import { personCandidates } from './person-candidate.ts';
import { titleCandidates } from './title-candidate.ts';
import type { Reading } from '../document/reading.ts';

/** No name goes across these. */
const divider = new Set('，。；：！？、“”‘’《》〈〉\n　—【】[]｜|▲△■●◆□◎…/~～＊*');
/** A lattice with every stretch that could be a person, a title, a body or a place. */
export interface Lattice extends Words {
  readonly candidates: readonly Candidate[];
}

export function latticeOf({ text, bodyStart }: Pick<Reading, 'text' | 'bodyStart'>): Lattice {
  const n = text.length;
  const words = cutWords(text);
  const wordFrom: (Word | undefined)[] = [];
  const wordTo: (Word | undefined)[] = [];
  const firstWord = new Int32Array(n + 1);
  const boundary = new Uint8Array(n + 2);
  boundary[n] = 3;
  wordFrom.length = wordTo.length = n + 1;
  words.forEach((word, i) => {
    wordFrom[word.start] = word;
    wordTo[word.end] = word;
    boundary[word.start]! |= 1;
    for (let at = word.start; at < word.end; at += 1) firstWord[at] = at === word.start ? i : i + 1;
  });
  firstWord[n] = words.length;
  for (const at of guessedCuts(text)) boundary[at]! |= 2;
  for (let i = 1; i < n; i += 1)
    if ('和与及同暨到在由对向访'.includes(text[i - 1]!) || '省市区县州旗'.includes(text[i]!)) boundary[i]! |= 4;
  const stretchStart = new Int32Array(n + 1);
  const stretchEnd = new Int32Array(n + 1);
  for (let i = 0, from = 0; i < n; i += 1) {
    if (divider.has(text[i]!)) from = i + 1;
    stretchStart[i] = from;
  }
  stretchStart[n] = n > 0 && divider.has(text[n - 1]!) ? n : (stretchStart[n - 1] ?? 0);
  for (let i = n, to = n; i >= 0; i -= 1) {
    if (i < n && divider.has(text[i]!)) to = i;
    stretchEnd[i] = to;
  }
  const headFrom = new Map<number, { end: number; text: string }>();
  const headTo = new Map<number, { start: number; text: string }>();
  for (const { start, end, text: head } of findPostHeads(text)) {
    headFrom.set(start, { end, text: head });
    headTo.set(end, { start, text: head });
  }
  for (const match of text.matchAll(/(?:(?:人大|党)代表|传承人|劳动模范|港区代表|形象大使|先进工作者)/g)) {
    const end = match.index + match[0].length;
    if (headTo.has(end)) continue;
    headFrom.set(match.index, { end, text: match[0] });
    headTo.set(end, { start: match.index, text: match[0] });
  }
  for (const start of headFrom.keys()) boundary[start]! |= 8;
  const surnames = new Uint8Array(n);
  for (let i = 0; i < n; i += 1) surnames[i] = surnameLength(text, i);
  const endingTo = new Map<number, Ending>();
  for (let end = 1; end <= n; end += 1) {
    const ending = endingBefore(text, stretchStart[end - 1]!, end);
    if (ending !== null && (ending.form === TELLING || boundary[end]! > 0)) endingTo.set(end, ending);
  }
  const lattice = {
    text,
    bodyStart,
    words,
    wordFrom,
    wordTo,
    firstWord,
    boundary,
    headFrom,
    headTo,
    endingTo,
    surnames,
    stretchStart,
    stretchEnd,
  };
  const people = personCandidates(lattice);
  const titles = titleCandidates(lattice, new Set(people.map(({ start }) => start)));
  const titleStarts = new Set(titles.flatMap(({ start, label }) => (label === TITLE ? [start] : [])));
  const candidates = [...people, ...titles, ...bodyCandidates(lattice, titleStarts)];
  return { ...lattice, candidates: candidates.sort((a, b) => a.start - b.start || a.end - b.end) };
}
