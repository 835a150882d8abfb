import { oneOf } from '../text/pattern.ts';

/** The marks that items of a list begin with. */
export const bullets = ['●', '○', '■', '□', '★', '☆', '▲', '△', '◆', '◇', '▶', '►', '※'];
const bullet = new RegExp(`^${oneOf(bullets)} ?`, 'u');
const number = /^\d{1,2} ?(?:[.、] +|[.、](?!\d))/u;
const bracketed = /^【(?=[^【】]+】$)/u;

/** A stretch `[start, end)` of a line, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is left of a line without the bullet, number or brackets that mark it as one of a list: △化马乡修通水渠, 【天气】. */
export function withoutMark(folded: string): Stretch {
  const brackets = bracketed.exec(folded);
  if (brackets) return { start: brackets[0].length, end: folded.length - 1 };
  return { start: (bullet.exec(folded) ?? number.exec(folded))?.[0].length ?? 0, end: folded.length };
}

/** How many units the bullet takes that a line begins with. */
export const bulletLength = (folded: string): number => bullet.exec(folded)?.[0].length ?? 0;

/**
 * Tells the words of a headline, without its mark, by all headlines of a page: a number or brackets mark a list only if
 * two headlines have them; one alone is part of its headline.
 */
export function headlineWords(headlines: readonly string[]): (folded: string) => Stretch {
  const isListed = [number, bracketed].map((mark) => headlines.filter((line) => mark.test(line)).length > 1);
  return (folded) => {
    const isPart = [number, bracketed].some((mark, i) => mark.test(folded) && !isListed[i]);
    return isPart ? { start: 0, end: folded.length } : withoutMark(folded);
  };
}
