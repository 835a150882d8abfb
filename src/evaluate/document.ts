import { scoreAgreements } from './agreement.ts';
import { resolveAliases } from './alias-resolution.ts';
import type { Annotation, ArticleAnnotation } from './annotation.ts';
import { matchArticles } from './article-match.ts';
import { comparisonKey } from './comparison-key.ts';
import { scoreLayout, scoreUnmatched, scoreTeasers } from './layout.ts';
import { scoreAliasLinks, scoreOrganisations } from './organisation.ts';
import { standingNames } from './standing-name.ts';
import { scorePersons, scoreRoles } from './person.ts';
import { Tally } from './tally.ts';
import { scoreTitles } from './title.ts';

/** The tally of one article. `headline` is null when it has none, or when the text is scored as a whole. */
export interface ScoredArticle {
  readonly headline: string | null;
  readonly tally: Tally;
}

const subjects = ['persons', 'organisations', 'agreements'] as const;
/** The subjects that a file annotates. */
type Subjects = ReadonlySet<(typeof subjects)[number]>;

const nothing: ArticleAnnotation = {};

/** Scores what was read of a text against its annotation, article by article. `raw` is the text itself. */
export function scoreDocument(annotated: Annotation, read: Annotation, raw: string): ScoredArticle[] {
  const text = comparisonKey(raw);
  const asked: Subjects = new Set(subjects.filter((subject) => annotated.articles.some((article) => article[subject])));
  if (!annotated.articles.some(({ bodyStart }) => bodyStart)) {
    const tally = new Tally();
    scoreFacts(annotated.articles[0] ?? nothing, mergeArticles(read.articles), asked, text, tally);
    return [{ headline: null, tally }];
  }
  const scored: ScoredArticle[] = [];
  const begin = (headline: string | null | undefined): Tally => {
    const tally = new Tally();
    scored.push({ headline: headline ?? null, tally });
    return tally;
  };
  const { pairs, surplus } = matchArticles(annotated.articles, read.articles);
  for (const [article, match] of pairs) {
    const tally = begin(article.headline);
    scoreLayout(article, match, tally);
    scoreFacts(article, match ?? nothing, asked, text, tally);
  }
  for (const article of surplus) {
    const tally = begin(article.headline);
    scoreUnmatched(article, tally);
    scoreFacts(nothing, article, asked, text, tally);
  }
  scoreTeasers(annotated.teasers, read.teasers, begin(null));
  return scored;
}

function scoreFacts(
  annotated: ArticleAnnotation,
  read: ArticleAnnotation,
  asked: Subjects,
  text: string,
  tally: Tally,
): void {
  const [expected, actual] = [factsOf(annotated), factsOf(read)];
  const resolve = resolveAliases(expected.organisations, actual.organisations);
  if (asked.has('persons')) {
    scorePersons(expected.persons, actual.persons, tally);
    scoreTitles(expected.persons, actual.persons, resolve, tally);
    scoreRoles(expected.persons, actual.persons, tally);
  }
  if (asked.has('organisations')) {
    scoreOrganisations(expected.organisations, actual.organisations, resolve, tally);
    const standsAlone = standingNames(expected.organisations, expected.persons, text);
    scoreAliasLinks(expected.organisations, actual.organisations, standsAlone, tally);
  }
  if (asked.has('agreements')) scoreAgreements(expected.agreements, actual.agreements, resolve, tally);
}

const factsOf = ({ persons = [], organisations = [], agreements = [] }: ArticleAnnotation) => ({
  persons,
  organisations,
  agreements,
});

function mergeArticles(articles: readonly ArticleAnnotation[]): ArticleAnnotation {
  return {
    persons: articles.flatMap(({ persons = [] }) => persons),
    organisations: articles.flatMap(({ organisations = [] }) => organisations),
    agreements: articles.flatMap(({ agreements = [] }) => agreements),
  };
}
