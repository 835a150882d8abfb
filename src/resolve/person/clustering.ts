import type { Comparison } from './comparison.ts';
import type { Features, OfficeFeature } from './feature.ts';
import { areExclusive } from './reason.ts';
import { overlap } from './time.ts';

/** Profiles that are one person, as far as is known yet. */
export interface Cluster {
  readonly members: Features[];
  /** The months in which each office is cited. */
  readonly held: Map<string, { readonly office: OfficeFeature; readonly months: readonly number[] }>;
}

/** The clusters of the profiles of one name: at first each profile is one, then they are joined. */
export class Clustering {
  readonly #clusterOf: Map<Features, Cluster>;
  readonly #compare: Comparison;

  constructor(features: readonly Features[], compare: Comparison) {
    this.#clusterOf = new Map(features.map((one) => [one, { members: [one], held: heldBy(one) }]));
    this.#compare = compare;
  }

  of(one: Features): Cluster {
    const cluster = this.#clusterOf.get(one);
    if (cluster === undefined) throw new Error(`The profile ${one.profile.id} is not among those that are resolved.`);
    return cluster;
  }

  get all(): Set<Cluster> {
    return new Set(this.#clusterOf.values());
  }

  join(a: Cluster, b: Cluster): void {
    a.members.push(...b.members);
    for (const member of b.members) this.#clusterOf.set(member, a);
    for (const [key, { office, months }] of b.held) {
      const both = [...new Set([...(a.held.get(key)?.months ?? []), ...months])];
      a.held.set(key, { office, months: both.sort((x, y) => x - y) });
    }
  }

  /** The lowest likeness of a profile of the one and a profile of the other, if it speaks against them. */
  lowest(a: Cluster, b: Cluster): number {
    let lowest = 0;
    for (const one of a.members)
      for (const other of b.members) lowest = Math.min(lowest, this.#compare(one, other).score);
    return lowest;
  }
}

function heldBy({ offices, profile: { months } }: Features): Cluster['held'] {
  return new Map(
    offices.flatMap((office) =>
      office.office === null || office.isFormer ? [] : [[office.office, { office, months }]],
    ),
  );
}

/** Whether the one held an office while the other held one that excludes it. */
export function areExcluded(a: Cluster, b: Cluster): boolean {
  return a.members
    .slice(0, 1)
    .some(({ together }) =>
      [...a.held.values()].some((one) =>
        [...b.held.values()].some(
          (other) =>
            areExclusive(one.office, other.office) &&
            !together(one.office.body?.key, other.office.body?.key) &&
            overlap(one.months, other.months),
        ),
      ),
    );
}
