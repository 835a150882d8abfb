import { judgeAgreements } from './agreement.ts';
import { resolveAliases } from './alias-resolution.ts';
import type { Annotation, ArticleAnnotation } from './annotation.ts';
import { matchArticles } from './article-match.ts';
import { comparisonKey } from './comparison-key.ts';
import { judgeLayout, judgeSurplus, judgeTeasers } from './layout.ts';
import { judgeAliasLinks, judgeOrganisations } from './organisation.ts';
import { judgePersons, judgeRoles } from './person.ts';
import { Tally } from './tally.ts';
import { judgeTitles } from './title.ts';

/** The tally of one article; `headline` is null where the text is judged as a whole or has none. */
export interface JudgedArticle {
  readonly headline: string | null;
  readonly tally: Tally;
}

const subjects = ['persons', 'organisations', 'agreements'] as const;
/** What a file is annotated with. */
type Subjects = ReadonlySet<(typeof subjects)[number]>;

const nothing: ArticleAnnotation = {};

/** Judges what was read of a text against its annotation, article by article. `raw` is the text itself. */
export function judgeDocument(annotated: Annotation, read: Annotation, raw: string): JudgedArticle[] {
  const text = comparisonKey(raw);
  const asked: Subjects = new Set(subjects.filter((subject) => annotated.articles.some((article) => article[subject])));
  if (!annotated.articles.some(({ bodyStart }) => bodyStart)) {
    const tally = new Tally();
    judgeFacts(annotated.articles[0] ?? nothing, mergeArticles(read.articles), asked, text, tally);
    return [{ headline: null, tally }];
  }
  const judged: JudgedArticle[] = [];
  const begin = (headline: string | null | undefined): Tally => {
    const tally = new Tally();
    judged.push({ headline: headline ?? null, tally });
    return tally;
  };
  const { pairs, surplus } = matchArticles(annotated.articles, read.articles);
  for (const [article, match] of pairs) {
    const tally = begin(article.headline);
    judgeLayout(article, match, tally);
    judgeFacts(article, match ?? nothing, asked, text, tally);
  }
  for (const article of surplus) {
    const tally = begin(article.headline);
    judgeSurplus(article, tally);
    judgeFacts(nothing, article, asked, text, tally);
  }
  judgeTeasers(annotated.teasers, read.teasers, begin(null));
  return judged;
}

function judgeFacts(
  annotated: ArticleAnnotation,
  read: ArticleAnnotation,
  asked: Subjects,
  text: string,
  tally: Tally,
): void {
  const [gold, own] = [factsOf(annotated), factsOf(read)];
  const resolve = resolveAliases(gold.organisations, own.organisations);
  if (asked.has('persons')) {
    judgePersons(gold.persons, own.persons, tally);
    judgeTitles(gold.persons, own.persons, resolve, tally);
    judgeRoles(gold.persons, own.persons, tally);
  }
  if (asked.has('organisations')) {
    judgeOrganisations(gold.organisations, own.organisations, resolve, tally);
    judgeAliasLinks(gold.organisations, own.organisations, text, tally);
  }
  if (asked.has('agreements')) judgeAgreements(gold.agreements, own.agreements, resolve, tally);
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
