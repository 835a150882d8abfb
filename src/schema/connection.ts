import type { ObjectRef, UnionRef } from '@pothos/core';
import type { Load } from '../load/loaders.ts';
import type { Connection, Page } from '../load/page.ts';
import { after } from '../load/soon.ts';
import type { Soon } from '../load/soon.ts';
import { builder } from './builder.ts';
import type { Types } from './builder.ts';

/** A cursor holds what its list is ordered by: a name of 300 characters, four bytes each, is 1,600 in base64. */
const CURSOR_LENGTH = 2_000;

/** What every field that is a connection takes. */
export const pageArguments = builder.args((t) => ({
  first: t.int({ description: 'How many to read from the beginning, or after `after`: at most 100, 20 unless `last` is given.' }),
  after: t.string({ description: 'A `cursor` of this list: begin behind it.', extensions: { maxLength: CURSOR_LENGTH } }),
  last: t.int({ description: 'How many to read from the end, or before `before`: at most 100. Not together with `first`.' }),
  before: t.string({ description: 'A `cursor` of this list: end in front of it.', extensions: { maxLength: CURSOR_LENGTH } }),
}));

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a page lies in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether the list goes on behind this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether the list has something in front of this page.' }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first edge, for `before`; null on an empty page.',
      resolve: ({ edges }) => edges[0]?.cursor,
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last edge, for `after`; null on an empty page.',
      resolve: ({ edges }) => edges.at(-1)?.cursor,
    }),
  }),
});

/** Where an edge has its node: on itself, or to be read. */
type NodeOf<Said, Node> = (edge: Said, load: Load) => Soon<Node>;

const onEdge = (edge: unknown) => (edge as { readonly node: Soon<never> }).node;

/**
 * The connection type `<name>Connection` and its edge type `<name>Edge`. What an edge says beyond its node is added to
 * `edge` by the subject that knows it.
 */
export function connectionOf<Node, Said = unknown, List extends Connection<Said> = Connection<Said>>(
  name: string, node: ObjectRef<Types, Node> | UnionRef<Types, Node>, what: string, nodeOf: NodeOf<Said, Node> = onEdge,
) {
  const edge = builder.objectRef<Said & { readonly cursor: string }>(`${name}Edge`);
  edge.implement({
    description: `One of ${what}, and its place among them.`,
    fields: (t) => ({
      cursor: t.string({ description: 'This place in the list, for `after` and `before`. Opaque.', resolve: ({ cursor }) => cursor }),
      // `never`: the compiler cannot know here that no node is a list.
      node: t.field({ type: node, description: 'What stands in this place.', resolve: (edge, _, { load }) => nodeOf(edge, load) as never }),
    }),
  });
  const connection = builder.objectRef<List>(`${name}Connection`);
  connection.implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The page, each with its cursor.',
        resolve: (list) => after(list.page(), ({ edges }) => edges),
      }),
      nodes: t.field({
        type: [node],
        description: 'The page without the cursors.',
        resolve: (list, _, { load }) => after(list.page(), ({ edges }) => edges.map((edge) => nodeOf(edge, load))),
      }),
      pageInfo: t.field({ type: PageInfo, description: 'Where this page lies in the list.', resolve: (list) => list.page() }),
      totalCount: t.int({ description: 'How many the whole list has. Counted only when asked for.', resolve: (list) => list.totalCount() }),
    }),
  });
  return { connection, edge };
}
