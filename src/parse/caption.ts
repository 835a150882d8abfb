import { either } from '../text/pattern.ts';
import { endsSentence, newsLead } from '../text/sentence.ts';
import { readCredits } from './credit.ts';
import type { ParsedCredit } from './parsed-issue.ts';
import type { BylineMatch } from './byline-match.ts';

const openings = [
  '[▲△▼▽◀▶←→↑↓] ?(?!上接|下转)',
  String.raw`(?:[上下左右组本]|题)?图 ?[①②③④⑤⑥⑦⑧⑨\d]{0,2} ?(?:为|系|:)`,
  '(?:资料|新闻|配)图[::]',
  '图片(?:说明)?[::]',
  '图[①②③④⑤⑥]',
];

// 图为… · 图①：… · 上图：… · 左图为… · ▲… · △… · ▼…
const opening = new RegExp(`^${either(openings)}`, 'u');
// …　沐晨光　摄 · …（本报记者 沐晨光 摄） · …沐晨光/摄 · 摄影：沐晨光
const photographed = new RegExp(
  [
    String.raw`(?:[ /](?:摄|供图)|[\p{Script=Han}]{2,4}(?:摄|供图))[)】]? ?$`,
    String.raw`[ (]摄影 ?[:/ ] ?[\p{Script=Han} ·]{2,8}[)】]?$`,
  ].join('|'),
  'u',
);

/** Whether a line begins a caption by its mark. */
export function opensCaption(folded: string): boolean {
  return opening.test(folded);
}

/** Whether a line with a caption's mark opens like news, with its day, and names no photographer. */
export function opensMarkedBrief(folded: string): boolean {
  return /^[▲△▼▽]/.test(folded) && newsLead(folded.slice(1).trimStart()) !== null && !endsWithPhotographer(folded);
}

/** Whether a line ends as captions do, with who took the picture. */
export function endsWithPhotographer(folded: string): boolean {
  const end = folded.slice(-40);
  return /摄|供图/.test(end) && photographed.test(end);
}

const photographers = [
  String.raw`[^\s。,()]{0,10}(?:记者|通讯员) ?[\p{Script=Han}· ]{2,12}?`,
  String.raw`[\p{Script=Han}·]{2,4} `,
  String.raw`\p{Script=Han} \p{Script=Han} `,
  String.raw`[\p{Script=Han}·]{2,4}\/`,
];

// …讲解饮水卫生知识。 特约通讯员 言午 摄
const pictured = new RegExp(`[。!?”] ?[(]?${either(photographers)}(?:摄|供图)$`, 'u');

/** Whether a text ends with a sentence and, after it, who took the picture. */
export function endsPictured(folded: string): boolean {
  return /[摄图]$/.test(folded) && pictured.test(folded.slice(-40).replace(/ +/g, ' '));
}

/** Whether a caption is complete with this line. */
export function endsCaption(folded: string): boolean {
  return endsWithPhotographer(folded) || /(?:资料图片?|供图|图片由.{2,20}提供)[)】]? ?$/u.test(folded.slice(-40));
}

// a line of nothing but the photographer, printed under its caption
const loneCredit = new RegExp(
  String.raw`^[(【]? ?(?:(?:本报|见习|全媒体|通讯员|记者)[^\s。]{0,6} ?)?` +
    String.raw`[\p{Script=Han}][\p{Script=Han} ·]{1,6}[ /](?:摄|供图|摄影)[)】]?$`,
  'u',
);

/** Whether a line holds only who took a picture (`沐晨光　摄`). */
export function isPhotoCredit(folded: string): boolean {
  return folded.length <= 24 && loneCredit.test(folded) && !/文 ?[/·、]/u.test(folded);
}

/** Who took the picture, at the end of a caption. Offsets of the credits count from `start`. */
export function findPhotoCredit(folded: string): BylineMatch | null {
  const caption = folded.trimEnd();
  const base = Math.max(0, caption.length - 60);
  const close = /[)】] ?$/u.exec(caption)?.[0].length ?? 0;
  const end = caption.length - close;
  for (let start = base; start < end - 1; start += 1) {
    const atBoundary = start === 0 || /[ 。!”)(【,;]/u.test(caption.charAt(start - 1));
    if (!atBoundary || caption[start] === ' ' || caption[start] === '(') continue;
    const credits = readCredits(caption.slice(start, end));
    if (credits?.some((c) => c.role === 'PHOTOGRAPHER')) return { start, end, credits: keepPhotographers(credits) };
  }
  return null;
}

function keepPhotographers(credits: readonly ParsedCredit[]): ParsedCredit[] {
  return credits.map((c) => (c.role === 'REPORTER' || c.role === 'CORRESPONDENT' ? { ...c, role: 'PHOTOGRAPHER' } : c));
}

/** Whether a caption that began with a mark may end here although no photographer is named. */
export function endsPlainCaption(folded: string): boolean {
  return endsSentence(folded);
}
