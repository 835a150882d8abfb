import type { TestGateway } from '../support/gateway.ts';
import type { ConnectionField } from './connection-field.ts';

/** A list to be walked: a connection of one parent with some arguments. */
export interface List {
  readonly name: string;
  readonly connection: ConnectionField;
  /** The id of its parent; null below `Query`. */
  readonly parent: string | null;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface PageArguments {
  readonly first?: number;
  readonly after?: string | undefined;
  readonly last?: number;
  readonly before?: string | undefined;
}

/** A page as it is answered. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly __typename: string; readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
}

const PAGE = 'edges { cursor node { __typename ... on Node { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** @throws Error that tells what the gateway answered instead */
export async function pageOf(gateway: TestGateway, list: List, args: PageArguments): Promise<Page> {
  return await read(gateway, list, args, PAGE) as Page;
}

/** @throws Error that tells what the gateway answered instead */
export async function countOf(gateway: TestGateway, list: List): Promise<number> {
  return (await read(gateway, list, {}, 'totalCount') as { totalCount: number }).totalCount;
}

async function read(gateway: TestGateway, { connection, parent, args }: List, page: PageArguments, selection: string): Promise<unknown> {
  const { field } = connection;
  const given = field.args.filter(({ name }) => name in args || ['first', 'after', 'last', 'before'].includes(name));
  const list = `list: ${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(', ')}) { ${selection} }`;
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const query = parent === null
    ? `query (${declared}) { ${list} }`
    : `query ($parent: ID!, ${declared}) { node(id: $parent) { ... on ${connection.parent.name} { ${list} } } }`;
  const text = await gateway.send({ query, variables: { ...args, ...page, ...parent !== null && { parent } } });
  const { data, errors } = JSON.parse(text) as { data?: { list?: unknown; node?: { list: unknown } }; errors?: { message: string; extensions?: { code?: string } }[] };
  if (errors !== undefined) throw new Error(errors.map(({ message, extensions }) => `${extensions?.code}: ${message}`).join('; '));
  return data!.list ?? data!.node!.list;
}
