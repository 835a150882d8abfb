import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/schema.ts';
import { OF_NO_NODES, listsOf } from './archive-list.ts';
import { archives, openArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { connectionFields } from './connection-field.ts';
import { faultsOfAll } from './walk.ts';

/** Arguments of connections that were tried on any of the archives, and those that filtered something. */
const tried = new Set<string>();
const useful = new Set<string>();

describe.each(Object.entries(archives))('on a gateway with %s', (_, fill) => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await openArchive(fill);
  });
  afterAll(() => archive.database.drop());

  test('every connection shows each row once, in one order, by `after` and by `before`, however it is ordered and filtered', async () => {
    const { lists, idle } = await listsOf(archive);
    expect(new Set(lists.map(({ connection }) => connection.name)).size).toBe(
      connectionFields(schema).length - OF_NO_NODES.length,
    );
    const names = lists.flatMap(({ connection, args }) =>
      narrowingsIn(args).map((path) => `${connection.name}(${path})`),
    );
    names.forEach((name) => useful.add(name));
    [...names, ...idle].forEach((name) => tried.add(name));
    expect(await faultsOfAll(archive.gateway, lists, [1, 3, 20])).toEqual([]);
    expect(archive.gateway.lines).toEqual([]);
  });
});

test('every argument that filters a connection leaves some rows in one of the archives', () => {
  expect([...tried].filter((name) => !useful.has(name))).toEqual([]);
});

/** The paths of all values in the arguments, except the order. */
function narrowingsIn(args: Readonly<Record<string, unknown>>, path: readonly string[] = []): string[] {
  return Object.entries(args)
    .filter(([name]) => name !== 'orderBy')
    .flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? narrowingsIn(value as Record<string, unknown>, [...path, name])
        : [[...path, name].join('.')],
    );
}
