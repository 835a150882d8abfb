import { flow } from '../../text/flow.ts';
import type { FlowedText } from '../../text/flowed-text.ts';
import { readNumeral } from '../../text/numeral.ts';
import { findPrintedDate } from '../../text/printed-date.ts';
import { shift } from '../byline-match.ts';
import { asPrinted } from '../credit.ts';
import type { CreditReader } from '../credit/reader.ts';
import type { Line } from '../line.ts';
import type { ParsedCredit } from '../parsed-issue.ts';
import type { Passage } from '../passage.ts';
import { itemsOf, type Item } from './item.ts';

/** What a line of furniture says of one text. */
export interface TextData {
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  readonly number: number | null;
  readonly headline: Passage | null;
  readonly sources: readonly FlowedText[];
  readonly bylines: readonly { readonly text: FlowedText; readonly credits: readonly ParsedCredit[] }[];
}

const issueNumber = /(?:总 ?第|第) ?(\d{1,10}) ?期/u;

/** Reads what a line of data says of the text it stands at. */
export function dataOf(raw: string, line: Line, read: CreditReader): TextData {
  const items = itemsOf(line.folded);
  const valuesOf = (kind: Item['kind']): Passage[] =>
    items
      .filter((item) => item.kind === kind)
      .map(({ valueStart, end }) => passageOf(raw, line, valueStart, end))
      .filter(({ folded }) => folded !== '');
  const printed = issueNumber.exec(line.folded)?.[1];
  return {
    publishedOn: findPrintedDate(line.folded)?.date ?? null,
    number: printed !== undefined ? readNumeral(printed) : null,
    headline: valuesOf('HEADLINE')[0] ?? null,
    sources: valuesOf('SOURCE').map(({ printed }) => printed),
    bylines: bylinesOf(raw, line, read, 'LINE'),
  };
}

/** The credits of a line, with the words printed for them. */
export function bylinesOf(raw: string, line: Line, read: CreditReader, place: 'LINE' | 'OUTSIDE'): TextData['bylines'] {
  const credits = read(line.folded, place);
  const [first, last] = [credits?.[0], credits?.at(-1)];
  if (credits === null || !first || !last) return [];
  const items = itemsOf(line.folded);
  const from = items.find(({ start, end }) => start <= first.start && first.start < end)?.start ?? 0;
  const to = items.find(({ start, end }) => start < last.end && last.end <= end)?.end ?? line.folded.length;
  const { printed, folded } = passageOf(raw, line, from, to);
  const cut = line.folded.indexOf(folded, from);
  return [{ text: printed, credits: asPrinted(shift(credits, -cut), printed.text, folded) }];
}

/** The stretch `[start, end)` of a line, without the brackets and blanks at its ends. */
function passageOf(raw: string, line: Line, start: number, end: number): Passage {
  const text = line.folded.slice(start, end);
  const first = start + (/^[\s【[(]*/u.exec(text)?.[0].length ?? 0);
  const last = Math.max(first, start + text.replace(/[\s【[(|,;]+$/u, '').length);
  return {
    printed: flow(raw, [{ from: line.from + first, to: line.from + last }]),
    folded: line.folded.slice(first, last),
  };
}
