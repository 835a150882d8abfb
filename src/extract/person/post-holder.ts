import { oneOf } from '../../text/pattern.ts';
import { surnameLength } from '../../text/surname.ts';
import { cutWords } from '../../text/word.ts';
import { isTransliterated } from '../lexicon/transliteration.ts';
import { readBeforeWord, readName, readUnusual } from './name.ts';
import { followStrength } from './name-follow.ts';
import type { NameReading } from './name.ts';
import { findPostHeads } from '../title/post.ts';
import type { NamedSpan } from '../document/span.ts';

/**
 * The names after a post that ends at `at`: one, or several that share it (副院长岑啸、柳宏奇、柳侬). `isBare` says
 * that the post stands without any body, so that only what is surely a name counts; `nextHead` is where the next post
 * begins.
 */
export function readNames(
  text: string,
  at: number,
  known: ReadonlySet<string>,
  nextHead: number,
  isBare: boolean,
): NamedSpan[] {
  const names: NamedSpan[] = [];
  let from =
    at +
    (/^（[^）]{1,6}）/.exec(text.slice(at, at + 8))?.[0].length ??
      apposition.exec(text.slice(at, Math.min(at + 40, nextHead)))?.[0].length ??
      0);
  for (;;) {
    const name =
      readName(text, from, known) ??
      (names.length > 0 || isBare
        ? readTransliterated(text, from, names.length > 0)
        : (readUnusual(text, from) ?? readBeforeWord(text, from)));
    if (!name || name.strength === 0 || holdsPost(text, from, name, names.length === 0 && !isBare)) break;
    if (
      isBare &&
      names.length === 0 &&
      !known.has(text.slice(from, name.end)) &&
      !isSureAfterBarePost(text, from, name) &&
      !isTransliterated(text.slice(from, name.end), 4)
    )
      break;
    if (names.length > 0 && (name.strength < 2 || name.end === nextHead || (from <= nextHead && nextHead < name.end)))
      break; // the start of the next owner
    if (
      names.length > 0 &&
      text[from - 1] !== '、' &&
      !known.has(text.slice(from, name.end)) &&
      isCommonNoun(text.slice(from, name.end))
    )
      break; // 主任柳青及师生代表
    names.push({ start: from, end: name.end, text: text.slice(from, name.end) });
    const link = /^(?:、|和|及|以及)/.exec(text.slice(name.end, name.end + 2));
    if (!link) break;
    from = name.end + link[0].length;
    if (names.length > 0 && link[0] !== '、' && followStrength(text, readName(text, from, known)?.end ?? from) < 2)
      break;
  }
  return names;
}

const honours = [
  '获得者',
  '入选者',
  '得主',
  '劳动模范',
  '劳模',
  '标兵',
  '先进工作者',
  '校友',
  '传承人',
  '党代表',
  '人大代表',
  '政协委员',
  '优秀共产党员',
  '援疆医生',
  '援疆干部',
  '援疆教师',
];

/**
 * 教授、青年科学基金获得者海澄, 董事长、1998届校友柳青: what else the holder is stands between the post and the name.
 */
const apposition = new RegExp(String.raw`^、[^，。；：、“”]{0,24}${oneOf(honours)}(?=\p{Script=Han})`, 'u');

/**
 * 副主任王彩霞、孟克巴特尔、敖其尔, 校长道尔吉说: where a name without a Han surname must be told by its characters.
 */
function readTransliterated(text: string, at: number, isItem: boolean): NameReading | null {
  const name = readUnusual(text, at);
  return name && (!isItem || text[at - 1] === '、') && name.end - at > 2 && isTransliterated(text.slice(at, name.end))
    ? name
    : null;
}

const isCommonNoun = (name: string): boolean =>
  name.length === 2 && (([word]) => word!.text === name && /^(?:n|v|vn)$/.test(word!.tag))(cutWords(name));

/** The name would be a post; 董事成 after 董事长 is none. */
function holdsPost(text: string, at: number, name: NameReading, isFirst: boolean): boolean {
  const [head] = findPostHeads(text.slice(at, name.end));
  return (
    head !== undefined &&
    !(isFirst && head.start === 0 && head.end < name.end - at && name.strength === 3 && surnameLength(text, at) > 0)
  );
}

/** 技术总监, 安全总监: every company has such. */
export const isPlainUnit = (owner: string): boolean =>
  /^(?:技术|安全|财务|行政|市场|营销|销售|运营|项目|质量|生产|客户|部门|班组|车间)$/.test(owner);

const reports = /^(?:介绍|说|表示|告诉|坦言|指出|强调|回忆|感慨|笑道|透露)/;

/** 书记严格把关, 主任全程参与: after a bare post a word of the dictionary is no name. */
function isSureAfterBarePost(text: string, at: number, name: NameReading): boolean {
  if (reports.test(text.slice(name.end))) return true;
  const words = cutWords(text.slice(at, name.end));
  if (words[0]!.text.length === 1) return true;
  // 主任医师计无施
  if (name.strength > 1 && name.end - at === 3 && words.length === 1 && /^[il]$/.test(words[0]!.tag)) return true;
  if (
    name.strength > 1 &&
    name.end - at === 3 &&
    words.length === 2 &&
    /^n/.test(words[0]!.tag) &&
    words[1]!.tag !== 'v'
  )
    return true; // 金泰勋 is 金泰 + 勋 to the dictionary
  return (name.strength === 3 && text[name.end] === '、') || /^n[rs]/.test(words[0]!.tag);
}
