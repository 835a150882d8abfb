/**
 * What somebody typed to search for. Words stand side by side and all have to be found; a phrase in quotation marks has
 * to stand as it is; `-` in front of a word or a phrase leaves out what has it. Pure.
 */
import { dayKey } from './day-term.ts';
import { MARK, isLexeme } from './lexeme.ts';
import { lookupKey } from './name-key.ts';
import { holdersMeant } from './holder.ts';
import type { Holders } from './holder.ts';
import { publicBodyForms } from './public-body.ts';
import { isUnspaced, runsOf } from './search-text.ts';
import { isLatin, tidied, tokensOf } from './search-token.ts';
import type { SearchToken } from './search-token.ts';
import { slipsIn } from './slip.ts';
import type { Slip } from './slip.ts';
import { allOf, anyOf, lexeme, lexemesIn, marked, tsquery } from './tsquery.ts';
import type { Condition } from './tsquery.ts';
import { latinCondition, phraseCondition, wordCondition } from './word-condition.ts';

/**
 * A run of a word, or a phrase, that is looked for, and the parts that may stand apart where it does not stand as it
 * is.
 */
export interface SearchTerm {
  readonly text: string;
  readonly parts: readonly string[];
}

/** A phrase, and the lexemes that any text containing it has: the index can only check those. */
export interface SearchPhrase {
  readonly text: string;
  readonly tsquery: string;
}

export interface SearchQuery {
  /** What was typed, tidied. */
  readonly typed: string;
  /**
   * Tsqueries for documents with all words, with all of them in headline or name, and with some of them only elsewhere.
   */
  readonly anywhere: string;
  readonly prominent: string;
  readonly elsewhere: string;
  /** A text must contain each of these. Phrases that a lexeme proves are left out. */
  readonly phrases: readonly SearchPhrase[];
  /** And of these none. */
  readonly banned: readonly SearchPhrase[];
  /** The key of the person or organisation with exactly this name. */
  readonly key: string;
  /** The people meant by a title or an office; null when none are. */
  readonly holders: Holders | null;
  /** Names that may be mistyped; worked out only when nothing is found. */
  readonly slips: () => readonly Slip[];
  readonly terms: readonly SearchTerm[];
  /** Spellings of the names that Latin words may mean. */
  readonly spelled: readonly string[];
}

/** Reads a query; null when it asks for nothing: it is blank, has no letters or digits, or only excludes. */
export function parseSearchQuery(query: string): SearchQuery | null {
  const typed = tidied(query);
  const tokens = tokensOf(typed);
  const wanted = tokens.filter(({ isExcluded }) => !isExcluded);
  const unwanted = tokens.filter(({ isExcluded }) => isExcluded);
  if (wanted.length === 0) return null;
  const wish = allOf(conditionsOf(wanted));
  const holders = unwanted.length === 0 ? holdersMeant(wanted) : null;
  const without = unwanted
    .filter((token) => !isUncertain(token))
    .map((token) => ` & !${tsquery(allOf(conditionsOf([token])))}`)
    .join('');
  const [anywhere, prominent] = [wish, marked(MARK.prominent, wish)].map((condition) =>
    tsquery(anyOf([condition, ...(holders?.titled ?? [])])),
  ) as [string, string];
  return {
    typed,
    anywhere: `${anywhere}${without}`,
    prominent: `${prominent}${without}`,
    elsewhere: `${tsquery(wish)} & !${prominent}${without}`,
    phrases: wanted.filter(isUncertain).map(phraseOf),
    banned: unwanted.filter(isUncertain).map(phraseOf),
    key: lookupKey(wanted.map((token) => token.typed).join('')),
    holders,
    slips: () => slipsIn(wanted),
    terms: wanted.flatMap(termsOf),
    spelled: conditionsOf(wanted.filter(isLatin)).flatMap(lexemesIn),
  };
}

/** Whether a text may have all the phrase's lexemes and yet not contain it. */
function isUncertain({ kind, text }: SearchToken): boolean {
  const [run = '', ...more] = runsOf(text);
  return kind === 'phrase' && (more.length > 0 || (isUnspaced(run) && [...run].length > 1 && !isLexeme(run)));
}

function phraseOf({ text }: SearchToken): SearchPhrase {
  return { text, tsquery: tsquery(phraseCondition(text)) };
}

function conditionsOf(tokens: readonly SearchToken[]): Condition[] {
  const conditions: Condition[] = [];
  let latin: string[] = [];
  const endLatin = () => {
    if (latin.length > 0) conditions.push(latinCondition(latin));
    latin = [];
  };
  for (const token of tokens) {
    if (isLatin(token)) latin.push(...runsOf(token.text));
    else {
      endLatin();
      conditions.push(conditionOf(token));
    }
  }
  endLatin();
  return conditions;
}

function conditionOf({ kind, text, day }: SearchToken): Condition {
  if (day !== undefined) return lexeme(MARK.day + dayKey(day), day.day === null);
  return kind === 'phrase' ? phraseCondition(text) : wordCondition(text);
}

function termsOf(token: SearchToken): SearchTerm[] {
  const { kind, text, day } = token;
  if (day !== undefined) {
    const printed = `${day.month}月${day.day === null ? '' : `${day.day}日`}`;
    return [{ text: `${day.year ?? ''}${day.year === null ? '' : '年'}${printed}`, parts: [printed] }];
  }
  if (kind === 'phrase') return [{ text, parts: [] }];
  return runsOf(text)
    .flatMap((run) => [run, ...publicBodyForms(run)])
    .map((run) => ({ text: run, parts: lexemesIn(wordCondition(run)) }));
}
