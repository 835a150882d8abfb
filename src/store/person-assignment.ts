import type { Block, ProfileRow, RedirectRow } from './person-block.ts';
import { contentId } from './id.ts';

/** Which ids the people of a name have. */
export interface Assignment {
  /** The id of each profile's person. */
  readonly personOf: ReadonlyMap<string, string>;
  /** Each person, with the profile that its id is made from or has been taken over by. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly anchorId: string }>;
  /** The ids that are no more, each with what stands in their place. */
  readonly superseded: ReadonlyMap<string, string>;
  /** The redirects whose ids are people again. */
  readonly revived: readonly string[];
}

/**
 * Gives the clusters of a name their ids. A cluster keeps the id whose anchor is in it; of several the one of the
 * earliest anchor stays. A cluster without one takes back an id that was made from one of its profiles, or gets a new
 * one, made from the earliest of them.
 */
export function assignPeople(block: Block, clusters: readonly (readonly ProfileRow[])[]): Assignment {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map(({ id }) => [id, cluster] as const)));
  const claims = new Map<readonly ProfileRow[], { readonly id: string; readonly anchor: ProfileRow }[]>();
  for (const { id, anchorId } of block.people.values()) {
    const anchor = anchorOf(block, id, anchorId, clusterOf);
    const cluster = anchor === null ? undefined : clusterOf.get(anchor.id);
    if (anchor !== null && cluster !== undefined) claims.set(cluster, [...(claims.get(cluster) ?? []), { id, anchor }]);
  }
  const [personOf, people, superseded] = [
    new Map<string, string>(),
    new Map<string, { name: string; anchorId: string }>(),
    new Map<string, string>(),
  ];
  const revived: string[] = [];
  const settle = (cluster: readonly ProfileRow[], id: string, anchor: ProfileRow) => {
    people.set(id, { name: block.people.get(id)?.name ?? anchor.name, anchorId: anchor.id });
    for (const profile of cluster) personOf.set(profile.id, id);
  };
  for (const [cluster, claimed] of claims) {
    const [first, ...others] = claimed.sort((a, b) => byAge(a.anchor, b.anchor) || (a.id < b.id ? -1 : 1));
    if (first === undefined) continue;
    settle(cluster, first.id, first.anchor);
    for (const { id } of others) superseded.set(id, first.id);
  }
  const redirects = [...block.redirects];
  for (const cluster of clusters
    .filter((cluster) => !claims.has(cluster))
    .toSorted((a, b) => byAge(oldest(a), oldest(b)))) {
    const back = takeRedirect(redirects, cluster);
    const anchor = cluster.find(({ id }) => id === back?.profileId) ?? oldest(cluster);
    if (back !== null) revived.push(back.id);
    settle(
      cluster,
      back?.id ?? newId(anchor, (id) => people.has(id) || superseded.has(id) || redirects.some((one) => one.id === id)),
      anchor,
    );
  }
  return { personOf, people, superseded, revived };
}

/** The profile that a person's id goes with; the earliest of theirs if the one that it was made from is gone. */
function anchorOf(
  { profiles }: Block,
  personId: string,
  anchorId: string | null,
  clusterOf: ReadonlyMap<string, unknown>,
): ProfileRow | null {
  const anchor = profiles.get(anchorId ?? '');
  if (anchor !== undefined && clusterOf.has(anchor.id)) return anchor;
  const own = [...profiles.values()].filter((profile) => profile.personId === personId && clusterOf.has(profile.id));
  return own.length === 0 ? null : oldest(own);
}

function takeRedirect(redirects: RedirectRow[], cluster: readonly ProfileRow[]): RedirectRow | null {
  const at = redirects.findIndex(({ profileId }) => cluster.some(({ id }) => id === profileId));
  return redirects.splice(at, at < 0 ? 0 : 1)[0] ?? null;
}

/** The first person of a name in a newspaper has no mark of its own, the next ones have their body's name or their profile. */
function newId({ id, publicationId, name, offices }: ProfileRow, isTaken: (id: string) => boolean): string {
  const marks = ['', ...offices.slice(0, 1).flatMap(({ body }) => body?.key ?? []), id];
  const ids = marks.map((mark) => contentId('person', publicationId, name, mark));
  return ids.find((one) => !isTaken(one)) ?? contentId('person', publicationId, name, id);
}

function oldest(profiles: readonly ProfileRow[]): ProfileRow {
  const [first] = profiles.toSorted(byAge);
  if (first === undefined) throw new Error('A person has no profile.');
  return first;
}

/** Those without a day come last. */
function byAge(a: ProfileRow, b: ProfileRow): number {
  const [one, other] = [a.firstOn ?? '9999', b.firstOn ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
