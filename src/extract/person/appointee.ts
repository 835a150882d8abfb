import { surnameLength } from '../../text/surname.ts';
import { cutWords } from '../../text/word.ts';
import type { CastContext } from './cast-context.ts';
import { isTransliterated } from '../lexicon/transliteration.ts';
import { readName } from './name.ts';
import { findPostHeads } from '../title/post.ts';
import type { NamedSpan } from '../document/span.ts';

/** Who is given a post or loses one: the names that the words of appointing and removing stand beside. */

/** How far a clause is searched, in UTF-16 units: no decision names its people farther from its verb. */
const nearby = 160;

/** The names from `at` on, joined by 、. */
export function namesAt(text: string, at: number, context: CastContext, isLoose = false): NamedSpan[] {
  const names: NamedSpan[] = [];
  for (let from = at; ; ) {
    const name = readName(text, from, context.known);
    if (!name || (name.strength < 2 && !isLoose)) break;
    names.push({ start: from, end: name.end, text: text.slice(from, name.end) });
    const separator = /^(?:、|和|及|以及)/.exec(text.slice(name.end, name.end + 2));
    if (!separator) break;
    from = name.end + separator[0].length;
  }
  return names;
}

/** After 任命 or 选举 any name may stand, as long as 为 and a post follow: 达瓦措姆（藏族，女）为副主席. */
export function namesToAppoint(text: string, at: number, context: CastContext): NamedSpan[] {
  const present = presentPost.exec(text.slice(at, at + 60)); // 递补县委候补委员吉克阿木为县委委员
  const head = present ? findPostHeads(present[0]).at(-1) : undefined;
  if (head && head.end < present![0].length) return listedNames(text, at + head.end, present![0].slice(head.end));
  const match =
    /^((?:[\p{Script=Han}·]{2,6}、)*[\p{Script=Han}·]{2,6}?)(?:（[^）]*）)?(?:等?\d+人)?(?:同志)?(?:为|担任)/u.exec(
      text.slice(at, at + nearby),
    );
  const read = namesAt(text, at, context);
  if (!match || (read.at(-1)?.end ?? 0) >= at + match[1]!.length || /[了在的]|新一届|产生/.test(match[1]!)) return read;
  return listedNames(text, at, match[1]!);
}

const presentPost = /^[^，。；为]{2,40}(?=为)/;

/** The items of a list as names; none when one of them is too long for a name. */
function listedNames(text: string, at: number, list: string): NamedSpan[] {
  let from = at;
  const names = list
    .replace(/同志$/, '')
    .split('、')
    .map((name) => ({ start: from, end: (from += name.length + 1) - 1, text: name }));
  return names.every((name) => name.text.length > 1 && name.text.length < 7 && text.startsWith(name.text, name.start))
    ? names
    : [];
}

/**
 * 免去公孙衡检修中心主任职务: the name ends where a word or the level word of a body begins, one of two characters
 * after a surname before one of one.
 */
export function nameBeforeBody(text: string, at: number): NamedSpan[] {
  const surname = surnameLength(text, at);
  if (surname === 0) return [];
  const words = cutWords(text.slice(at, at + 12));
  const named = [surname + 2, surname + 1]
    .map((length) => text.slice(at, at + length))
    .filter((name) => /^\p{Script=Han}{2,4}$/u.test(name) && !bodyInside.test(name.slice(1)) && !isWord(name));
  const name =
    named.find(({ length }) => level.test(text.slice(at + length, at + length + 3))) ??
    named.find(({ length }) => words.some(({ start, tag }) => start === length && /^[nvj]/.test(tag)));
  return name ? [{ start: at, end: at + name.length, text: name }] : [];
}

/** 公司, 单位. */
const isWord = (name: string): boolean =>
  (([word]) => word!.text === name && !/^n[rsz]/.test(word!.tag))(cutWords(name));
const level = /^(?:[省市区县州旗镇乡校院](?!长)|师市)\p{Script=Han}/u;
const bodyInside = /[省市区县镇乡局委厅处科校院党的]/;

/** The person the sentence is about: the last known name before. */
export function subjectBefore(text: string, from: number, at: number, context: CastContext): NamedSpan[] {
  const first = Math.max(from, at - nearby);
  const stretch = text.slice(first, at);
  let last: NamedSpan | null = null;
  for (const name of context.known) {
    const start = stretch.lastIndexOf(name);
    if (start >= 0 && first + start > (last?.start ?? -1))
      last = { start: first + start, end: first + start + name.length, text: name };
  }
  return last ? [last] : [];
}

/** The names that end right before `at` (with 等 or 同志 between), joined by 、. */
export function namesBefore(text: string, from: number, at: number, context: CastContext): NamedSpan[] {
  const first = Math.max(from, at - nearby);
  let start =
    first +
    Math.max(...['，', '；', '：', '。', '”', '受', '（', '\n'].map((c) => text.slice(first, at).lastIndexOf(c) + 1));
  const opening = /^(?:其中|会议?|一致|决定|同意|接受|批准)+/.exec(text.slice(start, at));
  if (opening) start += opening[0].length;
  const heads = findPostHeads(text.slice(start, at));
  for (let i = start; i < at; i += 1) {
    if (i > start && !/[、由受了]/.test(text[i - 1]!) && !heads.some((head) => start + head.end === i)) continue;
    const names = namesAt(text, i, context, true);
    const last = names.at(-1);
    if (
      last &&
      /^(?:等|同志|(?:等)?[\d两三四五六七八九十]+[人位名]|（[^）]{1,10}）|因[^，。；]{1,10})?$/.test(
        text.slice(last.end, at),
      )
    )
      return names;
  }
  return unusualNames(text, start, at, opening !== null || /[受，。；：\n]/.test(text[start - 1] ?? '。'));
}

/**
 * 巴图孟克任旗财政局局长, 接受旺姆辞去…: nothing but names stands before the verb, and they are told by their
 * characters or by whoever accepts.
 */
function unusualNames(text: string, start: number, at: number, isBounded: boolean): NamedSpan[] {
  const stretch = text.slice(start, at).replace(/同志$/, '');
  const accepts = /(?:接受|同意|批准)$/.test(text.slice(Math.max(0, start - 2), start)) && text.startsWith('辞去', at);
  if (!isBounded || stretch.length > 40 || !/^[\p{Script=Han}·]{2,16}(?:、[\p{Script=Han}·]{2,16})*$/u.test(stretch))
    return [];
  let from = start;
  const names = stretch.split('、').map((name) => ({ start: from, end: (from += name.length + 1) - 1, text: name }));
  return names.every(
    ({ text: name }) =>
      (name.length < 5 && accepts) ||
      (name.length > 2 && isTransliterated(name.replaceAll('·', '')) && findPostHeads(name).length === 0),
  )
    ? names
    : [];
}
