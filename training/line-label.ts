import type { Annotation, ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { comparisonKey } from '../src/evaluate/comparison-key.ts';
import { readBylineLine } from '../src/parse/byline.ts';
import { opensCaption, endsWithPhotographer } from '../src/parse/caption.ts';
import { itemsOf } from '../src/parse/furniture/item.ts';
import { withoutMark } from '../src/parse/head-mark.ts';
import { mastheadStrength } from '../src/parse/masthead.ts';
import type { LineLabel } from '../src/parse/labeller/state.ts';
import type { Line } from '../src/parse/line.ts';
import { findRunInHead } from '../src/parse/run-in-head.ts';
import { findSource } from '../src/parse/source.ts';
import { endsSentence } from '../src/text/sentence.ts';
import { withBylines } from './wrapped-byline.ts';

/** The labels that each line may have by an annotation; null for a text that its annotation does not fit. */
export type Allowed = (readonly LineLabel[])[];

/** Tells for each line of a text which labels agree with its annotation. */
export function allowedLabels(lines: readonly Line[], annotation: Annotation): Allowed | null {
  if (lines.length === 0) return null;
  return annotation.articles.some(({ bodyStart }) => bodyStart)
    ? laidOut(lines, annotation.articles)
    : wholeArticle(lines, annotation.articles[0]);
}

interface Keys {
  readonly keys: readonly string[];
  /** The same without the mark of a list. */
  readonly bare: readonly string[];
  readonly text: string;
  /** Where each line begins in `text`. */
  readonly starts: readonly number[];
  readonly lineAt: (offset: number) => number;
}

function keysOf(lines: readonly Line[]): Keys {
  const keys = lines.map(({ text }) => comparisonKey(text));
  const starts: number[] = [];
  let at = 0;
  for (const key of keys) {
    starts.push(at);
    at += key.length;
  }
  const lineAt = (offset: number): number => {
    let line = starts.findIndex((start, i) => offset >= start && offset < start + keys[i]!.length);
    if (line < 0) line = keys.length - 1;
    return line;
  };
  const bare = lines.map(({ folded }) => {
    const { start, end } = withoutMark(folded);
    return comparisonKey(folded.slice(start, end));
  });
  return { keys, bare, text: keys.join(''), starts, lineAt };
}

interface Place {
  readonly article: ArticleAnnotation;
  readonly first: number;
  readonly last: number;
}

/** The lines from the first to the last of each body. */
function placesOf(
  lines: readonly Line[],
  { text, lineAt }: Keys,
  articles: readonly ArticleAnnotation[],
): Place[] | null {
  const found: Place[] = [];
  let from = 0;
  for (const article of articles) {
    const start = ['bodyStart', 'bodyStartAlt'] as const;
    const starts = start
      .map((key) => comparisonKey(article[key]))
      .filter((key) => key !== '')
      .map((key) => text.indexOf(key.slice(0, 12), from))
      .filter((at) => at >= 0);
    if (starts.length === 0) return null;
    const begin = Math.min(...starts);
    const endKey = comparisonKey(article.bodyEnd).slice(-8);
    const end = endKey === '' ? text.length : text.indexOf(endKey, begin) + endKey.length;
    if (end < begin + endKey.length) return null;
    found.push({ article, ...withBylines(lines, lineAt(begin), lineAt(end - 1)) });
    from = end;
  }
  return found;
}

function laidOut(lines: readonly Line[], articles: readonly ArticleAnnotation[]): Allowed | null {
  const keys = keysOf(lines);
  const places = placesOf(lines, keys, articles);
  if (places === null) return null;
  const allowed: Allowed = lines.map(() => ['OUTSIDE']);
  for (const [i, place] of places.entries()) {
    const above = places[i - 1]?.last ?? -1;
    const below = places[i + 1]?.first ?? lines.length;
    if (!labelHead(allowed, lines, keys, place, above)) return null;
    labelBody(allowed, lines, keys, place);
    for (let at = above + 1; at < below; at += 1)
      if (allowed[at]!.length === 1 && allowed[at]![0] === 'OUTSIDE')
        allowed[at] = around(lines[at]!, keys.keys[at]!, place, at, allowed.slice(above + 1, at).some(isHeadline));
  }
  return allowed;
}

const isHeadline = (labels: readonly LineLabel[]): boolean => labels.includes('HEADLINE');

/** Labels the lines of the headline; false if it cannot be found. */
function labelHead(
  allowed: Allowed,
  lines: readonly Line[],
  own: Keys,
  { article, first }: Place,
  above: number,
): boolean {
  const { keys } = own;
  const headline = comparisonKey(article.headline);
  if (headline === '') {
    allowed[first] = ['OPENING'];
    return true;
  }
  if (runsIn(keys[first]!, headline, lines[first]!.folded)) {
    allowed[first] = ['OPENING'];
    return true;
  }
  for (let last = first - 1; last > above; last -= 1) {
    const found = headFrom(own, headline, last, above);
    if (found === null) continue;
    for (const at of found) allowed[at] = ['HEADLINE'];
    return true;
  }
  // 【标题】：… of a record
  const stated = lines.findIndex(
    ({ folded }, at) =>
      at > above && at < first && keys[at]!.endsWith(headline) && itemsOf(folded)[0]?.kind === 'HEADLINE',
  );
  if (stated < 0) return false;
  allowed[stated] = ['DATA'];
  allowed[first] = ['OPENING'];
  return true;
}

/** The lines, the last of which is at `last`, that make a headline; others may stand between them. */
function headFrom({ keys, bare }: Keys, headline: string, last: number, above: number): number[] | null {
  let rest = headline;
  const found: number[] = [];
  for (let at = last; at > above && rest !== ''; at -= 1) {
    const key = [keys[at]!, bare[at]!].find((key) => key !== '' && rest.endsWith(key));
    if (key !== undefined) {
      found.unshift(at);
      rest = rest.slice(0, rest.length - key.length);
    } else if (at === last) return null;
  }
  return rest === '' ? found : null;
}

/** Whether a headline is printed in one line with its text: 遗失启事：…, 【沙尘再袭】…, ◆化马乡修通水渠 近日,… */
function runsIn(key: string, headline: string, folded: string): boolean {
  const head = findRunInHead(folded);
  return head !== null && comparisonKey(folded.slice(head.titleStart, head.titleEnd)) === headline && key !== headline;
}

function labelBody(allowed: Allowed, lines: readonly Line[], { keys }: Keys, { article, first, last }: Place): void {
  const subheads = new Set(article.subheads?.map(comparisonKey));
  const isTold = article.subheads != null;
  const isInner = (at: number): boolean => at > first && at < last;
  const maybe: number[] = [];
  for (let at = first; at <= last; at += 1) {
    const line = lines[at]!;
    const { folded } = line;
    if (allowed[at]!.includes('OPENING')) continue;
    if (subheads.has(keys[at]!)) allowed[at] = ['CROSSHEAD'];
    else if (isInner(at) && isPictured(folded)) allowed[at] = ['BODY', 'CAPTION'];
    else {
      allowed[at] = at === first ? ['FIRST'] : ['BODY'];
      if (isInner(at) && folded.length <= 30 && !/[。!?;…”,、]$/u.test(folded) && endsSentence(lines[at - 1]!.folded))
        maybe.push(at);
    }
  }
  if (isTold || article.paragraphs == null || maybe.length === 0) return;
  const surplus = last - first + 1 - article.paragraphs;
  for (const at of maybe) {
    const other = othersOf(lines[at]!);
    if (surplus === maybe.length) allowed[at] = other;
    else if (surplus > 0 && surplus < maybe.length) allowed[at] = ['BODY', ...other];
  }
}

function othersOf({ folded }: Line): LineLabel[] {
  return /^[^\p{L}\p{N}]+$/u.test(folded) || /\.(?:jpe?g|png|gif)$/iu.test(folded)
    ? ['OUTSIDE']
    : ['CROSSHEAD', 'CAPTION', 'OUTSIDE'];
}

/** A line that stands next to a text and is no part of it. */
function around(line: Line, key: string, { article, first }: Place, at: number, isBelowHead: boolean): LineLabel[] {
  const { folded } = line;
  const items = itemsOf(folded).map(({ kind }) => kind);
  const isDated = items.includes('DATE') || items.includes('DAY');
  if (namesReporter(folded, key, article)) return opensCaption(folded) ? ['DATA', 'CAPTION'] : ['DATA'];
  const isSource = findSource(folded) !== null || items.includes('SOURCE');
  if (isSource && article.source && key.includes(comparisonKey(article.source))) return ['DATA'];
  if (at > first && /\p{Script=Han}/u.test(folded) && isPictured(folded)) return ['CAPTION'];
  if (isBelowHead && at < first && isDated) return ['DATA'];
  // the head of a page, not the day of one text
  if (mastheadStrength(folded) > 1 && at < first) return ['OUTSIDE'];
  const editors = readBylineLine(folded)?.every(({ role }) => role === 'EDITOR') ?? false;
  return editors || isDated ? ['OUTSIDE', 'DATA'] : ['OUTSIDE'];
}

function namesReporter(folded: string, key: string, { byline }: ArticleAnnotation): boolean {
  const names = (byline?.reporters ?? []).map(comparisonKey);
  return folded.length <= 120 && names.some((name) => name !== '' && key.includes(name));
}

const isPictured = (folded: string): boolean => opensCaption(folded) || endsWithPhotographer(folded);

/** A text that is one article: its headline stands first, and nothing is outside. */
function wholeArticle(lines: readonly Line[], article: ArticleAnnotation | undefined): Allowed | null {
  if (article === undefined) return null;
  const own = keysOf(lines);
  const inside: LineLabel[] = ['FIRST', 'BODY', 'CROSSHEAD', 'DATA', 'CAPTION', 'OPENING'];
  const allowed: Allowed = lines.map(({ folded }) =>
    endsSentence(folded) && folded.length > 30 && !opensCaption(folded) ? ['FIRST', 'BODY', 'OPENING'] : inside,
  );
  const headline = comparisonKey(article.headline);
  if (headline === '') {
    if (lines.length === 1) return [['OPENING']];
    // not every annotation gives the headline
    return allowed.map((some, at) =>
      at > 0 && !some.includes('CROSSHEAD')
        ? some.filter((label) => label !== 'OPENING')
        : at < 3 && some.includes('CROSSHEAD')
          ? ['HEADLINE', ...some]
          : some,
    );
  }
  for (let last = 0; last < Math.min(6, lines.length); last += 1) {
    const found = headFrom(own, headline, last, -1);
    if (found === null) continue;
    for (const at of found) allowed[at] = ['HEADLINE'];
    return allowed.map((some, at) => (at > last ? some.filter((label) => label !== 'OPENING') : some));
  }
  return null;
}
