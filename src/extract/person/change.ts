import type { Span } from '../document/span.ts';
import type { TitleChange } from '../facts.ts';
import { changeWays } from './change-way.ts';
import type { ChangeWay } from './change-way.ts';
import type { LastRead } from './post-draft.ts';

/** A post that is planned, was held before, or lasts: 拟任, 曾任, 任期内. */
const proposed = /(?:拟|提名|推荐|候选|曾|历|原|前|现|时|期)(?:任|为|担任)?$/;
const isOpen = (between: string): boolean => /任期|在任/.test(between) || proposed.test(between);
const candidate = /^(?:人选|候选)/;

/** In which way people in a list are said to get or lose posts behind them; null when nothing is given or taken. */
export type ReadChange = (
  text: string,
  sentence: Span,
  list: { readonly start: number; readonly names: readonly Span[] },
  posts: Span,
  last: LastRead | null,
  previous: TitleChange | null,
) => ChangeWay | null;

/** The words around names and posts. */
interface Around {
  readonly before: string;
  readonly between: string;
  /** What was said of the people before, if these go on. */
  readonly previous: TitleChange | null;
}

/** Reads changes in the ways that are known, of which the first counts. */
export function changeReader(known: readonly ChangeWay[]): ReadChange {
  const ofNames = known.filter(({ between }) => between !== undefined);
  const ofLast = known.filter(({ since }) => since !== undefined);
  return (text, sentence, list, posts, last, previous) => {
    const name = list.names.at(-1)!;
    const since = last !== null && isOfSamePerson(name, last) ? text.slice(last.end, posts.start) : null;
    const another = since === null ? undefined : ofLast.find((way) => way.since?.test(since));
    if (another !== undefined) return another;
    const before = text.slice(Math.max(sentence.start, list.start - 8), list.start);
    const between = text.slice(name.end, posts.start);
    if (between.length > 50 || isOpen(between) || candidate.test(text.slice(posts.end, posts.end + 2))) return null;
    const goesOn = before === '' || /[，；、\n]$/.test(before);
    const around = { before, between, previous: goesOn ? previous : null };
    return ofNames.find((way) => isSaid(way, around)) ?? null;
  };
}

/** Whether the posts that were read last stand behind this name. */
const isOfSamePerson = (name: Span, { names, end }: LastRead): boolean =>
  end > name.end && names.at(-1)!.start === name.start;

function isSaid(way: ChangeWay, { before, between, previous }: Around): boolean {
  if (way.before === 'AS_BEFORE' ? previous !== way.change : way.before?.test(before) === false) return false;
  return way.between?.test(between) ?? false;
}

/**
 * What is said of the people in `list` by the words around them and the posts behind them: 任命柳青为县财政局局长, 免去杜若兰
 * 的县财政局局长职务, 柳青当选会长, 柳青辞去县长职务. `last` is what was read before, `previous` what was said there.
 */
export const changeOf = changeReader(changeWays);
