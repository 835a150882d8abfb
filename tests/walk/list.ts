import type { TestGateway } from '../support/gateway.ts';
import type { ConnectionField } from './connection-field.ts';

/** Where a list stands in the archive: below `Query`, a node or an edge. */
export interface Place {
  readonly name: string;
  /** The selection of a document, given that of this place. */
  selection(inner: string): string;
  /** What stands there in an answer. */
  found(data: unknown): unknown;
}

/** A list to be walked: a connection of one parent with some arguments. */
export interface List {
  readonly name: string;
  readonly connection: ConnectionField;
  readonly parent: Place;
  readonly args: Readonly<Record<string, unknown>>;
}

export function listOf(connection: ConnectionField, parent: Place, args: List['args'] = {}): List {
  return { name: `${connection.name} ${parent.name} ${JSON.stringify(args)}`, connection, parent, args };
}

export interface PageArguments {
  readonly first?: number;
  readonly after?: string | undefined;
  readonly last?: number;
  readonly before?: string | undefined;
}

/** A page as it is answered. */
export interface Page {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly __typename: string; readonly id: string };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE =
  'edges { cursor node { __typename ... on Node { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** @throws Error with what the gateway answered instead */
export async function pageOf(gateway: TestGateway, list: List, args: PageArguments): Promise<Page> {
  return (await read(gateway, list, args, PAGE)) as Page;
}

/** @throws Error with what the gateway answered instead */
export async function countOf(gateway: TestGateway, list: List): Promise<number> {
  return ((await read(gateway, list, {}, 'totalCount')) as { totalCount: number }).totalCount;
}

async function read(
  gateway: TestGateway,
  { connection, parent, args }: List,
  page: PageArguments,
  selection: string,
): Promise<unknown> {
  const { field } = connection;
  const given = field.args.filter(({ name }) => name in args || ['first', 'after', 'last', 'before'].includes(name));
  const list = `list: ${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(', ')}) { ${selection} }`;
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const text = await gateway.send({
    query: `query (${declared}) ${parent.selection(`{ ${list} }`)}`,
    variables: { ...args, ...page },
  });
  const { data, errors } = JSON.parse(text) as {
    data?: unknown;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  if (errors !== undefined)
    throw new Error(errors.map(({ message, extensions }) => `${extensions?.code}: ${message}`).join('; '));
  return (parent.found(data) as { list: unknown }).list;
}
