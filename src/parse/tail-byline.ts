import { groupsOf } from '../text/match.ts';
import { shift, type BylineMatch } from './byline-match.ts';
import { labelled, readBylineLine, roleWord } from './byline.ts';
import { isBareName, readCredits } from './credit.ts';
import type { CreditReader } from './credit/reader.ts';
import { isBody, labels, unnamed } from './credit-word.ts';
import { isSectionName } from './masthead.ts';

/** How long a line of credits may be. */
const longestLine = 80;

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
const tailBracket = /[(【[] ?(?<credits>[^()【】[\]]{2,80}) ?[)】\]]$/u;
/** （完） · （本报记者） */
const anonymous = /\((?:完|全文完|(?:本报|本刊|本网|本台)?(?:记者|通讯员|特约记者))\)$/u;

/**
 * The credits in brackets that end a text: `（本报记者 陶 然）`, `(温小婉/文 高照/摄)`, `（田舍郎）`,
 * `（编辑：池顺民）`.
 */
export function findTailByline(folded: string, read: CreditReader = readCredits): BylineMatch | null {
  const base = Math.max(0, folded.length - 100);
  const tail = folded.slice(base).trimEnd();
  if (!/[)】\]]/.test(tail.slice(-1))) return null;
  const nobody = anonymous.exec(tail);
  if (nobody) return { start: base + nobody.index, end: folded.length, credits: [] };
  const match = tailBracket.exec(tail);
  if (!match) return null;
  const { credits: printed } = groupsOf(match, 'credits');
  const start = base + match.index;
  const inner = match.index + match[0].indexOf(printed);
  if (notNames.has(printed.replace(/ /g, '')) || /^作者(?:单位|系|为|简介|地址)/u.test(printed)) return null;
  // 【乡镇动态】 names a column
  if (/^[【[]/.test(match[0]) && !roleWord.test(printed) && !labelled.test(printed) && !isBareName(printed))
    return null;
  // a bracket after running words explains them; one after a full stop, or alone, signs the article
  const before = tail.slice(0, match.index).trimEnd();
  const signs = before === '' || /[。!?;…”’)》]$/u.test(before);
  if (!signs && !roleWord.test(printed)) return null;
  if (signs && isOffice(printed)) return { start, end: folded.length, credits: [] };
  const credits = read(printed, signs ? 'TAIL' : 'INSIDE');
  if (!credits || (!signs && credits.every((c) => c.title === null))) return null;
  return { start, end: folded.length, credits: shift(credits, base + inner - start) };
}

/** (受访者供图) · (镇党政办): nobody is named. */
const isOffice = (printed: string): boolean => !labels.has(printed) && (unnamed.has(printed) || isBody(printed));

/** The credits without brackets behind the last sentence of a text: …水利工程。 融媒体中心记者/叶青禾 编辑:梅初晴 */
export function findTrailingCredits(folded: string, read: CreditReader = readBylineLine): BylineMatch | null {
  const base = Math.max(0, folded.length - longestLine);
  const tail = folded.slice(base);
  if (/[。!?…”’)】]$/u.test(tail) || !/[:/|]|记者|通讯员/u.test(tail)) return null; // most paragraphs
  const gap = /(?<=[。!?…”’)])[^。!?…”’)]{4,}$/u.exec(tail)?.index;
  if (gap === undefined || base + gap === 0) return null;
  const start = gap + (tail.slice(gap).length - tail.slice(gap).trimStart().length);
  const credits = read(tail.slice(start), 'AFTER');
  return credits && { start: base + start, end: folded.length, credits };
}

/** A bracket that fills a closing line without naming anybody: `（镇党政办）`. */
export function findSignature(folded: string): BylineMatch | null {
  if (folded[0] !== '(') return null; // most lines
  return !isSectionName(folded) && /^\((?:[^()]{2,16}|(?:本文)?作者[^()]{2,40})\)$/u.test(folded.slice(0, 60))
    ? { start: 0, end: folded.length, credits: [] }
    : null;
}
