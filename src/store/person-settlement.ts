import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { resolve } from '../resolve/person/cluster.ts';
import type { Link } from '../resolve/person/cluster.ts';
import type { Constraint } from '../resolve/person/comparison.ts';
import { namePinyin } from '../text/pinyin.ts';
import { groupBy } from './group-by.ts';
import { assignPeople } from './person-assignment.ts';
import type { Block, ProfileRow } from './person-block.ts';
import { conflictOf, constraintsOf, writeConflicts } from './person-judgement.ts';
import { moveFacts } from './person-move.ts';
import type { Moved } from './person-move.ts';
import { redirect, removeRedirects } from './redirect.ts';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** No profile has more candidates than this: the likest. */
const MOST_CANDIDATES = 5;

/** Resolves the names anew, as far as anything has changed that matters, and writes who is who and what follows. */
export async function settleBlocks(
  tx: Transaction,
  blocks: Iterable<Block>,
  { isForced = false }: { readonly isForced?: boolean } = {},
): Promise<Moved> {
  const settled = [...blocks].map((block) => settle(block, isForced));
  const rows = settled.flatMap(({ profiles }) => profiles);
  const stored = new Map(settled.flatMap(({ block }) => [...block.stored]));
  const changed = rows.filter((row) => !isDeepStrictEqual(row, stored.get(row.id)));
  const kept = new Set(rows.map(({ id }) => id));
  const gone = [...stored.keys()].filter((id) => !kept.has(id));
  const known = new Map(settled.flatMap(({ block }) => [...block.people]));
  const persons = settled.flatMap(({ assignment }) => [...assignment.people]);
  await removeRedirects(
    tx,
    settled.flatMap(({ assignment }) => assignment.revived),
  );
  await addPeople(
    tx,
    persons.filter(([id]) => !known.has(id)),
  );
  await pipelined([
    writeAnchors(
      tx,
      persons.filter(([id, { anchorId }]) => known.has(id) && known.get(id)?.anchorId !== anchorId),
    ),
    writeProfiles(tx, settled),
    ...(gone.length === 0 ? [] : [tx.execute(sql`delete from person_profiles where id = ${anyId(gone)}`)]),
    reassign(
      tx,
      settled.flatMap(({ block }) => block.reassigned),
    ),
  ]);
  const moved = await moveFacts(
    tx,
    new Set([
      ...changed.filter(({ id, personId }) => stored.get(id)?.personId !== personId).map(({ id }) => id),
      ...settled.flatMap(({ block }) => block.reassigned.map(({ profileId }) => profileId)),
    ]),
  );
  await writeLinks(tx, settled);
  await writeConflicts(
    tx,
    settled.flatMap(({ block, profiles }) =>
      block.judgements.map((judgement) => ({ judgement, conflict: conflictOf(judgement, profiles) })),
    ),
  );
  const current = new Set(persons.map(([id]) => id));
  const left = [...known.keys()].filter((id) => !current.has(id));
  await redirect(
    tx,
    'Person',
    settled.flatMap(({ block, assignment }) =>
      [...block.people.values()]
        .filter(({ id }) => !current.has(id))
        .flatMap(({ id, anchorId }) => {
          const by = assignment.superseded.get(id) ?? moved.pairs.get(id);
          return by === undefined ? [] : [{ id, supersededBy: by, nameKey: block.key, profileId: anchorId }];
        }),
    ),
  );
  return { ...moved, people: new Set([...moved.people, ...left]) };
}

type Person = readonly [id: string, person: { readonly name: string; readonly anchorId: string }];

interface Settled {
  readonly block: Block;
  readonly profiles: readonly ProfileRow[];
  readonly assignment: ReturnType<typeof assignPeople>;
  /** null where the name needed no new resolution. */
  readonly links: { readonly linked: readonly Link[]; readonly candidates: readonly Link[] } | null;
}

function settle(block: Block, isForced: boolean): Settled {
  const profiles = [...block.profiles.values()].filter(({ count }) => count > 0);
  if (!isForced && isSettled(block, profiles)) {
    const clusters = [...groupBy(profiles, ({ personId }) => personId ?? '').values()];
    return { block, profiles, assignment: assignPeople(block, clusters), links: null };
  }
  const { clusters, links, candidates } = resolve(profiles, [
    ...block.judgements.flatMap((judgement) => constraintsOf(judgement, profiles)),
    ...apart(profiles),
  ]);
  const rowOf = new Map(profiles.map((row) => [row.id, row]));
  const assignment = assignPeople(
    block,
    clusters.map((cluster) => cluster.flatMap(({ id }) => rowOf.get(id) ?? [])),
  );
  const assigned = profiles.map((row) => ({ ...row, personId: assignment.personOf.get(row.id) ?? row.personId }));
  for (const row of assigned) block.profiles.set(row.id, row);
  return {
    block,
    profiles: assigned,
    assignment,
    links: { linked: links, candidates: fewest(candidates) },
  };
}

/**
 * Whether who is who cannot have changed: the same profiles, cited in the same months, about as often. What is
 * resolved depends on nothing else.
 */
function isSettled({ stored }: Block, profiles: readonly ProfileRow[]): boolean {
  return (
    profiles.length === stored.size &&
    profiles.every((profile) => {
      const before = stored.get(profile.id);
      return (
        before !== undefined &&
        profile.personId !== null &&
        before.months.length === profile.months.length &&
        Math.floor(Math.log2(before.count)) === Math.floor(Math.log2(profile.count)) &&
        before.beside.length === profile.beside.length &&
        before.months.every((month, i) => month === profile.months[i])
      );
    })
  );
}

/** Two in one article are two people, whatever is judged: an article names nobody twice. */
function apart(profiles: readonly ProfileRow[]): Constraint[] {
  return profiles.flatMap(({ id, beside }) =>
    beside.flatMap((other): Constraint[] => (id < other ? [{ kind: 'DIFFERENT', one: id, other }] : [])),
  );
}

function fewest(candidates: readonly Link[]): Link[] {
  const counts = new Map<string, number>();
  return candidates
    .toSorted((a, b) => b.score - a.score || (a.one < b.one ? -1 : 1))
    .filter(({ one, other }) => {
      const [a, b] = [counts.get(one) ?? 0, counts.get(other) ?? 0];
      if (a >= MOST_CANDIDATES || b >= MOST_CANDIDATES) return false;
      counts.set(one, a + 1).set(other, b + 1);
      return true;
    });
}

/** One whom nothing names any more may still be there, and be named again. */
async function addPeople(tx: Transaction, persons: readonly Person[]): Promise<void> {
  if (persons.length === 0) return;
  const rows = persons.map(([id, { name, anchorId }]) => ({ id, name, anchor_id: anchorId, pinyin: namePinyin(name) }));
  await tx.execute(sql`
    insert into people (id, name, anchor_id, pinyin)
    select id, name, anchor_id, pinyin from json_populate_recordset(null::people, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set anchor_id = excluded.anchor_id`);
}

async function writeAnchors(tx: Transaction, persons: readonly Person[]): Promise<void> {
  if (persons.length === 0) return;
  const ids = makePgArray(persons.map(([id]) => id));
  const anchors = makePgArray(persons.map(([, { anchorId }]) => anchorId));
  await tx.execute(sql`
    update people set anchor_id = k.anchor from unnest(${ids}::uuid[], ${anchors}::uuid[]) k(id, anchor)
    where people.id = k.id`);
}

async function writeProfiles(tx: Transaction, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ block, profiles }) =>
    profiles
      .filter((row) => !isDeepStrictEqual(row, block.stored.get(row.id)))
      .map((row) => ({
        id: row.id,
        name_key: block.key,
        publication_id: row.publicationId,
        signature: row.signature,
        person_id: row.personId,
        name: row.name,
        offices: row.offices,
        is_author: row.isAuthor,
        bodies: row.bodies,
        beside: row.beside,
        months: row.months,
        first_on: row.firstOn,
        count: row.count,
      })),
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into person_profiles
    select r.* from json_populate_recordset(null::person_profiles, ${JSON.stringify(rows)}::json) r
    on conflict (id) do update set person_id = excluded.person_id, name = excluded.name, offices = excluded.offices,
      bodies = excluded.bodies, beside = excluded.beside, months = excluded.months, first_on = excluded.first_on,
      count = excluded.count`);
}

async function reassign(tx: Transaction, reassigned: Block['reassigned']): Promise<void> {
  if (reassigned.length === 0) return;
  const column = (name: 'articleId' | 'personId' | 'profileId') => makePgArray(reassigned.map((row) => row[name]));
  await tx.execute(sql`
    update article_people x set profile_id = k.profile
    from unnest(${column('articleId')}::uuid[], ${column('personId')}::uuid[], ${column('profileId')}::uuid[])
      k(article, person, profile)
    where x.article_id = k.article and x.person_id = k.person`);
}

/** Writes the links of the names that were resolved, as far as they differ from what is stored. */
async function writeLinks(tx: Transaction, settled: readonly Settled[]): Promise<void> {
  const resolved = settled.filter(({ links }) => links !== null);
  if (resolved.length === 0) return;
  const rows = resolved.flatMap(({ links }) => [
    ...(links?.linked ?? []).map((link) => ({ ...link, status: 'LINKED' })),
    ...(links?.candidates ?? []).map((link) => ({ ...link, status: 'CANDIDATE' })),
  ]);
  const profiles = anyId(
    resolved.flatMap(({ block, profiles }) => [...block.stored.keys(), ...profiles.map(({ id }) => id)]),
  );
  await tx.execute(sql`
    with after as materialized (
      select * from json_populate_recordset(null::person_links, ${JSON.stringify(rows)}::json)
    ), gone as (
      delete from person_links l where l.one = ${profiles}
        and not exists (select from after a where a.one = l.one and a.other = l.other)
    )
    insert into person_links select a.* from after a
    where not exists (select from person_links l where l.one = a.one and l.other = a.other and l is not distinct from a)
    on conflict (one, other) do update set status = excluded.status, score = excluded.score, reasons = excluded.reasons`);
}
