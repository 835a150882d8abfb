import { matchesOf } from './match.ts';
import { UNSPACED, isUnspaced, runsOf } from './search-text.ts';
import { everyWord } from './word.ts';

/**
 * Prefixes that say what a lexeme stands for where its characters do not. No text contains them, so the one index can
 * also hold what is not printed.
 */
export const MARK = {
  /** Of a headline or a name; these lexemes are stored a second time without it. */
  prominent: '^',
  /** Of a day: `#2025-01-03`, and `#01-03` of any year. */
  day: '#',
  /** Of a person: alone for every person, and before each office that the person is printed with. */
  holder: '@',
  /** The initials of a name in pinyin. */
  initials: '&',
  /** A name and what it is with one character left open. */
  near: '~',
} as const;

/** Postgres takes 2,046 bytes a lexeme and 1,048,575 bytes a tsvector. A UTF-16 unit takes three bytes at most. */
const LONGEST_WORD = 100;
const MOST_UNITS = 330_000;

/** Words that are looked up whole, since their pairs of characters also meet in other texts. */
const wholeWord = /^[\u4e00-\u9fff]{3,}$/;

const numbersWithUnit = new RegExp(`(?<![^${UNSPACED} \\n])[\\d.]+[${UNSPACED}]`, 'gu');

/**
 * The lexemes of a `searchText`. Of Chinese: every pair of neighbouring characters, every dictionary word of three or
 * more, and the last character of each run, so that any one character begins a lexeme. Of the rest: the words, and each
 * number with the character behind it.
 */
export function lexemesOf(searched: string): Set<string> {
  const lexemes = new Set<string>();
  for (const run of runsOf(searched)) {
    if (isUnspaced(run)) addPairs(run, lexemes);
    else lexemes.add(wordLexeme(run));
  }
  for (const number of unitsOf(searched)) lexemes.add(number);
  addWords(searched, lexemes);
  return lexemes;
}

/** Each number with the character behind it: `12个` of 12个项目, which is not in 112个项目. */
export function unitsOf(searched: string): string[] {
  return matchesOf(searched, numbersWithUnit).map(([number]) => wordLexeme(number));
}

/** The lexemes of every text that contains these two or more Chinese characters. */
export function lexemesAround(characters: string): Set<string> {
  const lexemes = new Set<string>();
  lexemes.delete(addPairs(characters, lexemes));
  addWords(characters, lexemes);
  return lexemes;
}

/** Whether these Chinese characters are one lexeme in every text that contains them. */
export function isLexeme(characters: string): boolean {
  return [...characters].length === 2 || (wholeWord.test(characters) && everyWord(characters).includes(characters));
}

/** The lexeme of a word of letters or digits. */
export function wordLexeme(word: string): string {
  return word.slice(0, LONGEST_WORD);
}

/**
 * A tsvector as text: the lexemes, those of the headline or name twice, and those with marks of their own. What exceeds
 * the limit of Postgres is cut off at the end; only a text of hundreds of pages does.
 */
export function tsvectorOf(prominent: ReadonlySet<string>, marked: Iterable<string>, all: ReadonlySet<string>): string {
  const lexemes = [...[...prominent].map((lexeme) => MARK.prominent + lexeme), ...prominent, ...marked, ...all];
  let units = 0;
  const end = lexemes.findIndex((lexeme) => (units += lexeme.length) > MOST_UNITS);
  return (end < 0 ? lexemes : lexemes.slice(0, end)).join(' ');
}

/** Adds every pair of neighbouring characters and the last character alone, which it returns. */
function addPairs(run: string, lexemes: Set<string>): string {
  let last = '';
  for (const character of run) {
    if (last !== '') lexemes.add(last + character);
    last = character;
  }
  lexemes.add(last);
  return last;
}

function addWords(searched: string, lexemes: Set<string>): void {
  for (const word of everyWord(searched)) if (wholeWord.test(word)) lexemes.add(word);
}
