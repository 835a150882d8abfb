import { getNamedType, isEnumType } from 'graphql';
import type { Pool } from '../property/random-document.ts';
import type { Archive } from './archive.ts';
import { connectionFields, narrowingsOf, ordersOf } from './connection-field.ts';
import type { ConnectionField, Narrowing } from './connection-field.ts';
import { countOf, listOf } from './list.ts';
import type { List, Place } from './list.ts';
import { parentsOf } from './parent.ts';

/** Lists of what is no node. They are walked by tests of their own. */
export const OF_NO_NODES = [
  'Query.search',
  'Query.changes',
  'Query.judgements',
  'Query.unresolved',
  'Query.agreementStatistics',
  'Query.coverage',
];

/**
 * Every connection of the schema below `Query` and real parents: in its own order, in every other order and direction,
 * and narrowed down by each of its arguments alone, with the value by which most is left. `idle` are the arguments for
 * which no value leaves anything.
 * @throws Error when the schema has a connection below what is neither `Query` nor a node nor an edge
 */
export async function listsOf(
  archive: Archive,
): Promise<{ readonly lists: readonly List[]; readonly idle: readonly string[] }> {
  const lists: List[] = [];
  const idle: string[] = [];
  for (const connection of connectionFields(archive.schema).filter(({ name }) => !OF_NO_NODES.includes(name))) {
    const parents = await parentsOf(archive, connection);
    parents.forEach((parent) => lists.push(listOf(connection, parent)));
    for (const orderBy of ordersOf(connection)) lists.push(listOf(connection, parents[0]!, { orderBy }));
    for (const [at, narrowing] of narrowingsOf(connection).entries()) {
      const args = await bestArguments(archive, connection, parents[0]!, narrowing);
      if (args === null) idle.push(`${connection.name}(${narrowing.path.join('.')})`);
      else
        lists.push(
          listOf(connection, parents[0]!, args),
          ...anOrder(connection, at).map((orderBy) => listOf(connection, parents[0]!, { ...args, orderBy })),
        );
    }
  }
  return { lists, idle };
}

/** One of the orders, another for each argument. */
function anOrder(connection: ConnectionField, at: number): object[] {
  const orders = ordersOf(connection);
  return orders.length === 0 ? [] : [orders[at % orders.length]!];
}

/** The arguments with the value that leaves most rows, but not all of them if any does. */
async function bestArguments(
  { gateway, pool }: Archive,
  connection: ConnectionField,
  parent: Place,
  narrowing: Narrowing,
): Promise<List['args'] | null> {
  const all = await countOf(gateway, listOf(connection, parent));
  const tried = await Promise.all(
    valuesFor(narrowing, pool).map(async (value) => {
      const args = narrowing.with(value);
      const count = await countOf(gateway, listOf(connection, parent, args)).catch(() => 0); // A refused value leaves nothing.
      return { args, count, rank: count === all ? 0.5 : count };
    }),
  );
  const [best] = tried.filter(({ count }) => count > 0).toSorted((a, b) => b.rank - a.rank);
  return best?.args ?? null;
}

function valuesFor({ path, owner, type }: Narrowing, pool: Pool): readonly unknown[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  if (named.name === 'Boolean') return [true, false];
  const name = path.at(-1)!;
  const known = named.name === 'Date' ? pool['Date'] : (pool[`${owner}.${name}`] ?? pool[name]);
  const others: Readonly<Record<string, readonly string[]>> = {
    ID: ['id'],
    Int: ['number', 'page'],
    String: ['name', 'title', 'text', 'slug', 'place', 'OrganisationFilter.name'],
  };
  const values = known ?? (others[named.name] ?? []).flatMap((other) => pool[other] ?? []);
  return [...new Set(values)];
}
