import type { GraphQLFormattedError } from 'graphql';
import { expect } from 'vitest';
import type { TestDatabase } from './database.ts';
import { startGateway, WITHOUT_CACHE } from './gateway.ts';
import type { TestGateway } from './gateway.ts';

type Data = { readonly [field: string]: unknown };

interface Answer {
  readonly data: Data | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What the gateway of this database answers; fails on any error. */
export async function ask(database: TestDatabase, query: string, variables: Data = {}): Promise<Data> {
  const { data, errors } = await answer(database, query, variables);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data!;
}

/** The first, second and later times that it is asked, a document takes different paths through the gateway. */
const SIGHTS = 3;

/** What the gateway of this database answers, errors included, which has to be the same each time. */
export async function answer(database: TestDatabase, query: string, variables: Data = {}): Promise<Answer> {
  const gateway = await gatewayOf(database);
  const body = JSON.stringify({ query, variables });
  const first = answerIn(await gateway.send(body));
  for (let sight = 2; sight <= SIGHTS; sight += 1) expect(answerIn(await gateway.send(body)), query).toEqual(first);
  return first;
}

function answerIn(text: string): Answer {
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer>;
  return { data, errors };
}

const gateways = new WeakMap<TestDatabase, Promise<TestGateway>>();

/** Started when it is first asked, closed with the database. */
function gatewayOf(database: TestDatabase): Promise<TestGateway> {
  let gateway = gateways.get(database);
  if (gateway === undefined) {
    gateways.set(database, (gateway = startGateway(database, WITHOUT_CACHE)));
    const started = gateway;
    database.onDrop(async () => (await started).close());
  }
  return gateway;
}
