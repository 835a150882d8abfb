import type { Line } from '../src/parse/line.ts';
import { pageLines } from '../src/parse/page.ts';
import { allowedLabels, type Allowed } from './line-label.ts';
import type { AnnotatedText } from './text.ts';

/** A text that the labeller learns from. */
export interface LabelledText {
  readonly lines: readonly Line[];
  readonly allowed: Allowed;
  /** How many texts are on its page; 0 for a text that stands alone. */
  readonly articles: number;
}

/** The lines of a text with the labels that its annotation allows; null if the two do not fit. */
export function labelledText({ raw, annotation }: AnnotatedText): LabelledText | null {
  const lines = pageLines(raw);
  const allowed = allowedLabels(lines, annotation);
  const isPage = annotation.articles.some(({ bodyStart }) => bodyStart);
  return allowed && { lines, allowed, articles: isPage ? annotation.articles.length : 0 };
}

/**
 * More pages from pages with one text each: what stands above the text is from one, the text from another, what stands
 * below from a third. So the surroundings of a text are not taken for a part of it.
 */
export function mixed(texts: readonly LabelledText[]): LabelledText[] {
  const pages = texts.filter(({ articles }) => articles === 1).flatMap(partsOf);
  return pages.map(({ above }, i) => {
    const [{ text }, { below }] = [pages[(i * 7 + 3) % pages.length]!, pages[(i * 11 + 5) % pages.length]!];
    const lines = [...above, ...text, ...below];
    return {
      lines: lines.map(({ line }) => ({ ...line, sheet: 0 })),
      allowed: lines.map(({ labels }) => labels),
      articles: 1,
    };
  });
}

interface LabelledLine {
  readonly line: Line;
  readonly labels: Allowed[number];
}

interface Parts {
  readonly above: readonly LabelledLine[];
  readonly text: readonly LabelledLine[];
  readonly below: readonly LabelledLine[];
}

/** A page cut above its headline and below its body. */
function partsOf({ lines, allowed }: LabelledText): Parts[] {
  const all = lines.map((line, at) => ({ line, labels: allowed[at]! }));
  const first = allowed.findIndex((labels) => labels.includes('HEADLINE'));
  const last = allowed.findLastIndex((labels) => labels.includes('BODY') || labels.includes('FIRST'));
  return first > 0 && last > first
    ? [{ above: all.slice(0, first), text: all.slice(first, last + 1), below: all.slice(last + 1) }]
    : [];
}
