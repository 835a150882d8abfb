import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { ExtractedArticle } from './issue-slice.ts';
import { identifyOrganisations, identityOf, tellingNames } from './organisation-identity.ts';
import type { IdentifiedOrganisation, KnownOrganisations } from './organisation-identity.ts';
import { printedNames } from './printed-name.ts';
import { organisations } from './tables.ts';
import { anyId, anyText, insertAll, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';
import { deleteUnreferenced } from './unreferenced.ts';

/** The id of the organisation that a name in the article's facts means. */
export type OrganisationIds = (name: string) => string;

/** An article whose organisations are stored. */
export interface ArticleWithOrganisations extends ExtractedArticle {
  readonly organisationId: OrganisationIds;
}

/** Stores the new organisations that the articles name. Returns the articles with what their names mean. */
export async function saveOrganisations(
  tx: Transaction,
  publicationId: string,
  articles: readonly ExtractedArticle[],
): Promise<ArticleWithOrganisations[]> {
  const known = await knownOrganisations(tx, publicationId, articles);
  const added: IdentifiedOrganisation[] = [];
  const identified = articles.map((article) => {
    const all = identifyOrganisations(article.facts.organisations, known);
    added.push(...all.filter(({ isNew }) => isNew));
    return { ...article, organisationId: idsByName(all) };
  });
  await insertAll(
    tx,
    organisations,
    added.map(({ id, identity: { canonical, ancestors }, fact: { key, kind } }) => ({
      id,
      key,
      canonical,
      ancestors: [...ancestors],
      name: key,
      kind,
    })),
  );
  await deriveParents(
    tx,
    added.map(({ identity }) => identity.canonical),
  );
  return identified;
}

function idsByName(all: readonly IdentifiedOrganisation[]): OrganisationIds {
  const ids = new Map(all.map(({ id, fact }) => [fact.name, id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`A fact names ${name}, which is none of its article's organisations.`);
    return id;
  };
}

async function knownOrganisations(
  tx: Transaction,
  publicationId: string,
  articles: readonly ExtractedArticle[],
): Promise<KnownOrganisations> {
  const facts = articles.flatMap((article) => article.facts.organisations);
  const names = [...new Set(facts.flatMap(tellingNames))];
  const identities = new Set(facts.map(({ key }) => identityOf(key, publicationId).canonical));
  const readByCanonical = tx.execute<{ id: string; canonical: string }>(
    sql`select id, canonical from organisations where canonical = ${anyText(identities)}`,
  );
  // Reads the organisations of a name one by one through an index: a name may be in the archive ten thousand times, but
  // means few organisations. Most of them are of other newspapers and have no mention in this one. With `exists`,
  // Postgres would join them with all mentions of the archive.
  const readByName = tx.execute<{ id: string; name: string }>(sql`
    select bearer.id, printed.name from unnest(${makePgArray(names)}::text[]) printed(name) cross join lateral (
      with recursive next(id) as (
        (select organisation_id from mentions
          where name = printed.name and organisation_id is not null order by 1 limit 1)
        union all select (select organisation_id from mentions
          where name = printed.name and organisation_id > next.id order by 1 limit 1)
        from next where next.id is not null
      ) select id from next where id is not null
    ) bearer
    where (
      select true from article_organisations
      where publication_id = ${publicationId} and organisation_id = bearer.id limit 1) and (
      select true from mentions m join articles a on a.id = m.article_id
      where m.organisation_id = bearer.id and m.name = printed.name and not m.is_implied
        and a.publication_id = ${publicationId} limit 1)
    union select o.id, o.key from organisations o
      where o.key = ${anyText(names)} and exists (select from article_organisations
        where publication_id = ${publicationId} and organisation_id = o.id)`);
  const [byCanonical, byName] = await pipelined([readByCanonical, readByName]);
  const known: KnownOrganisations = {
    publicationId,
    byCanonical: new Map(byCanonical.map(({ id, canonical }) => [canonical, id])),
    byName: new Map(),
  };
  for (const { id, name } of byName) known.byName.set(name, (known.byName.get(name) ?? new Set()).add(id));
  return known;
}

/**
 * Names the organisations by the longest name that is printed of them, except those that an editor has named. It is their key when that is the same name with
 * its place put back (区数据局 → 云岫区数据局), or when no name is printed. The result does not depend on the order of imports.
 */
export async function nameOrganisations(tx: Transaction, ids: Iterable<string>): Promise<void> {
  await tx.execute(sql`
    with printed as (
      select distinct on (o.id) o.id, n.name
      from organisations o cross join lateral ${sql.raw(printedNames('organisation', 'o.id'))} n
      where o.id = ${anyId(ids)}
      order by o.id, length(n.name) desc, n.name collate "C"
    ), best as (
      select o.id, case when p.name is null or right(o.key, length(p.name)) = p.name then o.key else p.name end as name
      from organisations o left join printed p on p.id = o.id where o.id = ${anyId(ids)}
    )
    update organisations set name = best.name from best
    where organisations.id = best.id and organisations.id = ${anyId(ids)} and organisations.name <> best.name
      and not exists (select from judged_rows r
        where r.article_id is null and r.key ->> 'id' = organisations.id::text and r.before ? 'name')`);
}

/**
 * Makes the nearest ancestor that the archive has the parent: of the organisations with these canonical names, and of those
 * that have one of them above them. To be called when such organisations came or went.
 */
export async function deriveParents(tx: Transaction, canonicals: readonly string[]): Promise<void> {
  if (canonicals.length === 0) return;
  const changed = anyText(canonicals);
  await tx.execute(sql`
    with affected as (
      select id, ancestors, parent_id from organisations where canonical = ${changed}
      union select id, ancestors, parent_id from organisations where ancestors && ${makePgArray([...canonicals])}::text[]
    ), best as (
      select a.id, (
        select o.id from unnest(a.ancestors) with ordinality n(canonical, place)
          join organisations o on o.canonical = n.canonical
        where o.id <> a.id order by n.place limit 1) as parent_id
      from affected a
    )
    update organisations o set parent_id = best.parent_id from best
    where o.id = best.id and o.parent_id is distinct from best.parent_id`);
}

/** Removes those of the organisations that no article names any more. Returns how many were removed. */
export async function pruneOrganisations(tx: Transaction, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const named = await tx.execute<{ canonical: string }>(sql`
    select canonical from organisations where id = ${anyId(ids)}`);
  const removed = await deleteUnreferenced(tx, 'organisations', ids, [
    'article_organisations.organisation_id',
    'mentions.organisation_id',
    'printed_titles.organisation_id',
    'agreement_parties.organisation_id',
    'publications.district_id',
  ]);
  if (removed > 0)
    await deriveParents(
      tx,
      named.map(({ canonical }) => canonical),
    );
  return removed;
}
