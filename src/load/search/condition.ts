import { isOneOf, isWithin } from '../../query/condition.ts';
import type { DateRange } from '../../query/condition.ts';
import type { IdFilter } from '../../query/id-filter.ts';
import type { Bind } from '../../query/statement.ts';
import type { Holders } from '../../text/holder.ts';
import { MARK } from '../../text/lexeme.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { isUnspaced, runsOf } from '../../text/search-text.ts';
import { ofPublication } from '../condition.ts';

export type SearchType = 'ARTICLE' | 'PERSON' | 'ORGANISATION' | 'AGREEMENT';

export interface SearchFilter {
  readonly publication?: string | null | undefined;
  readonly datedOn?: DateRange | null | undefined;
  readonly people?: IdFilter | null | undefined;
  readonly organisations?: IdFilter | null | undefined;
}

/** The row `d` of `search_documents` fits the filter. */
export function fitting(filter: SearchFilter | null | undefined, bind: Bind): string[] {
  const [own, naming] = ['d', 'x'].map(
    (table) => ofPublication(`${table}.publication_id`, filter?.publication, bind)[0],
  );
  return [
    // An organisation belongs to no newspaper, but was named by some; which ones is asked only of organisations.
    ...(own === undefined
      ? []
      : [
          `(${own} or d.type = 'ORGANISATION' and d.organisation_id in (select x.organisation_id from article_organisations x where ${naming}))`,
        ]),
    ...isWithin('d.day', filter?.datedOn, bind),
    ...inArticlesNaming(filter?.people, 'article_people', 'x.person_id', bind),
    ...inArticlesNaming(filter?.organisations, 'article_organisations', 'x.organisation_id', bind),
  ];
}

/** The article of `d` names all and any of these, each of whom has one row of the table for each article. */
function inArticlesNaming(filter: IdFilter | null | undefined, table: string, column: string, bind: Bind): string[] {
  const all = [...new Set(filter?.all)];
  const articles = (condition: string) => `select x.article_id from ${table} x where ${condition}`;
  const each = () =>
    all.length === 1 ? '' : ` group by x.article_id having count(*) = ${bind(all.length, 'integer')}`;
  return [
    ...(all.length === 0
      ? []
      : isOneOf(all, 'uuid', column, bind).map((condition) => `${articles(condition)}${each()}`)),
    ...isOneOf(filter?.any, 'uuid', column, bind).map(articles),
  ].map((found) => `d.article_id in (${found})`);
}

/**
 * The article or agreement of the column is one of those that a search for this finds. `is true` keeps the planner from
 * going from each of them to its article: of a word that half the articles have, it does better to walk the list and
 * look for the first.
 */
export function documentsFound(
  type: 'ARTICLE' | 'AGREEMENT',
  column: string,
  query: SearchQuery | null,
  bind: Bind,
): string[] {
  if (query === null) return ['false'];
  const conditions = [
    `d.type = '${type}'`,
    `d.lexemes @@ ${bind(query.anywhere, 'tsquery')}`,
    ...containing(query, bind),
  ];
  return [`(${column} in (select d.id from search_documents d where ${conditions.join(' and ')})) is true`];
}

/** The phrases stand in the text of `d`, or must not. */
export function containing({ phrases, banned }: SearchQuery, bind: Bind): string[] {
  const list = (values: readonly string[], type: string) => bind(textArray(values), `${type}[]`);
  const texts = (all: SearchQuery['phrases']) =>
    `${list(
      all.map(({ text }) => text),
      'text',
    )}, ${list(
      all.map(({ text }) => wholePattern(text)),
      'text',
    )}`;
  return [
    ...(phrases.length === 0
      ? []
      : [`not exists (select from unnest(${texts(phrases)}) p(phrase, whole) where not ${contains('d.text')})`]),
    ...(banned.length === 0
      ? []
      : [
          `d.id not in (
      select b.id from unnest(${texts(banned)}, ${list(
        banned.map(({ tsquery }) => tsquery),
        'tsquery',
      )}) p(phrase, whole, words)
        join search_documents b on b.lexemes @@ p.words and ${contains('b.text')})`,
        ]),
  ];
}

/** The text has the phrase of `p`. Whether words at its ends are whole is asked only where it has such. */
function contains(text: string): string {
  return `(case when strpos(${text}, p.phrase) = 0 then false when p.whole = '' then true else ${text} ~ p.whole end)`;
}

/**
 * Chinese in a `searchText`, which has nothing but letters, digits, blanks and line breaks, as ranges of a Postgres
 * pattern.
 */
const UNSPACED_RANGES = String.raw`\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff`;

/**
 * A Postgres pattern of the phrase with a word or number at its beginning or end that is whole; empty where it has
 * none.
 */
function wholePattern(phrase: string): string {
  const runs = runsOf(phrase);
  const [begin, end] = [runs[0], runs.at(-1)].map((run = '') => !isUnspaced(run));
  const inWord = `[^ \\n${UNSPACED_RANGES}]`;
  return begin || end
    ? `${begin ? `(?<!${inWord})` : ''}${phrase.replaceAll('.', '\\.')}${end ? `(?!${inWord})` : ''}`
    : '';
}

/**
 * A tsquery for people printed in the offices that are meant: each organisation by any of its names. Empty where none
 * is known. The organisations are looked up by the statement itself, for what they are called by now.
 */
export function officesText({ offices }: Holders, bind: Bind): string {
  const [organisations, words] = [
    offices.map(({ organisation }) => organisation),
    offices.map(({ tsquery }) => tsquery),
  ].map((values) => bind(textArray(values), 'text[]')) as [string, string];
  const meant = `format('%s & ''${MARK.holder}%s''', o.words, replace(n.organisation_id::text, '-', ''))`;
  return `select coalesce(string_agg(${meant}, ' | ')::tsquery, ''::tsquery) as words
    from unnest(${organisations}, ${words}) o(organisation, words) join search_documents n on n.names @> array[o.organisation] and n.type = 'ORGANISATION'`;
}

/** A Postgres array literal of any texts. */
export function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/gu, '\\$&')}"`).join()}}`;
}
