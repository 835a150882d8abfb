import { sql } from 'drizzle-orm';
import { blockKey, bodiesOf, signatureOf, withOccurrence } from '../resolve/person/profile.ts';
import type { Occurrence, Profile } from '../resolve/person/profile.ts';
import { contentId } from './id.ts';
import { readIdentityJudgements, splitMark } from './person-judgement.ts';
import type { IdentityJudgement } from './person-judgement.ts';
import type { StoredOccurrence } from './person-occurrence.ts';
import { anyText, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** A profile with what the archive knows of it. */
export interface ProfileRow extends Profile {
  readonly signature: string;
  /** null: not known yet. */
  readonly personId: string | null;
  readonly beside: readonly string[];
  readonly firstOn: string | null;
}

/** A person of a name. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly anchorId: string | null;
}

/** An id that was of a person of a name. */
export interface RedirectRow {
  readonly id: string;
  readonly supersededBy: string;
  readonly profileId: string | null;
}

/** Everything about one name that is needed to resolve it. Profiles change as occurrences are added. */
export interface Block {
  readonly key: string;
  readonly profiles: Map<string, ProfileRow>;
  /** As they are stored. */
  readonly stored: ReadonlyMap<string, ProfileRow>;
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly redirects: readonly RedirectRow[];
  /** In the order in which they were made. */
  readonly judgements: readonly IdentityJudgement[];
  /** The stored occurrences that are of another profile now. */
  readonly reassigned: { readonly articleId: string; readonly personId: string; readonly profileId: string }[];
}

/** Reads what is stored of these names. */
export async function readBlocks(tx: Transaction, keys: Iterable<string>): Promise<Map<string, Block>> {
  const all = anyText(keys);
  const judgements = await readIdentityJudgements(tx, keys);
  const [profiles, people, redirects] = await pipelined([
    tx.execute<ProfileRow & { nameKey: string } & Record<string, unknown>>(sql`
      select id, name_key as "nameKey", publication_id as "publicationId", signature, person_id as "personId", name, offices,
        is_author as "isAuthor", to_json(bodies) as bodies, to_json(beside) as beside, to_json(months) as months,
        first_on::text as "firstOn", count
      from person_profiles where name_key = ${all}`),
    tx.execute<PersonRow & { nameKey: string } & Record<string, unknown>>(sql`
      select p.id, p.name, p.anchor_id as "anchorId", k.name_key as "nameKey"
      from (select distinct person_id, name_key from person_profiles where name_key = ${all}) k
        join people p on p.id = k.person_id`),
    tx.execute<RedirectRow & { nameKey: string } & Record<string, unknown>>(sql`
      select id, superseded_by as "supersededBy", profile_id as "profileId", name_key as "nameKey"
      from redirects where name_key = ${all}`),
  ]);
  const blocks = new Map<string, Block>();
  for (const key of keys) {
    const own = new Map(
      profiles.filter(({ nameKey }) => nameKey === key).map((row) => [row.id, withoutKey(row)] as const),
    );
    blocks.set(key, {
      key,
      profiles: new Map(own),
      stored: own,
      people: new Map(people.filter(({ nameKey }) => nameKey === key).map((row) => [row.id, row])),
      redirects: redirects.filter(({ nameKey }) => nameKey === key),
      judgements: judgements.filter(({ nameKey }) => nameKey === key),
      reassigned: [],
    });
  }
  return blocks;
}

/**
 * Adds occurrences to the profiles of their name and returns which profile each belongs to. Those of one article are
 * different people. `known` are the bodies that tell bare names apart, see `signatureOf`.
 */
export function addOccurrences<O extends Occurrence>(
  { profiles, judgements }: Block,
  occurrences: readonly O[],
  known: ReadonlySet<string>,
): Map<O, string> {
  const profileOf = new Map<O, string>();
  const ofArticles = new Map<string, Set<string>>();
  for (const occurrence of occurrences) {
    const there = ofArticles.get(occurrence.articleId) ?? new Set();
    ofArticles.set(occurrence.articleId, there);
    const said = `${signatureOf(occurrence, known)}${splitMark(judgements, occurrence.articleId)}`;
    const idOf = (signature: string) => contentId('profile', occurrence.publicationId, occurrence.name, signature);
    let signature = said;
    for (let n = 2; there.has(idOf(signature)); n += 1) signature = `${said} #${n}`;
    const id = idOf(signature);
    const before = profiles.get(id);
    const profile = withOccurrence(before?.count === 0 ? undefined : before, id, occurrence, known);
    profiles.set(id, {
      ...profile,
      signature,
      personId: before?.personId ?? null,
      beside: before?.beside ?? [],
      firstOn: earlier(before?.count === 0 ? null : (before?.firstOn ?? null), occurrence.citedOn),
    });
    for (const other of there) setBeside(profiles, id, other);
    there.add(id);
    profileOf.set(occurrence, id);
  }
  return profileOf;
}

/** The bodies at which somebody of the name holds an office, by the profiles and what is added. */
export function knownBodies({ profiles }: Block, added: Iterable<Occurrence> = []): Set<string> {
  return bodiesOf([...[...profiles.values()].filter(({ count }) => count > 0), ...added]);
}

/** Makes the profiles anew from all stored occurrences of the name, and those that are added. */
export function rebuildProfiles<O extends Occurrence>(
  block: Block,
  stored: readonly StoredOccurrence[],
  added: readonly O[],
): Map<O, string> {
  const known = bodiesOf([...stored, ...added]);
  block.profiles.clear();
  for (const [id, row] of block.stored)
    block.profiles.set(id, { ...row, count: 0, months: [], beside: [], firstOn: null });
  const profileOf = addOccurrences(block, stored, known);
  for (const [{ articleId, personId, profileId }, id] of profileOf) {
    const profile = block.profiles.get(id);
    const isSplit = splitMark(block.judgements, articleId) !== '';
    // The id stays with those whom a split leaves.
    if (profile !== undefined && profile.personId === null && !isSplit)
      block.profiles.set(id, { ...profile, personId });
    if (profileId !== id) block.reassigned.push({ articleId, personId, profileId: id });
  }
  return addOccurrences(block, added, known);
}

function withoutKey({
  id,
  publicationId,
  signature,
  personId,
  name,
  offices,
  isAuthor,
  bodies,
  beside,
  months,
  firstOn,
  count,
}: ProfileRow): ProfileRow {
  return { id, publicationId, signature, personId, name, offices, isAuthor, bodies, beside, months, firstOn, count };
}

/** The key of the name that an occurrence is of. */
export function keyOf({ name }: Pick<Occurrence, 'name'>): string {
  return blockKey(name);
}

function setBeside(profiles: Map<string, ProfileRow>, one: string, other: string): void {
  for (const [id, beside] of [
    [one, other],
    [other, one],
  ] as const) {
    const profile = profiles.get(id);
    if (profile !== undefined && !profile.beside.includes(beside))
      profiles.set(id, { ...profile, beside: [...profile.beside, beside].sort() });
  }
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
