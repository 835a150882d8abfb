import { cutWords } from '../text/word.ts';
import { surnameLength } from '../text/surname.ts';
import { readCast } from './cast.ts';
import type { CastContext, Post } from './cast.ts';
import { namesAt, readChanges } from './change.ts';
import type { TitleChange } from './facts.ts';
import { followStrength, readName, readUnusual } from './name.ts';
import { findPostHeads } from './post.ts';
import type { Reading, Span } from './reading.ts';

/** A person as read so far: every place of the name, and the posts printed with it. */
export interface PersonDraft {
  readonly name: string;
  readonly mentions: (Span & { rule: string })[];
  readonly posts: { readonly post: Post; readonly change: TitleChange | null; readonly rule: string }[];
}

/** Finds everybody whom an article names: first by posts, then by what the names found so far and their surroundings prove. */
export function findPeople(reading: Reading, context: Omit<CastContext, 'known'>, lexicon: ReadonlySet<string>): PersonDraft[] {
  const known = new Set(lexicon);
  let people = new Map<string, PersonDraft>();
  for (let pass = 0; pass < 2; pass += 1) {
    people = new Map();
    const add = (name: Span & { text: string }, rule: string, posts: readonly Post[] = [], change: TitleChange | null = null): void => {
      const person = people.get(name.text) ?? { name: name.text, mentions: [], posts: [] };
      people.set(name.text, person);
      person.mentions.push({ start: name.start, end: name.end, rule });
      for (const post of posts) person.posts.push({ post, change, rule });
    };
    const full: CastContext = { ...context, known };
    for (const sentence of reading.sentences) {
      for (const { name, posts, rule } of readCast(reading, sentence, full)) if (!isCorrected(reading.text, name)) add(name, rule, posts);
      for (const { name, post } of readHolders(reading, sentence, full)) add(name, 'person.holder', [post]);
      for (const { name, post } of readPostsAfterName(reading, sentence, full)) add(name, 'person.post-after-name', [post]);
      for (const name of readSpeakers(reading, sentence, full)) add(name, 'person.speaker');
      for (const name of readDescribed(reading, sentence, full)) add(name, 'person.described');
      for (const name of readRoster(reading, sentence)) add(name, 'person.roster');
      for (const name of readActors(reading, sentence, full)) add(name, 'person.actor');
    }
    for (const period of reading.periods) for (const { names, posts, change, rule } of readChanges(reading, period, full)) for (const name of names) add(name, rule, posts, change);
    for (const name of people.keys()) known.add(name);
    for (const sentence of reading.sentences) for (const name of readListed(reading, sentence, full)) add(name, 'person.listed');
    for (const name of people.keys()) known.add(name);
    dropFragments(reading, known, lexicon);
  }
  for (const sentence of reading.sentences) {
    for (const name of lexicon) {
      const at = reading.text.indexOf(name, sentence.start);
      if (at >= 0 && at < sentence.end && name.length > 2 && !people.has(name)) people.set(name, { name, mentions: [{ start: at, end: at + name.length, rule: 'person.known' }], posts: [] });
    }
  }
  for (const name of [...people.keys()]) if (!known.has(name)) people.delete(name);
  return [...people.values()];
}

/** 王华向 beside 王华: of two names where one begins with the other, the one that stands alone elsewhere stays. */
function dropFragments(reading: Reading, known: Set<string>, lexicon: ReadonlySet<string>): void {
  const sure = (name: string): number => reading.text.split(name).slice(1).filter((rest) => followStrength(rest, 0) === 3).length;
  for (const name of [...known]) {
    for (const longer of [...known]) {
      if (longer === name || !longer.startsWith(name) || longer.includes('·') || !known.has(longer)) continue;
      known.delete(sure(longer) > 0 || (!lexicon.has(name) && sure(name) === 0) ? name : longer);
    }
  }
}

const speech = '(?:说|表示|坦言|笑道|说道|指出|强调|介绍|认为|提醒|告诉记者|打趣|感慨|坦承|透露|回忆|建议|呼吁|直言|解释|称|表态|承诺|提出|要求|致辞|讲话|发言|希望|赞叹|感叹)';
const speaking = new RegExp(`^(?:[^，。；！？“”]{0,8}?)${speech}`);
const boundary = /[。！？，；：\n”’　]/;

/** Speakers without a post: “…”毛羽说。 汉斯·克莱因对记者说 … at a clause's start, and sure enough not to be a word. */
function readSpeakers(reading: Reading, sentence: Span, context: CastContext): (Span & { text: string })[] {
  const { text } = reading;
  const found: (Span & { text: string })[] = [];
  for (let i = sentence.start; i < sentence.end; i += 1) {
    const isResident = /(?:家住|来自|住在)[^，。；]{2,15}的$/.test(text.slice(Math.max(sentence.start, i - 20), i));
    if (i > sentence.start && !boundary.test(text[i - 1]!) && !isResident) continue;
    const name = readName(text, i, context.known);
    if (!name || name.strength < 2) continue;
    const rest = text.slice(name.end, Math.min(sentence.end, name.end + 20));
    if (!speaking.test(rest) || !(isResident || isNameLike(text.slice(i, name.end), context.known))) continue;
    found.push({ start: i, end: name.end, text: text.slice(i, name.end) });
  }
  return found;
}

const descriptors = '本人|绣娘|歌师|传承人|民警|消防员|队医|乘客|乡亲|居民|村民|市民|群众|老人|大户|户主|业主|住户|失主|患者|家属|选手|队员|球员|后卫|中锋|前锋|门将|小将|老将|冠军|演奏家|歌唱家|书法家|画家|作家|诗人|艺术家|表演家|企业家|学者|老专家|专家|硕士生|博士生|研究生|大学生|留学生|学生|毕业生|青年|志愿者|党员|老党员|代表|干部|支教教师|教师|老师|退休教师|邮差|篾匠|匠人|工匠|司机|骑手|快递员|社工|护工|厨师|摊主|商户|农户|贫困户|脱贫户|战士|消防员|飞行员|航天员|药学家|科学家|物理学家|数学家|评论家|剧作家|作曲家|摄影家|收藏家|教育家|美食家|慈善家|经济学家|老兵|烈士|英雄|模范|标兵|学员|嘉宾|评委|主持人|歌手|演员|创业者|技术员|网友|家长|游客|读者|代购员|质检员|网格员|宣讲员|讲解员|护士|医生|大夫|校友|乡贤|带货主播|农民|工人|职工|员工|老板|店主|厂商代表|负责人|同学';
const described = new RegExp(`(?:${descriptors})`, 'g');

/** 居民毛羽说, 青年演奏家水灵以一曲…, 老同志代表舒尔康、海澄: named after a word for what they are. */
function readDescribed(reading: Reading, sentence: Span, context: CastContext): (Span & { text: string })[] {
  const { text } = reading;
  const found: (Span & { text: string })[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(described)) {
    const at = sentence.start + match.index + match[0].length;
    const unusual = tellsOnePerson.test(match[0]) ? readUnusual(text, at) : null;
    const names = namesAt(text, at, context);
    if (names.length === 0 && unusual) found.push({ start: at, end: unusual.end, text: text.slice(at, unusual.end) });
    for (const name of names) {
      if (isDescribedName(name.text, match[0], context.known) && !startsWord(text, name.start, name.end)) found.push(name);
      else break;
    }
  }
  return found;
}

const tellsOnePerson = /(?:家|后卫|中锋|前锋|门将|小将|老将|选手|队员|球员|骑手|居民|村民|邮差|本人|志愿者|绣娘)$/;

/** After 演奏家 or 中锋 even a word of the dictionary (水灵, 陆离) is a name. */
function isDescribedName(name: string, descriptor: string, known: ReadonlySet<string>): boolean {
  if (isNameLike(name, known)) return true;
  const words = cutWords(name);
  return surnameLength(name, 0) > 0 && tellsOnePerson.test(descriptor) && (words.length > 1 || /家$|锋$|卫$|手$/.test(descriptor));
}

const acts = /^(?:等)?(?:[两三四五六七八九十\d]+[位名]同志)?(?:被评|获评|当选|分别|共同|一同|先后|一行)?(?:出席|会见|调研|督导|考察|走访|慰问|视察|检查|主持|带队|率队|深入|来到|带领|签署|致辞|讲话|参加|列席|陪同|见证|看望|当选|走进|接受|前往|赴|宣讲|为[^，。]{1,20}揭牌|代表[^，。]{2,20}(?:签|出席))/;

/** 曹立强走访调研…, 王华在会上强调: names that open a headline or a sentence and do what officials do. */
function readActors(reading: Reading, sentence: Span, context: CastContext): (Span & { text: string })[] {
  const { text } = reading;
  const found: (Span & { text: string })[] = [];
  for (let i = sentence.start; i < sentence.end; i += 1) {
    if (i > sentence.start && !/[，；：　\n”]/.test(text[i - 1]!)) continue;
    const names = namesAt(text, i, context);
    const last = names.at(-1);
    if (!last || !acts.test(text.slice(last.end, last.end + 30))) continue;
    for (const name of names) if (isNameLike(name.text, context.known)) found.push(name);
  }
  return found;
}

/** 赵亦曼、德吉卓玛、扎西旺堆等8名代表: a roster in which most items read as names. */
function readRoster(reading: Reading, sentence: Span): (Span & { text: string })[] {
  const clause = reading.text.slice(sentence.start, sentence.end);
  return [...clause.matchAll(roster)].flatMap((match) => {
    let at = sentence.start + match.index;
    const items = match[1]!.split('、').map((text) => ({ start: at, end: (at += text.length + 1) - 1, text }));
    const read = items.filter(({ start, end }) => readName(reading.text, start)?.end === end);
    return read.length * 3 >= items.length && read.some(({ text }) => isNameLike(text, new Set())) ? items : [];
  });
}

const roster = /(?<=^|[，。；：”\n])((?:[\p{Script=Han}·]{2,6}、)+[\p{Script=Han}·]{2,6}?)(?=(?:等)?[\d两三四五六七八九十]+(?:名|位|人)|等(?:先后|分别)|先后|分别)/gu;

/** 岑南星、鱼玄之、海澄: an item of a list in which a neighbour is a person. */
function readListed(reading: Reading, sentence: Span, context: CastContext): (Span & { text: string })[] {
  const { text } = reading;
  const found: (Span & { text: string })[] = [];
  for (const known of context.known) {
    for (let at = text.indexOf(known, sentence.start); at >= 0 && at < sentence.end; at = text.indexOf(known, at + 1)) {
      const after = at + known.length;
      if (text[after] === '、') for (const name of namesAt(text, after + 1, context)) if (isNameLike(name.text, context.known)) found.push(name);
      for (let end = at; text[end - 1] === '、'; ) {
        const start = [2, 3, 4].map((length) => end - 1 - length).find((from) => from >= sentence.start && /[、，。；：\n]/.test(text[from - 1] ?? '，') && readName(text, from)?.end === end - 1);
        if (start === undefined || !isNameLike(text.slice(start, end - 1), context.known)) break;
        found.push({ start, end: end - 1, text: text.slice(start, end - 1) });
        end = start;
      }
    }
  }
  return found;
}

/** 学校党委陈春声书记, 李维彬副区长: the post follows. The words before the name, if any, own the post. */
function readPostsAfterName(reading: Reading, sentence: Span, context: CastContext): { name: Span & { text: string }; post: Post }[] {
  const { text } = reading;
  const found: { name: Span & { text: string }; post: Post }[] = [];
  for (const relative of findPostHeads(text.slice(sentence.start, sentence.end))) {
    const at = relative.start + sentence.start;
    const end = relative.end + sentence.start;
    if (!/[，。；：！？、\n）”]/.test(text[end] ?? '。') && followStrength(text, end) < 2) continue;
    if (readName(text, end, context.known)?.strength ?? 0 > 1) continue;
    for (const length of [4, 3, 2]) {
      const start = at - length;
      const name = text.slice(start, at);
      if (start < sentence.start || surnameLength(text, start) === 0 || surnameLength(text, start) >= length) continue;
      const isKnown = context.known.has(name);
      const before = /([\p{Script=Han}]{2,12}(?:党委|党组|党工委|工委|纪委|政府|大学|学院|局|公司|集团|医院|委员会|院))$/u.exec(text.slice(sentence.start, start));
      if (!isKnown && !(before && length > 1 && isNameLike(name, context.known))) continue;
      const organisation = before ? before[1]! : null;
      const owner = organisation ? { start: start - organisation.length, end: start } : null;
      const level = /(省|市|区|县|州|旗|镇|乡)长$/.exec(relative.text)?.[1];
      found.push({ name: { start, end: at, text: name }, post: { start: at, end, title: relative.text, organisation: organisation ?? (level ? context.placeOf(level) : null), owner, modality: 'FULL' } });
      break;
    }
  }
  return found;
}

/** 更正: in “…A”应为“…B” the first is the error. */
const isCorrected = (text: string, name: Span): boolean => /^[^“”]{0,10}”应为“/.test(text.slice(name.end, name.end + 16));

/** 在市农科所当副所长的耿大地: the post is told of the person that follows. */
function readHolders(reading: Reading, sentence: Span, context: CastContext): { name: Span & { text: string }; post: Post }[] {
  const { text } = reading;
  return [...text.slice(sentence.start, sentence.end).matchAll(/在([^，。；]{2,16})(?:当|任|担任)([^，。；]{2,12})的/g)].flatMap((match) => {
    const at = sentence.start + match.index + match[0].length;
    const name = readName(text, at, context.known);
    const start = sentence.start + match.index + 1;
    const head = findPostHeads(match[2]!)[0];
    if (!name || !head || head.end !== match[2]!.length) return [];
    const owner = { start, end: start + match[1]!.length };
    return [{ name: { start: at, end: name.end, text: text.slice(at, name.end) }, post: { start, end: at - 1, title: match[2]!, organisation: match[1]!, owner, modality: 'FULL' as const } }];
  });
}

/** Whether a string can stand as a name without a post to prove it: a word of the dictionary that is no name cannot. */
function isNameLike(name: string, known: ReadonlySet<string>): boolean {
  if (known.has(name) || name.includes('·') || /^\p{Lu}/u.test(name)) return true;
  if (name.length < 2 || surnameLength(name, 0) === 0 || /^(?:孙子|孙女|于是|和睦|万一|千万|方面|高度|全面|全程|全体|全力)$/.test(name)) return false;
  const words = cutWords(name);
  return words.length > 1 ? !/^(?:[ndvmr])/.test(words[0]!.tag) || words[0]!.text.length === 1 : /^n[rs]/.test(words[0]!.tag);
}

/** 代表团队长 is no 代表 + 团队长. */
function startsWord(text: string, start: number, end: number): boolean {
  const [word] = cutWords(text.slice(start, end + 4));
  return word !== undefined && start + word.text.length > end;
}
