import { isTransliteration } from '../lexicon/transliteration.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import { BODY, PERSON, PLACE, TELLING, TITLE } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Ending } from './ending.ts';
import type { Lattice } from './lattice.ts';
import { FeatureList, textValue } from './weights.ts';
import type { Template } from './weights.ts';

export { FeatureList };

/** Every template of a feature, in the order of their numbers. `k` is the label with its form. */
export const templates: readonly Template[] = [];
const numbers = new Map<string, number>();
function template(name: string, ...values: Template['values']): number {
  numbers.set(name, templates.length);
  (templates as Template[]).push({ name, values });
  return templates.length - 1;
}

const T = {
  // of a start: label, …
  prevChar: template('start: character before', 'number', 'text'),
  prevChars: template('start: two characters before', 'number', 'text'),
  prevWord: template('start: word before', 'number', 'text'),
  prevTag: template('start: tag before', 'number', 'text'),
  prevTagTag: template('start: tag before, tag', 'number', 'text', 'text'),
  prevWordTag: template('start: word before, tag', 'number', 'text', 'text'),
  prevTwoTags: template('start: two tags before', 'number', 'text', 'text'),
  char: template('start: character', 'number', 'text'),
  chars: template('start: two characters', 'number', 'text'),
  word: template('start: word', 'number', 'text'),
  tag: template('start: tag', 'number', 'text'),
  startCut: template('start: boundary', 'number', 'number', 'number'),
  startHead: template('start: a head ends here', 'number', 'text'),
  startEnding: template('start: an ending ends here', 'number', 'text'),
  // of an end: label and form, …
  bias: template('end: any', 'number'),
  nextChar: template('end: character after', 'number', 'text'),
  nextChars: template('end: two characters after', 'number', 'text'),
  nextWord: template('end: word after', 'number', 'text'),
  nextTag: template('end: tag after', 'number', 'text'),
  lastChar: template('end: last character', 'number', 'text'),
  lastChars: template('end: two last characters', 'number', 'text'),
  endCut: template('end: boundary', 'number', 'number'),
  endHead: template('end: a head starts here', 'number', 'text'),
  endSurname: template('end: a surname starts here', 'number', 'number'),
  ending: template('end: ending', 'number', 'text'),
  endingNext: template('end: ending, character after', 'text', 'text'),
  endingHead: template('end: ending, head', 'text', 'text'),
  endingMore: template('end: ending, an ending soon after', 'text', 'text'),
  // of the whole
  length: template('length', 'number', 'number'),
  wordCount: template('words', 'number', 'number'),
  endingWords: template('ending, words', 'text', 'number'),
  generic: template('common noun', 'number', 'number'),
  tags: template('tags', 'number', 'text'),
  lastTags: template('last tags', 'number', 'text'),
  firstTags: template('first tags', 'number', 'text', 'text'),
  verbs: template('verbs, function words', 'number', 'number', 'number'),
  innerWord: template('inner word', 'number', 'text'),
  innerTag: template('inner tag', 'number', 'text'),
  firstInner: template('second word', 'number', 'text'),
  lastWord: template('last word', 'number', 'text'),
  singles: template('words of one character among the first three', 'number', 'number'),
  innerEndings: template('endings inside', 'number', 'number'),
  whole: template('fills its stretch', 'number', 'number'),
  level: template('begins with a level word', 'number', 'text'),
  place: template('begins with a place', 'number', 'number'),
  joined: template('halves joined', 'number', 'text', 'number'),
  brackets: template('brackets', 'number', 'number'),
  count: template('how often', 'number', 'number'),
  alone: template('how often alone', 'number', 'number'),
  lefts: template('left neighbours, how often', 'number', 'number', 'number'),
  rights: template('right neighbours, how often', 'number', 'number', 'number'),
  longer: template('beside the longer one', 'number', 'number'),
  shorter: template('beside the shorter one', 'number', 'number'),
  surname: template('surname', 'text', 'number'),
  given: template('given name', 'number', 'text'),
  givenWhole: template('given name as a whole', 'text'),
  isWord: template('is a word, its tag', 'number', 'text'),
  afterTitle: template('a head before, length', 'text', 'number'),
  listed: template('in a list of its kind', 'number', 'number', 'number'),
  head: template('head', 'number', 'text'),
  unit: template('unit', 'text'),
  unitLast: template('unit: last word', 'text'),
  unitLength: template('unit: length', 'number', 'number'),
  unitFirst: template('unit: first word, tag before', 'text', 'text'),
  unitEnding: template('unit: ending before it', 'text', 'text'),
  beforePerson: template('a person may follow', 'number', 'number', 'number'),
};

const none = textValue('');
const edges = new Map<number, number>();
const sharp = textValue('#');
const unknown = textValue('?');
const hyphen = textValue('-');

/** Characters that foreign names are written with. */
const transcribed = new Set(
  '阿埃艾安奥巴班邦鲍贝本比彼别宾波伯博布查达戴丹德登迪蒂丁杜多厄恩尔法凡菲费芬弗福富盖甘冈高戈格根贡古哈海汉豪赫亨胡华怀吉加贾简杰金卡凯坎康考柯科克肯孔库奎拉莱兰朗劳勒雷李里利莉林琳卢鲁路伦罗洛马玛迈麦曼芒梅门蒙米密明莫默姆慕穆纳娜奈南内尼涅纽农诺帕潘佩皮平普奇齐乔切琴琼丘让热日荣瑞若萨塞桑沙珊山绍舍申盛施史舒斯松苏索塔台泰坦汤唐陶特腾提廷汀图托瓦万旺威韦维魏温文沃乌武西希锡夏香肖谢辛欣休许雅亚延扬耶叶伊因英尤于约泽扎詹佐',
);
const isNameUnit = (unit: string): boolean =>
  (unit >= '\u3400' && unit <= '\u9fff') || /[\p{Script=Han}A-Za-z0-9]/u.test(unit);
const honorific = /先生|女士|教授|博士|小姐|阁下|院士/;

const bucket = (n: number, most: number): number => (n > most ? most : n);

export class Features {
  readonly #lattice: Lattice;
  readonly #list: FeatureList;
  /** Where each pair of units stands. */
  readonly #postings = new Map<number, number[]>();
  readonly #standing = new Map<number, Standing>();
  readonly #isName: Uint8Array;
  /** Hashes of the words of the text and of their tags, by their numbers. */
  readonly #wordHash: Int32Array;
  readonly #tagHash: Int32Array;
  readonly #personLengths: Uint8Array;

  constructor(lattice: Lattice, list: FeatureList) {
    this.#lattice = lattice;
    this.#list = list;
    this.#personLengths = new Uint8Array(lattice.text.length + 1);
    for (const { start, end, label } of lattice.candidates)
      if (label === PERSON) this.#personLengths[start]! |= 1 << Math.min(end - start, 6);
    const { text, words } = lattice;
    this.#wordHash = Int32Array.from(words, (word) => list.text(word.text));
    this.#tagHash = Int32Array.from(words, (word) => list.text(word.tag));
    this.#isName = new Uint8Array(text.length + 1);
    for (let i = 0; i < text.length; i += 1) if (isNameUnit(text[i]!)) this.#isName[i] = 1;
    for (let i = 0; i + 2 <= text.length; i += 1) {
      const pair = pairAt(text, i);
      const places = this.#postings.get(pair);
      if (!places) this.#postings.set(pair, [i]);
      else if (places.length < 24) places.push(i);
    }
  }

  /** The hash of a part of the text, within its bounds. */
  #p(start: number, end: number): number {
    const { text } = this.#lattice;
    return this.#list.part(text, start < 0 ? 0 : start, end > text.length ? text.length : end);
  }

  /** A clause's beginning or end, by the character there. */
  #edge(unit: string): number {
    const code = unit.charCodeAt(0);
    let hash = edges.get(code);
    if (hash === undefined || this.#list.texts) edges.set(code, (hash = this.#h(`#${unit}`)));
    return hash;
  }

  #ending(ending: Ending | undefined): number {
    if (!ending) return none;
    return this.#list.texts ? this.#h(ending.text) : ending.hash;
  }

  #h(text: string): number {
    return this.#list.text(text);
  }

  start(label: number, at: number): void {
    const { text, wordFrom, wordTo, firstWord, boundary, bodyStart, headTo, endingTo, stretchStart } = this.#lattice;
    const list = this.#list;
    const opens = at === stretchStart[at];
    const before = at > 0 ? text[at - 1]! : '#';
    const left = opens || !wordTo[at] ? -1 : firstWord[at]! - 1;
    const first = wordFrom[at] ? firstWord[at]! : -1;
    const opening = opens ? this.#edge(before) : 0;
    const leftTag = opens ? opening : left >= 0 ? this.#tagHash[left]! : unknown;
    const tag = first >= 0 ? this.#tagHash[first]! : unknown;
    const beforeHash = at > 0 ? this.#p(at - 1, at) : sharp;
    list.add(T.prevChar, label, beforeHash);
    list.add(T.prevChars, label, this.#p(at - 2, at));
    list.add(T.prevWord, label, opens ? opening : left >= 0 ? this.#wordHash[left]! : unknown);
    list.add(T.prevTag, label, leftTag);
    list.add(T.prevTagTag, label, leftTag, tag);
    list.add(T.prevWordTag, label, left >= 0 ? this.#wordHash[left]! : beforeHash, tag);
    list.add(T.prevTwoTags, label, leftTag, this.#tagBefore(left, at));
    list.add(T.char, label, this.#p(at, at + 1));
    list.add(T.chars, label, this.#p(at, at + 2));
    list.add(T.word, label, first >= 0 ? this.#wordHash[first]! : unknown);
    list.add(T.tag, label, tag);
    list.add(T.startCut, label, boundary[at]!, at < bodyStart ? 1 : 0);
    const head = headTo.get(at);
    list.add(T.startHead, label, head ? this.#p(at - 2, at) : none);
    const ending = opens ? undefined : endingTo.get(at);
    list.add(T.startEnding, label, this.#ending(ending));
  }

  /** The tag of the word before the one before `at`. */
  #tagBefore(left: number, at: number): number {
    const { words, stretchStart } = this.#lattice;
    if (left < 0) return hyphen;
    return words[left]!.start === stretchStart[at] ? sharp : left > 0 ? this.#tagHash[left - 1]! : unknown;
  }

  end(label: number, form: number, at: number): void {
    const { text, wordFrom, firstWord, boundary, headFrom, endingTo, surnames, stretchEnd } = this.#lattice;
    const list = this.#list;
    const k = label * 8 + form;
    const after = text[at] ?? '#';
    const closes = at === stretchEnd[at];
    const right = closes || !wordFrom[at] ? -1 : firstWord[at]!;
    const closing = closes ? this.#edge(after) : 0;
    const head = headFrom.get(at);
    list.add(T.bias, k);
    const afterHash = at < text.length ? this.#p(at, at + 1) : sharp;
    list.add(T.nextChar, k, afterHash);
    list.add(T.nextChars, label, this.#p(at, at + 2));
    list.add(T.nextWord, label, closes ? closing : right >= 0 ? this.#wordHash[right]! : unknown);
    list.add(T.nextTag, k, closes ? closing : right >= 0 ? this.#tagHash[right]! : unknown);
    list.add(T.lastChar, label, this.#p(at - 1, at));
    list.add(T.lastChars, label, this.#p(at - 2, at));
    list.add(T.endCut, k, boundary[at]!);
    const headHash = head ? this.#p(head.end - 2, head.end) : none;
    list.add(T.endHead, k, headHash);
    list.add(T.endSurname, k, closes ? 0 : surnames[at]!);
    if (label === BODY) {
      const ending = endingTo.get(at);
      const endingHash = this.#ending(ending);
      list.add(T.ending, k, endingHash);
      list.add(T.endingNext, endingHash, afterHash);
      if (head) list.add(T.endingHead, endingHash, headHash);
      for (let next = at + 1; next <= Math.min(stretchEnd[at]!, at + 8); next += 1) {
        const more = endingTo.get(next);
        if (more?.form !== TELLING) continue;
        list.add(T.endingMore, endingHash, this.#ending(more));
        break;
      }
    }
  }

  whole({ start, end, label, form }: Candidate): void {
    const { text, words, firstWord, stretchStart, stretchEnd, endingTo } = this.#lattice;
    const list = this.#list;
    const k = label * 8 + form;
    const length = end - start;
    list.add(T.length, k, bucket(length, 16));
    list.add(T.whole, k, (start === stretchStart[start] ? 1 : 0) + (end === stretchEnd[end] ? 2 : 0));
    const name = text.slice(start, end);
    if (label === PERSON) this.#person(start, end, form, name);
    else if (label === TITLE) this.#title(start, end, form);
    const own = this.#standingOf(start, end);
    list.add(T.count, k, bucket(own.count, 4));
    list.add(T.alone, k, bucket(own.alone, 3));
    list.add(T.lefts, label, bucket(own.lefts, 4), bucket(own.count, 4));
    list.add(T.rights, label, bucket(own.rights, 4), bucket(own.count, 4));
    if (label === PERSON || label === PLACE) return;
    // the words inside
    let w = firstWord[start]!;
    const from = w;
    while (w < words.length && words[w]!.end <= end) w += 1;
    const n = w - from;
    let verbs = 0;
    let particles = 0;
    let singles = 0;
    let tags = '';
    for (let i = from; i < w; i += 1) {
      const { tag, text: word } = words[i]!;
      if (tag === 'v' || tag === 'vd') verbs += 1;
      if ('pcdru'.includes(tag[0]!)) particles += 1;
      if (i < from + 3 && word.length === 1) singles += 1;
      if (i < from + 6) tags += tag[0]!;
      if (i < w - 1) list.add(T.innerTag, label, this.#tagHash[i]!);
      if (i > from && i < w - 1) list.add(T.innerWord, label, this.#wordHash[i]!);
    }
    list.add(T.wordCount, k, bucket(n, 6));
    list.add(T.tags, label, this.#h(tags));
    list.add(T.verbs, k, bucket(verbs, 3), bucket(particles, 2));
    if (label === TITLE) return;
    const ending = endingTo.get(end);
    const endingHash = this.#ending(ending);
    list.add(T.endingWords, endingHash, bucket(n, 5));
    list.add(T.generic, label, genericHeads.has(name) ? 1 : 0);
    list.add(T.firstTags, label, this.#h(words[from]?.tag ?? '?'), this.#h(n > 1 ? words[from + 1]!.tag : '#'));
    list.add(
      T.lastTags,
      label,
      this.#h(n > 1 ? `${words[w - 2]!.tag} ${words[w - 1]!.tag}` : (words[w - 1]?.tag ?? '?')),
    );
    list.add(T.lastWord, label, n > 0 ? this.#wordHash[w - 1]! : unknown);
    list.add(T.singles, k, singles);
    let inside = 0;
    for (let at = start + 2; at < end; at += 1) if (endingTo.get(at)?.form === TELLING) inside += 1;
    list.add(T.innerEndings, k, bucket(inside, 3));
    const level = '省市区县州旗镇乡村校院'.includes(text[start]!) ? text[start]! : '';
    list.add(T.level, k, this.#h(level));
    let place = 0;
    for (let at = start + 1; at < Math.min(end - 1, start + 5); at += 1)
      if ('省市区县州旗镇乡'.includes(text[at]!)) place = at - start;
    list.add(T.place, k, place);
    for (let at = start; at < end; at += 1) {
      const unit = text[at]!;
      if ('与和及暨、的在为是了'.includes(unit)) {
        const where = at === start ? 0 : at === end - 1 ? 2 : 1;
        const isApart =
          where === 1 && (endingTo.get(at)?.form === TELLING || this.#standingOf(start, at).count > own.count) ? 4 : 0;
        list.add(T.joined, label, this.#h(unit), where + isApart);
      }
    }
    if (name.includes('（') || name.includes('）'))
      list.add(T.brackets, label, name.split('（').length * 4 + name.split('）').length);
    // beside the next longer and the next shorter candidate
    const before = this.#previousStart(start);
    if (before >= 0) {
      const longer = this.#standingOf(before, end);
      list.add(
        T.longer,
        label,
        (longer.count === own.count ? 1 : 0) +
          (longer.lefts > 1 ? 2 : 0) +
          (longer.alone > 0 ? 4 : 0) +
          (own.count > 1 ? 8 : 0),
      );
    } else list.add(T.longer, label, 16);
    const after = words[from]?.end ?? end;
    if (after < end - 1) {
      const shorter = this.#standingOf(after, end);
      list.add(
        T.shorter,
        label,
        (shorter.count > own.count ? 1 : 0) + (shorter.lefts > 1 ? 2 : 0) + (shorter.alone > own.alone ? 4 : 0),
      );
    } else list.add(T.shorter, label, 16);
  }

  #previousStart(start: number): number {
    const { boundary, stretchStart } = this.#lattice;
    for (let at = start - 1; at >= Math.max(stretchStart[start]!, start - 4); at -= 1) if (boundary[at]! > 0) return at;
    return -1;
  }

  #person(start: number, end: number, form: number, name: string): void {
    const { text, surnames, wordFrom, headTo, boundary } = this.#lattice;
    const list = this.#list;
    const surname = form === 1 ? (surnames[start] === 2 && end - start > 2 ? 2 : 1) : 0;
    list.add(T.surname, this.#h(form === 1 ? name.slice(0, surname) : ''), end - start);
    if (form === 1 || form === 3) {
      const given = name.slice(surname || 2);
      list.add(T.given, given.length * 4, this.#h(given[0]!));
      if (given.length > 1) list.add(T.given, 9, this.#h(given[1]!));
      list.add(T.givenWhole, this.#h(given));
    }
    if (form === 4 || form === 7) {
      const last = name.slice(Math.max(name.lastIndexOf('·'), name.lastIndexOf('-')) + 1);
      let strange = 0;
      for (const unit of last) if (!isTransliteration(unit) && !transcribed.has(unit)) strange += 1;
      list.add(T.listed, 40 + form, bucket(strange, 3), bucket(last.length, 5));
      list.add(T.listed, 50 + form, honorific.test(text.slice(end, end + 2)) ? 1 : 0, honorific.test(name) ? 1 : 0);
    }
    const word = wordFrom[start];
    list.add(
      T.isWord,
      bucket(end - start, 5),
      word && word.end >= end ? this.#h(word.end === end ? word.tag : `+${word.tag}`) : none,
    );
    if (word && word.end === end) list.add(T.isWord, 8, this.#h(word.text));
    const head = headTo.get(start);
    if (head) list.add(T.afterTitle, this.#h(head.text.slice(-2)), end - start);
    const before = text[start - 1];
    const after = text[end];
    list.add(
      T.listed,
      PERSON,
      (before === '、' ? 1 : 0) + (after === '、' ? 2 : 0),
      after === '、' && this.#personLengths[end + 1]! > 0 ? 1 : 0,
    );
    let crossed = 0;
    for (let at = start + 1; at < end; at += 1) if (boundary[at]! > 0) crossed += 1;
    list.add(T.startCut, 40 + bucket(end - start, 5), crossed, boundary[end]!);
  }

  #title(start: number, end: number, form: number): void {
    const { text, headTo, wordFrom, wordTo, endingTo, stretchStart, surnames } = this.#lattice;
    const list = this.#list;
    const head = headTo.get(end);
    const headStart = head ? head.start : end - 1;
    list.add(T.head, form, this.#h(head ? head.text : text.slice(end - 2, end)));
    const unit = text.slice(start, headStart);
    list.add(T.unit, this.#h(unit));
    list.add(T.unitLength, form, bucket(unit.length, 8));
    list.add(T.unitLast, this.#h(wordTo[headStart]?.text ?? '?'));
    const opens = start === stretchStart[start];
    list.add(T.unitFirst, this.#h(wordFrom[start]?.text ?? '?'), this.#h(opens ? '#' : (wordTo[start]?.tag ?? '?')));
    const ending = opens ? undefined : endingTo.get(start);
    list.add(T.unitEnding, this.#ending(ending), this.#h(unit === '' ? '' : (wordFrom[start]?.text ?? '?')));
    list.add(
      T.level,
      TITLE,
      this.#h('省市区县州旗镇乡村校院'.includes(text[start]!) ? text.slice(start, start + 2) : ''),
    );
    list.add(T.beforePerson, form, this.#personLengths[end]!, surnames[end] ?? 0);
    list.add(T.listed, TITLE, '、，兼（'.indexOf(text[end] ?? '#') + 1, '、，兼'.indexOf(text[start - 1] ?? '#') + 1);
  }

  /** How the words of a span stand in the whole article; looks at no more than the first 24 places of their beginning. */
  #standingOf(start: number, end: number): Standing {
    const { text } = this.#lattice;
    const key = textValue(text, start, end);
    const kept = this.#standing.get(key);
    if (kept) return kept;
    let count = 0;
    let alone = 0;
    const lefts = new Set<number>();
    const rights = new Set<number>();
    for (const at of this.#postings.get(pairAt(text, start)) ?? []) {
      if (!isSame(text, at, start, end - start)) continue;
      count += 1;
      const left = at > 0 && this.#isName[at - 1] ? text.charCodeAt(at - 1) : 0;
      const after = at + end - start;
      if (left === 0) alone += 1;
      lefts.add(left);
      rights.add(this.#isName[after] ? text.charCodeAt(after) : 0);
    }
    const standing = { count, alone, lefts: lefts.size, rights: rights.size };
    this.#standing.set(key, standing);
    return standing;
  }
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + (text.charCodeAt(at + 1) || 0);

function isSame(text: string, a: number, b: number, length: number): boolean {
  if (a === b) return true;
  for (let i = 2; i < length; i += 1) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
}

interface Standing {
  readonly count: number;
  readonly alone: number;
  readonly lefts: number;
  readonly rights: number;
}
