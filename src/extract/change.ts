import { matchesOf } from '../text/match.ts';
import type { TitleChange } from './facts.ts';
import type { CastContext, Post } from './cast.ts';
import { readPosts } from './cast.ts';
import { readName } from './name.ts';
import { findPostHeads } from './post.ts';
import type { NamedSpan, Reading, Span } from './reading.ts';

/** A post given to or taken from people, as the text says it. */
export interface PostChange {
  readonly names: readonly NamedSpan[];
  readonly posts: readonly Post[];
  readonly change: TitleChange | null;
  readonly rule: string;
}

const appointing = /(?:选举产生|任命|聘任|聘请|推选|选举|增选|补选|续聘|增补|递补|表决通过)/g;
const appointingWords = '(?:任命|聘任|聘请|选举|推选|增选|补选|续聘|增补|递补)';
const post = '(?:职务|一职)';

/** 东门吹雪，女，…，现任青崖县民政局党组成员、副局长; 宗介民现任…. */
const biography = /(?<=^|[：；，])(?:([^，。；：]{2,5})，[男女](?=，|。)|([^，。；：]{2,5})(?=现任))/g;
const current = /现任([^，。；]+(?:，(?!拟|试用|曾)[^，。；]*(?:书记|长|主任|主席|委员|经理|董事))?)/;

/** Without one of these characters a sentence gives or takes no post. */
const trigger = /[任免辞聘选撤补]|表决通过/;

/** 任命韦国栋为县财政局局长; 免去杜若兰的县财政局局长职务; 佘山月任县委组织部部长; 柳青辞去临溪县人民政府县长职务. */
export function readChanges(reading: Reading, sentence: Span, context: CastContext): PostChange[] {
  const { text } = reading;
  const clause = text.slice(sentence.start, sentence.end);
  if (!trigger.test(clause)) return [];
  const found: PostChange[] = [];
  const add = (names: PostChange['names'], from: number, to: number, change: TitleChange | null, rule: string): void => {
    const posts = readPosts(reading, { start: from, end: to }, context);
    if (names.length > 0 && posts.length > 0) found.push({ names, posts, change, rule });
  };
  for (const match of matchesOf(clause, /(?:免去|撤销|解聘)/g)) {
    const start = sentence.start + match.index + match[0].length;
    let at = start + /^[：\s]*/.exec(text.slice(start))![0].length;
    for (let i = 0; i < 12; i += 1) {
      const names = namesAt(text, at, context);
      const end = text.slice(at, sentence.end).search(new RegExp(post));
      if (names.length === 0 || end < 0) break;
      const of = /^(?:同志)?(?:兼任)?的?/.exec(text.slice(names.at(-1)!.end))![0].length;
      add(names, names.at(-1)!.end + of, at + end, 'REMOVED', 'title.removed');
      const next = /^(?:职务|一职)[，；、\n]+(?:免去|解聘)?/.exec(text.slice(at + end));
      if (!next) break;
      at += end + next[0].length;
    }
  }
  for (const match of matchesOf(clause, /(?:请求)?辞去|不再担任|不再兼任/g)) {
    const at = sentence.start + match.index;
    const before = namesBefore(text, sentence.start, at, context);
    const names = before.length > 0 ? before : subjectBefore(text, sentence.start, at, context);
    const end = text.slice(at, sentence.end).search(new RegExp(post));
    if (end > 0) add(names, at + match[0].length, at + end, 'REMOVED', 'title.resigned');
  }
  for (const match of matchesOf(clause, appointing)) {
    let at = sentence.start + match.index + match[0].length;
    at += /^(?:了)?[：\s]*/.exec(text.slice(at))![0].length;
    for (let i = 0; i < 12; i += 1) {
      const names = namesToAppoint(text, at, context);
      const as = /^(?:等)?(?:\d+人)?(?:同志)?(?:（[^）]*）)?(?:为|担任)/.exec(text.slice(names.at(-1)?.end ?? at));
      if (names.length === 0 || !as) break;
      const from = names.at(-1)!.end + as[0].length;
      let to = from + /^[^，。；]*/.exec(text.slice(from))![0].length;
      const next = nextAppointed.exec(text.slice(from, to)); // 其木格为旗财政局局长、赵永红为旗应急管理局局长
      if (next) to = from + next.index;
      if (!/人选|候选/.test(text.slice(from, to))) add(names, from, to, 'APPOINTED', 'title.appointed');
      if (!/[，；、]/.test(text[to] ?? '') || to >= sentence.end) break;
      at = to + 1 + new RegExp(`^(?:\\n|其中|并?${appointingWords})*`).exec(text.slice(to + 1))![0].length;
    }
  }
  for (const match of matchesOf(clause, /(?:当选为?|(?:受聘|获聘|被聘|被聘任|获任)(?:为|担任)?|(?<![现历曾拟担兼出接上就首主责信胜继留连重前任])任(?![命务期职何意免教]|副?总?[^，。；]{0,12}期间)|兼任|担任|出任|接任)/g)) {
    const at = sentence.start + match.index;
    if (/(?:免去|的)[^，。；]*$/.test(text.slice(sentence.start, at)) && match[0] === '兼任') continue;
    if (text.slice(at - 2, at) === '不再') continue;
    const names = namesBefore(text, sentence.start, at, context);
    const from = at + match[0].length;
    const to = from + /^[^，。；]*/.exec(text.slice(from))![0].length;
    add(names, from, to, 'APPOINTED', 'title.took-office');
  }
  for (const match of matchesOf(clause, biography)) {
    const now = current.exec(clause.slice(match.index));
    const start = sentence.start + match.index + match[0].indexOf(match[1] ?? match[2]!);
    if (now) add(namesAt(text, start, context, true), sentence.start + match.index + now.index + 2, sentence.start + match.index + now.index + now[0].length, null, 'title.held-now');
  }
  return found;
}

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
function namesToAppoint(text: string, at: number, context: CastContext): NamedSpan[] {
  const present = presentPost.exec(text.slice(at, at + 60)); // 递补县委候补委员吉克阿木为县委委员
  const head = present ? findPostHeads(present[0]).at(-1) : undefined;
  if (head && head.end < present![0].length) return listedNames(text, at + head.end, present![0].slice(head.end));
  const match = /^((?:[\p{Script=Han}·]{2,6}、)*[\p{Script=Han}·]{2,6}?)(?:（[^）]*）)?(?:等?\d+人)?(?:同志)?(?:为|担任)/u.exec(text.slice(at));
  const read = namesAt(text, at, context);
  if (!match || (read.at(-1)?.end ?? 0) >= at + match[1]!.length || /[了在的]|新一届|产生/.test(match[1]!)) return read;
  return listedNames(text, at, match[1]!);
}

/** The items of a list as names; none when one of them is too long for a name. */
function listedNames(text: string, at: number, list: string): NamedSpan[] {
  let from = at;
  const names = list.replace(/同志$/, '').split('、').map((name) => ({ start: from, end: (from += name.length + 1) - 1, text: name }));
  return names.every((name) => name.text.length > 1 && name.text.length < 7 && text.startsWith(name.text, name.start)) ? names : [];
}

const nextAppointed = /、[\p{Script=Han}·]{2,6}为(?=\p{Script=Han})/u;
const presentPost = /^[^，。；为]{2,40}(?=为)/;

/** Whom the sentence is about: the last known name before. */
function subjectBefore(text: string, from: number, at: number, context: CastContext): NamedSpan[] {
  const places = [...context.known].map((name) => ({ start: text.lastIndexOf(name, at), text: name })).filter(({ start }) => start >= from);
  const last = places.sort((a, b) => b.start - a.start)[0];
  return last ? [{ start: last.start, end: last.start + last.text.length, text: last.text }] : [];
}

/** The names that end right before `at` (with 等 or 同志 between), joined by 、. */
function namesBefore(text: string, from: number, at: number, context: CastContext): NamedSpan[] {
  let start = from + Math.max(...['，', '；', '：', '。', '”', '受', '（'].map((c) => text.slice(from, at).lastIndexOf(c) + 1));
  if (text.startsWith('其中', start)) start += 2;
  const heads = findPostHeads(text.slice(start, at));
  for (let i = start; i < at; i += 1) {
    if (i > start && !/[、由受了]/.test(text[i - 1]!) && !heads.some((head) => start + head.end === i)) continue;
    const names = namesAt(text, i, context, true);
    const last = names.at(-1);
    if (last && /^(?:等|同志|(?:等)?[\d两三四五六七八九十]+[人位名]|因[^，。；]{1,10})?$/.test(text.slice(last.end, at))) return names;
  }
  return [];
}
