import { byCharacter, listing, listingOf } from './listing.ts';
import { publication } from './node.ts';
import { record } from './record.ts';
import { lookup, one } from './relation.ts';

const declared = {
  record: record({ node: publication('u') }),
  orders: {
    SLUG: {
      columns: [
        { sql: byCharacter('u.slug'), type: 'text' },
        { sql: 'u.id', type: 'uuid' },
      ],
      hasNulls: false,
      direction: 'ASC',
    },
  },
  defaultOrder: 'SLUG',
} as const;

export const publicationRelations = {
  publication: one({ key: 'u.id', record: publication('u'), from: 'publications u' }),

  publicationsWithSlug: lookup({
    record: publication('u'),
    from: 'publications u',
    where: 'u.slug = $1::text',
    order: 'u.id',
    parameters: (slug: string) => [slug],
  }),

  publications: listing({ ...declared, from: 'publications u' }),

  publicationsOfPerson: listingOf('p.id', {
    ...declared,
    from: 'people p join publications u on u.id = p.publication_id',
  }),

  /** Those that have an article with the organisation. */
  publicationsOfOrganisation: listingOf('o.id', {
    ...declared,
    from: 'organisations o cross join publications u',
    where: () => [
      'exists (select from article_organisations x where x.publication_id = u.id and x.organisation_id = o.id)',
    ],
  }),
};
