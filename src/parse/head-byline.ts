import { groupsOf } from '../text/match.ts';
import { shift, type BylineMatch } from './byline-match.ts';
import { roleWord } from './byline.ts';
import { readCredits } from './credit.ts';
import type { CreditReader } from './credit/reader.ts';
import { dispatchLength } from './dispatch.ts';

const headBracket = /^[(【[〔] ?(?<credits>[^()【】[\]〔〕]{2,80}?) ?[)】\]〕] ?/u;
/** What may stand between the bracket and the text: （记者 甲）报道：… */
const reported = /^(?:综合)?报[道导] ?[:,] ?/u;
// 本报讯 记者 简宁 通讯员 端木蓉 报道：…
const spoken = /^(?<credits>(?:本报)?(?:见习|实习|全媒体)?记者 ?[^。,;:()]{2,40}?)(?: ?(?:综合)?报道)(?: ?[::,] ?| +)/u;

// 本报讯 记者乐正 通讯员闻捷 红烧肉、清蒸鱼…
const openCredits = new RegExp(
  String.raw`^(?:(?:本报|见习|特约|全媒体)?(?:记者|通讯员|实习生) ?[\p{Script=Han}]{2,4}(?:[ 、][\p{Script=Han}]{2,4})* )+`,
  'u',
);

/** Credits between the line of dispatch and the text, without a bracket; a blank ends them. */
function readOpenCredits(head: string, lead: number, read: CreditReader): BylineMatch | null {
  const printed = openCredits.exec(head.slice(lead))?.[0];
  const credits = printed === undefined ? null : read(printed, 'HEAD');
  return printed !== undefined && credits
    ? { start: 0, end: lead + printed.length, credits: shift(credits, lead) }
    : null;
}

/** The credits that open a paragraph. `本报讯` alone is a byline without names. */
export function findHeadByline(folded: string, read: CreditReader = readCredits): BylineMatch | null {
  const mark = /^[●◆■◇▲△★☆▶] ?(?=[【[(]?[\p{Script=Han}]{1,12}[讯电])/u.exec(folded)?.[0].length ?? 0;
  const found = findUnmarked(folded.slice(mark, mark + 140), read);
  return found && { start: 0, end: found.end + mark, credits: shift(found.credits, mark) };
}

/** （本网讯 教务处 桑田）: a line of dispatch and credits in one bracket. */
function wholeBracket(head: string, read: CreditReader): BylineMatch | null {
  const bracket = headBracket.exec(head);
  if (!bracket || dispatchLength(head) === bracket[0].length) return null;
  const { credits: printed } = groupsOf(bracket, 'credits');
  const credits = dispatchLength(`${printed} `) > 0 ? read(printed, 'HEAD') : null;
  const open = bracket[0].indexOf(printed);
  return credits && { start: 0, end: bracket[0].length, credits: shift(credits, open) };
}

function findUnmarked(head: string, read: CreditReader): BylineMatch | null {
  const whole = wholeBracket(head, read);
  if (whole) return whole;
  const lead = dispatchLength(head);
  const bracket = headBracket.exec(head.slice(lead));
  if (bracket) {
    const { credits: printed } = groupsOf(bracket, 'credits');
    const open = lead + bracket[0].indexOf(printed);
    const credits = roleWord.test(printed) || lead > 0 ? read(printed, 'HEAD') : null;
    const end = lead + bracket[0].length;
    const spoken = reported.exec(head.slice(end))?.[0].length ?? 0;
    if (credits) return { start: 0, end: end + spoken, credits: shift(credits, open) };
  }
  const report = spoken.exec(head.slice(lead));
  if (report) {
    const credits = read(groupsOf(report, 'credits').credits, 'HEAD');
    if (credits) return { start: 0, end: lead + report[0].length, credits: shift(credits, lead) };
  }
  return lead > 0 ? (readOpenCredits(head, lead, read) ?? { start: 0, end: lead, credits: [] }) : null;
}
