import type { SearchQuery } from '../text/search-query.ts';
import { given, ofPublication, within } from './condition.ts';
import type { DateRange } from './condition.ts';
import type { Bind } from './listing.ts';

export type SearchType = 'ARTICLE' | 'PERSON' | 'ORGANISATION' | 'AGREEMENT';

export interface SearchFilter {
  readonly publication?: string | null | undefined;
  readonly publishedOn?: DateRange | null | undefined;
  readonly person?: string | null | undefined;
  readonly organisation?: string | null | undefined;
}

/** The row `d` of `search_documents` fits the filter. */
export function fitting(filter: SearchFilter | null | undefined, bind: Bind): string[] {
  const [own, naming] = ['d', 'x'].map((table) => ofPublication(`${table}.publication_id`, filter?.publication, bind)[0]);
  return [
    // An organisation belongs to no newspaper, but was named by some; which ones is asked only of organisations.
    ...own === undefined ? [] : [`(${own} or d.type = 'ORGANISATION' and d.organisation_id in (select x.organisation_id from article_organisations x where ${naming}))`],
    ...within('d.day', filter?.publishedOn, bind),
    ...given(filter?.person, 'uuid', 'd.article_id in (select x.article_id from article_people x where x.person_id = ?)', bind),
    ...given(filter?.organisation, 'uuid', 'd.article_id in (select x.article_id from article_organisations x where x.organisation_id = ?)', bind),
  ];
}

/**
 * The article of the column is one of those that a search for this finds. `is true` keeps the planner from going from each
 * of them to its article: of a word that half the articles have, it does better to walk the list and look for the first.
 */
export function articlesFound(column: string, query: SearchQuery | null, bind: Bind): string[] {
  if (query === null) return ['false'];
  const conditions = ["d.type = 'ARTICLE'", `d.lexemes @@ ${bind(query.anywhere, 'tsquery')}`, ...containing(query, bind)];
  return [`(${column} in (select d.id from search_documents d where ${conditions.join(' and ')})) is true`];
}

/** The phrases stand in the text of `d`, or must not. */
export function containing({ phrases, banned }: SearchQuery, bind: Bind): string[] {
  const texts = (all: SearchQuery['phrases']) => bind(textArray(all.map(({ text }) => text)), 'text[]');
  return [
    ...phrases.length === 0 ? [] : [`not exists (select from unnest(${texts(phrases)}) phrase where strpos(d.text, phrase) = 0)`],
    ...banned.length === 0 ? [] : [`d.id not in (
      select b.id from unnest(${texts(banned)}, ${bind(textArray(banned.map(({ tsquery }) => tsquery)), 'tsquery[]')}) n(phrase, words)
        join search_documents b on b.lexemes @@ n.words and strpos(b.text, n.phrase) > 0)`],
  ];
}

/** A Postgres array literal of any texts. */
function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join()}}`;
}
