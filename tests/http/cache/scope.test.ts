import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillArchive } from '../../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';
import { statementsOn } from '../../support/statements.ts';

let database: TestDatabase;
let gateway: TestGateway;
let callers: readonly (readonly [name: string | null, headers: Record<string, string>])[];
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  gateway = await startGateway(database);
  callers = [
    [null, {}],
    ['甲社', await keyFor(database, 'READER', '甲社')],
    ['乙馆', await keyFor(database, 'IMPORTER', '乙馆')],
  ];
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

const WHO = [
  'query Who { viewer { name } publications { totalCount } }',
  'query Hidden { publications { totalCount } ...Rest } fragment Rest on Query { you: viewer { name } }',
];

async function nameIn(response: Response): Promise<string | null> {
  const { data } = (await response.json()) as { data: Record<string, { name?: string } | null> };
  return (data['viewer'] ?? data['you'])?.name ?? null;
}

describe('an answer that depends on who asks', () => {
  test.each(WHO)('everybody gets their own, however it is asked and however often: %s', async (query) => {
    for (let sight = 1; sight <= 3; sight += 1)
      for (const [name, headers] of callers) {
        expect(await nameIn(await gateway.post(query, {}, headers))).toBe(name);
        expect(await nameIn(await gateway.get(query, headers))).toBe(name);
      }
  });

  test('everybody gets their own when all ask at the same time', async () => {
    const asked = Array.from({ length: 10 }, () => callers).flat();
    const names = await Promise.all(
      asked.map(async ([, headers]) => nameIn(await gateway.post('query Now { viewer { name } }', {}, headers))),
    );
    expect(names).toEqual(asked.map(([name]) => name));
  });

  test('only the own browser keeps it, and for one key', async () => {
    for (const [, headers] of callers) {
      const response = await gateway.get(WHO[0]!, headers);
      expect(['cache-control', 'surrogate-key', 'vary'].map((name) => response.headers.get(name))).toEqual([
        'private, max-age=0, must-revalidate',
        null,
        'accept, authorization',
      ]);
    }
    const [, mine] = callers[1]!;
    const [, yours] = callers[2]!;
    const etag = (await gateway.get(WHO[0]!, mine)).headers.get('etag')!;
    expect((await gateway.get(WHO[0]!, { ...mine, 'if-none-match': etag })).status).toBe(304);
    expect((await gateway.get(WHO[0]!, { ...yours, 'if-none-match': etag })).status).toBe(200);
  });

  test('the field decides, and not the document: left out by a directive it leaves the answer to all', async () => {
    const query = 'query If($if: Boolean!) { viewer @include(if: $if) { name } publications { totalCount } }';
    const shared = async (value: boolean) => {
      const url = `${gateway.url}?${new URLSearchParams({ query, variables: JSON.stringify({ if: value }) })}`;
      return (await fetch(url)).headers.get('cache-control')?.startsWith('public');
    };
    expect([await shared(false), await shared(true), await shared(false)]).toEqual([true, false, true]);
  });

  test('a failure of the database is told to each by itself, with no name of another', async () => {
    const own = await createTestDatabase();
    await fillArchive(own);
    const at = await startGateway(own);
    const keys = [await keyFor(own, 'READER', '甲社'), await keyFor(own, 'READER', '乙馆')];
    await Promise.all(keys.map((headers) => at.post('{ __typename }', {}, headers)));
    const hold = await own.sql.reserve();
    await hold`begin`;
    await hold`lock table publications in access exclusive mode`;
    const query = 'query Slow { viewer { name } publication(slug: "yunxi-bao") { name } }';
    const answers = keys.map(async (headers) => (await at.post(query, {}, headers)).text());
    await expect
      .poll(async () => {
        const [row] = await database.sql<{ n: number }[]>`
          select count(*)::int as n from pg_stat_activity
          where datname = ${new URL(own.url).pathname.slice(1)} and wait_event_type = 'Lock'`;
        return row!.n;
      })
      .toBeGreaterThan(0);
    await database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${new URL(own.url).pathname.slice(1)} and wait_event_type = 'Lock'`;
    await hold`rollback`;
    hold.release();
    const [mine, yours] = await Promise.all(answers);
    expect(mine).toContain('甲社');
    expect(yours).not.toContain('甲社');
    await at.close();
    await own.drop();
  });
});

test('what does not depend on who asks is worked out once for all callers', async () => {
  const query = 'query All { people(first: 3) { nodes { name } } }';
  await expect
    .poll(async () => {
      await gateway.post(query);
      const statements = statementsOn(database.queries);
      await gateway.post(query);
      return statements;
    })
    .toEqual([]);
  const asked = statementsOn(database.queries);
  for (const [, headers] of callers) await gateway.post(query, {}, headers);
  expect(asked.filter((text) => text.includes('people'))).toEqual([]);
});
