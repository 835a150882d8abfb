import { joinFlows, sliceFlow, trimFlow } from '../text/flow.ts';
import type { FlowedText } from '../text/flowed-text.ts';
import { groupsOf } from '../text/match.ts';
import { either, oneOf } from '../text/pattern.ts';
import { endsAsProse, leavesOpen } from '../text/sentence.ts';
import { counters, countlessWords } from './lexicon/counter.ts';
import type { Line } from './line.ts';
import type { ParsedTeaser } from './parsed-issue.ts';
import type { Passage } from './passage.ts';

const countless = new RegExp(`^${oneOf(countlessWords)}`, 'u');
const pages = '(?:第 ?)?[A-D]?\\d{1,2}(?: ?[-—–~、/] ?[A-D]?\\d{1,2})?(?: ?版)?';
// 12 云岫中学… · 08-09 2023 年… · 02版 … · A03 … · ★2版:…
const lead = new RegExp(
  `^[▶►■□●◆◇★☆>【\\[]? ?(?<page>${pages})[】\\]]?(?: ?[:|│·▶►>] ?| +|(?=[\\p{Script=Han}“《【]))(?=[^\\s])`,
  'u',
);

// …的除夕夜 ★4版:…
const starred = /[▶►■□●◆◇★☆] ?(?:第 ?)?(?<page>[A-D]?\d{1,2}) ?版 ?[:·|]?/gu;
const range = String.raw`(?: ?[-—–~、] ?\d{1,2})?`;
const trailingPages = [
  String.raw`(?:第 ?)[A-D]?\d{1,2}${range} ?版`,
  String.raw`[A-D]?\d{1,2}${range} ?版`,
  String.raw`0\d(?: ?[-—–~] ?\d{1,2})?`,
  String.raw`[A-D]\d{1,2}`,
];

// …开幕式 02版 · …（详见第3版） · …▶2版 · …08-09
const trail = new RegExp(
  String.raw`(?:[(（【\[>▶►→…·. ]*(?:详见|见|转|→|▶|►)? ?(?<![0-9])(?<page>${either(trailingPages)}))[)】\]>▶]* ?$`,
  'u',
);
const innerPages = [
  String.raw`[A-D]?\d{2} ?[-—–~] ?\d{2}`,
  String.raw`0\d`,
  String.raw`[A-D]\d{2}`,
  String.raw`(?<=[\p{Script=Han}”）)》] ?)\d{1,2}`,
];

// a page number in the middle of a line, glued to the teaser before it: …开幕式08-09 2023 年…
const inner = new RegExp(
  String.raw`(?<![0-9A-Za-z.])${either(innerPages)}(?: ?版)?(?= +[^ ]|[\p{Script=Han}“《])`,
  'gu',
);

const longest = 60;

/** Whether a line opens with the page number of an index line. */
export function opensTeaser(folded: string): boolean {
  const match = lead.exec(folded);
  if (!match || folded.length > longest || endsAsProse(folded)) return false;
  const after = folded.slice(match[0].length);
  const { page } = groupsOf(match, 'page');
  return isSurelyPage(page) ? !counts(after, page) || /^0\d/u.test(page) : / $/u.test(match[0]) && !counts(after, page);
}

/** Whether a number looks like a page by itself: 02, A03, 08-09, 2版. */
function isSurelyPage(printed: string): boolean {
  return /^0\d|^[A-D]\d|[-—–~]|版/u.test(printed);
}

/** Whether a line ends with the page its title leads to. */
export function endsTeaser(folded: string): boolean {
  if (folded.length > longest || !/[\d版)】\]>▶ ]$/.test(folded)) return false;
  const match = trail.exec(folded);
  return (
    match !== null &&
    folded.length > match[0].length + 3 &&
    !/(?:上接|下转)/u.test(match[0] + folded.slice(-20)) &&
    !/[。;,]/u.test(folded.slice(0, match.index))
  );
}

function counts(after: string, number: string): boolean {
  return !number.includes('版') && counters.includes(after[0] ?? '') && !countless.test(after);
}

const crossReference = new RegExp(
  String.raw`^[(【[][^()]{0,12}(?:报道|内容|全文|文章|图文)?(?:详)?见 ?(?:今日|本报|本期)?(?:第 ?)?` +
    String.raw`[A-D]?\d{1,2}(?: ?[-、—] ?\d{1,2})? ?版[^()]{0,6}[)】\]]$`,
  'u',
);

/** Whether a line only points to another page: (相关报道见2版). */
export function isCrossReference(folded: string): boolean {
  return folded.length <= 30 && crossReference.test(folded);
}

/** Whether a teaser's text may go on in the next line although an empty line stands between. */
export function teaserStaysOpen(lines: readonly Line[]): boolean {
  return leavesOpen(lines.map((l) => l.folded).join(''));
}

/** Reads the index lines of one group: page number first, or (when the group does not begin with one) last. */
export function readTeasers({ printed: group, folded }: Passage): ParsedTeaser[] {
  const marks = opensTeaser(folded.slice(0, longest)) ? leadMarks(folded) : [];
  if (marks.length === 0) return readTrailing(group, folded);
  return marks
    .map((mark, i) => teaser(mark.printed, sliceFlow(group, mark.end, marks[i + 1]?.start ?? folded.length)))
    .filter((t) => t.title.text !== '');
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

function leadMarks(folded: string): Mark[] {
  const first = lead.exec(folded);
  if (!first) return [];
  const marks: Mark[] = [{ start: 0, end: first[0].length, printed: groupsOf(first, 'page').page }];
  for (const match of folded.matchAll(starred))
    if (match.index > 0)
      marks.push({
        start: match.index,
        end: match.index + match[0].length,
        printed: groupsOf(match, 'page').page,
      });
  if (marks.length > 1) return marks;
  for (const match of folded.matchAll(inner)) {
    const end = match.index + match[0].length;
    const after = folded.slice(end).trimStart();
    if (match.index < first[0].length || (!isSurelyPage(match[0]) && (counts(after, match[0]) || folded[end] !== ' ')))
      continue;
    marks.push({ start: match.index, end, printed: match[0] });
  }
  return marks;
}

function readTrailing(group: FlowedText, folded: string): ParsedTeaser[] {
  const base = Math.max(0, folded.length - longest);
  const match = trail.exec(folded.slice(base));
  return match ? [teaser(groupsOf(match, 'page').page, sliceFlow(group, 0, base + match.index))] : [];
}

function teaser(printed: string, title: FlowedText): ParsedTeaser {
  const printedPages = printed.replace(/[第版 ]/gu, '').replace(/[—–~]/gu, '-');
  const bounds = printedPages.split(/[-、/]/u).map((p) => Number(p.replace(/\D/gu, '')));
  const [first = 0] = bounds;
  const last = bounds.at(-1) ?? first;
  const isRange = printedPages.includes('-') && last > first && last - first < 40;
  const list = isRange ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [...new Set(bounds)];
  return { printedPages, pages: list, title: stripFurniture(title) };
}

function stripFurniture(title: FlowedText): FlowedText {
  const start = /^[\s:：|│·▶►>]*/u.exec(title.text)?.[0].length ?? 0;
  const end = title.text.length - (/[\s▶►>→…(（【—·]*$/u.exec(title.text)?.[0].length ?? 0);
  return trimFlow(joinFlows([sliceFlow(title, start, Math.max(start, end))], ''));
}
