import type { OrganisationKind } from '../extract/facts.ts';
import { filteredFirst, isAtLeast, isGiven, isOneOf, when } from '../query/condition.ts';
import { byCodePoint } from '../query/order.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, lookup, one } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { articleOrganisations } from '../store/fact-tables.ts';
import { canonicalName } from '../resolve/organisation/canonical-name.ts';
import { organisations, publications } from '../store/tables.ts';
import { lookupKey } from '../text/name-key.ts';
import { PUBLICATION_ID } from './condition.ts';
import { bestNameFirst, hasName, nameCondition, nameFit } from './name-condition.ts';
import { organisation } from './node.ts';
import { aliased, table } from './table-alias.ts';

const o = aliased(organisations, 'o');
const x = aliased(articleOrganisations, 'x');
const u = aliased(publications, 'u');

export interface OrganisationFilter {
  readonly publication?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly categories?: readonly OrganisationKind[] | null | undefined;
  readonly minConfidence?: number | null | undefined;
}
interface Filtered {
  readonly filter?: OrganisationFilter | null | undefined;
}

const orders = {
  NAME: {
    columns: [
      { sql: byCodePoint(o.name), type: 'text' },
      { sql: o.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'ASC',
  },
  ARTICLE_COUNT: {
    columns: [
      { sql: o.namedCount, type: 'integer' },
      { sql: o.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'DESC',
  },
  LAST_PUBLISHED_ON: {
    columns: [
      { sql: o.lastNamedOn, type: 'date' },
      { sql: o.id, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

/** Whether an article of the publication with the slug at `?` names the organisation. */
const CITED = `exists (
  select from ${table(x)} where ${x.organisationId} = ${o.id} and ${x.publicationId} = ${PUBLICATION_ID})`;

/** How organisations are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: organisation(o) }),
  from: ({ filter }: Filtered, bind: Bind) =>
    filteredFirst(
      table(o),
      nameCondition(filter?.name, o.id, 'organisation', bind),
      nameFit(o.name, filter?.name, bind),
    ),
  orders,
  defaultOrder: 'NAME' as const,
  bestFirst: ({ filter }: Filtered) => (isGiven(filter?.name) ? bestNameFirst('o', orders.NAME) : null),
  where: ({ filter }: Filtered, bind: Bind) => [
    ...when(filter?.publication, 'text', CITED, bind),
    ...isOneOf(filter?.categories, 'organisation_kind', o.kind, bind),
    ...isAtLeast(o.confidence, filter?.minConfidence, bind),
  ],
};

export const organisationRelations = {
  organisation: one({ key: o.id, shape: organisation(o), from: table(o) }),

  /** By any form of the name, or with the same canonical name; cited in one publication, or in any if that is null. */
  organisationsMeant: lookup({
    shape: organisation(o),
    from: table(o),
    where: `(${hasName(o.id, 'organisation').replace('?', '$1::text')} or ${o.canonical} = $3::text)
      and ($2::text is null or ${CITED.replace('?', '$2::text')})`,
    order: `${byCodePoint(o.name)}, ${o.id}`,
    parameters: (name: string, publication: string | null) => [lookupKey(name), publication, canonicalName(name)],
    scope: (_, slug) => slug,
  }),

  organisations: list(declared),

  /**
   * Those that an article of the newspaper names. The list is walked by name, and each is looked up among those that
   * the newspaper names.
   */
  organisationsOfPublication: listOf(u.id, {
    ...declared,
    from: (args: Filtered, bind) => `${table(u)} cross join ${declared.from(args, bind)}`,
    where: (args, bind) => [
      `exists (select from ${table(x)} where ${x.publicationId} = ${u.id} and ${x.organisationId} = ${o.id})`,
      ...declared.where(args, bind),
    ],
  }),

  childrenOfOrganisation: listOf(o.parentId, {
    shape: declared.shape,
    from: table(o),
    orders: { NAME: orders.NAME },
    defaultOrder: 'NAME',
  }),

  organisationsOfArticle: listOf(x.articleId, {
    shape: record({
      node: organisation(o),
      articleId: column(x.articleId),
      organisationId: column(x.organisationId),
      confidence: column(x.confidence),
    }),
    from: `${table(x)} join ${table(o)} on ${o.id} = ${x.organisationId}`,
    orders: {
      FIRST_MENTION: {
        columns: [
          { sql: x.ordinal, type: 'integer' },
          { sql: x.organisationId, type: 'uuid' },
        ],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'FIRST_MENTION',
    where: ({ minConfidence }: { readonly minConfidence?: number | null | undefined }, bind) =>
      isAtLeast(x.confidence, minConfidence, bind),
  }),
};
