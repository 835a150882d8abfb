import type { NamedSpan, Span } from '../document/span.ts';
import type { LastRead, PostChange } from './post-draft.ts';

const isHeld: PostChange = { change: null, rule: 'person.post-after-name' };
/** What may stand between a name and its posts. */
const setOff = /^(?:，|，男，|，女，|：|，现任|现任|，系|系|是|作为|身为)$/;
/** A life in short: 柳青，女，畲族，1971年6月生，… 现任; 1979年起任. */
const life = /^(?:同志)?(?:（[^）]{0,30}）)?[，、]?(?:男|女|[\p{Script=Han}]{1,4}族|(?:生于)?\d{4}年|从.{2,20}毕业)/u;
const holds = /(?:(?:现|曾|历|先后|后|现兼)(?:任|为|担任)过?|[\d年月起后，；](?:调|升|转|改|兼|出)?(?:任|担任))$/;
const proposed = /拟(?:任|提名|推荐)|候选|试用期/;
/** A life goes no further in one sentence, in UTF-16 units. */
const longestLife = 240;

/**
 * Posts that stand behind their holder: 柳青教授, 柳青（县文联主席）, 柳青，县文联主席，…, and those that a life tells:
 * 柳青，女，1971年6月生，历任技术员、副局长，现任县文联主席. `last` is what was read before.
 */
export function heldBehind(
  text: string,
  names: readonly NamedSpan[],
  posts: Span,
  last: LastRead | null,
): PostChange | null {
  const name = names.at(-1)!;
  const between = text.slice(name.end, posts.start);
  if (between === '') return isHeld;
  const after = text[posts.end] ?? '。';
  if (between.startsWith('（') && between.length === 1) return /[）、，；]/.test(after) ? isHeld : null;
  if (setOff.test(between)) return /[，。；、\n]/.test(after) ? isHeld : null;
  if (!/[，。；、（\n等]/.test(after)) return null;
  const isSame = last !== null && last.end > name.end && last.names.at(-1)!.start === name.start;
  const own = isSame ? text.slice(last.end, posts.start) : between;
  if (between.length > longestLife || !holds.test(own) || proposed.test(own)) return null;
  return isSame || life.test(between) || /^，?(?:曾|历|先后)/.test(between) ? isHeld : null;
}
