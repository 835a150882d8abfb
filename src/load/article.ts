import type { PersonRole } from '../extract/facts.ts';
import { isGiven, isOneOf, isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { certainId, isRelatedTo } from '../query/id-filter.ts';
import type { IdFilter } from '../query/id-filter.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, one } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { partPairs } from '../store/article-part.ts';
import type { Encoding } from '../text/encoding.ts';
import { parseSearchQuery } from '../text/search-query.ts';
import { inRole, ofPublication } from './condition.ts';
import { article } from './node.ts';
import { documentsFound } from './search/condition.ts';

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

/**
 * Articles `a`, and `x` which leads to them: its day and id stand in one index with the person or organisation it
 * names.
 */
const ways = {
  all: 'articles a cross join lateral (select a.id as article_id, a.published_on) x',
  person: 'article_people x join articles a on a.id = x.article_id',
  organisation: 'article_organisations x join articles a on a.id = x.article_id',
};
type Way = keyof typeof ways;

const orders = {
  PUBLISHED_ON: {
    columns: [
      { sql: 'x.published_on', type: 'date' },
      { sql: 'x.article_id', type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
  EVENT_ON: {
    columns: [
      { sql: 'a.event_on', type: 'date' },
      { sql: 'a.id', type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

function wayTo({ filter }: Filtered): Way {
  if (isGiven(certainId(filter?.people))) return 'person';
  return isGiven(certainId(filter?.organisations)) ? 'organisation' : 'all';
}

/** What the filter asks for, where `x` is the way's. */
function fitting({ filter }: Filtered, bind: Bind, way: Way = 'all'): string[] {
  return [
    ...ofPublication('a.publication_id', filter?.publication, bind),
    ...isWithin('x.published_on', filter?.publishedOn, bind),
    ...isWithin('a.event_on', filter?.eventOn, bind),
    ...when(filter?.page, 'integer', 'a.page = ?', bind),
    ...isOneOf(filter?.genres, 'genre', 'a.genre', bind),
    ...withPeople(filter, bind, way),
    ...withOrganisations(filter, bind, way),
    ...when(filter?.source, 'text', 'a.source = ?', bind),
    ...reporting(filter?.hasAgreement),
    ...(isGiven(filter?.text) ? documentsFound('ARTICLE', 'x.article_id', parseSearchQuery(filter.text), bind) : []),
  ];
}

/** The asked people, in the asked role if there is one; or anybody in that role. */
function withPeople(filter: ArticleFilter | null | undefined, bind: Bind, way: Way): string[] {
  const role = when(filter?.role, 'person_role', 'y.role = ?', bind);
  const rows = [
    `${role.length === 0 ? 'article_people' : 'article_person_roles'} y where y.article_id = a.id`,
    ...role,
  ].join(' and ');
  const known = way === 'person' ? (certainId(filter?.people) ?? null) : null;
  const people = [
    ...when(known, 'uuid', 'x.person_id = ?', bind),
    ...(known === null || role.length === 0 ? [] : [`exists (select from ${rows} and y.person_id = x.person_id)`]),
    ...isRelatedTo(filter?.people, known, rows, 'y.person_id', bind),
  ];
  return people.length > 0 || role.length === 0 ? people : [`exists (select from ${rows})`];
}

function withOrganisations(filter: ArticleFilter | null | undefined, bind: Bind, way: Way): string[] {
  const known = way === 'organisation' ? (certainId(filter?.organisations) ?? null) : null;
  return [
    ...when(known, 'uuid', 'x.organisation_id = ?', bind),
    ...isRelatedTo(
      filter?.organisations,
      known,
      'article_organisations y where y.article_id = a.id',
      'y.organisation_id',
      bind,
    ),
  ];
}

function reporting(hasAgreement: boolean | null | undefined): string[] {
  return isGiven(hasAgreement)
    ? [`${hasAgreement ? '' : 'not '}exists (select from agreements g where g.article_id = a.id)`]
    : [];
}

/** How articles are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: article('a') }),
  from: (args: Filtered) => ways[wayTo(args)],
  orders,
  defaultOrder: 'PUBLISHED_ON' as const,
  where: (args: Filtered, bind: Bind) => fitting(args, bind, wayTo(args)),
};

/** The proven pairs of parts in the issues of the articles. */
const pairs = (articles: string) => `${partPairs(`select issue_id from articles where id = any(${articles})`)} pair`;

export const articleRelations = {
  article: one({ key: 'a.id', shape: article('a'), from: 'articles a' }),
  textOfArticle: one({
    key: 'a.id',
    shape: record({
      body: column<string>('a.body'),
      spans: column<readonly { start: number; end: number; isCrosshead: boolean }[]>('a.paragraphs'),
    }),
    from: 'articles a',
  }),
  fileOfArticle: one({
    key: 'a.id',
    shape: record({ name: column<string>('f.file'), encoding: column<Encoding>('f.encoding') }),
    from: 'articles a join pages f on f.id = a.page_id',
  }),
  partBeforeArticle: one({
    key: 'pair.tail',
    shape: article('a'),
    from: (articles) => `${pairs(articles)} join articles a on a.id = pair.head and pair.tails = 1 and pair.heads = 1`,
  }),
  partAfterArticle: one({
    key: 'pair.head',
    shape: article('a'),
    from: (articles) => `${pairs(articles)} join articles a on a.id = pair.tail and pair.tails = 1 and pair.heads = 1`,
  }),

  articles: list(declared),

  articlesOfPublication: listOf('a.publication_id', declared),

  articlesOfIssue: listOf('a.issue_id', {
    shape: record({ node: article('a') }),
    from: 'articles a',
    orders: {
      PRINTED: {
        columns: [
          { sql: 'a.page', type: 'integer' },
          { sql: 'a.position', type: 'integer' },
          { sql: 'a.id', type: 'uuid' },
        ],
        hasNulls: true,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
    where: ({ page }: { readonly page?: number | null | undefined }, bind) => when(page, 'integer', 'a.page = ?', bind),
  }),

  articlesOfPerson: listOf('x.person_id', {
    shape: record({
      node: article('a'),
      articleId: column<string>('x.article_id'),
      personId: column<string>('x.person_id'),
    }),
    from: ways.person,
    orders,
    defaultOrder: 'PUBLISHED_ON',
    where: (args: Filtered & { readonly role?: PersonRole | null | undefined }, bind) => [
      ...fitting(args, bind),
      ...inRole(args.role, bind),
    ],
  }),

  articlesOfOrganisation: listOf('x.organisation_id', {
    shape: record({
      node: article('a'),
      articleId: column<string>('x.article_id'),
      organisationId: column<string>('x.organisation_id'),
    }),
    from: ways.organisation,
    orders,
    defaultOrder: 'PUBLISHED_ON',
    where: (args: Filtered, bind) => fitting(args, bind),
  }),
};
