import { byCodePoint } from '../query/order.ts';
import { list, listOf, lookup, one } from '../query/relation.ts';
import { record } from '../query/shape.ts';
import { publication } from './node.ts';

const declared = {
  shape: record({ node: publication('u') }),
  orders: {
    SLUG: {
      columns: [
        { sql: byCodePoint('u.slug'), type: 'text' },
        { sql: 'u.id', type: 'uuid' },
      ],
      hasNulls: false,
      direction: 'ASC',
    },
  },
  defaultOrder: 'SLUG',
} as const;

export const publicationRelations = {
  publication: one({ key: 'u.id', shape: publication('u'), from: 'publications u' }),

  publicationsWithSlug: lookup({
    shape: publication('u'),
    from: 'publications u',
    where: 'u.slug = $1::text',
    order: 'u.id',
    parameters: (slug: string) => [slug],
  }),

  publications: list({ ...declared, from: 'publications u' }),

  publicationsOfPerson: listOf('p.id', {
    ...declared,
    from: 'people p join publications u on u.id = p.publication_id',
  }),

  /** Those that have an article with the organisation. */
  publicationsOfOrganisation: listOf('o.id', {
    ...declared,
    from: 'organisations o cross join publications u',
    where: () => [
      'exists (select from article_organisations x where x.publication_id = u.id and x.organisation_id = o.id)',
    ],
  }),
};
