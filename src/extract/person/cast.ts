import type { TitleChange } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import { spansWithin } from '../document/span.ts';
import type { NamedSpan, Span } from '../document/span.ts';
import type { Segment } from '../tagger/tagger.ts';
import type { CastContext, Post } from './cast-context.ts';
import { completeChain, emptyMemory } from './chain.ts';
import { changeOf } from './change.ts';
import { heldBehind } from './held-behind.ts';
import { listEndingWith, namesAfter, namesBefore } from './holder.ts';
import { postChainsOf } from './post-chain.ts';
import type { ChainPlace, PostChange } from './post-draft.ts';
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
  const printed = new PostRecord();
  const bare: CastContext = { ...context, chooseOwner: () => null };
  for (const { names, posts } of readPosts(reading, segments, new PostRecord(), new PostRecord(), bare))
    for (const { title, organisation, owner } of posts)
      if (organisation !== null && owner !== null)
        printed.add(
          names.map((name) => name.text),
          title,
          organisation,
        );
  return readPosts(reading, segments, new PostRecord(), printed, context);
}

/** `record` takes up the posts that are read, `printed` has those of the whole article whose owners are printed. */
function readPosts(
  reading: Reading,
  segments: readonly Segment[],
  record: PostRecord,
  printed: PostRecord,
  context: CastContext,
): Appearance[] {
  let change: TitleChange | null = null;
  return reading.periods.flatMap((period) => {
    if (!/；\n?$/.test(reading.text.slice(period.start - 2, period.start))) change = null;
    const within = spansWithin(segments, period.start, period.end);
    const found = readPeriod(reading, period, within, change, { record, printed }, context);
    change = found.at(-1)?.change ?? null;
    return found;
  });
}

/** An appearance with the stretch that its posts fill. */
interface Read extends Appearance, Span {}

function readPeriod(
  reading: Reading,
  sentence: Span,
  segments: readonly Segment[],
  changeBefore: TitleChange | null,
  told: Pick<ChainPlace, 'record' | 'printed'>,
  context: CastContext,
): Appearance[] {
  const { text } = reading;
  const people = segments.filter(({ label }) => label === 'PERSON');
  const found: Read[] = [];
  let memory = emptyMemory();
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
    if (between === null) memory = emptyMemory();
    const posts = completeChain(
      chain.posts,
      memory,
      { sentence, names: names.map((name) => name.text), link: behind ? behind.rule : linkOf(between), ...told },
      context,
    );
    found.push({
      start: chain.start,
      end: chain.end,
      names,
      posts,
      change: behind === null ? null : behind.change,
      rule: behind ? behind.rule : names.length > 1 ? 'person.shared-post' : 'person.post-before-name',
    });
  }
  return found;
}

/** What was said last of people before a place. */
function changeSaid(found: readonly Read[], at: number, before: TitleChange | null): TitleChange | null {
  const last = found.findLast(({ end }) => end <= at);
  return last === undefined ? before : last.change;
}

const isBeforeName = ({ end, names }: Read): boolean => names[0]!.start >= end;

/** What stands between the person before and a chain, in short. */
function linkOf(between: string | null): string {
  if (between === null) return 'first';
  const words = between.replace(/^（[^）]{1,20}）/, '');
  if (words.length <= 2) return words;
  return /[：“”。；]/.test(words) ? 'apart' : /，/.test(words) ? 'clause' : 'words';
}
