import { flow } from '../../text/flow.ts';
import type { FlowedText } from '../../text/flowed-text.ts';
import { readNumeral } from '../../text/numeral.ts';
import { findPrintedDate } from '../../text/printed-date.ts';
import { readBylineLine } from '../byline.ts';
import { asPrinted, readCredits } from '../credit.ts';
import type { Line } from '../line.ts';
import type { ParsedCredit } from '../parsed-issue.ts';
import type { Passage } from '../passage.ts';
import { squeeze } from '../../text/width.ts';
import { labels } from '../credit-word.ts';
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
export function dataOf(raw: string, line: Line): TextData {
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
    bylines: items.flatMap((item) => (item.kind === 'WRITER' || item.kind === 'WORD' ? bylineOf(raw, line, item) : [])),
  };
}

function bylineOf(raw: string, line: Line, { kind, start, end, valueStart }: Item): TextData['bylines'] {
  // 作 者：本报记者 苗青禾
  const label = line.folded
    .slice(start, valueStart)
    .replace(/[^\p{Script=Han} ]/gu, '')
    .trim();
  const isSpread = / /.test(label) && labels.get(squeeze(label)) === 'REPORTER';
  const { printed, folded } = passageOf(raw, line, isSpread ? valueStart : start, end);
  // a word without a label names a medium, unless it is 记者 and a name
  const credits = kind === 'WORD' ? readBylineLine(folded) : readCredits(folded.replace(/=/g, ':'));
  return credits === null ? [] : [{ text: printed, credits: asPrinted(credits, printed.text, folded) }];
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
