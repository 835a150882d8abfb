import { sql } from 'drizzle-orm';
import type { ReadArticle } from './edition.ts';
import { identifyOrganisations, tellingNames } from './organisation-identity.ts';
import type { IdentifiedOrganisation, KnownOrganisations } from './organisation-identity.ts';
import { printedNames } from './printed-name.ts';
import { organisations } from './tables.ts';
import { anyId, anyText, insertAll, together } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Yields the id of the organisation that an article's fact of this name means. */
export type OrganisationIds = (name: string) => string;

/** Stores every organisation that the articles name. Returns, for each article in turn, whom its names mean. */
export async function saveOrganisations(tx: Transaction, publicationId: string, articles: readonly ReadArticle[]): Promise<OrganisationIds[]> {
  const known = await knownOrganisations(tx, publicationId, articles);
  const identified = articles.map(({ facts }) => identifyOrganisations(facts.organisations, known));
  await insertAll(tx, organisations, identified.flat().filter(({ isNew }) => isNew).map(({ id, fact: { key, kind } }) => (
    { id, key, name: key, kind }
  )));
  return identified.map(idsByName);
}

function idsByName(all: readonly IdentifiedOrganisation[]): OrganisationIds {
  const ids = new Map(all.map(({ id, fact }) => [fact.name, id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`A fact names ${name}, which is none of its article's organisations.`);
    return id;
  };
}

async function knownOrganisations(tx: Transaction, publicationId: string, articles: readonly ReadArticle[]): Promise<KnownOrganisations> {
  const facts = articles.flatMap((article) => article.facts.organisations);
  const names = anyText(new Set(facts.flatMap(tellingNames)));
  const readByKey = tx.execute<{ id: string; key: string }>(sql`select id, key from organisations where key = ${names}`);
  const readByName = tx.execute<{ id: string; name: string }>(sql`
    select distinct organisation_id as id, name from mentions
      join articles on articles.id = article_id
      where name = ${names} and organisation_id is not null and not is_implied and publication_id = ${publicationId}
    union select organisations.id, organisations.key from organisations
      join article_organisations on organisation_id = organisations.id
      where organisations.key = ${names} and publication_id = ${publicationId}`);
  const [byKey, byName] = await together([readByKey, readByName]);
  const known: KnownOrganisations = { byKey: new Map(byKey.map(({ id, key }) => [key, id])), byName: new Map() };
  for (const { id, name } of byName) known.byName.set(name, (known.byName.get(name) ?? new Set()).add(id));
  return known;
}

/**
 * Gives the organisations the longest name that the archive prints of them; its key when that is the same with the
 * place put back (区数据局 → 云岫区数据局), or when no name is printed at all. Whatever the order of imports was.
 */
export async function nameOrganisations(tx: Transaction, ids: Iterable<string>): Promise<void> {
  await tx.execute(sql`
    with printed as (
      select distinct on (o.id) o.id, n.name from organisations o cross join lateral ${sql.raw(printedNames('organisation', 'o.id'))} n
      where o.id = ${anyId(ids)}
      order by o.id, length(n.name) desc, n.name collate "C"
    ), best as (
      select o.id, case when p.name is null or right(o.key, length(p.name)) = p.name then o.key else p.name end as name
      from organisations o left join printed p on p.id = o.id where o.id = ${anyId(ids)}
    )
    update organisations set name = best.name from best where organisations.id = best.id and organisations.name <> best.name`);
}

/** Removes those of the organisations that no article names any more. */
export async function pruneOrganisations(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    delete from organisations o where id = ${anyId(ids)}
      and not exists (select from article_organisations where organisation_id = o.id)
      and not exists (select from mentions where organisation_id = o.id)
      and not exists (select from printed_titles where organisation_id = o.id)
      and not exists (select from agreement_parties where organisation_id = o.id)
      and not exists (select from publications where district_id = o.id)
      and not exists (select from organisations child where child.parent_id = o.id)`);
}
