import { matchesOf } from '../../text/match.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { labels, roleWords } from '../credit-word.ts';
import type { CreditRole } from '../parsed-issue.ts';

/** A word of a line of credits that says what the people beside it did: 记者, 摄影, 责编. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly role: CreditRole;
  /** Whether it is what somebody is called (记者) rather than what was done (文, 摄). */
  readonly isCalling: boolean;
}

const long = [...labels.keys()].filter((word) => word.length > 1);
const short = [...labels.keys()].filter((word) => word.length === 1);
const edge = String.raw`[\s、,;:/|&.·()【】\[\]]`;
const pattern = new RegExp(
  either([
    `(?<calling>${either(roleWords)}|记 者|通 讯 员)`,
    `(?<deed>${oneOf(long.toSorted((a, b) => b.length - a.length))})`,
    // 文/甲 · 乙/摄 · 丙摄
    `(?<=/)(?<done>${oneOf(short)})(?=$|${edge})`,
    `(?<=^|${edge})(?<sign>${oneOf(short)})(?=$|${edge})(?! \\p{Script=Han}(?:$|[\\s、,)】]))`,
    `(?<end>[摄])(?=$|${edge})`,
  ]),
  'gu',
);

/** The words of a line that say what somebody did, in order. */
export function cuesOf(folded: string): Cue[] {
  // (文 山): a name printed with a blank inside
  if (/^[(【]?\p{Script=Han} \p{Script=Han}[)】]?$/u.test(folded)) return [];
  return matchesOf(folded, pattern).map(({ 0: word, index, groups }) => ({
    start: index,
    end: index + word.length,
    role: roleOf(word, groups?.calling !== undefined),
    isCalling: groups?.calling !== undefined,
  }));
}

function roleOf(word: string, isCalling: boolean): CreditRole {
  if (!isCalling) return labels.get(word) ?? 'REPORTER';
  return /通 ?讯 ?员|报道员/u.test(word) ? 'CORRESPONDENT' : 'REPORTER';
}
