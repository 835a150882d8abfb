/**
 * Titles and names as people type them together: 区长罗启明, 罗启明区长, 徐汇区区长. Pure; takes keys as `lookupKey`
 * folds them.
 */
import { titleHeads } from './lexicon/title-head.ts';
import { either } from './pattern.ts';
import { surnameLength } from './surname.ts';
import { postOf } from './title.ts';

/** A name, and the title in front of it or behind it. */
export interface TitledName {
  readonly name: string;
  readonly title: string;
}

const titleEnd = new RegExp(`${either(titleHeads)}$`, 'u');
const firstTitle = new RegExp(`^.{0,30}?${either(titleHeads)}`, 'u');

/** Whether the words end in what a person is by office: 区长, 徐汇区区长. */
function isTitle(words: string): boolean {
  return titleEnd.test(words);
}

/** The ends of names of places and bodies, which no person's name has. */
const placeOrBody = /[省市区县州旗镇乡村局委厅部院校社团处所馆队会]$/u;

/** Whether a word can be the whole name of a person: a surname with one or two characters, 罗启明. */
export function isName(word: string): boolean {
  const given = [...word].length - surnameLength(word, 0);
  return (
    /^\p{Script=Han}{2,4}$/u.test(word) &&
    !placeOrBody.test(word) &&
    surnameLength(word, 0) > 0 &&
    given >= 1 &&
    given <= 2
  );
}

/** The ways to read words as a title and a name. */
export function titledNames(words: string): TitledName[] {
  if (!/^\p{Script=Han}{4,40}$/u.test(words) || !firstTitle.test(words)) return [];
  return [2, 3, 4]
    .flatMap((length) => [
      { name: words.slice(-length), title: words.slice(0, -length) },
      { name: words.slice(0, length), title: words.slice(length) },
    ])
    .filter(({ name, title }) => isName(name) && isTitle(title));
}

/** The end of a title that says what its holder is: 区长 of 徐汇区区长. */
export function headOf(title: string): string {
  return titleEnd.exec(title)?.[0] ?? title;
}

/** No organisation before a title is named with more characters. */
const LONGEST_OWNER = 16;

/** The ways to read an office as an organisation and a title of it, the longest organisation first. */
export function officesIn(office: string): { readonly organisation: string; readonly title: string }[] {
  const longest = Math.min(office.length - headOf(office).length, LONGEST_OWNER);
  return Array.from({ length: Math.max(0, longest - 1) }, (_, i) => longest - i).map((length) => ({
    organisation: office.slice(0, length),
    title: office.slice(length),
  }));
}

/**
 * What an office is known by, whatever the wording of its title; null for words that are not an office, or a title
 * alone: 徐汇区区长 of 徐汇区长.
 */
export function officeKey(words: string): string | null {
  return /^\p{Script=Han}{4,40}$/u.test(words) && isTitle(words) ? postOf(words) : null;
}
