import type { Signing } from './signing.ts';
import type { Span } from '../document/span.ts';

const instrumentEnd =
  /^(?:了)?(?:《[^》]*》(?:、《[^》]*》)*|[^，。；]{0,30}?(?:协议书?|备忘录|责任书|合同|意向书|仪式))?/;

/**
 * The words that prove a signing: with signatories from the sentence's beginning, else from that of the
 * predicate's clause.
 */
export function quoteOf(
  text: string,
  { clauseStart, predicate, sentence, form }: Signing,
  hasSignatories: boolean,
): Span {
  if (form === 'COLLECTIVE') return predicate;
  const end = predicate.end + instrumentEnd.exec(text.slice(predicate.end, sentence.end))![0].length;
  const opening = hasSignatories
    ? sentence.start + /^(?:(?:仪式上|会上|活动中|当天|随后|期间)，)?/.exec(text.slice(sentence.start))![0].length
    : clauseStart;
  return { start: opening + /^\s*/.exec(text.slice(opening))![0].length, end };
}
