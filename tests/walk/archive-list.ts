import { getNamedType, isEnumType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from '../property/random-document.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import type { NodeName } from '../../src/schema/global-id.ts';
import type { TestDatabase } from '../support/database.ts';
import type { TestGateway } from '../support/gateway.ts';
import { connectionFields, narrowingsOf, ordersOf } from './connection-field.ts';
import type { ConnectionField, Narrowing } from './connection-field.ts';
import { countOf } from './list.ts';
import type { List } from './list.ts';

/** The archive whose lists are looked for. */
export interface Archive {
  readonly schema: GraphQLSchema;
  readonly gateway: TestGateway;
  readonly database: TestDatabase;
  /** Values for arguments. */
  readonly pool: Pool;
}

/** How many parents are walked of each connection: that with most rows, and others. */
const PARENTS = 3;
const MOST_PARENTS_TRIED = 40;

/**
 * Every connection of the schema below `Query` and real parents: in its own order, in every other order and direction, and narrowed
 * down by each of its arguments alone, with the value by which most is left. `idle` are the arguments for which no value leaves anything.
 * @throws Error when the schema has a connection below what is neither `Query` nor a node
 */
export async function listsOf(archive: Archive): Promise<{ readonly lists: readonly List[]; readonly idle: readonly string[] }> {
  const lists: List[] = [];
  const idle: string[] = [];
  for (const connection of connectionFields(archive.schema).filter(({ name }) => name !== 'Query.search')) {
    const parents = await parentsOf(archive, connection);
    parents.forEach((parent) => lists.push(listOf(connection, parent)));
    for (const orderBy of ordersOf(connection)) lists.push(listOf(connection, parents[0]!, { orderBy }));
    for (const [at, narrowing] of narrowingsOf(connection).entries()) {
      const args = await bestArguments(archive, connection, parents[0]!, narrowing);
      if (args === null) idle.push(`${connection.name}(${narrowing.path.join('.')})`);
      else lists.push(listOf(connection, parents[0]!, args), ...anOrder(connection, at).map((orderBy) => listOf(connection, parents[0]!, { ...args, orderBy })));
    }
  }
  return { lists, idle };
}

/** One of the orders, another for each argument. */
function anOrder(connection: ConnectionField, at: number): object[] {
  const orders = ordersOf(connection);
  return orders.length === 0 ? [] : [orders[at % orders.length]!];
}

export function listOf(connection: ConnectionField, parent: string | null, args: List['args'] = {}): List {
  return { name: `${connection.name} ${parent ?? ''} ${JSON.stringify(args)}`, connection, parent, args };
}

/** Ids of things that have rows there, the one with most first; null stands for `Query`. */
async function parentsOf({ schema, gateway, database: { sql } }: Archive, connection: ConnectionField): Promise<readonly (string | null)[]> {
  if (connection.parent === schema.getQueryType()) return [null];
  if (!connection.parent.getInterfaces().some(({ name }) => name === 'Node')) throw new Error(`Nobody knows how to come to ${connection.name}.`);
  const __typename = connection.parent.name as NodeName;
  const rows = await sql<{ id: string }[]>`select id from ${sql(tableOf[__typename])} order by md5(id::text) limit ${MOST_PARENTS_TRIED}`;
  const counted = await Promise.all(rows.map(async ({ id }) => {
    const parent = encodeGlobalId({ __typename, id });
    return { parent, count: await countOf(gateway, listOf(connection, parent)) };
  }));
  return counted.toSorted((a, b) => b.count - a.count).slice(0, PARENTS).map(({ parent }) => parent);
}

const tableOf: Readonly<Record<NodeName, string>> = {
  Publication: 'publications', Issue: 'issues', Article: 'articles', Person: 'people', Organisation: 'organisations', Agreement: 'agreements', Tenure: 'tenures',
};

/** The arguments with the value that leaves most rows, but not all of them if any does. */
async function bestArguments({ gateway, pool }: Archive, connection: ConnectionField, parent: string | null, narrowing: Narrowing): Promise<List['args'] | null> {
  const all = await countOf(gateway, listOf(connection, parent));
  const tried = await Promise.all(valuesFor(narrowing, pool).map(async (value) => {
    const args = narrowing.with(value);
    const count = await countOf(gateway, listOf(connection, parent, args)).catch(() => 0); // What it refuses leaves nothing.
    return { args, count, rank: count === all ? 0.5 : count };
  }));
  const [best] = tried.filter(({ count }) => count > 0).toSorted((a, b) => b.rank - a.rank);
  return best?.args ?? null;
}

function valuesFor({ path, owner, type }: Narrowing, pool: Pool): readonly unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  if (named.name === 'Boolean') return [true, false];
  const name = path.at(-1)!;
  const known = named.name === 'Date' ? pool['Date'] : pool[`${owner}.${name}`] ?? pool[name];
  const others: Readonly<Record<string, readonly string[]>> = { ID: ['id'], Int: ['number', 'page'], String: ['name', 'title', 'text', 'slug', 'place', 'OrganisationFilter.name'] };
  const values = known ?? (others[named.name] ?? []).flatMap((other) => pool[other] ?? []);
  return [...new Set(values)];
}
