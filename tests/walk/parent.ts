import { getNamedType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import type { NodeName } from '../../src/schema/global-id.ts';
import { argumentSamples } from '../support/argument-sample.ts';
import { TABLES } from '../property/archive-pool.ts';
import type { Archive } from './archive.ts';
import { connectionFields } from './connection-field.ts';
import type { ConnectionField } from './connection-field.ts';
import { countOf, listOf } from './list.ts';
import type { Place } from './list.ts';

/** The root. */
export const QUERY: Place = { name: '', selection: (inner) => inner, found: (data) => data };

/** How many parents of each connection are walked: the one with the most rows, and others. */
const PARENTS = 3;
const MOST_PARENTS_TRIED = 40;

/**
 * Places with rows of the connection, the one with the most first; a place without rows if there are no others.
 * @throws Error when the connection is below something other than `Query`, a field of it, a node or an edge
 */
export async function parentsOf(archive: Archive, connection: ConnectionField): Promise<readonly Place[]> {
  const places = await placesOf(archive, connection.parent);
  if (places.length === 1) return places;
  const counted = await Promise.all(
    places.map(async (place) => ({ place, count: await countOf(archive.gateway, listOf(connection, place)) })),
  );
  const filled = counted
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, PARENTS);
  return (filled.length > 0 ? filled : counted.slice(0, 1)).map(({ place }) => place);
}

async function placesOf(archive: Archive, type: GraphQLObjectType): Promise<readonly Place[]> {
  if (type === archive.schema.getQueryType()) return [QUERY];
  if (type.getInterfaces().some(({ name }) => name === 'Node')) return nodesOf(archive, type.name as NodeName);
  const root = Object.values(archive.schema.getQueryType()?.getFields() ?? {}).find(
    (field) => getNamedType(field.type) === type,
  );
  if (root !== undefined) return [belowQuery(root)];
  const above = connectionFields(archive.schema).find((field) => edgeOf(field) === type);
  if (above === undefined) throw new Error(`Nobody knows how to come to ${type.name}.`);
  return (await parentsOf(archive, above)).map((place) => firstEdge(above, place));
}

async function nodesOf({ database: { sql } }: Archive, __typename: NodeName): Promise<readonly Place[]> {
  const rows = await sql<
    { id: string }[]
  >`select id from ${sql(TABLES[__typename])} order by md5(id::text) limit ${MOST_PARENTS_TRIED}`;
  return rows.map(({ id }): Place => {
    const globalId = encodeGlobalId({ __typename, id });
    return {
      name: globalId,
      selection: (inner) => `{ node(id: "${globalId}") { ... on ${__typename} ${inner} } }`,
      found: (data) => (data as { node: unknown }).node,
    };
  });
}

/** A field of `Query` with the arguments that it needs. */
function belowQuery({ name, args }: GraphQLField<unknown, unknown>): Place {
  const given = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${argumentSamples[arg.name]}`);
  const field = given.length === 0 ? name : `${name}(${given.join(', ')})`;
  return {
    name: field,
    selection: (inner) => `{ ${field} ${inner} }`,
    found: (data) => (data as Record<string, unknown>)[name],
  };
}

function firstEdge({ name, field }: ConnectionField, place: Place): Place {
  return {
    name: `the first of ${name} ${place.name}`,
    selection: (inner) => place.selection(`{ ${field.name}(first: 1) { edges ${inner} } }`),
    found: (data) => (place.found(data) as Record<string, { edges: unknown[] }>)[field.name]!.edges[0],
  };
}

function edgeOf({ field }: ConnectionField): unknown {
  return getNamedType((getNamedType(field.type) as GraphQLObjectType).getFields()['edges']!.type);
}
