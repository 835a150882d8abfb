import { areExcluded, Clustering } from './clustering.ts';
import type { Cluster } from './clustering.ts';
import { CERTAIN, comparisonOf } from './comparison.ts';
import type { Comparison, Constraint } from './comparison.ts';
import { featuresOf } from './feature.ts';
import type { Features } from './feature.ts';
import { frequencyWeight } from './likeness.ts';
import type { Likeness } from './likeness.ts';
import type { Profile } from './profile.ts';

/** Two profiles with their likeness. */
export interface Link extends Likeness {
  readonly one: string;
  readonly other: string;
}

/** Who is who among the profiles of one name. */
export interface Resolution {
  /** Each is one person: profiles in the order of their ids; the clusters in that of their first. */
  readonly clusters: readonly (readonly Profile[])[];
  /** What each cluster was joined by: one link fewer than it has profiles. */
  readonly links: readonly Link[];
  /** What may be one person, but is not surely: the likest profiles of two clusters. */
  readonly candidates: readonly Link[];
}

/** From this score on two profiles are one person. */
const BAR = 1;
/** From this score on it is worth asking whether they are. */
const CANDIDATE_BAR = -1.5;
/** Up to this score no other profile can join two. */
const IMPOSSIBLE = -12;
/** How much of what speaks against a profile of the one and one of the other counts against two clusters. */
const SHARE_OF_LOWEST = 0.5;
/** A bare name means somebody only if nobody else is nearly as likely. */
const MARGIN = 2;

/**
 * Decides which profiles of one name are one person. Greedy agglomeration of the likest pairs: two clusters are joined
 * when their likest profiles are above the bar, and nothing between any others contradicts it. Names that are printed
 * without anything else come last, and each goes to whom it means, if that is clear. A pure function of the set: the
 * order of the profiles makes no difference.
 */
export function resolve(profiles: readonly Profile[], constraints: readonly Constraint[] = []): Resolution {
  const features = featuresOf(profiles.toSorted((a, b) => compare(a.id, b.id)));
  const likeness = comparisonOf(features, constraints);
  const clustering = new Clustering(features, likeness);
  const bare = features.filter(({ isBare }) => isBare);
  const told = features.filter(({ isBare }) => !isBare);
  const steps = [
    joinAlike(told, clustering, likeness),
    ...bare.map((one) => joinBare(one, clustering, likeness)),
    joinAlike(
      bare.filter((one) => clustering.of(one).members.length === 1),
      clustering,
      likeness,
    ),
  ];
  const clusters = [...clustering.all]
    .map(({ members }) => members.map(({ profile }) => profile).sort((a, b) => compare(a.id, b.id)))
    .sort(([a], [b]) => compare(a?.id ?? '', b?.id ?? ''));
  const links = steps.flatMap(({ joined }) => joined);
  const featureOf = new Map(features.map((one) => [one.profile.id, one]));
  /** Whether two are known to be different people. */
  const areApart = ({ one, other }: Link) => {
    const [a, b] = [featureOf.get(one), featureOf.get(other)];
    return a !== undefined && b !== undefined && clustering.lowest(clustering.of(a), clustering.of(b)) <= -CERTAIN;
  };
  return {
    clusters,
    links,
    candidates: candidatesOf(
      steps.flatMap(({ rejected }) => rejected),
      clusters,
    ).filter((link) => !areApart(link)),
  };
}

/** The links that joined two clusters, and those that did not suffice. */
interface Step {
  readonly joined: Link[];
  readonly rejected: Link[];
}

/** Joins the likest pairs first. */
function joinAlike(features: readonly Features[], clustering: Clustering, likeness: Comparison): Step {
  const step: Step = { joined: [], rejected: [] };
  for (const { one, other, link } of pairsOf(features, likeness)) {
    const [a, b] = [clustering.of(one), clustering.of(other)];
    if (a === b) continue;
    const lowest = link.score < BAR ? -Infinity : clustering.lowest(a, b);
    const isCertain = link.score >= CERTAIN && lowest > -CERTAIN;
    const isPossible = lowest > IMPOSSIBLE && !areExcluded(a, b);
    if (isCertain || (isPossible && link.score + SHARE_OF_LOWEST * lowest >= BAR)) {
      clustering.join(a, b);
      step.joined.push(link);
    } else step.rejected.push(link);
  }
  return step;
}

/** Joins a bare name to the one whom it means. */
function joinBare(bare: Features, clustering: Clustering, likeness: Comparison): Step {
  const own = clustering.of(bare);
  const meant = [...clustering.all]
    .filter(({ members }) => members.some(({ isBare }) => !isBare))
    .map((cluster) => ({ cluster, ...bestLink(bare, cluster, likeness) }))
    .filter(({ link, cluster }) => link.score >= CANDIDATE_BAR && clustering.lowest(own, cluster) > IMPOSSIBLE)
    .sort((a, b) => b.score - a.score || compare(a.link.other, b.link.other));
  const [first, second] = meant;
  const links = meant.map(({ link }) => link);
  if (first === undefined || first.score < BAR || (second !== undefined && first.score - second.score < MARGIN))
    return { joined: [], rejected: links };
  clustering.join(first.cluster, own);
  return { joined: [first.link], rejected: [] };
}

/** How likely a bare name means somebody, by the likest of their profiles and by how often they are named there. */
function bestLink(
  bare: Features,
  { members }: Cluster,
  likeness: Comparison,
): { readonly link: Link; readonly score: number } {
  const links = members.map((other) => linkOf(bare, other, likeness));
  const link = links.reduce((best, one) => (one.score > best.score ? one : best));
  const count = members
    .filter(({ profile }) => profile.publicationId === bare.profile.publicationId)
    .reduce((sum, { profile }) => sum + profile.count, 0);
  return { link, score: link.score + (count === 0 ? 0 : frequencyWeight(count)) };
}

/** The likest pair of each two clusters that were not joined. */
function candidatesOf(rejected: readonly Link[], clusters: readonly (readonly Profile[])[]): Link[] {
  const clusterOf = new Map(clusters.flatMap((profiles, i) => profiles.map(({ id }) => [id, i] as const)));
  const best = new Map<string, Link>();
  for (const link of rejected) {
    const pair = [clusterOf.get(link.one) ?? -1, clusterOf.get(link.other) ?? -1].sort((x, y) => x - y);
    if (pair[0] === pair[1] || link.score < CANDIDATE_BAR) continue;
    const known = best.get(pair.join());
    if (known === undefined || link.score > known.score) best.set(pair.join(), link);
  }
  return [...best.values()];
}

interface Pair {
  readonly one: Features;
  readonly other: Features;
  readonly link: Link;
}

/** The pairs that are worth asking about, the likest first; of equals in the order of their ids. */
function pairsOf(features: readonly Features[], likeness: Comparison): Pair[] {
  const pairs: Pair[] = [];
  for (const [i, one] of features.entries())
    for (const other of features.slice(i + 1)) {
      const link = linkOf(one, other, likeness);
      if (link.score >= CANDIDATE_BAR) pairs.push({ one, other, link });
    }
  return pairs.sort(
    (a, b) => b.link.score - a.link.score || compare(a.link.one, b.link.one) || compare(a.link.other, b.link.other),
  );
}

function linkOf(one: Features, other: Features, likeness: Comparison): Link {
  const { score, reasons } = likeness(one, other);
  return { one: one.profile.id, other: other.profile.id, score, reasons };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
