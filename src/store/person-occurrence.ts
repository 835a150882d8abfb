import { sql } from 'drizzle-orm';
import type { PersonFact } from '../extract/facts.ts';
import { blockKey } from '../resolve/person/profile.ts';
import type { Occurrence, Office } from '../resolve/person/profile.ts';
import type { ArticleWithOrganisations } from './organisation.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** An occurrence of a name that is stored, and for whom it was taken. */
export interface StoredOccurrence extends Occurrence {
  readonly personId: string;
  readonly profileId: string | null;
}

/** What tells of an article when its people are resolved. */
interface Stand {
  readonly articleId: string;
  readonly publicationId: string;
  readonly citedOn: string | null;
}

/**
 * The names of people in an article, each with what the article says of its bearer. `keys` are those of the organisations
 * in the archive, which may be others than in the article, by their ids.
 */
export function occurrencesIn(
  { facts, organisationId }: ArticleWithOrganisations,
  keys: ReadonlyMap<string, string>,
  stand: Stand,
): Occurrence[] {
  const bodies = new Set(facts.organisations.map(({ name }) => organisationId(name)));
  return facts.people.map((person) => ({
    ...stand,
    name: person.name,
    offices: person.titles.map(({ title, organisation, modality }): Office => {
      const id = organisation === null ? null : organisationId(organisation);
      return { title, body: id === null ? null : { id, key: keys.get(id) ?? '' }, isFormer: modality === 'FORMER' };
    }),
    isAuthor: isAuthor(person),
    bodies,
  }));
}

function isAuthor({ roles }: PersonFact): boolean {
  return roles.length > 0 && roles.every(({ role }) => role === 'BYLINE');
}

/** All stored occurrences of these people, by the keys of their names. */
export async function storedOccurrences(
  tx: Transaction,
  people: Iterable<string>,
): Promise<Map<string, StoredOccurrence[]>> {
  const rows = await tx.execute<{
    articleId: string;
    personId: string;
    profileId: string | null;
    publicationId: string;
    name: string;
    citedOn: string | null;
    offices: readonly { title: string; id: string | null; key: string | null; isFormer: boolean }[] | null;
    isAuthor: boolean;
    bodies: readonly string[] | null;
  }>(sql`
    select x.article_id as "articleId", x.person_id as "personId", x.profile_id as "profileId",
      x.publication_id as "publicationId", coalesce(f.name, p.name) as name, x.cited_on::text as "citedOn",
      (select jsonb_agg(jsonb_build_object('title', t.title, 'id', t.organisation_id, 'key', o.key,
          'isFormer', t.modality = 'FORMER') order by t.ordinal)
        from printed_titles t left join organisations o on o.id = t.organisation_id
        where t.article_id = x.article_id and t.person_id = x.person_id) as offices,
      (select bool_and(r.role = 'BYLINE') from article_person_roles r
        where r.article_id = x.article_id and r.person_id = x.person_id) is true as "isAuthor",
      (select jsonb_agg(a.organisation_id) from article_organisations a where a.article_id = x.article_id) as bodies
    from people p join article_people x on x.person_id = p.id left join person_profiles f on f.id = x.profile_id
    where x.person_id = ${anyId(people)} order by x.cited_on, x.article_id, x.ordinal`);
  const found = new Map<string, StoredOccurrence[]>();
  for (const { offices, bodies, ...row } of rows) {
    const key = blockKey(row.name);
    const occurrence: StoredOccurrence = {
      ...row,
      offices: (offices ?? []).map(({ title, id, key, isFormer }) => ({
        title,
        body: id === null ? null : { id, key: key ?? '' },
        isFormer,
      })),
      bodies: new Set(bodies),
    };
    found.set(key, [...(found.get(key) ?? []), occurrence]);
  }
  return found;
}
