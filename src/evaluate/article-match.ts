import type { ArticleAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';

/** How much of a body's start is compared: enough to know it by. */
const beginning = 8;

export interface MatchedArticles {
  /** Every annotated article with the one that was read for it, or null. */
  readonly pairs: readonly (readonly [ArticleAnnotation, ArticleAnnotation | null])[];
  /** Articles read that nobody annotated. */
  readonly surplus: readonly ArticleAnnotation[];
}

/** Pairs articles whose bodies start alike, or else have the same headline; each at most once, in print order. */
export function matchArticles(
  annotated: readonly ArticleAnnotation[],
  read: readonly ArticleAnnotation[],
): MatchedArticles {
  const left = new Set(read);
  const pairs = annotated.map((article) => {
    const match =
      [...left].find((other) => startsAlike(article, other)) ??
      [...left].find((other) => hasSameHeadline(article, other)) ??
      null;
    if (match !== null) left.delete(match);
    return [article, match] as const;
  });
  return { pairs, surplus: [...left] };
}

/** Whether a body that was read starts where the annotated one does, in either of its readings. */
export function startsAlike(annotated: ArticleAnnotation, read: ArticleAnnotation): boolean {
  const own = comparisonKey(read.bodyStart).slice(0, beginning);
  return (
    own !== '' &&
    [annotated.bodyStart, annotated.bodyStartAlt].some((start) => comparisonKey(start).slice(0, beginning) === own)
  );
}

function hasSameHeadline(a: ArticleAnnotation, b: ArticleAnnotation): boolean {
  return Boolean(a.headline) && comparisonKey(a.headline) === comparisonKey(b.headline);
}
