import { simplify } from './script.ts';
import { foldWidth } from './width.ts';

/** Corner brackets, for horizontal and vertical lines, and the quotation marks that rules are written for. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['﹃', '‘'],
  ['﹄', '’'],
]);

/**
 * The view of a printed text that rules are written for: half width, simplified characters, “” for 「」. Unit for unit:
 * an offset into the result is an offset into the text.
 */
export function foldText(text: string): string {
  return simplify(foldWidth(text)).replace(/[「-』﹁-﹄]/g, (mark) => quotes.get(mark) ?? mark);
}
