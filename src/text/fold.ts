import { simplify } from './script.ts';
import { foldWidth } from './width.ts';

/** Corner brackets, for horizontal and vertical lines, and upright strokes, and the marks that rules are written for. */
const marks: ReadonlyMap<string, string> = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['﹃', '‘'],
  ['﹄', '’'],
  ['丨', '|'],
  ['│', '|'],
  ['┃', '|'],
]);

/**
 * The view of a printed text that rules are written for: half width, simplified characters, “” for 「」. Unit for unit:
 * an offset into the result is an offset into the text.
 */
export function foldText(text: string): string {
  return simplify(foldWidth(text)).replace(/[「-』﹁-﹄丨│┃]/g, (mark) => marks.get(mark) ?? mark);
}
