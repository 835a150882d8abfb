import type { ArticleAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';

/** How many characters of a body's start are compared: enough to recognise it. */
const COMPARED_LENGTH = 8;

export interface MatchedArticles {
  /** Every annotated article, with the article that was read in its place or null. */
  readonly pairs: readonly (readonly [ArticleAnnotation, ArticleAnnotation | null])[];
  /** Articles that were read but are not annotated. */
  readonly surplus: readonly ArticleAnnotation[];
}

/** Pairs articles whose bodies start alike, or else have the same headline: each at most once, in print order. */
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

/** Whether a body that was read starts where the annotated one does, or at its annotated alternative. */
export function startsAlike(annotated: ArticleAnnotation, read: ArticleAnnotation): boolean {
  const startOf = (body: string | null | undefined): string => comparisonKey(body).slice(0, COMPARED_LENGTH);
  const start = startOf(read.bodyStart);
  return start !== '' && [annotated.bodyStart, annotated.bodyStartAlt].some((body) => startOf(body) === start);
}

function hasSameHeadline(a: ArticleAnnotation, b: ArticleAnnotation): boolean {
  return Boolean(a.headline) && comparisonKey(a.headline) === comparisonKey(b.headline);
}
