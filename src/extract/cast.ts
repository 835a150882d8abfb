import { nounStart } from '../text/noun.ts';
import type { TitleModality } from './facts.ts';
import { cutWords } from '../text/word.ts';
import { followStrength, readName, readUnusual } from './name.ts';
import type { NameReading } from './name.ts';
import { divideOwner } from './owner.ts';
import { canOwn } from './owner-by-head.ts';
import { findPostHeads, modalityOf } from './post.ts';
import type { NamedSpan, Reading, Span } from './reading.ts';
import { spansWithin } from './span.ts';

/** A person printed with posts in one place of the text. Offsets are into the reading's text. */
export interface Appearance {
  readonly name: NamedSpan;
  readonly posts: readonly Post[];
  readonly rule: string;
}

export interface Post extends Span {
  readonly title: string;
  readonly organisation: string | null;
  /** Where the organisation is printed; null when it was completed from the context. */
  readonly owner: Span | null;
  readonly modality: TitleModality;
}

/** What the rest of the article tells the reader of one sentence. */
export interface CastContext {
  readonly known: ReadonlySet<string>;
  isOrganisation(name: string): boolean;
  /** The one organisation before `at` that a bare post can belong to: the one school for 校长. */
  ownerFor?(title: string, at: number): string | null;
  /** Where organisations were seen by their own form. */
  readonly organisations?: readonly Span[];
  /** The place of a level that the article is about: 徐汇区 for 区. */
  placeOf(level: string): string | null;
}

interface Draft extends Span {
  title: string;
  organisation: string | null;
  owner: Span | null;
  level: string | null;
  place: string | null;
}

const chainLink = /^(?:、|，|兼|和|与|及|以及|、兼|，兼|暨)?$/;
const hardBoundary = /[。！？；：\n“”‘’《》〈〉　—]/;

/**
 * Reads the posts-before-name form, the backbone of the register:
 * 复旦大学党委书记裘新，校长、中国科学院院士金力，区委书记曹立强 … A post without an owner takes the owner before it in the
 * chain, then that of the person before it in the list; a bare 区长 takes the district.
 */
export function readCast(reading: Reading, sentence: Span, context: CastContext): Appearance[] {
  const { text } = reading;
  const found: Appearance[] = [];
  let pending: Draft[] = [];
  let cursor = sentence.start; // everything before it is spoken for
  let listOwner: string | null = null;
  let listEnd = -1;
  let places: Record<string, string> = {};
  const heads = findPostHeads(text.slice(sentence.start, sentence.end));
  for (const [i, relative] of heads.entries()) {
    const head = { start: relative.start + sentence.start, end: relative.end + sentence.start, text: relative.text };
    if (head.start < cursor) continue;
    const ownerStart = findOwnerStart(text, cursor, head.start, context);
    if (context.known.has(text.slice(ownerStart, head.start))) continue; // 李维彬副区长: read by the post-after-name rule
    const draft = draftOf(text, ownerStart, head, context);
    const last = pending.at(-1);
    if (last && !chainLink.test(text.slice(last.end, draft.start))) pending = [];
    if (/老$/.test(text.slice(draft.start, head.start))) continue; // 老支书 is no post any more
    if (plural.test(text.slice(draft.start, head.start)) || /^[任当]/.test(text.slice(head.start - 1, head.start)) && draft.start === head.start && pending.length === 0 && head.start - 1 > sentence.start && /由[^，。]*$/.test(text.slice(sentence.start, head.start - 1))) continue;
    const isBare = draft.owner === null && draft.level === null && draft.start === head.start && pending.length === 0 && !(listEnd >= 0 && /^[，、]$/.test(text.slice(listEnd, draft.start)));
    const names = readNames(text, head.end, context.known, heads[i + 1] ? heads[i + 1]!.start + sentence.start : Infinity, isBare);
    if (names.length === 0 && !goesOn(text, head.end, heads[i + 1] ? heads[i + 1]!.start + sentence.start : -1)) continue; // 市长兴岛管委会
    pending.push(draft);
    cursor = head.end;
    if (names.length === 0) continue;
    const between = listEnd < 0 ? '' : text.slice(listEnd, pending[0]!.start);
    const lacksOwner = pending[0]!.organisation === null && pending[0]!.start === head.start;
    const continues = listEnd >= 0 && (/^(?:（[^）]{1,20}）)?(?:[，、；]|和|与|及|以及|，?由|并|同)?$/.test(between) || (lacksOwner && !/[：“”]/.test(between)));
    if (!continues) {
      listOwner = null;
      if (listEnd < 0) places = {};
    }
    const posts = resolve(pending, listOwner, places, context);
    listOwner = posts.find((post) => post.organisation !== null)?.organisation ?? listOwner;
    for (const name of names) found.push({ name, posts, rule: names.length > 1 ? 'person.shared-post' : 'person.post-before-name' });
    cursor = listEnd = names.at(-1)!.end;
    pending = [];
  }
  return found;
}

/** The posts of one stretch of text that holds no name: 县财政局局长 in 任命韦国栋为县财政局局长. */
export function readPosts(reading: Reading, stretch: Span, context: CastContext): Post[] {
  const { text } = reading;
  const chain: Draft[] = [];
  let cursor = stretch.start;
  for (const head of findPostHeads(text.slice(stretch.start, stretch.end))) {
    const start = head.start + stretch.start;
    const end = head.end + stretch.start;
    chain.push(draftOf(text, findOwnerStart(text, cursor, start, context), { start, end, text: head.text }, context));
    cursor = end;
  }
  return resolve(chain, null, {}, context);
}

/** Whether a chain of posts may go on after a post: by a link, or at once by a post of a department (区委常委组织部长). */
function goesOn(text: string, end: number, nextHead: number): boolean {
  if (/^(?:、|，|兼|和|与|及|以及)/.test(text.slice(end, end + 2))) return true;
  return nextHead >= end && /^(?:[省市区县州]委)?(?:组织|宣传|统战|政法委)?部?$|^[省市区县州].{0,6}$/.test(text.slice(end, nextHead));
}

/** Back from the head over the owner's words: to a delimiter, a function word, a verb, or what was read before. */
function findOwnerStart(text: string, cursor: number, headStart: number, context: CastContext): number {
  let from = cursor;
  let depth = 0;
  for (let i = headStart - 1; i >= cursor; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) { from = i + 1; break; }
      depth -= 1;
    } else if (hardBoundary.test(c) || c === '、' || c === '，') {
      if (depth > 0) return headStart;
      from = i + 1;
      break;
    }
  }
  while ((/^[兼任]/.test(text.slice(from, headStart)) || (text[from - 1] === '—' && /^[记访]/.test(text.slice(from, headStart)))) && from < headStart) from += 1;
  if (from === cursor && /^[和与及同]/.test(text.slice(from, headStart))) from += 1; // after a name: 封开云和县审计局副局长
  const latin = /[\p{Lu}][\p{Script=Latin}&.]*(?: [\p{Lu}][\p{Script=Latin}&.]*)+(?=\p{Script=Han}{0,12}$)/u.exec(text.slice(from, headStart));
  if (latin) return from + latin.index;
  const words = text.slice(from, headStart);
  const body = spansWithin(context.organisations ?? [], from, headStart).find(({ end }) => unitWords.test(text.slice(end, headStart)) && nounStart(text, end, headStart) === end);
  if (body) return body.start;
  if (words.startsWith('其中')) return nounStart(text, from + 2, headStart);
  if (context.isOrganisation(words) || localBody.test(words)) return from;
  return nounStart(text, from, headStart);
}

function draftOf(text: string, ownerStart: number, head: { start: number; end: number; text: string }, context: CastContext): Draft {
  const words = text.slice(ownerStart, head.start);
  const owned = divideOwner(words, head.text, context.isOrganisation);
  return {
    start: ownerStart,
    end: head.end,
    title: owned.title,
    organisation: owned.organisation,
    owner: owned.printed ? { start: ownerStart + owned.printed.start, end: ownerStart + owned.printed.end } : null,
    level: owned.level,
    place: owned.place,
  };
}

/** The names after a post: one, or several that share it (副院长马啸、杨宏奇、肖侬). */
function readNames(text: string, at: number, known: ReadonlySet<string>, nextHead: number, isBare: boolean): NamedSpan[] {
  const names: NamedSpan[] = [];
  let from = at + (/^（[^）]{1,6}）/.exec(text.slice(at, at + 8))?.[0].length ?? 0);
  for (;;) {
    const name = readName(text, from, known) ?? (names.length === 0 && !isBare ? readUnusual(text, from) : null);
    if (!name || name.strength === 0 || findPostHeads(text.slice(from, name.end)).length > 0) break;
    if (isBare && names.length === 0 && !known.has(text.slice(from, name.end)) && !isSureAfterBarePost(text, from, name)) break;
    if (names.length > 0 && (name.strength < 2 || name.end === nextHead)) break; // the start of the next owner
    names.push({ start: from, end: name.end, text: text.slice(from, name.end) });
    const link = /^(?:、|和|及|以及|与)/.exec(text.slice(name.end, name.end + 2));
    if (!link) break;
    from = name.end + link[0].length;
    if (names.length > 0 && link[0] !== '、' && followStrength(text, readName(text, from, known)?.end ?? from) < 2) break;
  }
  return names;
}

const reports = /^(?:介绍|说|表示|告诉|坦言|指出|强调|回忆|感慨|笑道|透露)/;
const plural = /^(?:各|某|每|全体|诸)/;

/** 书记严格把关, 主任全程参与: after a bare post a word of the dictionary is no name. */
function isSureAfterBarePost(text: string, at: number, name: NameReading): boolean {
  if (reports.test(text.slice(name.end))) return true;
  const words = cutWords(text.slice(at, name.end));
  if (words[0]!.text.length === 1) return true;
  return (name.strength === 3 && text[name.end] === '、') || /^n[rs]/.test(words[0]!.tag);
}

/** Completes the owners of one chain. */
function resolve(chain: readonly Draft[], listOwner: string | null, places: Record<string, string>, context: CastContext): Post[] {
  let owner: string | null = null;
  let committee: string | null = null;
  return chain.map((draft) => {
    let organisation = draft.organisation;
    const current = owner ?? listOwner ?? '';
    if (/大学$/.test(current)) places.university = current;
    const parentOwner = /^(.+大学).+学院$/.exec(current)?.[1] ?? (/学院$/.test(current) ? places.university : undefined);
    if (draft.place) places[draft.place.at(-1)!] = draft.place;
    if (draft.level === 'committee') {
      organisation = committee ? committee + organisation! : (owner ?? listOwner);
    } else if (draft.level) {
      const place = places[draft.level] ?? context.placeOf(draft.level);
      organisation = place ? completeLevel(organisation, draft.level, place) : organisation && organisation.length > 1 ? organisation : null;
      if (!place && /^(?:镇|乡|街道|村|校)$/.test(draft.level)) organisation = owner ?? listOwner;
    }
    if (draft.level && draft.level !== 'committee' && organisation === null) return { start: draft.start, end: draft.end, title: draft.title, organisation, owner: null, modality: modalityOf(draft.title) };
    if (organisation === '管委会' && (owner ?? listOwner)) return { start: draft.start, end: draft.end, title: `管委会${draft.title}`, organisation: owner ?? listOwner, owner: null, modality: modalityOf(draft.title) };
    const inherited = owner ?? listOwner;
    if (organisation === null && !isUnowned(draft.title) && (inherited === null || !canOwn(draft.title, inherited))) organisation = context.ownerFor?.(draft.title, draft.start) ?? null;
    else if (organisation === null && !isUnowned(draft.title)) organisation = /处处长$|处副处长$/.test(draft.title) && parentOwner ? parentOwner : (owner ?? listOwner);
    if (organisation && /委$/.test(organisation)) committee = organisation;
    if (organisation && /大学$/.test(organisation)) places.university = organisation;
    if (organisation && !/^(?:记者|通讯员)$/.test(draft.title)) owner = draft.level === 'committee' ? owner : organisation;
    return { start: draft.start, end: draft.end, title: draft.title, organisation, owner: draft.owner, modality: modalityOf(draft.title) };
  });
}

/** 区 + 徐汇区 → 徐汇区; 区委 → 徐汇区委; 区人大常委会 → 徐汇区人大常委会. */
function completeLevel(organisation: string | null, level: string, place: string): string {
  if (organisation === null || organisation === level) return place;
  return organisation.startsWith(level) ? place + organisation.slice(level.length) : organisation;
}

const unitWords = /^[^，。、；：的在和与由向对了是“”]{0,12}$/;

/** 市经信委, 区人大常委会: a level word and the body's short name, with nothing in between that is not part of it. */
const localBody = /^(?:国家|省|市|区|县|州)[^的在与和由向对了是，、]{1,10}(?:委|局|办|厅|队|指挥部|办公室|中心|委员会|领导小组|医院|中学|学校|公司|集团|银行|协会|联合会|商会)$/;

const isUnowned = (title: string): boolean => /记者$|通讯员$|^大会|执行主席$/.test(title);
