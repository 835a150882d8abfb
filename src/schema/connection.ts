import type { ObjectRef, UnionRef } from '@pothos/core';
import { chain } from '../query/maybe-promise.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import type { Connection, Page } from '../query/page.ts';
import { builder } from './builder.ts';
import type { Types } from './builder.ts';
import { declared } from './reads.ts';
import type { DeclaredResolver } from './reads.ts';

/** A cursor holds the values that its list is ordered by: a name of 300 characters of four bytes is 1,600 in base64. */
export const CURSOR_LENGTH = 2_000;

/** The arguments of every connection. */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    description:
      'The number of items to return from the start of the list, or after `after`: 0 to 100. Defaults to 20 unless `last` is given.',
  }),
  after: t.string({ description: 'Start after this cursor.', extensions: { maxLength: CURSOR_LENGTH } }),
  last: t.int({
    description:
      'The number of items to return from the end of the list, or before `before`: 0 to 100. Cannot be combined with `first`.',
  }),
  before: t.string({ description: 'Stop before this cursor.', extensions: { maxLength: CURSOR_LENGTH } }),
}));

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'The position of a page in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there are more items after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether there are items before this page.' }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first item, to use as `before`; null on an empty page.',
      resolve: declared({ paths: ['cursor'] }, ({ edges }) => edges[0]?.cursor),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last item, to use as `after`; null on an empty page.',
      resolve: declared({ paths: ['cursor'] }, ({ edges }) => edges.at(-1)?.cursor),
    }),
  }),
});

/** Where an edge has its node: on itself, or by a relation. */
type NodeOf<Said, Node> = DeclaredResolver<Said, unknown, MaybePromise<Node>>;

const onEdge = declared({ at: 'node' }, (edge: unknown) => (edge as { readonly node: MaybePromise<never> }).node);

/**
 * The connection type `<name>Connection` and its edge type `<name>Edge`. Fields that an edge has
 * beyond its node are added to `edge` by their subject.
 */
export function connectionOf<Node, Said = unknown, List extends Connection<Said> = Connection<Said>>(
  name: string,
  node: ObjectRef<Types, Node> | UnionRef<Types, Node>,
  what: string,
  nodeOf: NodeOf<Said, Node> = onEdge,
) {
  const edge = builder.objectRef<Said & { readonly cursor: string }>(`${name}Edge`);
  edge.implement({
    description: `An item of ${what}.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'An opaque cursor, to use as `after` or `before`.',
        resolve: declared({ at: 'cursor' }, ({ cursor }) => cursor),
      }),
      // `never`: the compiler cannot know here that no node is a list.
      node: t.field({
        type: node,
        description: 'The item itself.',
        resolve: declared(nodeOf.reads, (edge, args, context) => nodeOf(edge, args, context) as never),
      }),
    }),
  });
  const connection = builder.objectRef<List>(`${name}Connection`);
  connection.implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The items of this page, each with its cursor and whatever this list says of it.',
        resolve: declared({ page: { at: '' } }, (list) => chain(list.page(), ({ edges }) => edges)),
      }),
      nodes: t.field({
        type: [node],
        description: 'The items of this page, without their edges.',
        resolve: declared({ page: nodeOf.reads }, (list, args, context) =>
          chain(list.page(), ({ edges }) => edges.map((edge) => nodeOf(edge, args, context))),
        ),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'The position of this page in the list.',
        resolve: declared({ page: { at: '' } }, (list) => list.page()),
      }),
      totalCount: t.int({
        description: 'The number of items in the whole list. Counted only if selected.',
        resolve: declared({ count: true }, (list) => list.totalCount()),
      }),
    }),
  });
  return { connection, edge };
}
