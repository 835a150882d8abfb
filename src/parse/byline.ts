import { either, oneOf } from '../text/pattern.ts';
import { leavesOpen } from '../text/sentence.ts';
import { isBareName, readCredits } from './credit.ts';
import { labels } from './credit-word.ts';
import { isSectionName } from './masthead.ts';
import { isNoticeLine } from './notice.ts';
import type { ParsedCredit } from './parsed-issue.ts';

const mark = /^[□■◇◆○●☐▢◎☆★※] ?/u;
/** What those who write are called. */
export const roleWord = /记者|通讯员|实习生|报道员|撰稿人/u;
const tails = ['[/ ](?:文|图|摄|文图|整理|供稿|撰文|采写)', String.raw`文\/图`, String.raw`图\/文`, '报道'];
/** 文/甲 · 责任编辑：乙 · 【编辑：丙】 */
export const labelled = new RegExp(
  String.raw`^[(【[]?${oneOf(longestFirst([...labels.keys()]))} ?[:/|] ?|^${oneOf(['文图', '供稿', '摄影'])} |${either(tails)}$`,
  'u',
);
const longestLine = 80;

function longestFirst(words: readonly string[]): string[] {
  return words.toSorted((a, b) => b.length - a.length);
}

/**
 * Credits that fill a line: `□ 记者 皮日照 边 城`, `本报记者 公冶长风`, `甲/文 乙/摄`, `□ 甲`. A name alone, with
 * neither mark nor role nor label, is not one here: see `isBareName`.
 */
export function readBylineLine(folded: string, seams: readonly number[] | string = []): ParsedCredit[] | null {
  if (folded.length > longestLine || /[。!?“”《]|[报网台刊专]讯/u.test(folded)) return null;
  // （记者 苗青禾）青崖县: the body begins in the same line
  if (/^[(【][^()【】]*[)】][^ (【]/u.test(folded)) return null;
  if (
    !mark.test(folded) &&
    !labelled.test(folded) &&
    !/^[^\s]{0,14}?(?:记者|通讯员|实习生|报道员|撰稿人)[ :/]/u.test(folded) &&
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
