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

const nothing: ArticleAnnotation = { persons: [], organisations: [], agreements: [] };

/** Judges what was read of a text against its annotation, article by article. `raw` is the text itself. */
export function judgeDocument(annotated: Annotation, read: Annotation, raw: string): JudgedArticle[] {
  const text = comparisonKey(raw);
  if (!annotated.articles.some(({ bodyStart }) => bodyStart)) {
    const tally = new Tally();
    judgeFacts(annotated.articles[0] ?? nothing, mergeArticles(read.articles), text, tally);
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
    judgeFacts(article, match ?? nothing, text, tally);
  }
  for (const article of surplus) {
    const tally = begin(article.headline);
    judgeSurplus(article, tally);
    judgeFacts(nothing, article, text, tally);
  }
  judgeTeasers(annotated.teasers, read.teasers, begin(null));
  return judged;
}

function judgeFacts(annotated: ArticleAnnotation, read: ArticleAnnotation, text: string, tally: Tally): void {
  const resolve = resolveAliases(annotated.organisations, read.organisations);
  judgePersons(annotated.persons, read.persons, tally);
  judgeTitles(annotated.persons, read.persons, resolve, tally);
  judgeRoles(annotated.persons, read.persons, tally);
  judgeOrganisations(annotated.organisations, read.organisations, resolve, tally);
  judgeAliasLinks(annotated.organisations, read.organisations, text, tally);
  judgeAgreements(annotated.agreements, read.agreements, resolve, tally);
}

function mergeArticles(articles: readonly ArticleAnnotation[]): ArticleAnnotation {
  return {
    persons: articles.flatMap(({ persons }) => persons),
    organisations: articles.flatMap(({ organisations }) => organisations),
    agreements: articles.flatMap(({ agreements }) => agreements),
  };
}
