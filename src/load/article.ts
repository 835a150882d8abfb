import type { PersonRole } from '../extract/facts.ts';
import { given, inRole, ofPublication, within } from './condition.ts';
import type { DateRange } from './condition.ts';
import { listing, listingOf } from './listing.ts';
import type { Bind, Order } from './listing.ts';
import { article } from './node.ts';
import { column, record } from './record.ts';
import { one } from './relation.ts';

export interface ArticleFilter {
  readonly publication?: string | null | undefined;
  readonly publishedOn?: DateRange | null | undefined;
  readonly eventOn?: DateRange | null | undefined;
}
interface Filtered {
  readonly filter?: ArticleFilter | null | undefined;
}

const orders = {
  PUBLISHED_ON: {
    columns: [{ sql: 'a.published_on', type: 'date' }, { sql: 'a.id', type: 'uuid' }],
    hasNulls: true,
    direction: 'DESC',
  },
  EVENT_ON: {
    columns: [{ sql: 'a.event_on', type: 'date' }, { sql: 'a.id', type: 'uuid' }],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

function fitting({ filter }: Filtered, bind: Bind): string[] {
  return [
    ...ofPublication('a.issue_id', filter?.publication, bind),
    ...within('a.published_on', filter?.publishedOn, bind),
    ...within('a.event_on', filter?.eventOn, bind),
  ];
}

/**
 * The pairs of parts of one article in the issues of the articles `$1`: one ends 下转, the other begins 上接, at least
 * one of the two lines names the other's page, and neither names a different one. `heads` and `tails` count the rivals.
 */
const partPairs = `(
  select head.id as head, tail.id as tail,
    count(*) over (partition by head.id) as tails, count(*) over (partition by tail.id) as heads
  from articles head join articles tail on tail.issue_id = head.issue_id and tail.id <> head.id
  where head.issue_id in (select issue_id from articles where id = any($1::uuid[]))
    and head.has_continued_on and tail.has_continued_from
    and coalesce(head.continued_on_page = tail.page, true) and coalesce(tail.continued_from_page = head.page, true)
    and (head.continued_on_page = tail.page or tail.continued_from_page = head.page)) pair`;

export const articleRelations = {
  article: one({ key: 'a.id', record: article('a'), from: 'articles a' }),
  textOfArticle: one({
    key: 'a.id',
    record: record({
      body: column<string>('a.body'),
      spans: column<readonly { start: number; end: number; isCrosshead: boolean }[]>('a.paragraphs'),
    }),
    from: 'articles a',
  }),
  fileOfArticle: one({
    key: 'a.id',
    record: record({ name: column<string>('f.file') }),
    from: 'articles a join pages f on f.id = a.page_id',
  }),
  partBeforeArticle: one({
    key: 'pair.tail',
    record: article('a'),
    from: `${partPairs} join articles a on a.id = pair.head and pair.tails = 1 and pair.heads = 1`,
  }),
  partAfterArticle: one({
    key: 'pair.head',
    record: article('a'),
    from: `${partPairs} join articles a on a.id = pair.tail and pair.tails = 1 and pair.heads = 1`,
  }),

  articles: listing({ record: record({ node: article('a') }), from: 'articles a', orders, defaultOrder: 'PUBLISHED_ON', where: fitting }),

  articlesOfIssue: listingOf('a.issue_id', {
    record: record({ node: article('a') }),
    from: 'articles a',
    orders: {
      PRINTED: {
        columns: [{ sql: 'a.page', type: 'integer' }, { sql: 'a.position', type: 'integer' }, { sql: 'a.id', type: 'uuid' }],
        hasNulls: true,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
    where: ({ page }: { readonly page?: number | null | undefined }, bind) => given(page, 'integer', 'a.page = ?', bind),
  }),

  articlesOfPerson: listingOf('x.person_id', {
    record: record({ node: article('a'), articleId: column<string>('x.article_id'), personId: column<string>('x.person_id') }),
    from: 'article_people x join articles a on a.id = x.article_id',
    orders,
    defaultOrder: 'PUBLISHED_ON',
    where: (args: Filtered & { readonly role?: PersonRole | null | undefined }, bind) => [
      ...fitting(args, bind),
      ...inRole(args.role, bind),
    ],
  }),

  articlesOfOrganisation: listingOf('x.organisation_id', {
    record: record({ node: article('a'), articleId: column<string>('x.article_id'), organisationId: column<string>('x.organisation_id') }),
    from: 'article_organisations x join articles a on a.id = x.article_id',
    orders,
    defaultOrder: 'PUBLISHED_ON',
    where: fitting,
  }),
};
