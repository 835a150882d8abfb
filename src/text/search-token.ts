import { dayTermsIn } from './day-term.ts';
import type { DayTerm } from './day-term.ts';
import { foldText } from './fold.ts';
import { searchText } from './search-text.ts';

/** A word, a phrase in quotation marks or a day of a query. */
export interface SearchToken {
  readonly isExcluded: boolean;
  readonly kind: 'word' | 'phrase' | 'day';
  /** Folded, and where it stands in the query: in UTF-16 units. */
  readonly typed: string;
  readonly start: number;
  /** As `searchText` has it; never empty. */
  readonly text: string;
  /** Of a day. */
  readonly day?: DayTerm;
}

const tokens = /(?<minus>(?<!\S)[-−])?(?:["“”„](?<phrase>[^"“”„]*)(?:["“”„]|$)|(?<word>[^\s"“”„]+))/gu;
/** The blanks within a day, and between the single characters of a name that is set wide: 2025 年 1 月, 罗 启 明. */
const needless = /(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)|(?<=(?<!\S)\p{Script=Han}) +(?=\p{Script=Han}(?!\S))/gu;
/** Nobody types tone marks, but people copy pinyin with them. */
const tones = /[\u0300\u0301\u0304\u030c]/gu;

/** What a query is made of, in order. What has no letters is left out. */
export function tokensOf(query: string): SearchToken[] {
  return [...foldText(query).matchAll(tokens)].flatMap(({ index, groups = {}, 0: whole }) => {
    const { minus, phrase, word } = groups;
    const typed = phrase ?? word ?? '';
    const start = index + whole.indexOf(typed, minus?.length ?? 0);
    const isExcluded = minus !== undefined;
    if (phrase !== undefined) return tokenOf({ isExcluded, kind: 'phrase', typed, start });
    return isExcluded ? excluded(typed, start) : divided(typed, start);
  });
}

/** The query without blanks inside days and names, and pinyin without its tones. */
export function tidied(query: string): string {
  const plain = query.replaceAll('\0', ' ').normalize('NFD').replace(tones, '').normalize('NFC');
  return foldText(plain).replace(needless, '');
}

function excluded(typed: string, start: number): SearchToken[] {
  const [only, another] = divided(typed, start);
  return only !== undefined && another === undefined
    ? [{ ...only, isExcluded: true }]
    : tokenOf({ isExcluded: true, kind: 'word', typed, start });
}

/** Splits a word into the days in it and what stands between. */
function divided(word: string, start: number): SearchToken[] {
  const parts: SearchToken[] = [];
  let at = 0;
  const addWord = (end: number) =>
    parts.push(...tokenOf({ isExcluded: false, kind: 'word', typed: word.slice(at, end), start: start + at }));
  for (const day of dayTermsIn(word)) {
    if (day.start < at) continue;
    addWord(day.start);
    parts.push(
      ...tokenOf({
        isExcluded: false,
        kind: 'day',
        typed: word.slice(day.start, day.end),
        start: start + day.start,
        day,
      }),
    );
    at = day.end;
  }
  addWord(word.length);
  return parts;
}

function tokenOf(token: Omit<SearchToken, 'text'>): SearchToken[] {
  const text = searchText(token.typed);
  return text === '' ? [] : [{ ...token, text }];
}

/** Whether a token is Latin letters alone, as pinyin is. */
export function isLatin({ kind, text }: SearchToken): boolean {
  return kind === 'word' && /^[a-zü\s]+$/u.test(text);
}
