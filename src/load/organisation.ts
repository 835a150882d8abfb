import { given } from './condition.ts';
import { byCharacter, listing, listingOf } from './listing.ts';
import { evidence, organisation } from './node.ts';
import { column, record } from './record.ts';
import type { ValueOf } from './record.ts';
import { lookup, many, one } from './relation.ts';

export interface OrganisationFilter {
  readonly publication?: string | null | undefined;
}

const alias = record({ name: column<string>('m.name'), evidence: evidence('m') });
export type OrganisationAliasRecord = ValueOf<typeof alias>;

/** Whether an article of the publication with the slug `slug` has the organisation. */
const citedIn = (slug: string) => `exists (
  select from article_organisations x join articles a on a.id = x.article_id
    join issues e on e.id = a.issue_id join publications u on u.id = e.publication_id
  where x.organisation_id = o.id and u.slug = ${slug})`;

export const organisationRelations = {
  organisation: one({ key: 'o.id', record: organisation('o'), from: 'organisations o' }),

  /** By name or any printed form, with or without blanks; cited in one publication, or in any when that is null. */
  organisationsNamed: lookup({
    record: organisation('o'),
    from: 'organisations o',
    // A union, for through an `or` of columns and subqueries no index is used.
    where: `o.id in (select id from organisations where name = $1::text
        union all select id from organisations where key = $1::text
        union all select organisation_id from mentions where name = $1::text and organisation_id is not null and not is_implied)
      and ($2::text is null or ${citedIn('$2::text')})`,
    order: `${byCharacter('o.name')}, o.id`,
    parameters: (name: string, publication: string | null) => [name.replaceAll(/\s/gu, ''), publication],
  }),

  organisations: listing({
    record: record({ node: organisation('o') }),
    from: 'organisations o',
    orders: {
      NAME: { columns: [{ sql: byCharacter('o.name'), type: 'text' }, { sql: 'o.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' },
    },
    defaultOrder: 'NAME',
    where: ({ filter }: { readonly filter?: OrganisationFilter | null | undefined }, bind) =>
      given(filter?.publication, 'text', citedIn('?'), bind),
  }),

  organisationsOfArticle: listingOf('x.article_id', {
    record: record({
      node: organisation('o'),
      articleId: column<string>('x.article_id'),
      organisationId: column<string>('x.organisation_id'),
    }),
    from: 'article_organisations x join organisations o on o.id = x.organisation_id',
    orders: {
      FIRST_MENTION: {
        columns: [{ sql: 'x.ordinal', type: 'integer' }, { sql: 'x.organisation_id', type: 'uuid' }],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'FIRST_MENTION',
  }),

  /** Each other printed form with its first place in the archive. */
  aliasesOfOrganisation: many({
    key: 'm.organisation_id',
    record: alias,
    from: `(select distinct on (m.organisation_id, m.name) m.* from mentions m
        join organisations o on o.id = m.organisation_id join articles a on a.id = m.article_id
      where m.organisation_id = any($1::uuid[]) and not m.is_implied and m.name <> o.name
      order by m.organisation_id, m.name, a.published_on, m.article_id, m.ordinal) m`,
    order: byCharacter('m.name'),
  }),
};
