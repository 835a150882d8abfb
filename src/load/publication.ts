import { byCharacter, listing } from './listing.ts';
import { publication } from './node.ts';
import { record } from './record.ts';
import { lookup, one } from './relation.ts';

export const publicationRelations = {
  publication: one({ key: 'u.id', record: publication('u'), from: 'publications u' }),

  publicationsWithSlug: lookup({
    record: publication('u'),
    from: 'publications u',
    where: 'u.slug = $1::text',
    order: 'u.id',
    parameters: (slug: string) => [slug],
  }),

  publications: listing({
    record: record({ node: publication('u') }),
    from: 'publications u',
    orders: {
      SLUG: { columns: [{ sql: byCharacter('u.slug'), type: 'text' }, { sql: 'u.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' },
    },
    defaultOrder: 'SLUG',
  }),
};
