import { afterEach, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { createBareDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
afterEach(() => database.drop());

test('migrating applies every migration once, and a second time none', async () => {
  database = await createBareDatabase();
  expect(await migrate(database)).toBeGreaterThan(0);
  const before = await database.sql`select * from drizzle.__drizzle_migrations`;
  expect(await migrate(database)).toBe(0);
  expect(await database.sql`select * from drizzle.__drizzle_migrations`).toEqual(before);
});

test('two that migrate at once apply every migration once between them', async () => {
  database = await createBareDatabase();
  const applied = await Promise.all([migrate(database), migrate(database), migrate(database)]);
  const [row] = await database.sql<{ count: string }[]>`select count(*) from drizzle.__drizzle_migrations`;
  expect(applied.sort()).toEqual([0, 0, Number(row?.count)]);
});

test('a database that a newer version migrated is refused', async () => {
  database = await createBareDatabase();
  await migrate(database);
  await database.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
  await expect(migrate(database)).rejects.toThrow('newer version');
});
