import { nounStart } from '../../text/noun.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { remembered } from '../../text/remember.ts';
import { cutWords } from '../../text/word.ts';
import { commonNouns, pointingNouns, readyNouns } from '../lexicon/generic-noun.ts';
import { heads } from '../lexicon/post-head.ts';
import { kindOf } from './suffix.ts';

const ready: ReadonlySet<string> = new Set(readyNouns);
const tail = new RegExp(`${oneOf([...readyNouns, ...commonNouns].sort((a, b) => b.length - a.length))}$`);
const noGroup = /(?:[院校厂矿店]|中心|分公司|支行|分行)$/;

/** A company is called so whether its name ends in 公司 or not. */
const ofCompany = ['公司', '企业', '我司', '该公司', '我公司', '本公司', '该企业'];

/** The common nouns that may stand for a body of this name. */
export const genericNounsOf = remembered(2_000, (name): readonly string[] => {
  const nouns = new Set<string>();
  const plain = name.replace(/（[^）]*）$/, '');
  const last = tail.exec(plain)?.[0];
  if (last !== undefined && last !== plain) nouns.add(last);
  if (last === undefined) for (const word of lastWords(plain)) nouns.add(word);
  const kind = kindOf(name);
  if (kind === 'COMPANY' && !/[厂矿店]$/.test(plain)) for (const noun of ofCompany) nouns.add(noun);
  if (name.includes('集团') && !noGroup.test(plain)) nouns.add('集团').add('集团公司');
  if (kind === 'UNIVERSITY' || kind === 'SCHOOL') nouns.add('学校').add('校方');
  if (kind === 'HOSPITAL' && /院$/.test(plain)) nouns.add('医院').add('院方');
  if (/农村?商(?:业)?银?行/.test(plain)) nouns.add('农商行').add('农商银行');
  for (const [noun, ending] of pointing)
    if (ending.test(plain)) for (const pointer of '我本该') nouns.add(pointer + noun);
  nouns.delete(plain);
  return [...nouns];
});

const pointing = pointingNouns.map(([noun, endings]) => [noun, new RegExp(`(?:${endings})$`)] as const);

/** 敬老院, 引航站: the last word of a name, one of the dictionary or one with a suffix. */
function lastWords(name: string): string[] {
  if (!suffixed.test(name) || name.length < 5) return [];
  const word = name.slice(-3);
  const cut = cutWords(word);
  return cut.length === 1 || cut[0]!.text.length === 2 ? [word] : [];
}
const suffixed = /[院站所馆社校会队团厂店台]$/;

/** Whether a name is nothing but a common noun that needs a body before it: 集团公司, 我校. */
export const isGenericNoun = (name: string): boolean => generic.has(name) || pointer.test(name);
const pointer = new RegExp(`^[我本该]${oneOf(pointingNouns.map(([noun]) => noun))}$`);
const generic: ReadonlySet<string> = new Set([...readyNouns, ...commonNouns]);

const quantified = /[各某几两三四数多个所家级该本全我贵外新老每子分等类批大\d]$/;
/** 公司法, 学校教育, 集团化: words that begin with the noun. */
const compound =
  /^(?:化|法|制|式|型|类|章程|治理|债|教育|教学|体育|卫生|周边|门口|食堂|之间|等|们|长|友|方|内|里|外|以上)/;
/** 优秀企业, 大医院: any of the sort. */
const describes = /^(?:优秀|先进|知名|著名|重点|优质|高端|普通|小型|大型|友好|兄弟|姊妹|大|小|好|名|强)$/;
const head = new RegExp(`^(?:党委|党组|党总支|党支部|纪委|常务|执行|原|副|总|名誉|荣誉)*${either(heads)}`);
const listed = new RegExp(
  `^、?${oneOf([...readyNouns, ...commonNouns, '企业', '机关', '社区', '农户', '机构', '单位'])}`,
);

/**
 * How surely the noun at [start, end) names a body by itself: 学校 in 学校将…, not in 姊妹学校, 学校教育 or 学校、医院.
 * Null where it certainly does not. `text` has the known names blanked out.
 */
export function standingOf(text: string, start: number, end: number): number | null {
  const noun = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 8), start).replace(/.*[，。；：！？“”‘’（）《》\n　\0]/su, '');
  const after = text.slice(end, end + 8).replace(/[，。；：！？“”‘’（）《》\n　\0].*/su, '');
  if (/^[我本该]/.test(noun)) return /^[区士]/.test(after) ? null : 2.5;
  if (text[start - 1] === '（' && text[end] === '）') return null; // 各镇（街道）
  if (quantified.test(before) || compound.test(after) || listed.test(after)) return null;
  if (before.endsWith('、') && tail.test(before.slice(0, -1))) return null;
  if (before !== '' && nounStart(before + noun, 0, before.length + noun.length) < before.length) return null;
  const last = before === '' ? undefined : cutWords(before).at(-1)!;
  if (last && (/^(?:b|m|q)$/.test(last.tag) || describes.test(last.text) || (last.tag === 'uj' && !ready.has(noun))))
    return null;
  return base(noun) + contextBefore(last?.tag) + contextAfter(after);
}

const base = (noun: string): number => (ready.has(noun) ? 1 : noun === '中心' ? -1 : 0);

/** The noun begins the clause, or a preposition or verb stands before it. */
const contextBefore = (tag: string | undefined): number => (tag === undefined ? 0.5 : /^[pcv]/.test(tag) ? 0.3 : 0);

/** A post, a verb or an adverb goes on; a noun would make it one word with it. */
function contextAfter(after: string): number {
  if (after === '') return 0;
  if (head.test(after)) return 1;
  const { tag, text } = cutWords(after)[0]!;
  if (/^[vdp]/.test(tag)) return 0.5;
  if (text === '的') return -0.3;
  return /^n/.test(tag) ? -0.7 : 0;
}
