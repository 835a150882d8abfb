import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { officeOf, postOf } from '../text/title.ts';
import { identityOf } from './organisation-identity.ts';
import { deriveParents } from './organisation.ts';
import { notifyAll } from './change-notification.ts';
import { deriveAllCoAppearances } from './co-appearance.ts';
import type { Database } from './database.ts';
import { deriveFrom } from './derivation.ts';
import type { DirtySet } from './dirty-set.ts';
import { deriveEvents } from './event.ts';
import { groupBy } from './group-by.ts';
import { judgeAnew } from './judgement/judged-facts.ts';
import { keyOf } from './person-block.ts';
import { prunePeople, resolveAnew } from './person.ts';
import { settleSearchDocuments } from './search-document.ts';
import { anyId, withImportLock } from './transaction.ts';
import type { Transaction } from './transaction.ts';

const BATCH_SIZE = 1_000;
/** The occurrences of so many names are in memory at a time. */
const NAMES_AT_ONCE = 100;
const NOTHING: DirtySet = { people: new Set(), organisations: new Set(), articles: [], issues: new Set() };

/** Derives everything again from the archive's rows, in one transaction. */
export function reindex(database: Database): Promise<void> {
  return withImportLock(database, async (tx) => {
    // Adding many documents to the search indexes at once takes half the time of adding a few at a time; they are
    // sorted in work_mem.
    await tx.execute(
      sql`select set_config('gin_pending_list_limit', '64MB', true), set_config('work_mem', '64MB', true)`,
    );
    await readTitlesAnew(tx);
    await readOrganisationsAnew(tx);
    await judgeAnew(tx);
    await resolveEverybody(tx);
    for (const ids of await idsOf(tx, 'issues')) await deriveEvents(tx, ids);
    await deriveAllCoAppearances(tx);
    for (const ids of await idsOf(tx, 'people')) await deriveFrom(tx, { ...NOTHING, people: ids });
    for (const ids of await idsOf(tx, 'organisations')) await deriveFrom(tx, { ...NOTHING, organisations: ids });
    for (const ids of await idsOf(tx, 'articles')) await deriveFrom(tx, { ...NOTHING, articles: [...ids] });
    await settleSearchDocuments(tx);
    await notifyAll(tx);
  });
}

/** Resolves every name anew, some at a time. */
async function resolveEverybody(tx: Transaction): Promise<void> {
  const people = await tx.execute<{ id: string; name: string }>(sql`select id, name from people order by id`);
  const names = [...groupBy(people, keyOf).values()];
  for (let at = 0; at < names.length; at += NAMES_AT_ONCE) {
    const some = names.slice(at, at + NAMES_AT_ONCE).flat();
    const { people: moved } = await resolveAnew(tx, new Map(some.map(({ id, name }) => [id, name])));
    await prunePeople(tx, [...moved]);
  }
}

/** Derives what the printed titles mean, once for each title and organisation. */
async function readTitlesAnew(tx: Transaction): Promise<void> {
  const printed = await tx.execute<{ title: string; key: string | null }>(sql`
    select distinct t.title, o.key from printed_titles t left join organisations o on o.id = t.organisation_id`);
  const keyed = printed.filter((row): row is { title: string; key: string } => row.key !== null);
  const titles = [...new Set(printed.map(({ title }) => title))];
  const offices = {
    title: keyed.map(({ title }) => title),
    key: keyed.map(({ key }) => key),
    office: keyed.map(({ key, title }) => officeOf(key, title)),
  };
  await tx.execute(sql`
    update printed_titles t set post = m.post from ${columns({ title: titles, post: titles.map(postOf) })}
      where t.title = m.title and t.post <> m.post`);
  await tx.execute(sql`
    update printed_titles t set office = m.office
    from ${columns(offices)}
      join organisations o on o.key = m.key
    where t.title = m.title and t.organisation_id = o.id and t.office is distinct from m.office`);
}

/**
 * Derives what the names of organisations mean: their canonical names and their parents. One whose canonical name is
 * taken keeps the one that it has.
 */
async function readOrganisationsAnew(tx: Transaction): Promise<void> {
  for (const ids of await idsOf(tx, 'organisations')) {
    const stored = await tx.execute<{ id: string; key: string; canonical: string }>(sql`
      select id, key, canonical from organisations where id = ${anyId(ids)}`);
    const read = stored.map(({ id, key, canonical }) => {
      const [, publicationId = ''] = canonical.split(' ');
      return { id, ...identityOf(key, publicationId) };
    });
    await tx.execute(sql`
      update organisations o set canonical = m.canonical
      from (select distinct on (canonical) id, canonical
        from ${columns({ id: read.map(({ id }) => id), canonical: read.map(({ canonical }) => canonical) })}
        order by canonical, id) m
      where o.id = m.id::uuid and o.canonical <> m.canonical
        and not exists (select from organisations x where x.canonical = m.canonical)`);
    const ancestors = read.map(({ ancestors }) => JSON.stringify(ancestors));
    await tx.execute(sql`
      update organisations o set ancestors = named.names
      from ${columns({ id: read.map(({ id }) => id), ancestors })}
        cross join lateral (select array(select jsonb_array_elements_text(m.ancestors::jsonb)) as names) named
      where o.id = m.id::uuid and o.ancestors <> named.names`);
    await deriveParents(
      tx,
      read.map(({ canonical }) => canonical),
    );
  }
}

/** A table `m` of texts, given by columns. */
function columns(texts: Readonly<Record<string, readonly string[]>>) {
  const arrays = Object.values(texts).map((column) => sql`${makePgArray([...column])}::text[]`);
  return sql`unnest(${sql.join(arrays, sql`, `)}) m(${sql.raw(Object.keys(texts).join(', '))})`;
}

async function idsOf(
  tx: Transaction,
  table: 'issues' | 'people' | 'organisations' | 'articles',
): Promise<Set<string>[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from ${sql.raw(table)} order by id`);
  const steps: Set<string>[] = [];
  for (let at = 0; at < rows.length; at += BATCH_SIZE)
    steps.push(new Set(rows.slice(at, at + BATCH_SIZE).map(({ id }) => id)));
  return steps;
}
