import { matchesOf } from '../../text/match.ts';
import { either } from '../../text/pattern.ts';
import { overlapsAny, type Span } from '../document/span.ts';
import { waysToAct, type Act } from './act.ts';
import { heard, isSaid, sayingVerbs, tellingOf, type Telling } from './saying.ts';

/** A predicate where it stands in the text. */
export interface Predicate extends Span {
  readonly act: Act;
  /** The words themselves. */
  readonly word: string;
  /** How far what somebody says or asks goes on: 指出，… to the end of the sentence, 希望企业参加 to that of the clause. */
  readonly telling: Telling | null;
}

/** One group for each act, in the order of `waysToAct`; the last one for the verbs of saying. */
const predicatePattern = new RegExp(
  [...waysToAct.map(([, sources]) => either(sources)), sayingVerbs].map((source) => `(${source})`).join('|'),
  'g',
);

/**
 * What the people of a sentence are said to do, left to right. `named` are the people named in it; in `quoted` there are
 * no predicates, only words of somebody or of a title.
 */
export function predicatesOf(
  text: string,
  sentence: Span,
  named: readonly Span[],
  quoted: readonly Span[],
): Predicate[] {
  const words = text.slice(sentence.start, sentence.end);
  const nameEnds = named.map(({ end }) => end - sentence.start);
  return matchesOf(words, predicatePattern).flatMap((match): Predicate[] => {
    const { index } = match;
    const [word] = match;
    const start = sentence.start + index;
    const end = start + word.length;
    if (overlapsAny(quoted, { start, end: start + 1 }) || overlapsAny(named, { start, end })) return [];
    const nameEnd = nameEnds.findLast((at) => at <= index) ?? 0;
    if (/^(?:将(?!军)|拟|即将)[^，。；：]*$/.test(words.slice(nameEnd, index))) return [];
    const act = waysToAct[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0];
    if ((act ?? 'SPOKE') === 'SPOKE' && heard.test(words.slice(nameEnd, index))) return [];
    if (act !== undefined) {
      const telling = act === 'SPOKE' ? 'CLAUSE' : null;
      return isUnreal(words, index, act) ? [] : [{ start, end, act, word, telling }];
    }
    if (!isSaid(words, index, word, nameEnds)) return [];
    return [{ start, end, act: 'SPOKE', word, telling: tellingOf(words.slice(index + word.length)) }];
  });
}

/** 协议的签订, 未能出席, 将出席: a noun, or what does not happen. */
const isUnreal = (words: string, index: number, act: Act): boolean =>
  unreal.test(words.slice(Math.max(0, index - 3), index)) || (words[index - 1] === '的' && !mayFollowOf.has(act));
const unreal = /(?:未能?|没有?|没能|无法|不能|不|将|即将|拟|将要)$/;
const mayFollowOf: ReadonlySet<Act> = new Set<Act>(['SPOKE', 'IN_COMPANY']);
