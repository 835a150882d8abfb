import type { Annotation, ArticleAnnotation } from './annotation.ts';
import { startsAlike } from './article-match.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Category, Tally } from './tally.ts';

/** How many characters of a body's end are compared: enough to recognise it. */
const COMPARED_LENGTH = 8;

/** Scores how an article was cut out of the page. `read` is null when it was not found at all. */
export function scoreLayout(annotated: ArticleAnnotation, read: ArticleAnnotation | null, tally: Tally): void {
  const isSame = (pick: (article: ArticleAnnotation) => string | null | undefined): boolean =>
    read !== null && comparisonKey(pick(annotated)) === comparisonKey(pick(read));
  const hasHeadline = isSame(({ headline }) => headline);
  const hasBounds = read !== null && startsAlike(annotated, read) && endsAlike(annotated, read);
  const verdicts: [Category, boolean, (article: ArticleAnnotation) => unknown][] = [
    ['headline', hasHeadline, ({ headline }) => headline],
    ['boundaries', hasBounds, boundsOf],
    ['headline+boundaries', hasHeadline && hasBounds, (article) => `${article.headline} ${boundsOf(article)}`],
    ['paragraphs', read !== null && annotated.paragraphs === read.paragraphs, ({ paragraphs }) => paragraphs],
    ['source', isSame(({ source }) => source), ({ source }) => source],
    ['byline', isSame(reporters), reporters],
    ['continuation', isSame(({ continuesFrom }) => continuesFrom), ({ continuesFrom }) => continuesFrom],
  ];
  for (const [category, isRight, show] of verdicts) {
    const words = [comparisonKey(annotated.bodyStart)];
    if (isRight) tally.hit(category);
    else if (read === null) tally.miss(category, String(show(annotated) ?? '-'), words);
    else tally.different(category, `${show(annotated) ?? '-'} <> ${show(read) ?? '-'}`, words);
  }
}

/** Counts an article that is not annotated: a wrong headline and wrong boundaries. */
export function scoreUnmatched(read: ArticleAnnotation, tally: Tally): void {
  for (const category of ['headline', 'boundaries', 'headline+boundaries'] as const) {
    tally.extra(category, `${read.headline ?? '-'} ${boundsOf(read)}`, [comparisonKey(read.bodyStart)]);
  }
}

/** Scores the index of the front page, where it is annotated. */
export function scoreTeasers(annotated: Annotation['teasers'], read: Annotation['teasers'], tally: Tally): void {
  const keys = (teasers: Annotation['teasers']): string[] =>
    (teasers ?? []).map(({ pages, text }) => comparisonKey(pages + text));
  if (annotated) tally.compare('teaser', keys(annotated), keys(read));
}

function endsAlike(a: ArticleAnnotation, b: ArticleAnnotation): boolean {
  const [one, other] = [comparisonKey(a.bodyEnd), comparisonKey(b.bodyEnd)];
  return one !== '' && other !== '' && one.slice(-COMPARED_LENGTH) === other.slice(-COMPARED_LENGTH);
}

const reporters = ({ byline }: ArticleAnnotation): string => (byline?.reporters ?? []).join(',');

const boundsOf = ({ bodyStart, bodyEnd }: ArticleAnnotation): string => `${bodyStart ?? ''}…${bodyEnd ?? ''}`;
