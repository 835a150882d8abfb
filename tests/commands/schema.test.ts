import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { printedSchema } from '../../src/schema/schema.ts';
import { runBanmian } from './banmian.ts';

test('nothing but the schema is printed, ready for a generator', async () => {
  const { code, stdout, stderr } = await runBanmian(['schema']);
  expect([code, stderr, stdout]).toEqual([0, '', printedSchema()]);
  expect(buildSchema(stdout).getQueryType()!.getFields()).toHaveProperty('agreements');
});
