import type { OrganisationKind } from '../extract/facts.ts';
import { printedNames } from '../store/printed-name.ts';
import { nameKey } from '../text/name-key.ts';
import { bears, firstFound, given, named, oneOf } from './condition.ts';
import { byCharacter, listing, listingOf } from './listing.ts';
import { evidence, organisation } from './node.ts';
import { column, record } from './record.ts';
import type { ValueOf } from './record.ts';
import { lookup, many, one } from './relation.ts';

export interface OrganisationFilter {
  readonly publication?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly kind?: readonly OrganisationKind[] | null | undefined;
}
interface Filtered {
  readonly filter?: OrganisationFilter | null | undefined;
}

const alias = record({ name: column<string>('m.name'), evidence: evidence('m') });
export type OrganisationAliasRecord = ValueOf<typeof alias>;

/** Whether an article of the publication with the slug at `?` has the organisation. */
const CITED = 'exists (select from article_organisations x where x.organisation_id = o.id and x.publication_id = (select id from publications where slug = ?))';

export const organisationRelations = {
  organisation: one({ key: 'o.id', record: organisation('o'), from: 'organisations o' }),

  /** By any form of the name; cited in one publication, or in any when that is null. What is called just so comes first. */
  organisationsNamed: lookup({
    record: organisation('o'),
    from: 'organisations o',
    where: `${bears('o.id', 'organisation').replace('?', '$1::text')} and ($2::text is null or ${CITED.replace('?', '$2::text')})`,
    order: `o.name <> $3::text, ${byCharacter('o.name')}, o.id`,
    parameters: (name: string, publication: string | null) => [nameKey(name), publication, name.replaceAll(/\s/gu, '')],
  }),

  organisations: listing({
    record: record({ node: organisation('o') }),
    from: ({ filter }: Filtered, bind) => firstFound('organisations o', named(filter?.name, 'o.id', 'organisation', bind)),
    orders: {
      NAME: { columns: [{ sql: byCharacter('o.name'), type: 'text' }, { sql: 'o.id', type: 'uuid' }], hasNulls: false, direction: 'ASC' },
    },
    defaultOrder: 'NAME',
    where: ({ filter }, bind) => [
      ...given(filter?.publication, 'text', CITED, bind),
      ...oneOf(filter?.kind, 'organisation_kind', 'o.kind', bind),
    ],
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
    key: 'o.id',
    record: alias,
    from: `organisations o join lateral ${printedNames('organisation', 'o.id')} n on n.name <> o.name cross join lateral (
      select * from mentions m where m.organisation_id = o.id and m.name = n.name and not m.is_implied
      order by m.published_on, m.article_id, m.ordinal limit 1) m`,
    order: byCharacter('m.name'),
  }),
};
