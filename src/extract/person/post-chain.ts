import type { Span } from '../document/span.ts';
import type { Segment } from '../tagger/tagger.ts';
import { levelTitle } from '../title/level-title.ts';
import { findPostHeads } from '../title/post.ts';
import { isNoun } from './holder.ts';
import type { PostDraft } from './post-draft.ts';

/** Posts that stand next to each other: 党委副书记、校长, with what is printed of their owners. */
export interface PostChain extends Span {
  readonly posts: readonly PostDraft[];
}

/** What joins posts of one person: 党委副书记、校长; 常务副校长（副院长）; 队长、控球后卫、副主任. */
const chainLink = /^(?:、|，|兼|和|与|及|以及|、兼|，兼|暨|（兼?|）|）、|\s)?$/;
const nounBetween = /^、([\p{Script=Han}\dA-Za-z]{2,16})、$/u;
const joins = (link: string): boolean => chainLink.test(link) || isNoun(nounBetween.exec(link)?.[1] ?? '');
/** The post behind a verb of taking office is not one with that of the next person: 任审判长，检察长柳青出庭. */
const taken = /(?:任|为|当选)$/;

/** The chains of posts among the segments of a sentence. A chain ends where a person or other words stand between. */
export function postChainsOf(text: string, segments: readonly Segment[]): PostChain[] {
  const chains: { start: number; end: number; posts: PostDraft[] }[] = [];
  let isClosed = false; // the post behind a name is the last of its chain
  segments.forEach((segment, i) => {
    if (segment.label !== 'TITLE') return;
    const draft = draftOf(text, segments, i);
    const chain = chains.at(-1);
    const isBehind = segments[i - 1]?.label === 'PERSON' && segments[i - 1]!.end === segment.start; // 柳青教授，…
    if (isBehind) isClosed = true;
    const link = chain && chain.end <= draft.start ? text.slice(chain.end, draft.start) : null;
    const isApart =
      link === '，' && taken.test(text.slice(chain!.start - 2, chain!.start)) && hasHolderBehind(text, segments, i);
    if (chain && link !== null && !isClosed && !isApart && joins(link)) {
      chain.posts.push(draft);
      chain.end = draft.end;
    } else chains.push({ start: draft.start, end: draft.end, posts: [draft] });
    isClosed = isBehind;
  });
  return chains;
}

/** Whether a post leads to a name, with nothing but other posts between. */
function hasHolderBehind(text: string, segments: readonly Segment[], i: number): boolean {
  const holder = segments.slice(i + 1, i + 12).find(({ label }) => label === 'PERSON');
  return holder !== undefined && !/[，。；]/.test(text.slice(segments[i]!.start, holder.start));
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
