import { matchesOf } from '../../text/match.ts';
import { either } from '../../text/pattern.ts';
import { nameBeforeBody, namesAt, namesBefore, namesToAppoint, subjectBefore } from './appointee.ts';
import type { TitleChange } from '../facts.ts';
import type { CastContext, Post } from './cast-context.ts';
import { readPosts } from './cast.ts';
import type { Reading } from '../document/reading.ts';
import type { NamedSpan, Span } from '../document/span.ts';

/** A post given to or taken from people, as the text says it. */
export interface PostChange {
  readonly names: readonly NamedSpan[];
  readonly posts: readonly Post[];
  readonly change: TitleChange | null;
  readonly rule: string;
}

const appointing = /(?:选举产生|任命|聘任|聘请|推选|推举(?!为)|选举|选出|增选|补选|续聘|增补|递补|表决通过)/g;
const goingOn = /^(?:\n|其中|并?(?:任命|聘任|聘请|选举|选出|推选|推举|增选|补选|续聘|增补|递补))*/;
const post = /(?:职务|一职)/;
/** 海澄卸任云岫商会会长. */
const leaving = /(?:卸任|离任)(?!的|者|后|时|前)/g;
const removing = /(?:免去|撤销|解聘)/g;
/** No post given or taken is printed with more words, in UTF-16 units. */
const longest = 200;

/** 东门吹雪，女，…，现任青崖县民政局党组成员、副局长; 宗介民现任…. */
const biography = /(?<=^|[：；，])(?:([^，。；：]{2,5})，[男女](?=，|。)|([^，。；：]{2,5})(?=现任))/g;
const current = /现任([^，。；]+(?:，(?!拟|试用|曾)[^，。；]*(?:书记|长|主任|主席|委员|经理|董事))?)/;

/** Without one of these characters a sentence gives or takes no post. */
const trigger = /[任免辞聘选撤补]|表决通过|推举/;

/** 任命韦国栋为县财政局局长; 免去杜若兰的县财政局局长职务; 佘山月任县委组织部部长; 柳青辞去临溪县人民政府县长职务. */
export function readChanges(reading: Reading, sentence: Span, context: CastContext): PostChange[] {
  const { text } = reading;
  const clause = text.slice(sentence.start, sentence.end);
  if (!trigger.test(clause)) return [];
  const found: PostChange[] = [];
  const add = (
    names: PostChange['names'],
    from: number,
    to: number,
    change: TitleChange | null,
    rule: string,
  ): void => {
    const posts = readPosts(reading, { start: from, end: to }, context);
    if (names.length > 0 && posts.length > 0) found.push({ names, posts, change, rule });
  };
  let readTo = -1; // what an earlier match has gone on to
  for (const match of matchesOf(clause, removing)) {
    let at = sentence.start + match.index + match[0].length;
    if (at < readTo) continue;
    at += /^[：\s]*/.exec(text.slice(at, at + 5))![0].length;
    for (let i = 0; i < 12; i += 1) {
      const own = /^其(?!木)/.test(text.slice(at, at + 2)); // 佘山月任县委组织部部长，免去其县审计局局长职务
      const end = text.slice(at, Math.min(sentence.end, at + longest)).search(post);
      const read = own
        ? subjectBefore(text, sentence.start, sentence.start + match.index, context)
        : namesAt(text, at, context);
      const names = read.length > 0 ? read : nameBeforeBody(text, at);
      if (names.length === 0 || end < 0) break;
      const from = own ? at + 1 : names.at(-1)!.end;
      if (/[，；。]|免去/.test(text.slice(from, at + end))) break; // 其县审计局局长职务；杜若兰任…，免去其…职务
      add(
        names,
        from + /^(?:同志)?(?:兼任)?的?/.exec(text.slice(from, from + 5))![0].length,
        at + end,
        'REMOVED',
        'title.removed',
      );
      const next = /^(?:职务|一职)[，；、\n]+(?:免去|解聘)?/.exec(text.slice(at + end, at + end + 8));
      if (!next) break;
      at += end + next[0].length;
    }
    readTo = at;
  }
  for (const match of matchesOf(clause, /(?:请求)?辞去|不再担任|不再兼任/g)) {
    const at = sentence.start + match.index;
    const before = namesBefore(text, sentence.start, at, context);
    const names = before.length > 0 ? before : subjectBefore(text, sentence.start, at, context);
    const end = text.slice(at, Math.min(sentence.end, at + longest)).search(post);
    if (end > 0) add(names, at + match[0].length, at + end, 'REMOVED', 'title.resigned');
  }
  for (const match of matchesOf(clause, leaving)) {
    const at = sentence.start + match.index;
    const to = at + match[0].length + /^[^，。；]*/.exec(text.slice(at + match[0].length, at + longest))![0].length;
    add(namesBefore(text, sentence.start, at, context), at + match[0].length, to, 'REMOVED', 'title.left');
  }
  readTo = -1;
  for (const match of matchesOf(clause, appointing)) {
    let at = sentence.start + match.index + match[0].length;
    if (at < readTo) continue;
    at += /^(?:了)?[：\s]*/.exec(text.slice(at, at + 5))![0].length;
    for (let i = 0; i < 12; i += 1) {
      const names = namesToAppoint(text, at, context);
      const as = /^(?:等)?(?:\d+人)?(?:同志)?(?:（[^）]*）)?(?:为|担任)/.exec(
        text.slice(names.at(-1)?.end ?? at, (names.at(-1)?.end ?? at) + 60),
      );
      if (names.length === 0 || !as) break;
      const from = names.at(-1)!.end + as[0].length;
      let to = from + /^[^，。；]*/.exec(text.slice(from, from + longest))![0].length;
      const next = nextAppointed.exec(text.slice(from, to)); // 其木格为旗财政局局长、赵永红为旗应急管理局局长
      if (next) to = from + next.index;
      if (!/人选|候选/.test(text.slice(from, to))) add(names, from, to, 'APPOINTED', 'title.appointed');
      readTo = to;
      if (!/[，；、]/.test(text[to] ?? '') || to >= sentence.end) break;
      at = readTo = to + 1 + goingOn.exec(text.slice(to + 1, to + 20))![0].length;
    }
  }
  for (const match of matchesOf(clause, takingOffice)) {
    const at = sentence.start + match.index;
    if (/(?:免去|的)[^，。；]*$/.test(text.slice(Math.max(sentence.start, at - 30), at)) && match[0] === '兼任')
      continue;
    if (text.slice(at - 2, at) === '不再') continue;
    const before = namesBefore(text, sentence.start, at, context);
    const names =
      before.length > 0 || text[at - 1] !== '，' || !/^[获被当]/.test(match[0])
        ? before
        : subjectBefore(text, sentence.start, at, context);
    const from = at + match[0].length;
    const to = from + /^[^，。；]*/.exec(text.slice(from, from + longest))![0].length;
    add(names, from, to, 'APPOINTED', 'title.took-office');
  }
  for (const match of matchesOf(clause, biography)) {
    const now = current.exec(clause.slice(match.index, match.index + 2 * longest));
    const start = sentence.start + match.index + match[0].indexOf(match[1] ?? match[2]!);
    if (now)
      add(
        namesAt(text, start, context, true),
        sentence.start + match.index + now.index + 2,
        sentence.start + match.index + now.index + now[0].length,
        null,
        'title.held-now',
      );
  }
  return found;
}

/** How a post is taken: sources of patterns. */
const officeWords = [
  '当选为?',
  '[获被](?:推举|推选|选举|任命|聘任|选)为',
  '(?:受聘|获聘|被聘|被聘任|获任)(?:为|担任)?',
  '(?<![现历曾拟担兼出接上就首主责信胜继留连重前任])任(?![命务期职何意免教]|副?总?[^，。；]{0,12}期间)',
  '兼任',
  '担任',
  '出任',
  '接任',
];

/** 柳青当选…, 被任命为…, 任…: neither 现任 nor 任期. */
const takingOffice = new RegExp(`${either(officeWords)}`, 'g');

const nextAppointed = /、[\p{Script=Han}·]{2,6}为(?=\p{Script=Han})/u;
