import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { categories } from '../../src/evaluate/tally.ts';
import { accuracyOf } from '../../src/extract/confidence/accuracy.ts';
import { schema } from '../../src/schema/schema.ts';
import { createTestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';
import { withAccuracyTable } from '../../training/accuracy-table.ts';
import { sources } from '../../training/text.ts';
import { accuracy } from '../../src/extract/confidence/accuracy.ts';

test('the document has the table of what was measured, for every folder of texts', () => {
  const document = readFileSync(new URL('../../docs/accuracy.md', import.meta.url), 'utf8');
  expect(withAccuracyTable(document)).toBe(document);
  expect(Object.keys(accuracy)).toEqual(sources);
});

test('the archive tells it of every category, over all texts', async () => {
  const database = await createTestDatabase();
  const { archive } = await ask(database, '{ archive { quality { category precision recall f1 n } } }');
  await database.drop();
  const { quality } = archive as {
    quality: readonly { category: string; precision: number; recall: number; f1: number; n: number }[];
  };
  const members = categories.map((category) => category.toUpperCase().replaceAll(/[+-]/g, '_'));
  expect(quality.map(({ category }) => category)).toEqual(members);
  expect(schema.getType('AccuracyCategory')).toBeDefined();
  for (const { precision, recall, f1, n } of quality) {
    expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall));
    expect(n).toBeGreaterThan(0);
  }
  const [person] = accuracyOf(['person']);
  expect(quality[0]).toEqual({ ...person, category: 'PERSON' });
});
