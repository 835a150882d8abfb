import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archives, openArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { searchesOf } from './random-search.ts';
import { faultsOfAll } from './walk.ts';

const SEARCHES = 200;

describe.each(Object.entries(archives))('on a gateway with %s', (_, fill) => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await openArchive(fill);
  });
  afterAll(() => archive.database.drop());

  test('two hundred searches show each match once, in one order, by `after` and by `before`', async () => {
    const searches = await searchesOf(archive, SEARCHES, 1);
    expect(await faultsOfAll(archive.gateway, searches, [1, 3, 20])).toEqual([]);
    expect(archive.gateway.lines).toEqual([]);
  });
});
