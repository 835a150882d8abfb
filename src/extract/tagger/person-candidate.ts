import { isTransliteration } from '../lexicon/transliteration.ts';
import { matchesOf } from '../../text/match.ts';
import { japaneseSurnameLength } from '../../text/surname.ts';
import { PERSON } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from './words.ts';

/** How a person was found: the forms of candidates. */
const JAPANESE = 0;
export const SURNAME = 1;
const AFTER_TITLE = 2;
export const TWO_SURNAMES = 3;
export const DOTTED = 4;
const LATIN = 5;
const CLAUSE = 6;
export const TRANSCRIBED = 7;

type Add = (start: number, end: number, form: number) => void;

/** Every stretch that could be a person's name. */
export function personCandidates(words: Words): Candidate[] {
  const found: Candidate[] = [];
  const { text, stretchEnd } = words;
  const add: Add = (start, end, form) => {
    if (end <= stretchEnd[start]!) found.push({ start, end, label: PERSON, form });
  };
  for (let at = 0; at < text.length; at += 1) {
    if (words.surnames[at]! > 0) addAfterSurname(words, at, add);
    else addWithoutSurname(words, at, add);
    addForeign(words, at, add);
  }
  addDotted(text, add);
  for (const { index, 0: name } of matchesOf(text, latin)) add(index, index + name.length, LATIN);
  return found;
}

/** 韦国栋, 欧阳雪, 陈方安生. */
function addAfterSurname({ text, surnames }: Words, at: number, add: Add): void {
  const surname = surnames[at]!;
  let end = at + surname;
  for (let given = 1; given <= 2 && isHan(text, end); given += 1) {
    end += isHighSurrogate(text, end) ? 2 : 1;
    add(at, end, SURNAME);
  }
  if (surname === 2)
    add(at, at + 2, SURNAME); // 司马: also 司 with a given name
  else if (surnames[at + 1]! > 0 && isHanRun(text, at, at + 4)) add(at, at + 4, TWO_SURNAMES);
}

/** A whole clause of few characters, a clause's beginning before 表示, and what follows a title: 次仁顿珠. */
function addWithoutSurname({ text, headTo, stretchStart, stretchEnd }: Words, at: number, add: Add): void {
  const isAfterTitle = headTo.has(at);
  if (at !== stretchStart[at] && !isAfterTitle) return;
  const room = stretchEnd[at]! - at;
  for (let length = 2; length <= 5 && length <= room && isHan(text, at + length - 1); length += 1) {
    if (isAfterTitle) add(at, at + length, AFTER_TITLE);
    else if (length < 5 && (length === room || speech.test(text.slice(at + length, at + length + 2))))
      add(at, at + length, CLAUSE);
  }
}

/** Japanese names, and names of peoples that are written with few characters. */
function addForeign({ text, boundary, surnames }: Words, at: number, add: Add): void {
  if ((boundary[at]! & 3) === 0) return;
  const japanese = japaneseSurnameLength(text, at);
  for (let given = 1; japanese > 0 && given <= 3 && isHan(text, at + japanese + given - 1); given += 1)
    add(at, at + japanese + given, JAPANESE);
  if (!isTransliteration(text, at) || text[at - 1] === '·') return;
  const shortest = surnames[at]! > 0 ? 4 : 2;
  for (let length = 1; length <= 6 && isTransliteration(text, at + length - 1); length += 1)
    if (length >= shortest && (length > 2 || (boundary[at + length]! & 3) > 0)) add(at, at + length, TRANSCRIBED);
}

/** 卡尔·冯·林德曼, 让-吕克·莫兰: glued to what stands before and behind, so that every end is tried. */
function addDotted(text: string, add: Add): void {
  if (!text.includes('·') && !text.includes('-')) return;
  for (const { index, 0: name } of matchesOf(text, dotted)) {
    const first = name.search(/[·-]/);
    const last = Math.max(name.lastIndexOf('·'), name.lastIndexOf('-')) + 1;
    for (let start = index; start < index + first; start += 1)
      for (let end = index + last + 1; end <= index + name.length; end += 1) add(start, end, DOTTED);
  }
}

const part = String.raw`(?:(?![与和及])\p{Script=Han}){1,8}`;
const dotted = new RegExp(`${part}(?:[·-]${part}){1,4}`, 'gu');
const latin = /[A-Z][\p{Script=Latin}.'-]*(?: [A-Z][\p{Script=Latin}.'-]*){1,3}/gu;
const speech = /^(?:表示|指出|强调|介绍|认为|要求|说|称|坦言|提出|建议|希望|一行|主持|任|当选|教授|先生|女士)/;

const isHighSurrogate = (text: string, at: number): boolean => text[at]! >= '\ud840' && text[at]! <= '\udbff';
const isHan = (text: string, at: number): boolean => {
  const unit = text[at];
  return unit !== undefined && ((unit >= '\u3400' && unit <= '\u9fff') || (unit >= '\ud840' && unit <= '\udfff'));
};
function isHanRun(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isHan(text, at)) return false;
  return true;
}
