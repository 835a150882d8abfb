import { expect, test } from 'vitest';
import { deriveAllCoAppearances } from '../../src/store/co-appearance.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase } from '../support/database.ts';
import { pageOf, told } from './page-fixture.ts';

test('an event that a page reports 1,500 times is counted once', async () => {
  const database = await createTestDatabase();
  try {
    const reports = Array.from({ length: 1_500 }, (_, i) =>
      told(`${i}`, { present: '甲乙丙丁戊己庚辛', eventOn: '2024-05-20' }),
    );
    await savePage(database, pageOf('many.txt', reports));
    // Each article with each other would be some hundred million pairs.
    await database.drizzle.transaction(async (tx) => {
      await tx.execute("set local statement_timeout = '20s'");
      await deriveAllCoAppearances(tx);
    });
    expect(await database.sql`select from co_appearances`).toHaveLength(8 * 7);
  } finally {
    await database.drop();
  }
});
