import { surnameLength } from '../text/surname.ts';
import type { Token } from './token.ts';

/** Puts names together that were printed with a blank inside: 边 城, 左 思源, 欧阳 雪. */
export function mergeSplitNames(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const last = merged.at(-1);
    const joins =
      last?.kind === 'NAME' &&
      token.kind === 'NAME' &&
      token.before === ' ' &&
      last.text.length + token.text.length <= 4 &&
      (last.text.length === 1 ||
        (token.text.length === 1 && isLoneEnd(tokens[i + 1])) ||
        (last.text.length === 2 && surnameLength(last.text, 0) === 2));
    if (joins) merged[merged.length - 1] = { ...last, end: token.end, text: last.text + token.text };
    else merged.push(token);
  }
  return merged;
}

/** A single character that no part of a name follows cannot begin one; `next` is the token after it. */
function isLoneEnd(next: Token | undefined): boolean {
  return next === undefined || next.kind !== 'NAME' || next.before !== ' ' || next.text.length > 2;
}
