import { isOneOf, isWithin } from '../../query/condition.ts';
import type { DateRange } from '../../query/condition.ts';
import type { IdFilter } from '../../query/id-filter.ts';
import type { ColumnSql } from '../../query/shape.ts';
import { textArrayLiteral } from '../../query/statement.ts';
import type { Bind } from '../../query/statement.ts';
import { searchDocuments } from '../../store/derived-tables.ts';
import { articleOrganisations, articlePeople } from '../../store/fact-tables.ts';
import type { Holders } from '../../text/holder.ts';
import { MARK } from '../../text/lexeme.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { isUnspaced, runsOf } from '../../text/search-text.ts';
import { ofPublication } from '../condition.ts';
import { aliased, table } from '../table-alias.ts';
import type { TableAlias } from '../table-alias.ts';

export type SearchType = 'ARTICLE' | 'PERSON' | 'ORGANISATION' | 'AGREEMENT';

export interface SearchFilter {
  readonly publication?: string | null | undefined;
  readonly datedOn?: DateRange | null | undefined;
  readonly people?: IdFilter | null | undefined;
  readonly organisations?: IdFilter | null | undefined;
}

const d = aliased(searchDocuments, 'd');
const named = { people: aliased(articlePeople, 'x'), organisations: aliased(articleOrganisations, 'x') };

/** The search document `d` matches the filter. */
export function fitting(filter: SearchFilter | null | undefined, bind: Bind): string[] {
  return [
    ...ofNewspaper(filter?.publication, bind),
    ...isWithin(d.day, filter?.datedOn, bind),
    ...inArticlesNaming(filter?.people, named.people, named.people.personId, bind),
    ...inArticlesNaming(filter?.organisations, named.organisations, named.organisations.organisationId, bind),
  ];
}

/** People and organisations belong to no newspaper but are named by some; which ones is asked for them alone. */
function ofNewspaper(slug: string | null | undefined, bind: Bind): string[] {
  const { organisations: o, people: p } = named;
  const [own] = ofPublication(d.publicationId, slug, bind);
  const [naming] = ofPublication(o.publicationId, slug, bind);
  return own === undefined || naming === undefined
    ? []
    : [
        `(${own} or ${d.type} = 'ORGANISATION' and ${d.organisationId} in (
      select ${o.organisationId} from ${table(o)} where ${naming})
      or ${d.type} = 'PERSON' and ${d.personId} in (select ${p.personId} from ${table(p)} where ${naming}))`,
      ];
}

/** The article of `d` names all of `all` and one of `any`. Each has one row `x` for an article that names it. */
function inArticlesNaming(
  filter: IdFilter | null | undefined,
  x: TableAlias<typeof articlePeople> | TableAlias<typeof articleOrganisations>,
  column: ColumnSql<string>,
  bind: Bind,
): string[] {
  const all = [...new Set(filter?.all)];
  const articles = (condition: string) => `select ${x.articleId} from ${table(x)} where ${condition}`;
  const each = () =>
    all.length === 1 ? '' : ` group by ${x.articleId} having count(*) = ${bind(all.length, 'integer')}`;
  return [
    ...(all.length === 0
      ? []
      : isOneOf(all, 'uuid', column, bind).map((condition) => `${articles(condition)}${each()}`)),
    ...isOneOf(filter?.any, 'uuid', column, bind).map(articles),
  ].map((found) => `${d.articleId} in (${found})`);
}

/**
 * The article or agreement of the column is among those that a search finds. `is true` keeps Postgres from starting
 * with what is found: for a word that half the articles have, it is faster to walk the list until the page is full.
 */
export function documentsFound(
  type: 'ARTICLE' | 'AGREEMENT',
  column: ColumnSql<string>,
  query: SearchQuery | null,
  bind: Bind,
): string[] {
  if (query === null) return ['false'];
  const conditions = [
    `${d.type} = '${type}'`,
    `${d.lexemes} @@ ${bind(query.anywhere, 'tsquery')}`,
    ...containing(query, bind),
  ];
  return [`(${column} in (select ${d.id} from ${table(d)} where ${conditions.join(' and ')})) is true`];
}

const b = aliased(searchDocuments, 'b');

/** The phrases stand in the text of `d`, or must not. */
export function containing({ phrases, banned }: SearchQuery, bind: Bind): string[] {
  const list = (values: readonly string[], type: string) => bind(textArrayLiteral(values), `${type}[]`);
  const texts = (all: SearchQuery['phrases']) => [
    list(
      all.map(({ text }) => text),
      'text',
    ),
    list(
      all.map(({ text }) => wholePattern(text)),
      'text',
    ),
  ];
  return [
    ...(phrases.length === 0
      ? []
      : [
          `not exists (
      select from unnest(${texts(phrases).join(', ')}) p(phrase, whole) where not ${contains(d.text)})`,
        ]),
    ...(banned.length === 0
      ? []
      : [
          `${d.id} not in (
      select ${b.id} from unnest(${[
        ...texts(banned),
        list(
          banned.map(({ tsquery }) => tsquery),
          'tsquery',
        ),
      ].join(', ')}) p(phrase, whole, words)
        join ${table(b)} on ${b.lexemes} @@ p.words and ${contains(b.text)})`,
        ]),
  ];
}

/**
 * The text contains the phrase of `p`. Whether the words at its ends are whole is checked only where it begins or ends
 * with one.
 */
function contains(text: string): string {
  return `(case when strpos(${text}, p.phrase) = 0 then false when p.whole = '' then true else ${text} ~ p.whole end)`;
}

/**
 * The Chinese characters of a `searchText`, as ranges in a Postgres pattern. Otherwise it has only letters, digits,
 * blanks and line breaks.
 */
const UNSPACED_RANGES = String.raw`\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff`;

/**
 * A Postgres pattern for the phrase in which a word or number at the beginning or end is whole; empty where it has none
 * there.
 */
function wholePattern(phrase: string): string {
  const runs = runsOf(phrase);
  const [begin, end] = [runs[0], runs.at(-1)].map((run = '') => !isUnspaced(run));
  const inWord = `[^ \\n${UNSPACED_RANGES}]`;
  return begin || end
    ? `${begin ? `(?<!${inWord})` : ''}${phrase.replaceAll('.', '\\.')}${end ? `(?!${inWord})` : ''}`
    : '';
}

const n = aliased(searchDocuments, 'n');

/**
 * A tsquery for people printed in the offices that are meant, each organisation by any of its names; empty where none
 * is known. The statement itself looks the organisations up, because their names change.
 */
export function officesText({ offices }: Holders, bind: Bind): string {
  const list = (values: readonly string[]) => bind(textArrayLiteral(values), 'text[]');
  const organisations = list(offices.map(({ organisation }) => organisation));
  const words = list(offices.map(({ tsquery }) => tsquery));
  const meant = `format('%s & ''${MARK.holder}%s''', o.words, replace(${n.organisationId}::text, '-', ''))`;
  return `select coalesce(string_agg(${meant}, ' | ')::tsquery, ''::tsquery) as words
    from unnest(${organisations}, ${words}) o(organisation, words)
      join ${table(n)} on ${n.names} @> array[o.organisation] and ${n.type} = 'ORGANISATION'`;
}
