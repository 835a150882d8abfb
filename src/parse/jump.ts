import { readNumeral } from '../text/numeral.ts';
import type { ParsedJump } from './parsed-issue.ts';

/** A jump line at one end of a text: the UTF-16 offsets it takes, and where it leads. */
export interface JumpMatch {
  readonly jump: ParsedJump;
  readonly start: number;
  readonly end: number;
}

const page = '(?:第 ?)?(?:[A-Da-d] ?)?([0-9〇一二三四五六七八九十]{1,3}) ?版';
// (上接第1版) · （上接 1 版） · 上接A01版 · 【紧接第一版】 · (上接第1版《…》)
const from = new RegExp(
  `^[(【\\[◀◄←▲] ?(?:上接|紧接|接) ?${page}[^()【】]{0,40}[)】\\]]?|^(?:上接|紧接) ?${page}`,
  'u',
);

// （下转第 3 版） · ▶下转第3版 · 下转A3版
const onto = new RegExp(
  `(?:[(【\\[] ?(?:下转|转) ?${page}[^()。]{0,8}[)】\\]]|[▶►→▷]* ?(?:下转|转) ?${page}[▶►→ ]*)$`,
  'u',
);
const bare = /[(【[] ?下转 ?[^()。]{0,20}[)】\]]$|[▶►→▷] ?下转[^()。]{0,20}$/u;

/** The 上接 mark at the beginning of a text. */
export function findJumpFrom(folded: string): JumpMatch | null {
  const match = from.exec(folded.slice(0, 80));
  if (!match) return null;
  const [whole] = match;
  const opened = /^[(【[]/u.test(whole);
  const rest =
    folded.slice(whole.length, whole.length + 4).match(opened ? /^ *[)】\]]? */u : /^ *[:: ]? */u)?.[0].length ?? 0;
  return { jump: { page: readNumeral(match[1] ?? match[2] ?? '') }, start: 0, end: whole.length + rest };
}

/** The 下转 mark at the end of a text. */
export function findJumpOnto(folded: string): JumpMatch | null {
  const base = Math.max(0, folded.length - 60);
  const tail = folded.slice(base).trimEnd();
  const match = tail.includes('转') ? (onto.exec(tail) ?? bare.exec(tail)) : null;
  if (!match || !/下转|[(【[▶►→▷]/u.test(match[0])) return null;
  return { jump: { page: readNumeral(match[1] ?? match[2] ?? '') }, start: base + match.index, end: folded.length };
}
