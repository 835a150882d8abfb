import { sql } from 'drizzle-orm';
import { bodiesOf } from '../resolve/person/profile.ts';
import type { Occurrence } from '../resolve/person/profile.ts';
import { groupBy } from './group-by.ts';
import type { ArticleWithOrganisations } from './organisation.ts';
import { addOccurrences, keyOf, knownBodies, readBlocks, rebuildProfiles } from './person-block.ts';
import type { Block } from './person-block.ts';
import { NOTHING_MOVED } from './person-move.ts';
import type { Moved } from './person-move.ts';
import { occurrencesIn, storedOccurrences } from './person-occurrence.ts';
import { settleBlocks } from './person-settlement.ts';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';
import { pruneRedirects } from './redirect.ts';
import { deleteUnreferenced } from './unreferenced.ts';

/** Whom a name in an article means, and the profile that it is an occurrence of. */
export interface PersonOfName {
  readonly id: string;
  readonly profileId: string;
}

/** An article with its id and day, whose organisations are stored. */
export interface DatedArticle extends ArticleWithOrganisations {
  readonly id: string;
  readonly citedOn: string | null;
}

/** The articles with whom their names mean, and what else is out of date. */
export interface SavedPeople<A extends DatedArticle> {
  readonly articles: readonly (A & { readonly personOf: (name: string) => PersonOfName })[];
  readonly moved: Moved;
}

/**
 * Resolves the people whom the articles name, and stores them. Their facts are not stored yet; those of others, who are
 * other people by what is known now, are moved.
 */
export async function savePeople<A extends DatedArticle>(
  tx: Transaction,
  publicationId: string,
  articles: readonly A[],
): Promise<SavedPeople<A>> {
  const names = new Set(articles.flatMap(({ facts }) => facts.people.map(({ name }) => keyOf({ name }))));
  const [keys, blocks] = await pipelined([keysOf(tx, articles), readBlocks(tx, names)]);
  const occurrences = articles.map((article) =>
    occurrencesIn(article, keys, { articleId: article.id, publicationId, citedOn: article.citedOn }),
  );
  const profileOf = await addToBlocks(tx, blocks, occurrences.flat());
  const moved = await settleBlocks(tx, blocks.values());
  const personOf = new Map([...blocks.values()].flatMap(({ profiles }) => [...profiles]));
  return {
    articles: articles.map((article, i) => {
      const people = new Map(
        (occurrences[i] ?? []).map((occurrence) => [occurrence.name, profileOf.get(occurrence) ?? ''] as const),
      );
      return {
        ...article,
        personOf: (name) => {
          const profileId = people.get(name);
          const id = personOf.get(profileId ?? '')?.personId;
          if (profileId === undefined || id == null)
            throw new Error(`A fact names ${name}, who is none of its article's people.`);
          return { id, profileId };
        },
      };
    }),
    moved,
  };
}

/** Adds the occurrences to the profiles of their names. Where one tells of a new body, bare names are looked at again. */
async function addToBlocks(
  tx: Transaction,
  blocks: ReadonlyMap<string, Block>,
  occurrences: readonly Occurrence[],
): Promise<Map<Occurrence, string>> {
  const profileOf = new Map<Occurrence, string>();
  for (const [key, added] of groupBy(occurrences, keyOf)) {
    const block = blocks.get(key);
    if (block === undefined) throw new Error(`The name ${key} was not read.`);
    const known = knownBodies(block);
    const isNew = block.stored.size > 0 && [...bodiesOf(added)].some((id) => !known.has(id));
    const found = isNew
      ? rebuildProfiles(block, (await storedOccurrences(tx, block.people.keys())).get(key) ?? [], added)
      : addOccurrences(block, added, knownBodies(block, added));
    for (const [occurrence, id] of found) profileOf.set(occurrence, id);
  }
  return profileOf;
}

/** The keys of the organisations by id. An article may print an organisation that has another key in the archive. */
export async function keysOf(
  tx: Transaction,
  articles: readonly ArticleWithOrganisations[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    articles.flatMap(({ facts, organisationId }) => facts.organisations.map(({ name }) => organisationId(name))),
  );
  const rows = await tx.execute<{ id: string; key: string }>(
    sql`select id, key from organisations where id = ${anyId(ids)}`,
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** Resolves the names of these people anew, from all that the articles say. */
export async function resolveAnew(tx: Transaction, people: ReadonlyMap<string, string>): Promise<Moved> {
  const ids = anyId(people.keys());
  const keys = await tx.execute<{ key: string }>(
    sql`select distinct name_key as key from person_profiles where person_id = ${ids}`,
  );
  const names = new Set([...[...people.values()].map((name) => keyOf({ name })), ...keys.map(({ key }) => key)]);
  const read = await readBlocks(tx, names);
  const all = new Set([...people.keys(), ...[...read.values()].flatMap((block) => [...block.people.keys()])]);
  const stored = await storedOccurrences(tx, all);
  const blocks = [...read].map(([key, block]) => {
    const occurrences = stored.get(key) ?? [];
    const own = new Map(block.people);
    for (const { personId, name } of occurrences)
      if (!own.has(personId)) own.set(personId, { id: personId, name, anchorId: null });
    const whole = { ...block, people: own };
    rebuildProfiles(whole, occurrences, []);
    return whole;
  });
  return settleBlocks(tx, blocks, { isForced: true });
}

/**
 * Counts again what these profiles consist of, after articles were removed. Returns the keys of their names, which are to
 * be settled after that.
 */
export async function recountProfiles(tx: Transaction, profiles: readonly string[]): Promise<string[]> {
  if (profiles.length === 0) return [];
  const counted = await tx.execute<{ key: string }>(sql`
    update person_profiles f set count = n.count, months = n.months, first_on = n.first_on
    from unnest(array(select id from person_profiles where id = ${anyId(profiles)})) k(id) cross join lateral (
      select count(*)::int as count, min(cited_on) as first_on,
        coalesce(array_agg(distinct (extract(year from cited_on) * 12 + extract(month from cited_on) - 1)::int
          order by (extract(year from cited_on) * 12 + extract(month from cited_on) - 1)::int)
          filter (where cited_on is not null), '{}') as months
      from article_people x where x.profile_id = k.id) n
    where f.id = k.id returning f.name_key as key`);
  return [...new Set(counted.map(({ key }) => key))];
}

/** Resolves the names with these keys again, after {@link recountProfiles}. */
export async function settleNames(tx: Transaction, keys: readonly string[]): Promise<Moved> {
  if (keys.length === 0) return NOTHING_MOVED;
  const blocks = await readBlocks(tx, keys);
  for (const [key, block] of blocks) {
    const known = knownBodies(block);
    const isLess = [...bodiesOf(block.stored.values())].some((id) => !known.has(id));
    if (isLess) rebuildProfiles(block, (await storedOccurrences(tx, block.people.keys())).get(key) ?? [], []);
  }
  return settleBlocks(tx, blocks.values(), { isForced: true });
}

/** Removes those of the people whom no article names any more, and the ids that they answered for. Returns how many. */
export async function prunePeople(tx: Transaction, ids: readonly string[]): Promise<number> {
  const removed = await deleteUnreferenced(tx, 'people', ids, [
    'person_profiles.person_id',
    'article_people.person_id',
    'mentions.person_id',
    'credits.person_id',
    'agreement_people.person_id',
  ]);
  if (removed > 0) await pruneRedirects(tx, ids);
  return removed;
}
