import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { subscribeToChanges, type ChangeListener } from '../../src/store/change-listener.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let told: string[];
let watcher: ChangeListener;
beforeEach(async () => {
  database = await createTestDatabase();
  told = [];
  watcher = {
    onListening: () => told.push('listening'),
    onChange: () => told.push('change'),
    onLost: (error) => told.push((error as Error).message),
  };
});
afterEach(() => database.drop());

test('a change is reported when it is committed, and nothing is after closing', async () => {
  const watch = subscribeToChanges(database.url, watcher);
  await expect.poll(() => told).toEqual(['listening']);
  await reindex(database);
  await expect.poll(() => told).toEqual(['listening', 'change']);
  await watch.close();
  await reindex(database);
  expect(told).toEqual(['listening', 'change']);
});

test('whoever waits to have caught up has been told of every change before', async () => {
  const watch = subscribeToChanges(database.url, watcher);
  expect(await watch.caughtUp()).toBe(false);
  await expect.poll(() => told).toEqual(['listening']);
  for (let time = 1; time <= 20; time += 1) {
    await database.sql`notify banmian_archive`;
    expect(await watch.caughtUp()).toBe(true);
    expect(told).toHaveLength(1 + time);
  }
  expect(await Promise.all(Array.from({ length: 50 }, () => watch.caughtUp()))).not.toContain(false);
  expect(told).toHaveLength(21); // Nobody else hears of the waiting.
  await watch.close();
  expect(await watch.caughtUp()).toBe(false);
});

test('a dead connection is detected, and a new one listens', async () => {
  const { hostname, port } = new URL(database.url);
  const sockets: Socket[] = [];
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far])
      sockets.push(
        socket.on('error', () => {
          /* Cut off at the end. */
        }),
      );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => wire.once('listening', resolve));
  const url = new URL(database.url);
  url.host = `127.0.0.1:${(wire.address() as AddressInfo).port}`;
  const watch = subscribeToChanges(url.href, watcher, { interval: 50, patience: 1_000 });
  await expect.poll(() => told).toEqual(['listening']);
  for (const socket of sockets) socket.unpipe().pause();
  await expect
    .poll(() => told, { timeout: 10_000 })
    .toEqual(['listening', 'The connection that listens for changes does not answer.', 'listening']);
  await reindex(database);
  await expect.poll(() => told.at(-1)).toBe('change');
  await watch.close();
  for (const socket of sockets) socket.destroy();
  wire.close();
});
