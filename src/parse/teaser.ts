import { joinFlows, sliceFlow, trimFlow } from '../text/flow.ts';
import type { FlowedText } from '../text/flowed-text.ts';
import { endsAsProse, leavesOpen } from '../text/sentence.ts';
import type { Line } from './line.ts';
import type { ParsedTeaser } from './parsed-issue.ts';
import type { Passage } from './passage.ts';

/** Counters: a number before one of them counts things and is no page number (23 个…, 2024 年…, 32 处…). */
const counters =
  '个家名项条件张份套台辆人位次届期亿万千百多余年月日号时分秒点米公里平亩吨元岁天周户所座栋间场部款种类支批对双只头棵株册本篇首幅处道组级层楼度倍强街乡镇村社区省市县国路号线大小后载层+%‰℃、.,:';
const pages = '(?:第 ?)?[A-D]?\\d{1,2}(?: ?[-—–~、/] ?[A-D]?\\d{1,2})?(?: ?版)?';
// 12 云岫中学… · 08-09 2023 年… · 02版 … · A03 … · ★2版:…
const lead = new RegExp(
  `^[▶►■□●◆◇★☆>【\\[]? ?(${pages})[】\\]]?(?: ?[:|│·▶►>] ?| +|(?=[\\p{Script=Han}“《【]))(?=[^\\s])`,
  'u',
);
// …的除夕夜 ★4版:…
const starred = /[▶►■□●◆◇★☆] ?(?:第 ?)?[A-D]?\d{1,2} ?版 ?[:·|]?/gu;
// …开幕式 02版 · …（详见第3版） · …▶2版 · …08-09
const trail = new RegExp(
  `(?:[(（【\\[>▶►→…·. ]*(?:详见|见|转|→|▶|►)? ?(?<![0-9])((?:第 ?)[A-D]?\\d{1,2}(?: ?[-—–~、] ?\\d{1,2})? ?版|[A-D]?\\d{1,2}(?: ?[-—–~、] ?\\d{1,2})? ?版|0\\d(?: ?[-—–~] ?\\d{1,2})?|[A-D]\\d{1,2}))[)】\\]>▶]* ?$`,
  'u',
);
// a page number in the middle of a line, glued to the teaser before it: …开幕式08-09 2023 年…
const inner =
  /(?<![0-9A-Za-z.])(?:[A-D]?\d{2} ?[-—–~] ?\d{2}|0\d|[A-D]\d{2}|(?<=[\p{Script=Han}”）)》] ?)\d{1,2})(?: ?版)?(?= +[^ ]|[\p{Script=Han}“《])/gu;

const longest = 60;

/** Whether a line opens with the page number of an index line. */
export function opensTeaser(folded: string): boolean {
  const match = lead.exec(folded);
  if (!match || folded.length > longest || endsAsProse(folded)) return false;
  const after = folded.slice(match[0].length);
  const isSure = /^0\d|^[A-D]\d|[-—–~]|版/u.test(match[1]!);
  return isSure
    ? !counts(after, match[1]!) || /^0\d/u.test(match[1]!)
    : / $/u.test(match[0]) && !counts(after, match[1]!);
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
  return (
    !number.includes('版') &&
    counters.includes(after[0] ?? '') &&
    !/^(?:个人|名医|名师|名家|人大|人民|人才|人工|人社|人物|家庭|家门|家乡|家居|家长|部分|本报|本区|本县|本市|本周|本土|本地|小小|小学|小区|小康|大学|大力|大道|大爱|大气|大家|市民|市场|市委|市政|市长|市区|市级|县委|县长|县域|县城|县人|县政|区委|区长|区政|区人|区领|街道|街区|社区|社会|乡村|乡镇|乡土|村民|村里|村庄|省委|国家|国庆|国际|国企|路灯|路上|天然|天天|场馆|年味|年度|年货|点亮|点赞|月光|日前|日月|时代|时光|平安|分享|首届|首个|首批|首次|首推|位于|道德|道路|层层|百姓|千年|千亿|千里|万家|万亩|万人|亿元|多措|多彩|多元|后备|线上|载誉|条例|项目|级联|组织|次日|对话|对口|对外|双十|双减|只为|只此|周末|周边|户外|所有)/u.test(
      after,
    )
  );
}

/** Whether a line only points to another page: (相关报道见2版). */
export function isCrossReference(folded: string): boolean {
  return (
    folded.length <= 30 &&
    /^[(【[][^()]{0,12}(?:报道|内容|全文|文章|图文)?(?:详)?见 ?(?:今日|本报|本期)?(?:第 ?)?[A-D]?\d{1,2}(?: ?[-、—] ?\d{1,2})? ?版[^()]{0,6}[)】\]]$/u.test(
      folded,
    )
  );
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
  const first = lead.exec(folded)!;
  const marks: Mark[] = [{ start: 0, end: first[0].length, printed: first[1]! }];
  for (const match of folded.matchAll(starred))
    if (match.index > 0)
      marks.push({ start: match.index, end: match.index + match[0].length, printed: /[A-D]?\d+/u.exec(match[0])![0] });
  if (marks.length > 1) return marks;
  for (const match of folded.matchAll(inner)) {
    const end = match.index + match[0].length;
    const after = folded.slice(end).trimStart();
    const isSure = /^0\d|^[A-D]\d|[-—–~]|版/u.test(match[0]);
    if (match.index < first[0].length || (!isSure && (counts(after, match[0]) || folded[end] !== ' '))) continue;
    marks.push({ start: match.index, end, printed: match[0] });
  }
  return marks;
}

function readTrailing(group: FlowedText, folded: string): ParsedTeaser[] {
  const base = Math.max(0, folded.length - longest);
  const match = trail.exec(folded.slice(base));
  return match ? [teaser(match[1]!, sliceFlow(group, 0, base + match.index))] : [];
}

function teaser(printed: string, title: FlowedText): ParsedTeaser {
  const printedPages = printed.replace(/[第版 ]/gu, '').replace(/[—–~]/gu, '-');
  const bounds = printedPages.split(/[-、/]/u).map((p) => Number(p.replace(/\D/gu, '')));
  const [first, last] = [bounds[0]!, bounds.at(-1)!];
  const isRange = printedPages.includes('-') && last > first && last - first < 40;
  const list = isRange ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [...new Set(bounds)];
  return { printedPages, pages: list, title: stripFurniture(title) };
}

function stripFurniture(title: FlowedText): FlowedText {
  const start = /^[\s:：|│·▶►>]*/u.exec(title.text)![0].length;
  const end = title.text.length - /[\s▶►>→…(（【—·]*$/u.exec(title.text)![0].length;
  return trimFlow(joinFlows([sliceFlow(title, start, Math.max(start, end))], ''));
}
