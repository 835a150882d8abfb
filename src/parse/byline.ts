import { groupsOf } from '../text/match.ts';
import { either } from '../text/pattern.ts';
import { leavesOpen } from '../text/sentence.ts';
import { isBareName, readCredits } from './credit.ts';
import { isSectionName } from './masthead.ts';
import { isNoticeLine } from './notice.ts';
import type { ParsedCredit } from './parsed-issue.ts';

/**
 * Credits found in a text, with the UTF-16 offsets of the words printed for them. Offsets in the credits count from
 * `start`.
 */
export interface BylineMatch {
  readonly start: number;
  readonly end: number;
  readonly credits: readonly ParsedCredit[];
}

const mark = /^[□■◇◆○●☐▢◎☆★※] ?/u;
const roleWord = /记者|通讯员|实习生|报道员|撰稿人/u;
const heads = [
  '文',
  '图',
  '摄影',
  '撰文',
  '采写',
  '作者',
  '整理',
  '供稿',
  '通讯',
  '编辑',
  '责任编辑',
  '责编',
  '文图',
  String.raw`文\/图`,
  String.raw`图\/文`,
];
const tails = ['[/ ](?:文|图|摄|文图|整理|供稿|撰文|采写)', String.raw`文\/图`, String.raw`图\/文`, '报道'];
const labelled = new RegExp(`^${either(heads)} ?[:/] ?|${either(tails)}$`, 'u');
const longestLine = 80;

/**
 * Credits that fill a line: `□ 记者 皮日照 边 城`, `本报记者 公冶长风`, `甲/文 乙/摄`, `□ 甲`. A name alone, with
 * neither mark nor role nor label, is not one here: see `isBareName`.
 */
export function readBylineLine(folded: string, seams: readonly number[] = []): ParsedCredit[] | null {
  if (folded.length > longestLine || /[。!?“”《]|[报网台刊专]讯/u.test(folded)) return null;
  // （记者 苗青禾）青崖县: the body begins in the same line
  if (/^[(【][^()【】]*[)】][^ (【]/u.test(folded)) return null;
  if (
    !mark.test(folded) &&
    !labelled.test(folded) &&
    !/^[^\s]{0,14}?(?:记者|通讯员|实习生|报道员|撰稿人)[ :]/u.test(folded) &&
    !/^(?:本报|本刊)?(?:见习|实习|特约|全媒体)?(?:记者|通讯员)/u.test(folded)
  )
    return null;
  return leavesOpen(folded) ? null : readCredits(folded, seams);
}

/** Whether a line begins with a byline's mark. */
export function opensByline(folded: string): boolean {
  // a name may go on in the next line: □ 记者 皮日照 边
  return mark.test(folded) && (readBylineLine(folded) ?? readBylineLine(`${folded}某`)) !== null;
}

// 本报讯（记者 苗青禾 通讯员 乐山水）9月8日… · 晚报讯（记者 苗青禾）… · 本报青崖讯（全媒体记者 苗青禾）9月8日… · 本报讯
// （记者 简宁）10月18日… · （记者岑凌、通讯员池明铎）2月24日…
const ownPaper = '(?:本报|本刊|本网|本台)';
const datelined = String.raw`[\p{Script=Han}]{0,8}?\d{1,2} ?月 ?\d{1,2} ?日`;
const placed = String.raw`(?!记者|通讯员)[\p{Script=Han}]{1,8}?(?=专?[讯电] ?[(【])`;
const papers = [
  `${ownPaper}(?:${datelined}|${placed})?`,
  String.raw`[\p{Script=Han}]{2,8}(?:报|网|融媒)`,
  '[日晨早晚时商]报',
];
const dispatch = new RegExp(
  String.raw`^(?:[【[] ?)?${either(papers)}(?:综合|专)?[讯电](?: ?[】\]])?` +
    String.raw`(?= |[(【]|记者|\d|[\p{Script=Han}]) ?`,
  'u',
);
const headBracket = /^[(【] ?(?<credits>[^()【】]{2,80}?) ?[)】] ?/u;
// 本报讯 记者 简宁 通讯员 端木蓉 报道：…
const spoken = /^(?<credits>(?:本报)?(?:见习|实习|全媒体)?记者 ?[^。,;:()]{2,40}?)(?: ?(?:综合)?报道)(?: ?[::,] ?| +)/u;

/** The credits that open a paragraph. `本报讯` alone is a byline without names. */
export function findHeadByline(folded: string): BylineMatch | null {
  const head = folded.slice(0, 140);
  const lead = /[讯电]/.test(head.slice(0, 19)) ? (dispatch.exec(head)?.[0].length ?? 0) : 0;
  const bracket = headBracket.exec(head.slice(lead));
  if (bracket) {
    const { credits: printed } = groupsOf(bracket, 'credits');
    const open = lead + bracket[0].indexOf(printed);
    const credits = roleWord.test(printed) || lead > 0 ? readCredits(printed) : null;
    if (credits) return { start: 0, end: lead + bracket[0].length, credits: shift(credits, open) };
  }
  const report = spoken.exec(head.slice(lead));
  if (report) {
    const credits = readCredits(groupsOf(report, 'credits').credits);
    if (credits) return { start: 0, end: lead + report[0].length, credits: shift(credits, lead) };
  }
  return lead > 0 ? { start: 0, end: lead, credits: [] } : null;
}

/** Words in a closing bracket that look like names and are not. */
const notNames = new Set([
  '完',
  '上',
  '下',
  '中',
  '续',
  '待续',
  '图',
  '文',
  '略',
  '未完',
  '未完待续',
  '全文完',
  '完结',
  '节选',
  '摘编',
  '综合',
  '本报综合',
  '整理',
  '资料',
  '资料图',
  '资料图片',
  '选自',
  '连载',
  '本刊',
  '本报',
  '有删节',
  '有删改',
  '原载',
  '如图',
  '见图',
  '下同',
  '另附',
  '附图',
  '单位',
  '万元',
  '亿元',
]);
const tailBracket = /[(【] ?(?<credits>[^()【】]{2,80}) ?[)】]$/u;

/**
 * The credits in brackets that end a text: `（本报记者 陶 然）`, `(温小婉/文 高照/摄)`, `（田舍郎）`,
 * `（编辑：池顺民）`.
 */
export function findTailByline(folded: string): BylineMatch | null {
  const base = Math.max(0, folded.length - 100);
  const tail = folded.slice(base).trimEnd();
  const match = /[)】]/.test(tail.slice(-1)) ? tailBracket.exec(tail) : null;
  if (!match) return null;
  const { credits: printed } = groupsOf(match, 'credits');
  const start = base + match.index;
  const inner = match.index + match[0].indexOf(printed);
  if (notNames.has(printed.replace(/ /g, '')) || /^作者(?:单位|系|为|简介|地址)/u.test(printed)) return null;
  // 【乡镇动态】 names a column
  if (match[0].startsWith('【') && !roleWord.test(printed) && !isBareName(printed)) return null;
  // a bracket after running words explains them; one after a full stop, or alone, signs the article
  const before = tail.slice(0, match.index).trimEnd();
  const signs = before === '' || /[。!?;…”’)》]$/u.test(before);
  if (!signs && !roleWord.test(printed)) return null;
  const credits = readCredits(printed);
  if (!credits || (!signs && credits.every((c) => c.title === null))) return null;
  return { start, end: folded.length, credits: shift(credits, base + inner - start) };
}

/** A bracket that fills a closing line without naming anybody: `（镇党政办）`. */
export function findSignature(folded: string): BylineMatch | null {
  if (folded[0] !== '(') return null; // most lines
  return !isSectionName(folded) && /^\((?:[^()]{2,16}|(?:本文)?作者[^()]{2,40})\)$/u.test(folded.slice(0, 60))
    ? { start: 0, end: folded.length, credits: [] }
    : null;
}

// 文学院2023级 端木蓉
const employed = /^\S{4,20} (\S{2,4}|\S \S)$/u;

/** Whether a line is nothing but a unit and the name of one of its people. */
export function isUnitNameLine(folded: string): boolean {
  const name = folded.length <= 26 ? employed.exec(folded)?.[1] : undefined;
  return (
    name !== undefined && isBareName(name) && (readCredits(folded)?.every((c) => c.organisation !== null) ?? false)
  );
}

/** Whether a line is nothing but names of known surnames, without mark or role. */
export function isNameLine(folded: string): boolean {
  return folded.length <= 20 && isBareName(folded) && !isNoticeLine(folded) && !isSectionName(folded);
}

function shift(credits: readonly ParsedCredit[], by: number): ParsedCredit[] {
  return credits.map((c) => ({ ...c, start: c.start + by, end: c.end + by }));
}
