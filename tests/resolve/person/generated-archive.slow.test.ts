import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { resolve } from '../../../src/resolve/person/cluster.ts';
import { blockKey, profilesOf } from '../../../src/resolve/person/profile.ts';
import { groupBy } from '../../../src/store/group-by.ts';
import { generateArchive } from './generated-archive.ts';
import type { KnownOccurrence } from './generated-archive.ts';

/** The weights were set by the archives of other seeds: 1, 4 and 5. */
const JUDGED = [11, 12, 13];
const SIZE = { people: 500, papers: 40, namesakes: 60 };

/** Whom each occurrence is taken for, by its place among all. */
function readPeople(all: readonly KnownOccurrence[]): Map<KnownOccurrence, string> {
  const blocks = groupBy(all, ({ name }) => blockKey(name));
  const people = new Map<KnownOccurrence, string>();
  for (const [key, occurrences] of blocks) {
    const profiles = profilesOf(occurrences, (publicationId, signature) => `${key} ${publicationId} ${signature}`);
    const { clusters } = resolve([...new Set(profiles.values())]);
    const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map(({ id }) => [id, cluster[0]!.id] as const)));
    for (const [occurrence, { id }] of profiles) people.set(occurrence, clusterOf.get(id)!);
  }
  return people;
}

/** Of all pairs of occurrences of one name: how many were joined rightly, joined wrongly, and missed. */
function scoreOf(people: ReadonlyMap<KnownOccurrence, string>) {
  const pairs = { right: 0, wrong: 0, missed: 0 };
  for (const occurrences of groupBy(people.keys(), ({ name }) => blockKey(name)).values())
    for (const [i, one] of occurrences.entries())
      for (const other of occurrences.slice(i + 1)) {
        const isJoined = people.get(one) === people.get(other);
        if (one.bearer === other.bearer) pairs[isJoined ? 'right' : 'missed'] += 1;
        else if (isJoined) pairs.wrong += 1;
      }
  return { precision: pairs.right / (pairs.right + pairs.wrong), recall: pairs.right / (pairs.right + pairs.missed) };
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const left = [...items];
  return Array.from(items, () => left.splice(random.int(0, left.length - 1), 1)[0]!);
}

describe('in an invented archive of 500 people in 40 newspapers, 60 of them namesakes', () => {
  test.each(JUDGED)('people are found with few mistakes, with seed %i', (seed) => {
    const { precision, recall } = scoreOf(readPeople(generateArchive(seed, SIZE)));
    expect(precision).toBeGreaterThanOrEqual(0.995);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  describe('in five other orders', () => {
    const all = generateArchive(JUDGED[0]!, SIZE);
    let inOrder: Map<KnownOccurrence, string>;
    beforeAll(() => {
      inOrder = readPeople(all);
    });

    test.each([1, 2, 3, 4, 5])('the same people are found, in order %i', (seed) => {
      const people = readPeople(shuffled(all, seed));
      expect(all.filter((one) => people.get(one) !== inOrder.get(one))).toEqual([]);
    });
  });
});
