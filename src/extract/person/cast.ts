import type { CastContext, Post } from './cast-context.ts';
import { completeChain, emptyMemory } from './chain.ts';
import type { PostDraft } from './chain.ts';
import { followStrength } from './name-follow.ts';
import { fitsHead } from '../title/owner-by-head.ts';
import { findOwnerStart } from '../title/owner-start.ts';
import { divideOwner } from '../title/owner.ts';
import { isPlainUnit, readNames } from './post-holder.ts';
import { findPostHeads } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';
import { spansWithin } from '../document/span.ts';
import type { NamedSpan, Span } from '../document/span.ts';

/** A person printed with posts in one place of the text. Offsets are into the reading's text. */
export interface Appearance {
  readonly name: NamedSpan;
  readonly posts: readonly Post[];
  readonly rule: string;
}

const chainLink = /^(?:、|，|兼|和|与|及|以及|、兼|，兼|暨)?$/;

/**
 * Reads the posts-before-name form, the backbone of the register:
 * 江东大学党委书记岑新，校长、中国科学院院士季力，区委书记韦国栋 … A post without an owner takes the owner before it in
 * the chain, then that of the person before it in the list; a bare 区长 takes the district.
 */
export function readCast(reading: Reading, sentence: Span, context: CastContext): Appearance[] {
  const { text } = reading;
  const found: Appearance[] = [];
  const heads = findPostHeads(text.slice(sentence.start, sentence.end)).map((head) => ({
    start: head.start + sentence.start,
    end: head.end + sentence.start,
    text: head.text,
  }));
  let chain: PostDraft[] = [];
  let cursor = sentence.start; // everything before it is spoken for
  let memory = emptyMemory();
  let listEnd: number | null = null; // where the names before end
  for (const [i, head] of heads.entries()) {
    if (head.start < cursor) continue;
    const draft = draftOf(text, findOwnerStart(text, cursor, head.start, context), head, context);
    const owner = text.slice(draft.start, head.start);
    if (context.known.has(owner)) continue; // 池维彬副区长: read by the post-after-name rule
    if (chain.length > 0 && !chainLink.test(text.slice(chain.at(-1)!.end, draft.start))) chain = [];
    if (
      hasNoHolder(owner) ||
      isTakenUp(text, draft) ||
      (chain.length === 0 && owner === '' && isAssigned(text, sentence.start, head.start))
    )
      continue;
    const nextHead = heads[i + 1]?.start ?? Infinity;
    const follows = listEnd !== null && /^[，、]$/.test(text.slice(listEnd, draft.start));
    const isBare = (owner === '' || isPlainUnit(owner)) && draft.level === null && chain.length === 0 && !follows;
    const names = readNames(text, head.end, context.known, nextHead, isBare);
    if (names.length === 0 && !goesOn(text, head.end, nextHead)) continue; // 市长望岛管委会
    if (
      /领导$/.test(head.text) &&
      names.length > 0 &&
      followStrength(text, names[0]!.end) < 2 &&
      !context.known.has(names[0]!.text)
    )
      continue; // 县领导包联重点项目
    chain.push(draft);
    cursor = head.end;
    if (names.length === 0) continue;
    if (listEnd === null) memory = emptyMemory();
    else if (
      !goesOnList(
        text.slice(listEnd, chain[0]!.start),
        isUnowned(chain[0]!, head, spansWithin(context.organisations ?? [], listEnd, chain[0]!.start)),
      )
    )
      memory.owner = null;
    const posts = completeChain(chain, memory, {
      ...context,
      ownerFor: (title, at) => context.ownerFor?.(title, at) ?? nearestOwner(reading, sentence, context, title, at),
    });
    for (const name of names)
      found.push({ name, posts, rule: names.length > 1 ? 'person.shared-post' : 'person.post-before-name' });
    cursor = listEnd = names.at(-1)!.end;
    chain = [];
  }
  return found;
}

/** 各社区书记, 某公司董事长, 80名律师, 老支书: a group, nobody in particular, or a post no longer held. */
const hasNoHolder = (owner: string): boolean =>
  /^(?:各|某|每|全体|诸|[名位个]$)|老$|[\d两三四五六七八九十百多余几][名位]$/.test(owner);

/** 由县委书记任总指挥: the post is given, and what follows is no name. */
const isAssigned = (text: string, from: number, headStart: number): boolean =>
  /由[^，。]*[任当]$/.test(text.slice(from, headStart));

/** 党委副书记、总经理, 主任: a post that names no owner, with no other body between it and the person before. */
const isUnowned = (draft: PostDraft, head: Span, between: readonly Span[]): boolean =>
  draft.organisation === null && draft.level === null && (draft.start === head.start || between.length === 0);

/** The last body of the sentence that can have such a post: 一行来到红枫农场，场长…. */
function nearestOwner(
  { text }: Reading,
  sentence: Span,
  context: CastContext,
  title: string,
  at: number,
): string | null {
  const named = spansWithin(context.organisations ?? [], sentence.start, at)
    .filter(({ start }) => text[start - 1] !== '为')
    .map(({ start, end }) => text.slice(start, end)); // 聘任柳青为清河医院院长
  return named.findLast((name) => fitsHead(title, name)) ?? null;
}

/** 司马恪担任审判长，…: the post is that of the person before. */
const isTakenUp = (text: string, { start, end }: Span): boolean =>
  /(?:担任|出任|当选|[聘选任]为)$/.test(text.slice(start - 3, start)) && /[，。；]/.test(text[end] ?? '。');

/** Whether the next person stands in the same list; one with a bare post does so anywhere in the sentence. */
const goesOnList = (between: string, isBarePost: boolean): boolean =>
  /^(?:（[^）]{1,20}）)?(?:[，、；]|和|与|及|以及|，?由|并|同)?$/.test(between) ||
  (isBarePost && !/[：“”]/.test(between));

/** The posts of one stretch of text that holds no name: 县财政局局长 in 任命韦国栋为县财政局局长. */
export function readPosts(reading: Reading, stretch: Span, context: CastContext): Post[] {
  const { text } = reading;
  const chain: PostDraft[] = [];
  let cursor = stretch.start;
  for (const head of findPostHeads(text.slice(stretch.start, stretch.end))) {
    const start = head.start + stretch.start;
    const end = head.end + stretch.start;
    chain.push(draftOf(text, findOwnerStart(text, cursor, start, context), { start, end, text: head.text }, context));
    cursor = end;
  }
  return completeChain(chain, emptyMemory(), context);
}

/**
 * Whether a chain of posts may go on after a post: by a link, or at once by a post of a department (区委常委组织部长).
 */
function goesOn(text: string, end: number, nextHead: number): boolean {
  if (/^(?:、|，|兼|和|与|及|以及)/.test(text.slice(end, end + 2))) return true;
  return (
    nextHead >= end &&
    /^(?:[省市区县州]委)?(?:组织|宣传|统战|政法委)?部?$|^[省市区县州].{0,6}$/.test(text.slice(end, nextHead))
  );
}

/** 来自云岫科技有限公司的创始人花千红: the body stands before 的. */
function bodyBefore(text: string, ownerStart: number, context: CastContext): Span | null {
  if (text[ownerStart - 1] !== '的') return null;
  return (
    spansWithin(context.organisations ?? [], Math.max(0, ownerStart - 41), ownerStart - 1).find(
      ({ end }) => end === ownerStart - 1,
    ) ?? null
  );
}

function draftOf(
  text: string,
  ownerStart: number,
  head: { start: number; end: number; text: string },
  context: CastContext,
): PostDraft {
  const words = text.slice(ownerStart, head.start);
  const owned = divideOwner(words, head.text, context.isOrganisation);
  const before = words === '' && owned.level === null ? bodyBefore(text, ownerStart, context) : null;
  if (before)
    return {
      start: ownerStart,
      end: head.end,
      title: owned.title,
      organisation: text.slice(before.start, before.end),
      owner: before,
      level: null,
      place: null,
    };
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
