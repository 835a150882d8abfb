import { MARK } from './lexeme.ts';
import { lookupKey } from './name-key.ts';
import { formsNear } from './near-form.ts';
import { runsOf } from './search-text.ts';
import { isLatin } from './search-token.ts';
import type { SearchToken } from './search-token.ts';
import { titledNames } from './title-and-name.ts';
import { anyOf, lexeme, tsquery } from './tsquery.ts';
import { latinCondition, phraseCondition, wordCondition } from './word-condition.ts';

/** A part of a query that may be a name with a slip in it: where it stands, in UTF-16 units, and what to look up. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  /** As `lookupKey` folds it. */
  readonly typed: string;
  /** Tsqueries of what has it as it is, and of those whose names are near to it. */
  readonly exact: string;
  readonly near: string;
}

const MOST_SLIPS = 8;

/**
 * The parts of a query that may be mistyped names: words, the names beside titles in them, and Latin words side by
 * side.
 */
export function slipsIn(tokens: readonly SearchToken[]): Slip[] {
  const slips = groups(tokens.filter(({ kind }) => kind === 'word')).flatMap(([first, ...more]): Slip[] => {
    const start = first.start;
    if (isLatin(first)) {
      const last = more.at(-1) ?? first;
      const words = [first, ...more].flatMap(({ text }) => runsOf(text));
      return slip(start, last.start + last.typed.length, lookupKey(words.join('')), tsquery(latinCondition(words)));
    }
    const key = lookupKey(first.typed);
    const names = titledNames(key)
      .map(({ name }) => name)
      .filter((name) => first.typed.includes(name));
    return [
      ...names.flatMap((name) => {
        const at = start + first.typed.indexOf(name);
        return slip(at, at + name.length, name, tsquery(phraseCondition(name)));
      }),
      ...slip(start, start + first.typed.length, key, tsquery(wordCondition(first.text))),
    ];
  });
  return slips.slice(0, MOST_SLIPS);
}

function slip(start: number, end: number, typed: string, exact: string): Slip[] {
  const forms = /^(?:\p{Script=Han}+|[a-z]+)$/u.test(typed) ? formsNear(typed) : [];
  return forms.length === 0
    ? []
    : [{ start, end, typed, exact, near: tsquery(anyOf(forms.map((form) => lexeme(MARK.near + form)))) }];
}

/** Latin words side by side are one name. */
function groups(words: readonly SearchToken[]): [SearchToken, ...SearchToken[]][] {
  const all: [SearchToken, ...SearchToken[]][] = [];
  for (const word of words) {
    const group = all.at(-1);
    if (group !== undefined && isLatin(group[0]) && isLatin(word)) group.push(word);
    else all.push([word]);
  }
  return all;
}
