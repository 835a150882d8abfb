import { matchesOf } from '../../text/match.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { surnameLength } from '../../text/surname.ts';
import { cutWords } from '../../text/word.ts';
import { namesAt } from './appointee.ts';
import type { CastContext } from './cast-context.ts';
import { officialActs } from '../lexicon/act.ts';
import { descriptors, tellsOnePerson } from '../lexicon/descriptor.ts';
import { speechVerbs } from '../lexicon/speech.ts';
import { isTransliterated } from '../lexicon/transliteration.ts';
import { readName, readUnusual } from './name.ts';
import { findPostHeads } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';
import type { NamedSpan, Span } from '../document/span.ts';

/** People without a post before their names: speakers, people described or acting, rosters, and neighbours in lists. */

const speech = oneOf(speechVerbs);
const anySpeech = new RegExp(speech);
const speaking = new RegExp(`^(?:[^，。；！？“”]{0,8}?)${speech}`);
const boundary = new Set('。！？，；：\n”’　');
const clauseBoundary = new Set('，；：　\n”');
const resident = /(?:(?:家住|来自|住在)[^，。；]{2,15}|\d+岁)的$/;

/** Speakers without a post: “…”毛羽说。 汉斯·克莱因对记者说 … at a clause's start, and sure enough not to be a word. */
export function readSpeakers(reading: Reading, sentence: Span, context: CastContext): NamedSpan[] {
  const { text } = reading;
  const found: NamedSpan[] = [];
  if (!anySpeech.test(text.slice(sentence.start, sentence.end))) return found;
  for (let i = sentence.start; i < sentence.end; i += 1) {
    const before = text[i - 1]!;
    const isResident = before === '的' && resident.test(text.slice(Math.max(sentence.start, i - 20), i));
    if (i > sentence.start && !boundary.has(before) && !isResident) continue;
    const name = readName(text, i, context.known);
    if (!name || name.strength < 2) continue;
    const rest = text.slice(name.end, Math.min(sentence.end, name.end + 20));
    if (!speaking.test(rest) || !(isResident || isNameLike(text.slice(i, name.end), context.known))) continue;
    found.push({ start: i, end: name.end, text: text.slice(i, name.end) });
  }
  return found;
}

const described = new RegExp(either(descriptors), 'g');

/** 居民毛羽说, 青年演奏家水灵以一曲…, 老同志代表舒尔康、海澄: named after a word for what they are. */
export function readDescribed(reading: Reading, sentence: Span, context: CastContext): NamedSpan[] {
  const { text } = reading;
  const found: NamedSpan[] = [];
  for (const match of matchesOf(text.slice(sentence.start, sentence.end), described)) {
    const at = sentence.start + match.index + match[0].length;
    const unusual = tellsOnePerson.test(match[0]) ? readUnusual(text, at) : null;
    const names = namesAt(text, at, context, tellsOnePerson.test(match[0]));
    if (names.length === 0 && unusual) found.push({ start: at, end: unusual.end, text: text.slice(at, unusual.end) });
    for (const name of names) {
      if (
        (isDescribedName(name.text, match[0], context.known) || isUnlikelyWord(text, name)) &&
        !startsWord(text, name.start, name.end)
      )
        found.push(name);
      else break;
    }
  }
  return found;
}

const named = /(?:名叫|叫作|叫做|名字叫|的人叫|人叫|他叫|她叫|我叫|真名叫?|本名|原名|笔名)(?=[\p{Script=Han}])/gu;
const accused = /(?:关于|对|给予|决定给予)(?=\p{Script=Han}{2,4}(?:严重违纪|涉嫌|违纪违法|开除))/gu;
const kin = /夫[妇妻]|[父母][子女]|兄弟|姐妹|姊妹/;
/** How two of a family are called behind their names. */
const couples = ['夫妇', '夫妻', '父子', '母子', '父女', '母女', '兄弟', '姐妹', '姊妹'];

const family = new RegExp(
  String.raw`(?<=[，。；：\n的])((?:[\p{Script=Han}·]{2,6}[、和与])[\p{Script=Han}·]{2,4})(?=${oneOf(couples)})`,
  'gu',
);

/** 说话的人叫韦国栋, 关于韦国栋严重违纪违法问题, 季如云、池上月夫妇: named by the words around, without any post. */
export function readNamed(reading: Reading, sentence: Span, context: CastContext): NamedSpan[] {
  const { text } = reading;
  const clause = text.slice(sentence.start, sentence.end);
  const found = [...matchesOf(clause, named), ...matchesOf(clause, accused)].flatMap((match) => {
    const start = sentence.start + match.index + match[0].length;
    const name = readName(text, start, context.known);
    return name && name.strength > 1 && isNameLike(text.slice(start, name.end), context.known)
      ? [{ start, end: name.end, text: text.slice(start, name.end) }]
      : [];
  });
  for (const match of kin.test(clause) ? matchesOf(clause, family) : []) {
    let start = sentence.start + match.index;
    const from = start + Math.max(match[1]!.lastIndexOf('的') + 1, 0);
    const names = text
      .slice(from, sentence.start + match.index + match[0].length)
      .split(/[、和与]/)
      .map((name, i, all) => {
        start = i === 0 ? from : start + all[i - 1]!.length + 1;
        return { start, end: start + name.length, text: name };
      });
    if (names.every((name) => surnameLength(name.text, 0) > 0 && name.text.length < 5)) found.push(...names);
  }
  return found;
}

/** After 演奏家 or 中锋 even a word of the dictionary (水灵, 陆离) is a name. */
function isDescribedName(name: string, descriptor: string, known: ReadonlySet<string>): boolean {
  if (isNameLike(name, known)) return true;
  const words = cutWords(name);
  return (
    surnameLength(name, 0) > 0 &&
    tellsOnePerson.test(descriptor) &&
    (words.length > 1 || /家$|锋$|卫$|手$/.test(descriptor))
  );
}

const act = either(officialActs);
const anyAct = new RegExp(act);
const acts = new RegExp(
  `^(?:等)?(?:[两三四五六七八九十\\d]+[位名]同志)?(?:被评|获评|当选|分别|共同|一同|先后|一行)?${act}`,
);

/** 韦国栋走访调研…, 柳青在会上强调: names that open a headline or a sentence and do what officials do. */
export function readActors(reading: Reading, sentence: Span, context: CastContext): NamedSpan[] {
  const { text } = reading;
  const found: NamedSpan[] = [];
  if (!anyAct.test(text.slice(sentence.start, sentence.end))) return found;
  for (let i = sentence.start; i < sentence.end; i += 1) {
    if (i > sentence.start && !clauseBoundary.has(text[i - 1]!)) continue;
    const names = namesAt(text, i, context);
    const last = names.at(-1);
    if (!last || !acts.test(text.slice(last.end, last.end + 30))) continue;
    for (const name of names) if (isNameLike(name.text, context.known)) found.push(name);
  }
  return found;
}

/** 赵亦曼、德吉卓玛、扎西旺堆等8名代表: a roster in which most items read as names. */
export function readRoster(reading: Reading, sentence: Span): NamedSpan[] {
  const clause = reading.text.slice(sentence.start, sentence.end);
  if (!clause.includes('、')) return [];
  return matchesOf(clause, roster).flatMap((match) => {
    let at = sentence.start + match.index;
    const last = match[1]!.lastIndexOf('、') + 3;
    // 柳青、洪波及委员共26人
    const list = match[1]!.slice(0, last) + match[1]!.slice(last).replace(/[及和与以].*$/u, '');
    if (findPostHeads(list).length > 0) return []; // 副主任柳青、海澄
    const items = list.split('、').map((text) => ({ start: at, end: (at += text.length + 1) - 1, text }));
    const read = items.filter(
      ({ start, end, text }) =>
        readName(reading.text, start)?.end === end || (text.length > 2 && isTransliterated(text)),
    );
    return read.length * 3 >= items.length && read.some(({ text }) => isNameLike(text, new Set())) ? items : [];
  });
}

const item = String.raw`(?:\p{Script=Han}{2,6}|\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6})+)`;
const lastItem = String.raw`(?:\p{Script=Han}{2,6}?|\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6}?)+?)`;
const endOfRoster = String.raw`(?:等)?[\d两三四五六七八九十]+(?:名|位|人)|等(?:先后|分别)|先后|分别`;
const roster = new RegExp(String.raw`(?<=^|[，。；：”\n])((?:${item}、)+${lastItem})(?=${endOfRoster})`, 'gu');

/** 岑南星、鱼玄之、海澄: an item of a list in which a neighbour is a person. */
export function readListed(reading: Reading, sentence: Span, context: CastContext): NamedSpan[] {
  const { text } = reading;
  const found: NamedSpan[] = [];
  const isPerson = (name: string): boolean => context.known.has(name) || found.some((other) => other.text === name);
  const commas = matchesOf(text.slice(sentence.start, sentence.end), /、/g).map(
    (match) => sentence.start + match.index,
  );
  for (const comma of commas) {
    if (![2, 3, 4].some((length) => isPerson(text.slice(comma - length, comma)))) continue;
    const name = readName(text, comma + 1, context.known);
    const next = name && name.strength > 1 ? text.slice(comma + 1, name.end) : '';
    if (next && isNameLike(next, context.known)) found.push({ start: comma + 1, end: name!.end, text: next });
  }
  for (const comma of commas.reverse()) {
    if (
      ![2, 3, 4].some((length) => isPerson(text.slice(comma + 1, comma + 1 + length))) ||
      !readName(text, comma + 1, context.known)
    )
      continue;
    const start = [2, 3, 4]
      .map((length) => comma - length)
      .find(
        (from) =>
          from >= sentence.start &&
          /[、，。；：\n]/.test(text[from - 1] ?? '，') &&
          readName(text, from)?.end === comma,
      );
    if (start !== undefined && isNameLike(text.slice(start, comma), context.known))
      found.push({ start, end: comma, text: text.slice(start, comma) });
  }
  return found;
}

/** Whether a string can be a name without a post to prove it: a dictionary word that is not a name cannot. */
export function isNameLike(name: string, known: ReadonlySet<string>): boolean {
  if (!known.has(name) && findPostHeads(name).length > 0) return false;
  if (!known.has(name) && /[区县市省镇乡村]$/.test(name) && name.length > 2) return false;
  if (known.has(name) || name.includes('·') || /^\p{Lu}/u.test(name)) return true;
  if (
    name.length < 2 ||
    surnameLength(name, 0) === 0 ||
    /^(?:孙子|孙女|于是|和睦|万一|千万|方面|高度|全面|全程|全体|全力)$/.test(name)
  )
    return false;
  const words = cutWords(name);
  if (
    words.length === 2 &&
    verbal.has(name[0]!) &&
    words[0]!.text.length === 1 &&
    /^(?:v|vn|n|a|d)$/.test(words[1]!.tag)
  )
    return false;
  return words.length > 1
    ? !/^(?:[ndvmr])/.test(words[0]!.tag) || words[0]!.text.length === 1
    : /^n[rs]/.test(words[0]!.tag);
}

/** 有奔头, 通过选拔, 班中餐: surnames that are seldom anything but a word of their own before a word. */
const verbal = new Set('有包通充扶招撒养归居喜干符能脱费印候仰利公双权空班单支经计花从向同过者却终曾都须越边况和');

/** 居民花无缺说: a word of the dictionary that says something is a name, unless words of its sort tell how. */
function isUnlikelyWord(text: string, { start, end }: Span): boolean {
  const words = cutWords(text.slice(start, end));
  return (
    end - start === 3 &&
    words.length === 1 &&
    /^(?:[iln]|n[rst])$/.test(words[0]!.tag) &&
    speaking.test(text.slice(end, end + 12))
  );
}

/** 代表团队长 is no 代表 + 团队长. */
function startsWord(text: string, start: number, end: number): boolean {
  const [word] = cutWords(text.slice(start, end + 4));
  return word !== undefined && start + word.text.length > end;
}
