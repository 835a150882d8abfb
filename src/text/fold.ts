import { simplify } from './script.ts';
import { foldWidth } from './width.ts';

const quotes: Readonly<Record<string, string>> = {
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '﹃': '‘',
  '﹄': '’',
};

/**
 * The view of a printed text that rules are written for: half width, simplified characters, “” for 「」. Unit for unit:
 * an offset into the result is an offset into the text.
 */
export function foldText(text: string): string {
  return simplify(foldWidth(text)).replace(/[「-』﹁-﹄]/g, (c) => quotes[c]!);
}
