import { matchesOf } from '../../text/match.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import { startsAnew } from './clause.ts';
import { partOf, type NamedPlace } from './people-group.ts';
import { isPredicate, type Element } from './sentence-elements.ts';

/** How far back, in UTF-16 units, the beginning of somebody's words is looked for. */
const longestQuotation = 600;

/** What stands in “…” and 《…》, in order. Neither goes on after the end of its paragraph. */
export function quotationsOf({ text }: Reading): Span[] {
  return matchesOf(text, quotation).map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
const quotation = /“[^”\n]*|《[^》\n]*/g;

const sayer = /说(?:出)?这[^，。；]{0,3}话的[^，。；]{0,8}?(?:是|叫)/;

/**
 * Who said the words that stand alone before the sentence (“……。”村民韦国栋笑得合不拢嘴。), who answers in an interview
 * (韦国栋：……), 说这话的人叫韦国栋.
 */
export function speakerOf({ text }: Reading, sentence: Span, [first]: readonly NamedPlace[]): NamedPlace | null {
  if (!first) return null;
  const lead = text.slice(sentence.start, first.start);
  const isAnswer = lead === '' && text[first.end] === '：' && (text[sentence.start - 1] ?? '\n') === '\n';
  if (isAnswer || sayer.test(lead)) return first;
  const before = text.slice(Math.max(0, sentence.start - longestQuotation), sentence.start);
  return aloneBefore.test(before) && isScene(lead) ? first : null;
}

/** Whole sentences in quotation marks that nothing introduces. */
const aloneBefore = /(?:^|[\n。！？”）】])“[^“]*[。！？…]”$/;

/** Whether nothing but when and where it is stands before the subject: 昨天，在码头上，船长. */
function isScene(lead: string): boolean {
  const clauses = lead.split('，');
  const own = clauses.pop()!;
  return (
    own.length <= 45 &&
    !/[。；：]/.test(own) &&
    partOf(own, false) === 'SUBJECT' &&
    clauses.every((clause) => scene.test(clause))
  );
}
const scene = /^(?:[在当][^。；：]{1,30}|[^。；：]{0,16}[日天晨早午晚时许后前中里内旁边上下际间])$/;

/**
 * Who says what is quoted behind a colon or comma without a verb of saying: 村民甲摆摆手：“不用谢。”. Null for what is
 * only written somewhere, or quoted for its wording.
 */
export function quotedSpeaker(text: string, sentence: Span, elements: readonly Element[]): NamedPlace | null {
  const match = opening.exec(text.slice(sentence.start, sentence.end));
  if (!match) return null;
  const at = sentence.start + match.index;
  const last = elements.findLast((element) => element.end <= at);
  if (!last || isPredicate(last) || last.part !== 'SUBJECT') return null;
  const gap = text.slice(last.end, at);
  return startsAnew(gap, false) || written.test(gap) || last.people.length > 1 ? null : last.people[0]!;
}
/** A colon, or a comma before whole sentences. */
const opening = /：“|，“(?=[^”]{6,}(?:[。！？…]”|”[。\n]|$)|[^”]{5,}[。！？…])/;
const written = /[写印标挂刻题贴]|主题|名为/;
