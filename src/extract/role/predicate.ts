import { matchesOf } from '../../text/match.ts';
import { overlapsAny, type Span } from '../document/span.ts';
import { heard, isSaid, sayingVerbs, tellingOf, type Telling } from './saying.ts';
import type { Act, Way } from './way/way.ts';
import { ways } from './way/ways.ts';

/** A predicate where it stands in the text. */
export interface Predicate extends Span {
  readonly act: Act;
  /** The words themselves. */
  readonly word: string;
  /** How far what somebody says or asks goes on: 指出，… to the end of the sentence, 希望企业参加 to that of the clause. */
  readonly telling: Telling | null;
}

/**
 * What the people of a sentence are said to do, left to right. `named` are the people named in it; in `quoted` there are
 * no predicates, only words of somebody or of a title.
 */
export type FindPredicates = (
  text: string,
  sentence: Span,
  named: readonly Span[],
  quoted: readonly Span[],
) => Predicate[];

/** Makes a search for predicates that are said in one of the ways given, and for verbs of saying. */
export function predicateFinder(known: readonly Way[]): FindPredicates {
  const pattern = new RegExp(
    [...known.map((way) => way.pattern), sayingVerbs].map((source) => `(${source})`).join('|'),
    'g',
  );
  return (text, sentence, named, quoted) => {
    const words = text.slice(sentence.start, sentence.end);
    const nameEnds = named.map(({ end }) => end - sentence.start);
    return matchesOf(words, pattern).flatMap((match): Predicate[] => {
      const { index } = match;
      const [word] = match;
      const start = sentence.start + index;
      const end = start + word.length;
      if (overlapsAny(quoted, { start, end: start + 1 }) || overlapsAny(named, { start, end })) return [];
      const nameEnd = nameEnds.findLast((at) => at <= index) ?? 0;
      if (/^(?:将(?!军)|拟|即将)[^，。；：]*$/.test(words.slice(nameEnd, index))) return [];
      const act = known[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.act;
      if ((act ?? 'SPOKE') === 'SPOKE' && heard.test(words.slice(nameEnd, index))) return [];
      if (act !== undefined) {
        const telling = act === 'SPOKE' ? 'CLAUSE' : null;
        return isUnreal(words, index, act) ? [] : [{ start, end, act, word, telling }];
      }
      if (!isSaid(words, index, word, nameEnds)) return [];
      return [{ start, end, act: 'SPOKE', word, telling: tellingOf(words.slice(index + word.length)) }];
    });
  };
}

/** As {@link predicateFinder}, with all ways. */
export const predicatesOf: FindPredicates = predicateFinder(ways);

/** 协议的签订, 未能出席, 将出席: a noun, or what does not happen. */
const isUnreal = (words: string, index: number, act: Act): boolean =>
  unreal.test(words.slice(Math.max(0, index - 3), index)) || (words[index - 1] === '的' && !mayFollowOf.has(act));
const unreal = /(?:未能?|没有?|没能|无法|不能|不|将|即将|拟|将要)$/;
const mayFollowOf: ReadonlySet<Act> = new Set<Act>(['SPOKE', 'IN_COMPANY']);
