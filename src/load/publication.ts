import { byCodePoint } from '../query/order.ts';
import { list, listOf, lookup, one } from '../query/relation.ts';
import { record } from '../query/shape.ts';
import { articleOrganisations, articlePeople } from '../store/fact-tables.ts';
import { organisations, people, publications } from '../store/tables.ts';
import { publication } from './node.ts';
import { aliased, table } from './table-alias.ts';

const u = aliased(publications, 'u');
const p = aliased(people, 'p');
const o = aliased(organisations, 'o');
const x = aliased(articleOrganisations, 'x');
const y = aliased(articlePeople, 'y');

const declared = {
  shape: record({ node: publication(u) }),
  orders: {
    SLUG: {
      columns: [
        { sql: byCodePoint(u.slug), type: 'text' },
        { sql: u.id, type: 'uuid' },
      ],
      hasNulls: false,
      direction: 'ASC',
    },
  },
  defaultOrder: 'SLUG',
} as const;

export const publicationRelations = {
  publication: one({ key: u.id, shape: publication(u), from: table(u) }),

  publicationsWithSlug: lookup({
    shape: publication(u),
    from: table(u),
    where: `${u.slug} = $1::text`,
    order: u.id,
    parameters: (slug: string) => [slug],
  }),

  publications: list({ ...declared, from: table(u) }),

  /** Those that have an article which names the person. */
  publicationsOfPerson: listOf(p.id, {
    ...declared,
    from: `${table(p)} cross join ${table(u)}`,
    where: () => [`exists (select from ${table(y)} where ${y.publicationId} = ${u.id} and ${y.personId} = ${p.id})`],
  }),

  /** Those that have an article which names the organisation. */
  publicationsOfOrganisation: listOf(o.id, {
    ...declared,
    from: `${table(o)} cross join ${table(u)}`,
    where: () => [
      `exists (select from ${table(x)} where ${x.publicationId} = ${u.id} and ${x.organisationId} = ${o.id})`,
    ],
  }),
};
