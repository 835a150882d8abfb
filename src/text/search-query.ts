/**
 * What somebody typed to search for. Words stand side by side and all have to be found; a phrase in quotation marks has
 * to stand as it is; `-` in front of a word or a phrase leaves out what has it. Pure.
 */
import { foldText } from './fold.ts';
import { PROMINENT, isLexeme, lexemesAround, wordLexeme } from './lexeme.ts';
import { nameKey } from './name-key.ts';
import { isUnspaced, runsOf, searchText } from './search-text.ts';
import { allOf, anyOf, lexeme, lexemesIn, tsquery } from './tsquery.ts';
import type { Condition } from './tsquery.ts';
import { cutWords } from './word.ts';

/** A run of a word, or a phrase, that is looked for, and the parts that may stand apart where it does not stand as it is. */
export interface SearchTerm {
  readonly text: string;
  readonly parts: readonly string[];
}

/** Phrases with what else a text must have that contains them: the index knows only that. */
export interface SearchPhrase {
  readonly text: string;
  readonly tsquery: string;
}

export interface SearchQuery {
  /** Tsqueries of what has all words, of what has them in its headline or name, and of what has them but not all there. */
  readonly anywhere: string;
  readonly prominent: string;
  readonly elsewhere: string;
  /** Of these a text has to contain each; those that a lexeme tells are not among them. */
  readonly phrases: readonly SearchPhrase[];
  /** And of these none. */
  readonly banned: readonly SearchPhrase[];
  /** The key of a person or an organisation of just this name. */
  readonly key: string;
  readonly terms: readonly SearchTerm[];
}

interface Token {
  readonly isExcluded: boolean;
  readonly isPhrase: boolean;
  readonly typed: string;
  /** As `searchText` has it; never empty. */
  readonly text: string;
}

/** Reads a query; null when it asks for nothing: it is blank, has no letters, or only says what to leave out. */
export function parseSearchQuery(query: string): SearchQuery | null {
  const tokens = tokensOf(query);
  const wanted = tokens.filter(({ isExcluded }) => !isExcluded);
  const unwanted = tokens.filter(({ isExcluded }) => isExcluded);
  if (wanted.length === 0) return null;
  const wish = allOf(conditionsOf(wanted));
  const without = unwanted.filter((token) => !isUncertain(token)).map((token) => ` & !${tsquery(allOf(conditionsOf([token])))}`).join('');
  return {
    anywhere: `${tsquery(wish)}${without}`,
    prominent: `${tsquery(wish, PROMINENT)}${without}`,
    elsewhere: `${tsquery(wish)} & !${tsquery(wish, PROMINENT)}${without}`,
    phrases: wanted.filter(isUncertain).map(phraseOf),
    banned: unwanted.filter(isUncertain).map(phraseOf),
    key: nameKey(wanted.map(({ typed }) => typed).join('')),
    terms: wanted.flatMap(termsOf),
  };
}

const tokenPattern = /(?<minus>(?<!\S)[-−])?(?:["“”„](?<phrase>[^"“”„]*)(?:["“”„]|$)|(?<word>[^\s"“”„]+))/gu;

function tokensOf(query: string): Token[] {
  return [...foldText(query.replaceAll('\0', ' ')).matchAll(tokenPattern)].flatMap(({ groups = {} }) => {
    const { minus, phrase, word } = groups;
    const typed = phrase ?? word ?? '';
    const text = searchText(typed);
    return text === '' ? [] : [{ isExcluded: minus !== undefined, isPhrase: phrase !== undefined, typed, text }];
  });
}

/** Whether a text may have all the phrase's lexemes and yet not contain it. */
function isUncertain({ isPhrase, text }: Token): boolean {
  const [run = '', ...more] = runsOf(text);
  return isPhrase && (more.length > 0 || (isUnspaced(run) && [...run].length > 1 && !isLexeme(run)));
}

function phraseOf({ text }: Token): SearchPhrase {
  return { text, tsquery: tsquery(allOf(phraseConditions(text))) };
}

/** Latin words side by side are also looked for as one, for 林澄 is `lin cheng` as well as `lincheng`. */
function conditionsOf(tokens: readonly Token[]): Condition[] {
  const conditions: Condition[] = [];
  let spelled: string[] = [];
  const endSpelling = () => {
    if (spelled.length > 1) conditions.push(anyOf([allOf(spelled.map((word) => lexeme(word))), lexeme(wordLexeme(spelled.join('')))]));
    else conditions.push(...spelled.map((word) => lexeme(word)));
    spelled = [];
  };
  for (const { isPhrase, text } of tokens) {
    if (!isPhrase && /^[a-zü\s]+$/u.test(text)) spelled.push(...runsOf(text).map(wordLexeme));
    else {
      endSpelling();
      conditions.push(...isPhrase ? phraseConditions(text) : runsOf(text).flatMap(runConditions));
    }
  }
  endSpelling();
  return conditions;
}

function phraseConditions(text: string): Condition[] {
  return runsOf(text).flatMap((run) => {
    if (!isUnspaced(run)) return [lexeme(wordLexeme(run))];
    if ([...run].length === 1) return [lexeme(run, true)];
    return isLexeme(run) ? [lexeme(run)] : [...lexemesAround(run)].map((part) => lexeme(part));
  });
}

/** Little words that join or follow others: what is looked for are those. */
const particles = new Set('的了和与及或在对向从把被将等');

/**
 * A word of two or more characters has to be found. A character that the dictionary leaves alone has to stand beside its
 * neighbour: 微系统所 is found as 微系, 系统 and 统所. Between two words it may stand beside either.
 */
function runConditions(run: string): Condition[] {
  if (!isUnspaced(run)) return [lexeme(wordLexeme(run))];
  const words = cutWords(run).map(({ text }) => [...text]);
  if (words.length === 1 && words[0]!.length === 1) return [lexeme(run, true)];
  const isLeftOut = ([character = '', ...more]: readonly string[], i: number) =>
    more.length === 0 && particles.has(character) && [words[i - 1], words[i + 1]].some((beside) => beside !== undefined && beside.length > 1);
  const kept = words.map((word, i) => (isLeftOut(word, i) ? undefined : word));
  return kept.flatMap((word, i) => {
    if (word === undefined) return [];
    if (word.length > 1) return phraseConditions(word.join(''));
    const [before, after] = [kept[i - 1], kept[i + 1]];
    if (before?.length === 1) return [lexeme(before[0]! + word[0]!)];
    if (after?.length === 1) return [];
    if (before === undefined && after === undefined) return [lexeme(word[0]!, true)];
    return [anyOf([
      ...before === undefined ? [] : [lexeme(before.at(-1)! + word[0]!)],
      ...after === undefined ? [] : [lexeme(word[0]! + after[0]!)],
    ])];
  });
}

function termsOf({ isPhrase, text }: Token): SearchTerm[] {
  if (isPhrase) return [{ text, parts: [] }];
  return runsOf(text).map((run) => ({ text: run, parts: lexemesIn(allOf(runConditions(run))) }));
}
