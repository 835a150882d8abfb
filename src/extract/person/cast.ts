import type { TitleChange } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import { spansWithin } from '../document/span.ts';
import type { NamedSpan, Span } from '../document/span.ts';
import type { Segment } from '../tagger/tagger.ts';
import type { CastContext, Post } from './cast-context.ts';
import { completeChain, emptyMemory, withCommittees } from './chain.ts';
import { changeOf } from './change.ts';
import { heldBehind } from './held-behind.ts';
import { listEndingWith, namesAfter, namesBefore } from './holder.ts';
import { postChainsOf } from './post-chain.ts';
import type { LastRead, PostChange, PostDraft } from './post-draft.ts';
import { PostRecord } from './post-record.ts';

/** People printed with posts in one place of the text. Offsets are into the reading's text. */
export interface Appearance {
  readonly names: readonly NamedSpan[];
  readonly posts: readonly Post[];
  readonly change: TitleChange | null;
  readonly rule: string;
}

/**
 * Reads which people hold which posts, sentence by sentence: posts before names, the backbone of the register
 * (江东大学党委书记岑新，校长、中国科学院院士季力，区委书记韦国栋 …), posts behind names, and posts given or taken.
 */
export function readCast(reading: Reading, segments: readonly Segment[], context: CastContext): Appearance[] {
  const chains = heldChains(reading, segments);
  const printed = new PostRecord();
  for (const { names, drafts } of chains)
    for (const { title, organisation, level, owner } of drafts)
      if (organisation !== null && level === null && owner !== null)
        printed.add(
          names.map((name) => name.text),
          title,
          organisation,
        );
  const record = new PostRecord();
  let memory = emptyMemory();
  return chains.map(({ names, drafts, sentence, link, opens, change, rule }) => {
    if (opens) memory = emptyMemory();
    const place = { sentence, names: names.map((name) => name.text), link, record, printed };
    return { names, posts: completeChain(drafts, memory, place, context), change, rule };
  });
}

/** Posts with those who hold them, whoever owns the posts. */
interface HeldChain extends LastRead {
  readonly drafts: readonly PostDraft[];
  readonly sentence: Span;
  /** How the chain stands after the person before; `opens` where there is none. */
  readonly link: string;
  readonly opens: boolean;
  readonly change: TitleChange | null;
  readonly rule: string;
}

function heldChains(reading: Reading, segments: readonly Segment[]): HeldChain[] {
  let change: TitleChange | null = null;
  return reading.periods.flatMap((period) => {
    if (!/；\n?$/.test(reading.text.slice(period.start - 2, period.start))) change = null;
    const found = readPeriod(reading, period, spansWithin(segments, period.start, period.end), change);
    change = found.at(-1)?.change ?? null;
    return found;
  });
}

function readPeriod(
  { text }: Reading,
  sentence: Span,
  segments: readonly Segment[],
  changeBefore: TitleChange | null,
): HeldChain[] {
  const people = segments.filter(({ label }) => label === 'PERSON');
  const found: HeldChain[] = [];
  if (people.length === 0) return found;
  for (const chain of postChainsOf(text, segments)) {
    const last = found.at(-1);
    const after = namesAfter(text, segments, chain.end);
    const before = namesBefore(text, people, chain.start);
    const list = before.length > 0 ? listEndingWith(text, people, before, found.filter(isBeforeName)) : null;
    const change: PostChange | null = list
      ? changeOf(text, sentence, list, chain, last ?? null, changeSaid(found, list.start, changeBefore))
      : null;
    const behind = change ?? (after.length > 0 || !list ? null : heldBehind(text, before, chain, last ?? null));
    const names = change ? list!.names : behind ? before : after;
    if (names.length === 0) continue;
    const between = last ? text.slice(last.names.at(-1)!.end, chain.start) : null;
    found.push({
      start: chain.start,
      end: chain.end,
      names,
      drafts: withCommittees(chain.posts),
      sentence,
      link: behind ? behind.rule : linkOf(between),
      opens: between === null,
      change: behind === null ? null : behind.change,
      rule: behind ? behind.rule : names.length > 1 ? 'person.shared-post' : 'person.post-before-name',
    });
  }
  return found;
}

/** What was said last of people before a place. */
function changeSaid(found: readonly HeldChain[], at: number, before: TitleChange | null): TitleChange | null {
  const last = found.findLast(({ end }) => end <= at);
  return last === undefined ? before : last.change;
}

const isBeforeName = ({ end, names }: HeldChain): boolean => names[0]!.start >= end;

/** What stands between the person before and a chain, in short. */
function linkOf(between: string | null): string {
  if (between === null) return 'first';
  const words = between.replace(/^（[^）]{1,20}）/, '');
  if (words.length <= 2) return words;
  return /[：“”。；]/.test(words) ? 'apart' : /，/.test(words) ? 'clause' : 'words';
}
