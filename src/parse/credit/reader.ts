import { squeeze } from '../../text/width.ts';
import { isBody, grade, isPost, isShortOffice, unnamed } from '../credit-word.ts';
import type { CreditRole, ParsedCredit } from '../parsed-issue.ts';
import { cuesOf, type Cue } from './cue.ts';
import { candidatesOf, type WordSpan } from './candidate.ts';
import { writerFeatures, type CreditPlace } from './writer.ts';

/** What makes a word of a line of credits the name of who wrote the text, as `npm run train` writes it. */
export interface CreditFile {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Reads a line of credits in half width; null when it names nobody. Offsets in the credits are those of the line. */
export type CreditReader = (folded: string, place: CreditPlace | 'OUTSIDE') => ParsedCredit[] | null;

/** What stands between the names of a line says how their bearers are called, and what they did. */
interface Said {
  readonly role: CreditRole;
  readonly title: string | null;
  readonly organisation: string | null;
}

const ownPaper = /^(?:[本我校院团]?(?:报|刊|台|网|社))?$/u;
const separator = /^[\s、,;&]*$/u;

/** A longer line is no line of credits. */
const longestLine = 160;

/** Reads credits, with the names of writers told from other words by learned weights. */
export function creditReaderOf({ bias, weights }: CreditFile): CreditReader {
  const table = new Map(Object.entries(weights));
  return (folded, place) => {
    if (folded.length > longestLine) return null;
    const cues = cuesOf(folded);
    const spans = candidatesOf(folded, cues);
    if (spans.length === 0) return null;
    const isWriter = writerFeatures(folded, place === 'OUTSIDE' ? 'LINE' : place, cues, spans).map(
      (features) => features.reduce((sum, feature) => sum + (table.get(feature) ?? 0), bias) > 0,
    );
    const credits = creditsOf(folded, cues, spans, isWriter);
    return credits.length === 0 ? null : credits;
  };
}

/** The credits of the people whose names stand at `spans`. */
export function creditsOf(
  folded: string,
  cues: readonly Cue[],
  spans: readonly WordSpan[],
  isWriter: readonly boolean[],
): ParsedCredit[] {
  let said: Said | null = null;
  let before = 0;
  return spans.flatMap((span, i) => {
    const lead = folded.slice(before, span.start);
    const known: Said | null = i > 0 && separator.test(lead) ? said : null;
    said = known ?? saidBetween(folded, before, span.start, cues);
    before = span.end;
    const behind = cues.find(({ start }) => start >= span.end && start <= (spans[i + 1]?.start ?? Infinity));
    const role = isWriter[i] ? writerRole(said) : otherRole(said, behind);
    if (role === null) return [];
    return {
      name: squeeze(folded.slice(span.start, span.end)),
      ...said,
      role,
      start: span.start,
      end: span.end,
    };
  });
}

const writerRole = ({ role }: Said): CreditRole => (role === 'CORRESPONDENT' ? role : 'REPORTER');

/** The role of somebody who did not write; null where no word tells one. */
function otherRole({ role }: Said, behind: Cue | undefined): CreditRole | null {
  if (role === 'EDITOR' || role === 'PHOTOGRAPHER') return role;
  return behind?.role === 'PHOTOGRAPHER' ? behind.role : null;
}

/** What the words before a name say of its bearer. */
function saidBetween(folded: string, from: number, to: number, cues: readonly Cue[]): Said {
  const own = cues.filter(({ start, end }) => start >= from && end <= to);
  const calling = own.findLast(({ isCalling }) => isCalling);
  const label = own.findLast(({ isCalling }) => !isCalling);
  const said =
    calling && (!label || label.start < calling.start || isTied(folded, label, calling)) ? calling : undefined;
  if (said)
    return {
      role: label && label.start < said.start && isTied(folded, label, said) ? label.role : said.role,
      title: folded.slice(said.start, said.end),
      organisation: employerBefore(folded, from, said.start) ?? officeIn(folded.slice(said.end, to)),
    };
  const word = label ? folded.slice(label.start, label.end) : '';
  return {
    role: label?.role ?? 'REPORTER',
    title: isPost(word) ? word : null,
    organisation: officeIn(folded.slice(label?.end ?? from, to)),
  };
}

/** 文/记者 甲: what was done, and by whom. */
const isTied = (folded: string, label: Cue, calling: Cue): boolean =>
  label.start < calling.start && /^ ?[:/] ?[^\s]*$/u.test(folded.slice(label.end, calling.start));

/** 县融媒体中心记者 */
function employerBefore(folded: string, from: number, to: number): string | null {
  const printed = /[\p{Script=Han}A-Za-z“”]{0,20}$/u.exec(folded.slice(from, to))?.[0] ?? '';
  return employerOf(printed.replace(/^[“”]|[“”]$/gu, ''));
}

const employerOf = (name: string): string | null => (ownPaper.test(name) || unnamed.has(name) ? null : name);

/** The office before a name: 教务处 in 教务处 桑田. */
function officeIn(lead: string): string | null {
  const word = /([\p{Script=Han}\d()]+)[ :/]*$/u.exec(lead)?.[1];
  if (word === undefined || !(isBody(word) || grade.test(word) || isShortOffice(word, '某某'))) return null;
  return employerOf(word);
}
