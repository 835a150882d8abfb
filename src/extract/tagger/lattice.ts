import { cutWords, guessedCuts } from '../../text/word.ts';
import type { Word } from '../../text/word.ts';
import { japaneseSurnameLength, surnameLength } from '../../text/surname.ts';
import { endings } from '../lexicon/organisation-ending.ts';
import { looseEndings } from './loose-ending.ts';
import { isTransliteration } from '../lexicon/transliteration.ts';
import { findPostHeads } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';

/** What a segment of the text is. */
export const labels = ['PERSON', 'TITLE', 'BODY', 'PLACE'] as const;
export type Label = (typeof labels)[number];
export const PERSON = 0;
export const TITLE = 1;
export const BODY = 2;
export const PLACE = 3;

/** How a candidate for a body ends: in a telling ending, in a character that other words end in too, or in neither. */
export const TELLING = 1;
export const LOOSE = 2;
export const BARE = 3;

export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly label: number;
  /** For bodies: TELLING, LOOSE, BARE. For people: 1 after the Han surnames, 2 others. Else 0. */
  readonly form: number;
}

/** No name goes across these. */
const divider = new Set('，。；：！？、“”‘’《》〈〉\n　—【】[]｜|▲△■●◆□◎…/~～＊*');
const isNameUnit = (unit: string): boolean => /[\p{Script=Han}A-Za-z0-9·®]/u.test(unit);

const plain = (word: string): boolean => !/[[\](){}?*+|\\.^$]/.test(word);
const telling = new Set(endings.flatMap(([, words]) => words).filter(plain));
const loose = new Set(looseEndings);
const longestEnding = Math.max(...[...telling, ...loose].map(({ length }) => length));

const longest: Readonly<Record<number, number>> = { [TELLING]: 32, [LOOSE]: 20, [BARE]: 9 };

/** An article prepared for tagging: words, stretches, heads of posts and endings, each found once. */
export interface Lattice {
  readonly text: string;
  readonly bodyStart: number;
  readonly words: readonly Word[];
  /** The word that starts, or ends, at a place. */
  readonly wordFrom: readonly (Word | undefined)[];
  readonly wordTo: readonly (Word | undefined)[];
  readonly firstWord: Int32Array;
  /** 1: the dictionary has a boundary here; 2: the guess at unknown words has; 3: both. */
  readonly boundary: Uint8Array;
  readonly headFrom: ReadonlyMap<number, { readonly end: number; readonly text: string }>;
  readonly headTo: ReadonlyMap<number, { readonly start: number; readonly text: string }>;
  /** The ending of a body that ends at a place. */
  readonly endingTo: ReadonlyMap<number, { readonly text: string; readonly form: number }>;
  readonly surnames: Uint8Array;
  readonly stretchEnd: Int32Array;
  readonly stretchStart: Int32Array;
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
  const endingTo = new Map<number, { text: string; form: number }>();
  for (let end = 1; end <= n; end += 1) {
    const room = Math.min(longestEnding, end - stretchStart[end - 1]!);
    for (let length = room; length > 0; length -= 1) {
      const ending = text.slice(end - length, end);
      const isTelling = telling.has(ending);
      if (!isTelling && !(loose.has(ending) && boundary[end]! > 0)) continue;
      endingTo.set(end, { text: ending, form: isTelling ? TELLING : LOOSE });
      break;
    }
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
  return { ...lattice, candidates: candidatesOf(lattice) };
}

function candidatesOf(lattice: Omit<Lattice, 'candidates'>): Candidate[] {
  const { text, boundary, headFrom, headTo, endingTo, surnames, stretchStart, stretchEnd } = lattice;
  const n = text.length;
  const found: Candidate[] = [];
  const personStarts = new Set<number>();
  const addPerson = (start: number, end: number, form: number): void => {
    if (end > stretchEnd[start]!) return;
    personStarts.add(start);
    found.push({ start, end, label: PERSON, form });
  };
  const han = (i: number): boolean =>
    (text[i]! >= '\u3400' && text[i]! <= '\u9fff') || (text[i]! >= '\ud840' && text[i]! <= '\udfff');
  for (let i = 0; i < n; i += 1) {
    const surname = surnames[i]!;
    if (surname > 0) {
      let end = i + surname;
      for (let given = 1; given <= (surname === 2 ? 2 : 2) && end < n && han(end); given += 1) {
        end += text[end]! >= '\ud840' && text[end]! <= '\udbff' ? 2 : 1;
        addPerson(i, end, 1);
        if (surname === 2 && given === 1 && surnames[i + 1] === 0) continue;
      }
      if (surname === 2) {
        // also a single surname with one or two
        if (han(i + 1)) addPerson(i, i + 2, 1);
        if (i + 3 <= n && han(i + 2)) {
          /* same span as above */
        }
      } else if (i + 4 <= n && surnames[i + 1]! > 0 && han(i + 1) && han(i + 2) && han(i + 3)) addPerson(i, i + 4, 3); // 陈方安生
    }
    const opens = i === stretchStart[i];
    const room = stretchEnd[i]! - i;
    if (opens && surname === 0 && room >= 2 && room <= 4 && isHanRun(text, i, i + room)) addPerson(i, i + room, 6);
    if (opens && surname === 0)
      for (let length = 2; length <= 4 && length < room; length += 1)
        if (isHanRun(text, i, i + length) && speech.test(text.slice(i + length, i + length + 2)))
          addPerson(i, i + length, 6);
    const japanese = japaneseSurnameLength(text, i);
    if (japanese > 0 && (boundary[i]! & 3) > 0)
      for (let given = 1; given <= 3; given += 1)
        if (isHanRun(text, i, Math.min(n, i + japanese + given))) addPerson(i, i + japanese + given, 8);
    if (surname === 0 && text[i - 1] !== '·' && isTransliteration(text[i]!) && (boundary[i]! & 3) > 0)
      for (let length = 2; length <= 6 && i + length <= n && isTransliteration(text[i + length - 1]!); length += 1)
        if (length > 2 || (boundary[i + length]! & 3) > 0) addPerson(i, i + length, 7);
    if (headTo.has(i))
      for (let length = 2; length <= 5; length += 1)
        if (i + length <= n && (surname === 0 || length > 3)) {
          let ok = true;
          for (let k = i; k < i + length; k += 1) if (!han(k)) ok = false;
          if (ok) addPerson(i, i + length, 2);
        }
  }
  for (const match of text.matchAll(/\p{Script=Han}{1,8}(?:[·-]\p{Script=Han}{1,8}){1,4}/gu)) {
    // a dotted name may be glued to what stands before: every word start is tried
    const first = match[0].search(/[·-]/);
    const end = match.index + match[0].length;
    const lastPart = Math.max(match[0].lastIndexOf('·'), match[0].lastIndexOf('-')) + 1;
    for (let start = match.index; start < match.index + first; start += 1)
      for (let to = match.index + lastPart + 1; to <= end; to += 1) addPerson(start, to, 4);
  }
  for (const match of text.matchAll(/[A-Z][\p{Script=Latin}.'-]*(?: [A-Z][\p{Script=Latin}.'-]*){1,3}/gu))
    addPerson(match.index, match.index + match[0].length, 5);
  const titleStarts = new Set<number>();
  for (const [start, { end, text: head }] of headFrom) {
    const modifier = /^(?:原|前|首任|新任|时任)/.exec(head)?.[0].length ?? 0;
    if (modifier > 0 && modifier < head.length - 1) found.push({ start: start + modifier, end, label: TITLE, form: 4 });
    for (let from = start; from >= Math.max(stretchStart[start]!, start - 14); from -= 1)
      if (from === start || boundary[from]! > 0) {
        found.push({ start: from, end, label: TITLE, form: from === start ? 1 : 2 });
        titleStarts.add(from);
        if (/[省市区县州旗镇乡村]/.test(text[from]!))
          for (let length = 2; length <= 4; length += 1)
            if (from - length >= stretchStart[from]! && boundary[from - length]! > 0)
              found.push({ start: from - length, end: from, label: PLACE, form: length });
      }
  }
  // titles whose head is not listed, right before what may be a person
  for (const end of personStarts) {
    if (headTo.has(end) || end < 2 || !looseHead.test(text[end - 1]!) || stretchStart[end - 1]! > end - 2) continue;
    for (let from = end - 2; from >= Math.max(stretchStart[end - 1]!, end - 10); from -= 1)
      if (boundary[from]! > 0) found.push({ start: from, end, label: TITLE, form: 3 });
  }
  for (let end = 2; end <= n; end += 1) {
    const from = stretchStart[end - 1]!;
    if (end - from < 2) continue;
    const ending = endingTo.get(end);
    const isBare =
      !ending &&
      boundary[end]! > 0 &&
      (end === stretchEnd[end - 1] || '与和暨及等（签同）将在'.includes(text[end]!) || titleStarts.has(end));
    if (!ending && !isBare) continue;
    const form = ending ? ending.form : BARE;
    for (let start = end - 2; start >= Math.max(from, end - longest[form]!); start -= 1)
      if (boundary[start]! > 0 && isNameUnit(text[start]!)) found.push({ start, end, label: BODY, form });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
const isHanRun = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i += 1) if (text[i]! < '\u3400' || text[i]! > '\u9fff') return false;
  return true;
};
const speech = /^(?:表示|指出|强调|介绍|认为|要求|说|称|坦言|提出|建议|希望|一行|主持|任|当选|教授|先生|女士)/;
const looseHead = /[长员家师记理任席官士手监授使匠人农工]/;
