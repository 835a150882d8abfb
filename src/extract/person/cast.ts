import type { TitleChange } from '../facts.ts';
import { levelTitle } from '../title/level-title.ts';
import { findPostHeads } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';
import { spansWithin } from '../document/span.ts';
import type { NamedSpan, Span } from '../document/span.ts';
import type { Segment } from '../tagger/tagger.ts';
import type { CastContext, Post } from './cast-context.ts';
import { completeChain, emptyMemory } from './chain.ts';
import type { PostDraft } from './post-draft.ts';
import { changeOf } from './change.ts';
import type { PostChange } from './change.ts';

/** People printed with posts in one place of the text. Offsets are into the reading's text. */
export interface Appearance {
  readonly names: readonly NamedSpan[];
  readonly posts: readonly Post[];
  readonly change: TitleChange | null;
  readonly rule: string;
}

/** Posts that stand next to each other: 党委副书记、校长, with what is printed of their owners. */
interface Chain extends Span {
  readonly posts: readonly PostDraft[];
}

/** What joins posts of one person: 党委副书记、校长; 常务副校长（副院长）. */
const chainLink = /^(?:、|，|兼|和|与|及|以及|、兼|，兼|暨|（|）|）、|\s)?$/;
const nameLink = /^(?:、|和|与|及|以及)$/;

/**
 * Reads which people hold which posts, sentence by sentence: posts before names, the backbone of the register
 * (江东大学党委书记岑新，校长、中国科学院院士季力，区委书记韦国栋 …), posts behind names, and posts given or taken.
 */
export function readCast(reading: Reading, segments: readonly Segment[], context: CastContext): Appearance[] {
  return reading.periods.flatMap((period) =>
    readPeriod(reading, period, spansWithin(segments, period.start, period.end), context),
  );
}

function readPeriod(
  reading: Reading,
  sentence: Span,
  segments: readonly Segment[],
  context: CastContext,
): Appearance[] {
  const { text } = reading;
  const people = segments.filter(({ label }) => label === 'PERSON');
  const found: Appearance[] = [];
  let memory = emptyMemory();
  let last: Appearance | null = null;
  for (const chain of chainsOf(text, segments)) {
    const before = namesBefore(text, people, chain.start);
    const after = namesAfter(text, people, chain.end);
    const previous: TitleChange | null = last === null ? null : last.change;
    const change: PostChange | null = before.length > 0 ? changeOf(text, sentence, before, chain, previous) : null;
    const behind: PostChange | null = change ?? (after.length > 0 ? null : behindName(text, before, chain));
    const names: readonly NamedSpan[] = behind ? before : after;
    if (names.length === 0) continue;
    const between = last ? text.slice(last.names.at(-1)!.end, chain.start) : null;
    if (between === null) memory = emptyMemory();
    const posts = completeChain(
      chain.posts,
      memory,
      { sentence, names: names.map((name) => name.text), link: behind ? behind.rule : linkOf(between) },
      context,
    );
    last = {
      names,
      posts,
      change: behind === null ? null : behind.change,
      rule: behind ? behind.rule : names.length > 1 ? 'person.shared-post' : 'person.post-before-name',
    };
    found.push(last);
  }
  return found;
}

/** The chains of posts among the segments of a sentence. A chain ends where a person or other words stand between. */
function chainsOf(text: string, segments: readonly Segment[]): Chain[] {
  const chains: { start: number; end: number; posts: PostDraft[] }[] = [];
  let isClosed = false; // the post behind a name is the last of its chain
  segments.forEach((segment, i) => {
    if (segment.label !== 'TITLE') return;
    const draft = draftOf(text, segments, i);
    const chain = chains.at(-1);
    const isBehind = segments[i - 1]?.label === 'PERSON' && segments[i - 1]!.end === segment.start; // 柳青教授，…
    if (isBehind) isClosed = true;
    if (chain && !isClosed && chain.end <= draft.start && chainLink.test(text.slice(chain.end, draft.start))) {
      chain.posts.push(draft);
      chain.end = draft.end;
    } else chains.push({ start: draft.start, end: draft.end, posts: [draft] });
    isClosed = isBehind;
  });
  return chains;
}

/** A title with the owner that is printed before it, also before its holder: 教育局吴萍局长. */
function draftOf(text: string, segments: readonly Segment[], i: number): PostDraft {
  const title = segments[i]!;
  const { owner, isHolderBetween } = ownerBefore(text, segments, i);
  const head = findPostHeads(title.text).findLast(({ end }) => end === title.text.length);
  const unit = head ? title.text.slice(0, head.start) : '';
  const words = joined(owner?.text ?? '', unit);
  const start = owner && !isHolderBetween ? owner.start : title.start;
  const end = title.end;
  const levelled = levelTitle(words, head?.text ?? title.text);
  if (levelled) return { start, end, ...levelled, owner: printedOwner(text, levelled.organisation, owner) };
  return {
    start,
    end,
    title: title.text,
    organisation: owner?.text ?? null,
    owner: owner ? { start: owner.start, end: owner.end } : null,
    level: null,
    place: null,
  };
}

/** The body or place that stands right before a title, before 的 of it, or before its holder. */
function ownerBefore(
  text: string,
  segments: readonly Segment[],
  i: number,
): { owner: Segment | null; isHolderBetween: boolean } {
  const { start } = segments[i]!;
  const left = segments[i - 1];
  const isHolderBetween = left?.label === 'PERSON' && left.end === start;
  const before = isHolderBetween ? segments[i - 2] : left;
  if (before === undefined || (before.label !== 'BODY' && before.label !== 'PLACE'))
    return { owner: null, isHolderBetween };
  const isNext = isHolderBetween
    ? before.end === left.start
    : before.end === start || (before.end === start - 1 && text[before.end] === '的');
  return { owner: isNext ? before : null, isHolderBetween };
}

/** Where the whole name of an owner is printed, its level word in the title included: 云岫区委 of 云岫区委书记. */
const printedOwner = (text: string, name: string | null, owner: Span | null): Span | null =>
  name !== null && owner !== null && text.startsWith(name, owner.start)
    ? { start: owner.start, end: owner.start + name.length }
    : null;

/** 沐溪县 before 县县长: a level word told twice. */
const joined = (owner: string, unit: string): string =>
  owner !== '' && unit !== '' && owner.at(-1) === unit[0] && /[省市区县州旗镇乡]/.test(unit[0]!)
    ? owner + unit.slice(1)
    : owner + unit;

/** The people that a chain of posts is printed before: one, or several that share it. */
function namesAfter(text: string, people: readonly NamedSpan[], at: number): NamedSpan[] {
  const bracket = /^(?:（[^）]{1,12}）|）|：|“|”|\s)?/.exec(text.slice(at, at + 16))![0].length;
  const first = people.findIndex(({ start }) => start === at || start === at + bracket);
  if (first < 0) return [];
  const names = [people[first]!];
  for (let i = first + 1; i < people.length && nameLink.test(text.slice(names.at(-1)!.end, people[i]!.start)); i += 1)
    names.push(people[i]!);
  return names;
}

/** The people listed last before a place. */
function namesBefore(text: string, people: readonly NamedSpan[], at: number): NamedSpan[] {
  const before = people.filter(({ end }) => end <= at);
  const names = before.splice(-1);
  while (names.length > 0 && before.length > 0 && nameLink.test(text.slice(before.at(-1)!.end, names[0]!.start)))
    names.unshift(before.pop()!);
  return names;
}

/** 柳青教授, 柳青（县文联主席）, 柳青，县文联主席，…: the post stands behind its holder. */
function behindName(text: string, names: readonly NamedSpan[], chain: Chain): PostChange | null {
  const name = names.at(-1);
  if (!name) return null;
  const between = text.slice(name.end, chain.start);
  if (between === '') return { change: null, rule: 'person.post-after-name' };
  const after = text[chain.end] ?? '。';
  const isSet =
    (between === '（' && /[）、，；]/.test(after)) ||
    (/^(?:，|，男，|，女，|：|，现任|现任|，系|系|是|作为|身为)$/.test(between) && /[，。；、\n]/.test(after));
  return isSet ? { change: null, rule: 'person.post-after-name' } : null;
}

/** What stands between the person before and a chain, in short. */
function linkOf(between: string | null): string {
  if (between === null) return 'first';
  const words = between.replace(/^（[^）]{1,20}）/, '');
  if (words.length <= 2) return words;
  return /[：“”。；]/.test(words) ? 'apart' : /，/.test(words) ? 'clause' : 'words';
}
