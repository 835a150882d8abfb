import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readExamples } from '../../../src/http/page/example.ts';
import { ingestPaths } from '../../../src/ingest.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';

const examples = await readExamples();
let database: TestDatabase;
let gateway: TestGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, [fileURLToPath(new URL('../../../seeds', import.meta.url))]);
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

/** Words that the answer to each example has to contain. */
const shown: Record<string, readonly string[]> = {
  '1-front-page': ['徐汇报', '2024-05-27', '徐汇区与新微集团签约'],
  '2-article': ['曹立强', 'cao li qiang', '代理区长', 'ACTING'],
  '3-agreements': ['STRATEGIC', '复旦大学', '刘琪', '000_fc0a40daac650225.txt'],
  '4-person': ['刘琪', 'liu qi', 'SIGNED', '徐汇区'],
  '5-organisation': ['复旦大学', 'UNIVERSITY', '许征'],
  '6-filters': ['2024-01-15', 'FRAMEWORK', '曹立强', '刘琪'],
  '7-search': ['中国科学院上海微系统所', '"count":1'],
  '8-office': ['CONFIRMED', '钟晓咏', 'UNKNOWN', '王华', 'ACTING'],
  '9-network': ['刘琪', '中智股份', 'COMPANY'],
};

test('every example has expected words', () => {
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(shown));
});

for (const { name, query, variables } of examples) {
  test(`the example ${name} is answered from the seed pages`, async () => {
    const { data, errors } = (await (
      await gateway.post(query, variables === '' ? {} : (JSON.parse(variables) as object))
    ).json()) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    for (const words of shown[name] ?? []) expect(JSON.stringify(data)).toContain(words);
  });
}
