import type { PersonRole } from '../extract/facts.ts';
import { isGiven, isOneOf, isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { certainId, isRelatedTo } from '../query/id-filter.ts';
import type { IdFilter } from '../query/id-filter.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, one } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { agreements } from '../store/agreement-tables.ts';
import { partPairs } from '../store/article-part.ts';
import { articleOrganisations, articlePeople, articlePersonRoles } from '../store/fact-tables.ts';
import { articles, pages } from '../store/tables.ts';
import { parseSearchQuery } from '../text/search-query.ts';
import { followingRedirects, inRole, ofPublication } from './condition.ts';
import { article } from './node.ts';
import { documentsFound } from './search/condition.ts';
import { aliased, as, table } from './table-alias.ts';

const a = aliased(articles, 'a');
const f = aliased(pages, 'f');
const g = aliased(agreements, 'g');
// Both are `x`, which leads to articles: its day and id stand in one index with the person or organisation it names.
const ofPerson = aliased(articlePeople, 'x');
const ofOrganisation = aliased(articleOrganisations, 'x');
const otherPerson = aliased(articlePeople, 'y');
const roleOf = aliased(articlePersonRoles, 'y');
const otherOrganisation = aliased(articleOrganisations, 'y');

export interface ArticleFilter {
  readonly publication?: string | null | undefined;
  readonly publishedOn?: DateRange | null | undefined;
  readonly eventOn?: DateRange | null | undefined;
  readonly page?: number | null | undefined;
  readonly genres?: readonly ('NEWS' | 'NOTICE')[] | null | undefined;
  readonly people?: IdFilter | null | undefined;
  readonly role?: PersonRole | null | undefined;
  readonly organisations?: IdFilter | null | undefined;
  readonly source?: string | null | undefined;
  readonly hasAgreement?: boolean | null | undefined;
  readonly text?: string | null | undefined;
}
interface Filtered {
  readonly filter?: ArticleFilter | null | undefined;
}

/** Articles, and `x` which leads to them. */
const ways = {
  all: `${table(a)} cross join lateral (
    select ${as(a.id, ofPerson.articleId)}, ${as(a.publishedOn, ofPerson.publishedOn)}) x`,
  person: `${table(ofPerson)} join ${table(a)} on ${a.id} = ${ofPerson.articleId}`,
  organisation: `${table(ofOrganisation)} join ${table(a)} on ${a.id} = ${ofOrganisation.articleId}`,
};
type Way = keyof typeof ways;

const orders = {
  PUBLISHED_ON: {
    columns: [
      { sql: ofPerson.publishedOn, type: 'date' },
      { sql: ofPerson.articleId, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
  EVENT_ON: {
    columns: [
      { sql: a.eventOn, type: 'date' },
      { sql: a.id, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

function wayTo({ filter }: Filtered): Way {
  if (isGiven(certainId(filter?.people))) return 'person';
  return isGiven(certainId(filter?.organisations)) ? 'organisation' : 'all';
}

/** The conditions of the filter, on the articles and on `x`. */
function fitting({ filter }: Filtered, bind: Bind, way: Way = 'all'): string[] {
  return [
    ...ofPublication(a.publicationId, filter?.publication, bind),
    ...isWithin(ofPerson.publishedOn, filter?.publishedOn, bind),
    ...isWithin(a.eventOn, filter?.eventOn, bind),
    ...when(filter?.page, 'integer', `${a.page} = ?`, bind),
    ...isOneOf(filter?.genres, 'genre', a.genre, bind),
    ...withPeople(filter, bind, way),
    ...withOrganisations(filter, bind, way),
    ...when(filter?.source, 'text', `${a.source} = ?`, bind),
    ...reporting(filter?.hasAgreement),
    ...(isGiven(filter?.text)
      ? documentsFound('ARTICLE', ofPerson.articleId, parseSearchQuery(filter.text), bind)
      : []),
  ];
}

/** The people that are asked for, in the role that is asked for, if any; or anybody in that role. */
function withPeople(filter: ArticleFilter | null | undefined, bind: Bind, way: Way): string[] {
  const y = isGiven(filter?.role) ? roleOf : otherPerson;
  const role = when(filter?.role, 'person_role', `${roleOf.role} = ?`, bind);
  const rows = [`${table(y)} where ${y.articleId} = ${a.id}`, ...role].join(' and ');
  const known = way === 'person' ? (certainId(filter?.people) ?? null) : null;
  const people = [
    ...when(known, 'uuid', `${ofPerson.personId} = ?`, followingRedirects(bind)),
    ...(known === null || role.length === 0
      ? []
      : [`exists (select from ${rows} and ${y.personId} = ${ofPerson.personId})`]),
    ...isRelatedTo(filter?.people, known, rows, y.personId, followingRedirects(bind)),
  ];
  return people.length > 0 || role.length === 0 ? people : [`exists (select from ${rows})`];
}

function withOrganisations(filter: ArticleFilter | null | undefined, bind: Bind, way: Way): string[] {
  const known = way === 'organisation' ? (certainId(filter?.organisations) ?? null) : null;
  const rows = `${table(otherOrganisation)} where ${otherOrganisation.articleId} = ${a.id}`;
  return [
    ...when(known, 'uuid', `${ofOrganisation.organisationId} = ?`, bind),
    ...isRelatedTo(filter?.organisations, known, rows, otherOrganisation.organisationId, bind),
  ];
}

function reporting(hasAgreement: boolean | null | undefined): string[] {
  return isGiven(hasAgreement)
    ? [`${hasAgreement ? '' : 'not '}exists (select from ${table(g)} where ${g.articleId} = ${a.id})`]
    : [];
}

/** How articles are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: article(a) }),
  from: (args: Filtered) => ways[wayTo(args)],
  orders,
  defaultOrder: 'PUBLISHED_ON' as const,
  where: (args: Filtered, bind: Bind) => fitting(args, bind, wayTo(args)),
};

/** The pairs of parts that belong together in the issues of the articles. */
const pairs = (articles: string) =>
  `${partPairs(`select ${a.issueId} from ${table(a)} where ${a.id} = any(${articles})`)} pair`;

export const articleRelations = {
  article: one({ key: a.id, shape: article(a), from: table(a) }),
  textOfArticle: one({
    key: a.id,
    shape: record({
      body: column(a.body),
      spans: column(a.paragraphs),
    }),
    from: table(a),
  }),
  fileOfArticle: one({
    key: a.id,
    shape: record({ name: column(f.file), encoding: column(f.encoding) }),
    from: `${table(a)} join ${table(f)} on ${f.id} = ${a.pageId}`,
  }),
  partBeforeArticle: one({
    key: 'pair.tail',
    shape: article(a),
    from: (articles) =>
      `${pairs(articles)} join ${table(a)} on ${a.id} = pair.head and pair.tails = 1 and pair.heads = 1`,
  }),
  partAfterArticle: one({
    key: 'pair.head',
    shape: article(a),
    from: (articles) =>
      `${pairs(articles)} join ${table(a)} on ${a.id} = pair.tail and pair.tails = 1 and pair.heads = 1`,
  }),

  articles: list(declared),

  articlesOfPublication: listOf(a.publicationId, declared),

  articlesOfIssue: listOf(a.issueId, {
    shape: record({ node: article(a) }),
    from: table(a),
    orders: {
      PRINTED: {
        columns: [
          { sql: a.page, type: 'integer' },
          { sql: a.position, type: 'integer' },
          { sql: a.id, type: 'uuid' },
        ],
        hasNulls: true,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
    where: ({ page }: { readonly page?: number | null | undefined }, bind) =>
      when(page, 'integer', `${a.page} = ?`, bind),
  }),

  articlesOfPerson: listOf(ofPerson.personId, {
    shape: record({
      node: article(a),
      articleId: column(ofPerson.articleId),
      personId: column(ofPerson.personId),
      confidence: column(ofPerson.confidence),
    }),
    from: ways.person,
    orders,
    defaultOrder: 'PUBLISHED_ON',
    where: (args: Filtered & { readonly role?: PersonRole | null | undefined }, bind) => [
      ...fitting(args, bind),
      ...inRole(ofPerson, args.role, bind),
    ],
  }),

  articlesOfOrganisation: listOf(ofOrganisation.organisationId, {
    shape: record({
      node: article(a),
      articleId: column(ofOrganisation.articleId),
      organisationId: column(ofOrganisation.organisationId),
      confidence: column(ofOrganisation.confidence),
    }),
    from: ways.organisation,
    orders,
    defaultOrder: 'PUBLISHED_ON',
    where: (args: Filtered, bind) => fitting(args, bind),
  }),
};
