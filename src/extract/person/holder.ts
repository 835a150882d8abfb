import type { NamedSpan, Span } from '../document/span.ts';
import type { Segment } from '../tagger/tagger.ts';
import { cutWords } from '../../text/word.ts';

const nameLink = /^(?:、|和|与|及|以及)$/;
/** A bracket, a colon or a quotation mark between a post and its holder. */
const aside = /^(?:（[^）]{1,12}）|）|：|“|”|\s)?$/;
/** What the holder is called beside the posts: 、国家杰青获得者, 、1988级校友. */
const besides = /^[、兼]([\p{Script=Han}\dA-Za-z]{2,16}(?:、[\p{Script=Han}\dA-Za-z]{2,16})?)$/u;
/** No more people hold one post together. */
const mostHolders = 60;

/** The people that a chain of posts is printed before: one, or several that share it. */
export function namesAfter(text: string, segments: readonly Segment[], at: number): NamedSpan[] {
  let next = segments.findIndex(({ start, label }) => start >= at && label === 'PERSON');
  const first = segments[next];
  if (!first || !leadsTo(text, segments[next - 1]?.end ?? 0, at, first.start)) return [];
  const names: Segment[] = [];
  do names.push(segments[next]!);
  while (
    segments[(next += 1)]?.label === 'PERSON' &&
    nameLink.test(text.slice(names.at(-1)!.end, segments[next]!.start))
  );
  return names;
}

/** Whether nothing but words for the holder stand between a post and the name behind it. */
function leadsTo(text: string, lastEnd: number, at: number, start: number): boolean {
  if (start - at > 40 || lastEnd > at) return false;
  const between = text.slice(at, start);
  return aside.test(between) || (besides.exec(between)?.[1]?.split('、').every(isNoun) ?? false);
}

/** Whether words only say what somebody is: 控球后卫. */
export const isNoun = (words: string): boolean => {
  const tags = cutWords(words).map(({ tag }) => tag);
  return tags.length > 0 && tags.every((tag) => /^(?:n.*|vn|[ablmqj])$/.test(tag)) && /^[nlj]/.test(tags.at(-1)!);
};

/** The people listed last before a place. */
export function namesBefore(text: string, people: readonly NamedSpan[], at: number): NamedSpan[] {
  const last = people.findLastIndex(({ end }) => end <= at);
  let first = last;
  while (first > 0 && nameLink.test(text.slice(people[first - 1]!.end, people[first]!.start))) first -= 1;
  return last < 0 ? [] : people.slice(first, last + 1);
}

/** Somebody named with posts before the name. */
export interface ListItem extends Span {
  readonly names: readonly NamedSpan[];
}

/**
 * The list that ends with `names`, each with the posts before it: 远图集团总经理柳青、云岫中学校长海澄 before 为副会长.
 * `items` are people with posts before their names, the last one last.
 */
export function listEndingWith(
  text: string,
  people: readonly NamedSpan[],
  names: readonly NamedSpan[],
  items: readonly ListItem[],
): { readonly start: number; readonly names: readonly NamedSpan[] } {
  const found = [...names];
  const itemOf = (name: NamedSpan): ListItem | undefined =>
    items.findLast((item) => item.names[0]?.start === name.start);
  let start = itemOf(found[0]!)?.start ?? found[0]!.start;
  while (found.length < mostHolders && /[、，和与及]/.test(text[start - 1] ?? '')) {
    const before = people.findLast(({ end }) => end === start - 1);
    if (!before) break;
    found.unshift(before);
    start = itemOf(before)?.start ?? before.start;
  }
  return { start, names: found };
}
