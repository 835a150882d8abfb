import { either } from '../../text/pattern.ts';
import { japaneseSurnameLength, surnameLength } from '../../text/surname.ts';
import { cutWords } from '../../text/word.ts';
import { addressForms } from '../lexicon/address.ts';
import { followers } from '../lexicon/name-follower.ts';
import { isTransliterated } from '../lexicon/transliteration.ts';
import { followAt, followStrength } from './name-follow.ts';

/** A personal name read at a known start. */
export interface NameReading {
  readonly end: number;
  /** How sure the end is: 3 punctuation, 2 a word that follows names, 1 any other verb or particle. */
  readonly strength: number;
}

/** Characters that are never part of a given name. */
const neverGiven = new Set('的了等在被也还都就并把及此该这那哪你他她它们吗呢吧啊个只次位们说很更再又仍却则且或者、');
/** Characters of given names that, at a name's end, are rather a word of their own. */
const seldomLast = new Set('为和向同到对从给由因而自率任获作做赴受共先一就不会不与以名最辞是我将兼担其获');
/** Surname and form of address: 王大爷, 刘某, 李总, 韦阿婆, 张姐. */
const address = new RegExp(`^.{1,2}${either(addressForms)}`);
const han = /^[\u3400-\u9fff\uf900-\ufaff]+$/u;

/** Nouns that the dictionary takes for names. */
const notNames = new Set(['师生', '师市', '师徒', '家长', '家属', '班子', '国际', '国家', '公司', '单位']);

/**
 * Reads a name that starts at `at`: a Han name by its surname, a transliterated or minority name with ·, a Latin name,
 * a Japanese name. `known` names of the same text win over everything else. Returns null where no name can be read.
 */
export function readName(text: string, at: number, known: ReadonlySet<string> = new Set()): NameReading | null {
  return (
    readKnown(text, at, known) ??
    readDotted(text, at) ??
    readLatin(text, at) ??
    readJapanese(text, at) ??
    readHan(text, at)
  );
}

function readKnown(text: string, at: number, known: ReadonlySet<string>): NameReading | null {
  for (const length of lengthsOf(known))
    if (known.has(text.slice(at, at + length))) return { end: at + length, strength: 3 };
  return null;
}

/** The lengths that occur in a set of names, longest first; kept while the set does not grow. */
const lengths = new WeakMap<ReadonlySet<string>, { readonly size: number; readonly lengths: readonly number[] }>();
function lengthsOf(names: ReadonlySet<string>): readonly number[] {
  const kept = lengths.get(names);
  if (kept?.size === names.size) return kept.lengths;
  const fresh = [...new Set([...names].map((name) => name.length))].sort((a, b) => b - a);
  lengths.set(names, { size: names.size, lengths: fresh });
  return fresh;
}

function readHan(text: string, at: number): NameReading | null {
  const surname = surnameLength(text, at);
  if (surname === 1 && text[at + 1] === '氏' && han.test(text.slice(at, at + 4)) && followStrength(text, at + 4) >= 2)
    return { end: at + 4, strength: 2 };
  if (surname === 0 || followers.has(text.slice(at, at + 2)) || notNames.has(text.slice(at, at + 2))) return null;
  let best: NameReading | null = null;
  let wordLength = 0; // of what follows the shorter name
  for (const given of surname === 2 ? [1, 2] : [1, 2, 3]) {
    const name = text.slice(at, at + surname + given);
    const end = at + name.length;
    if (!han.test(name) || name.length < surname + given) break;
    if (given === 1 && isFunctionWord(name)) continue; // 总书记关于安全生产的论述
    if ([...name.slice(surname)].some((c) => neverGiven.has(c)) || address.test(name)) break;
    const follow = followAt(text, end);
    let { strength } = follow;
    if (strength === 2 && given === 2 && !/[和与及同]/.test(text[end]!) && cutsWord(text, at, end)) continue;
    // 岑冯富珍: two surnames joined
    if (given === 3 && (strength < 3 || (best?.strength ?? 0) > 1 || surnameLength(text, at) !== 1)) continue;
    if (given === 3 && (surnameLength(text, at + 1) !== 1 || followers.has(name.slice(2)) || !startsLikeName(name)))
      continue; // 农桑见证 is 农桑 + 见证
    const isLess: boolean =
      // 钟离皓 + 来到, not 钟离皓来 + 到
      strength > 0 && best !== null && (seldomLast.has(name.at(-1)!) || (follow.length === 1 && wordLength > 1));
    if (isLess) strength -= 1;
    if (isLess && name.endsWith('获') && strength === best!.strength) continue; // 解语 + 获“优秀教师”称号
    wordLength = strength > 1 ? follow.length : 0;
    if (strength > 0 && strength >= (best?.strength ?? 0)) best = { end, strength };
  }
  return best;
}

/** 关于, 从此, 任何: a preposition, adverb or pronoun of the dictionary. */
const isFunctionWord = (name: string): boolean =>
  (([word]) => word!.text === name && /^[pcrdu]$/.test(word!.tag))(cutWords(name));

/** 国际合 + 作: the words of 国际合作部 part elsewhere, and the first is no surname. */
function cutsWord(text: string, at: number, end: number): boolean {
  const words = cutWords(text.slice(at, end + 4));
  const [first] = words;
  return (
    first!.text.length > 1 &&
    !/^n[rsz]/.test(first!.tag) &&
    words.some((word) => at + word.start < end && at + word.end > end)
  );
}

/**
 * After a post any name may stand: 旗委书记乌日图那苏, 县委书记次仁顿珠. Only what is no run of common words is read;
 * one of four characters or more is transliterated or begins with two surnames (蔡李惠珍).
 */
export function readUnusual(text: string, at: number): NameReading | null {
  if (/^[兼及并以很来去已正]|^其(?!木)/.test(text.slice(at, at + 2))) return null;
  for (let length = 2; length <= 6; length += 1) {
    const name = text.slice(at, at + length);
    if (!han.test(name) || /[的了等在被与和为向对到从任是各某得不们]|以来/.test(name) || address.test(name))
      return null;
    const strength = followStrength(text, at + length);
    if (strength < 2 || (strength === 2 && length < 3)) continue;
    if (length > 3 && isTransliterated(name)) return isPhrase(name) ? null : { end: at + length, strength };
    if (
      length > 4 ||
      (length > 3 &&
        !isTransliterated(name, 2) &&
        !(
          length === 4 &&
          surnameLength(name, 0) === 1 &&
          surnameLength(name, 1) === 1 &&
          !followers.has(name.slice(2)) &&
          startsLikeName(name)
        ))
    )
      return null;
    const words = cutWords(name).filter((word) => word.text.length > 1);
    if (
      words.some(({ tag }) => /^(?:v|vn|a|d|c|p|i|l|m|t|b)$/.test(tag)) ||
      (words.reduce((sum, word) => sum + word.text.length, 0) === name.length && words.some(({ tag }) => tag === 'n'))
    )
      return null;
    return { end: at + length, strength };
  }
  return null;
}

/** 参加比赛: nothing but words of two characters and more. */
const isPhrase = (name: string): boolean =>
  cutWords(name).every(({ text, tag }) => text.length > 1 && /^(?:v|vn|n|a|d)$/.test(tag));

/** 全程跟班 begins with a word, no surname. */
const startsLikeName = (name: string): boolean =>
  (([word]) => word!.text.length === 1 || /^nr/.test(word!.tag))(cutWords(name));

/**
 * 张丽江苏省…: after a post the name that ends where the words of the sentence go on, when nothing that follows names
 * is there.
 */
export function readBeforeWord(text: string, at: number): NameReading | null {
  const surname = surnameLength(text, at);
  if (surname === 0 || /[和与及任同从向为兼对]/.test(text[at]!) || text[at + 1] === '副') return null;
  const words = cutWords(text.slice(at, at + 10));
  for (const length of [surname + 2, surname + 1]) {
    const name = text.slice(at, at + length);
    if (!han.test(name) || [...name.slice(surname)].some((c) => neverGiven.has(c)) || address.test(name)) continue;
    const next = words.find(({ start }) => start === length);
    if (
      next &&
      next.text.length > 1 &&
      /^[nvad]/.test(next.tag) &&
      words.filter(({ end }) => end <= length).every(({ text: word }) => word.length < length)
    )
      return { end: at + length, strength: 1 };
  }
  return null;
}

function readJapanese(text: string, at: number): NameReading | null {
  const surname = japaneseSurnameLength(text, at);
  if (surname === 0) return null;
  for (const given of [2, 1, 3]) {
    const end = at + surname + given;
    const name = text.slice(at, end);
    if (han.test(name) && ![...name.slice(surname)].some((c) => neverGiven.has(c)) && followStrength(text, end) >= 2)
      return { end, strength: 2 };
  }
  return null;
}

/** Of a transliterated name, before a dot. */
const longestPart = 5;
const dottedHead = /[\u4e00-\u9fff]{1,5}(?:·[\u4e00-\u9fff]{1,8}?)*·/uy;

function readDotted(text: string, at: number): NameReading | null {
  if (!text.slice(at, at + longestPart + 1).includes('·')) return null;
  dottedHead.lastIndex = at;
  const head = dottedHead.exec(text);
  if (!head) return null;
  let end = at + head[0].length;
  for (let more = /[\u4e00-\u9fff]{1,8}·/uy; ; end = more.lastIndex) {
    more.lastIndex = end;
    if (!more.test(text)) break;
  }
  if (/[的了在是与和]|邮差|专家|选手|先生|市长|总裁|主席/.test(head[0])) return null;
  for (let length = 1; length <= 8 && han.test(text[end + length - 1] ?? ''); length += 1) {
    const strength = followStrength(text, end + length);
    if (strength === 0 || (strength < 3 && length === 1)) continue;
    const isShort =
      strength === 2 &&
      !/[在向对与和等]/.test(text[end + length]!) &&
      !followers.has(text.slice(end + length, end + length + 2));
    if (isShort && followStrength(text, end + length + 1) === 2) continue; // 克莱因对记者说
    return { end: end + length, strength };
  }
  return null;
}

const latinName =
  /\p{Lu}[\p{Script=Latin}.'’-]*(?: (?:de|van|von|der|da|del|la|bin|al|\p{Lu}[\p{Script=Latin}.'’-]*))+/uy;

function readLatin(text: string, at: number): NameReading | null {
  latinName.lastIndex = at;
  const match = latinName.exec(text);
  return match ? { end: at + match[0].length, strength: 2 } : null;
}
