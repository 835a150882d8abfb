import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/error-code.ts';
import { readExamples } from '../../src/http/page/example.ts';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { sendRaw, type RawAnswer } from '../support/raw-request.ts';
import { chanceOf, RandomRequests } from './random-request.ts';

const REQUESTS = 1_500; // of each seed
const AT_ONCE = 10;

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  gateway = await startGateway(database, { BANMIAN_GRAPHIQL: 'false' });
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

/** What is wrong with an answer, if anything. */
function faultOf({ status, head, body }: RawAnswer): string | null {
  if (Number.isNaN(status)) return 'no answer';
  if (/node_modules|\bat .*\.ts:|\/src\//.test(body)) return 'it tells of the machine';
  if (!head.includes('json'))
    return status < 400 || (status === 404 && head.includes('text/html')) || body === ''
      ? null
      : `${status} without a code`;
  if (body === '') return status < 500 ? null : `${status} without a code`; // HEAD
  const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
  if (status >= 400 && codes.length === 0) return `${status} without a code`;
  const unknown = codes.find((code) => !Object.hasOwn(ERROR_CODES, code) || code === 'INTERNAL_SERVER_ERROR');
  if (unknown !== undefined || status >= 500) return `${status} with the code ${unknown}`;
  if (errors.length > 0 && (data ?? null) === null && Buffer.byteLength(body) > 10_000)
    return 'a long answer to a bad request';
  return Buffer.byteLength(body) > 1_000_000 ? 'a long answer' : null;
}

test.each([1, 2, 3, 4])(
  `each of ${REQUESTS} requests that are wrong in some way is answered with a code (seed %i)`,
  async (seed) => {
    const good = (await readExamples()).map(({ query, variables }) => ({
      query,
      variables: JSON.parse(variables || '{}') as object,
    }));
    const requests = new RandomRequests(chanceOf(seed), good);
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    let left = REQUESTS;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (left > 0) {
          left -= 1;
          const bytes = requests.next();
          const answer = await sendRaw(gateway.url, bytes);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const fault = faultOf(answer);
          if (fault !== null)
            faults.push(`${fault}: ${bytes.toString('latin1').slice(0, 1_500)} → ${answer.body.slice(0, 300)}`);
        }
      }),
    );
    expect(faults).toEqual([]);
    // Both POST and GET were tried.
    for (const status of [200, 400, 404, 405, 415, 421])
      expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
    expect(gateway.lines.filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
  },
);
