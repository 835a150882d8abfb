import { afterAll, beforeAll, expect, test } from 'vitest';
import { listsOf } from './archive-list.ts';
import { archives, openArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { searchesOf } from './random-search.ts';
import { faultsOfAll } from './walk.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive(archives['the seed pages']);
});
afterAll(() => archive.database.drop());

test('searches of the seed pages show each match once, in one order, by `after` and by `before`', async () => {
  expect(await faultsOfAll(archive.gateway, await searchesOf(archive, 24, 7), [1, 3])).toEqual([]);
});

test('every connection of the seed pages shows each row once, in one order, by `after` and by `before`', async () => {
  const { lists } = await listsOf(archive);
  const plain = lists.filter(({ args }) => Object.keys(args).length === 0);
  expect(await faultsOfAll(archive.gateway, plain, [3])).toEqual([]);
});
