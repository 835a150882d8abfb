import { matchesOf } from '../../text/match.ts';
import { surnameLength } from '../../text/surname.ts';
import { cutNames } from '../name-cut.ts';
import { mergeSplitNames } from '../split-name.ts';
import type { Token } from '../token.ts';
import type { Cue } from './cue.ts';

/** A word of a line of credits, in UTF-16 units. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
}

const word = /[\p{Script=Han}〇·•]+|[A-Z][\p{L}.'-]+/gu;
/** The longest name of the Han that surnames do not cut, and the longest of others. */
const longest = { han: 6, dotted: 16 };

/** The words of a line that may be names: those between its cues and marks, also with blanks inside or run together. */
export function candidatesOf(folded: string, cues: readonly Cue[]): WordSpan[] {
  const tokens = mergeSplitNames(tokensOf(folded, cues)).filter(({ kind }) => kind === 'NAME');
  const isParted = tokens.filter(({ text }) => text.length > 1).length > 1;
  return tokens
    .flatMap((token) => (token.text.length > 4 ? cutToken(token, cues, isParted) : token))
    .filter(({ text }) => text.length >= 2 && text.length <= (/[·•A-Z]/u.test(text) ? longest.dotted : longest.han))
    .map(({ start, end }) => ({ start, end }));
}

function tokensOf(folded: string, cues: readonly Cue[]): Token[] {
  let left = folded;
  for (const { start, end } of cues) left = left.slice(0, start) + '\n'.repeat(end - start) + left.slice(end);
  const words = matchesOf(left, word).map(({ 0: text, index }) => ({
    kind: text.length > 1 || standsAlone(folded, index) ? ('NAME' as const) : ('LABEL' as const),
    start: index,
    text,
  }));
  const said = cues.map(({ start, end }) => ({ kind: 'LABEL' as const, start, text: folded.slice(start, end) }));
  let last = 0;
  return [...words, ...said]
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, text }) => {
      const between = folded.slice(last, start);
      last = start + text.length;
      const before = between === '' ? '' : /^ +$/.test(between) ? ' ' : ',';
      return { kind, start, end: last, text, before, role: null, employer: null };
    });
}

/** Whether a character may be part of a name printed with blanks inside: 团 in 记者团 连翘 may not. */
const standsAlone = (folded: string, at: number): boolean =>
  /[\s、,;:/|&(【[□■◆●]/u.test(folded[at - 1] ?? ' ') && /[\s、,;:/|&)】\]]/u.test(folded[at + 1] ?? ' ');

/** Names run together (季坤蔺文卿), or one with the place behind it (记者许燕青西口报导). */
function cutToken(token: Token, cues: readonly Cue[], isParted: boolean): Token[] {
  const { start, text } = token;
  if (/[·•A-Za-z]/u.test(text)) return [token];
  const isCalled = cues.some(({ end, isCalling }) => isCalling && end === start);
  const surname = surnameLength(text, 0);
  const cuts = isParted ? [] : (cutNames(text) ?? []);
  if (cuts.length === 0 && isCalled && surname > 0)
    return [{ ...token, text: text.slice(0, surname + 2), end: start + surname + 2 }];
  const edges = [0, ...cuts, text.length];
  return edges
    .slice(1)
    .map((end, i) => ({ ...token, start: start + (edges[i] ?? 0), end: start + end, text: text.slice(edges[i], end) }));
}
