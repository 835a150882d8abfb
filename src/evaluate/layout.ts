import type { Annotation, ArticleAnnotation } from './annotation.ts';
import { startsAlike } from './article-match.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Category, Tally } from './tally.ts';

/** How much of a body's end is compared: enough to know it by. */
const ending = 8;

/** Judges how an article was cut out of the page. `read` is null when it was not found at all. */
export function judgeLayout(annotated: ArticleAnnotation, read: ArticleAnnotation | null, tally: Tally): void {
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

/** An article that nobody annotated: a wrong headline and wrong bounds. */
export function judgeSurplus(read: ArticleAnnotation, tally: Tally): void {
  for (const category of ['headline', 'boundaries', 'headline+boundaries'] as const) {
    tally.extra(category, `${read.headline ?? '-'} ${boundsOf(read)}`, [comparisonKey(read.bodyStart)]);
  }
}

/** Judges the index of the front page, where it is annotated. */
export function judgeTeasers(annotated: Annotation['teasers'], read: Annotation['teasers'], tally: Tally): void {
  const keys = (teasers: Annotation['teasers']): string[] =>
    (teasers ?? []).map(({ pages, text }) => comparisonKey(pages + text));
  if (annotated) tally.compare('teaser', keys(annotated), keys(read));
}

function endsAlike(a: ArticleAnnotation, b: ArticleAnnotation): boolean {
  const [one, other] = [comparisonKey(a.bodyEnd), comparisonKey(b.bodyEnd)];
  return one !== '' && other !== '' && one.slice(-ending) === other.slice(-ending);
}

const reporters = ({ byline }: ArticleAnnotation): string => (byline?.reporters ?? []).join(',');

const boundsOf = ({ bodyStart, bodyEnd }: ArticleAnnotation): string => `${bodyStart ?? ''}…${bodyEnd ?? ''}`;
