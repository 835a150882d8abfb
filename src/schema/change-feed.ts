/** What changed in the archive, for those who keep a copy of it. */
import type { ChangeFilter, ChangeRecord, NodeType as TypeOfNode } from '../load/change-feed.ts';
import { changeNumber } from '../load/change-feed.ts';
import { isGiven } from '../query/condition.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { CURSOR_LENGTH, connectionOf, pageArguments } from './connection.ts';
import { encodeGlobalId } from './global-id.ts';
import type { NodeName } from './global-id.ts';
import { Node, anyNode, loadNode } from './node.ts';
import { computed, declared } from './reads.ts';
import { ChangeKind, NodeType } from './vocabulary.ts';

const NAMES: Readonly<Record<TypeOfNode, NodeName>> = {
  PUBLICATION: 'Publication',
  ISSUE: 'Issue',
  ARTICLE: 'Article',
  PERSON: 'Person',
  ORGANISATION: 'Organisation',
  AGREEMENT: 'Agreement',
  TENURE: 'Tenure',
};

const globalId = (type: TypeOfNode, id: string) => encodeGlobalId({ __typename: NAMES[type], id });

const Change = builder.objectRef<ChangeRecord>('Change').implement({
  description: 'The latest change of a node (变更).',
  fields: (t) => ({
    nodeType: t.expose('nodeType', { type: NodeType, description: 'The type of the node (类型).' }),
    nodeId: t.id({
      description: 'The `id` of the node.',
      resolve: computed(['nodeType', 'nodeId'], ({ nodeType, nodeId }) => globalId(nodeType, nodeId)),
    }),
    kind: t.expose('kind', { type: ChangeKind, description: 'What became of the node.' }),
    supersededBy: t.id({
      nullable: true,
      description: 'The `id` of the node that answers in its place (取代者); null unless `kind` is `REDIRECTED`.',
      resolve: computed(['nodeType', 'supersededBy', 'kind'], ({ nodeType, supersededBy, kind }) =>
        kind === 'REDIRECTED' && supersededBy !== null ? globalId(nodeType, supersededBy) : null,
      ),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When the change was stored (时间).' }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'The node as it is now; null when it is no more.',
      resolve: declared(
        { paths: ['nodeType', 'nodeId', 'kind'], ...anyNode },
        ({ nodeType, nodeId, kind }, _, { load }) =>
          kind === 'CHANGED' ? loadNode(load, { name: NAMES[nodeType], id: nodeId }) : null,
      ),
    }),
  }),
});

const { connection: ChangeConnection } = connectionOf('Change', Change, 'the list of changes');

builder.queryFields((t) => ({
  changes: t.field({
    type: ChangeConnection,
    description:
      'What changed in the archive (变更), oldest first, for keeping a copy up to date. Every node stands in it once, by its ' +
      'latest change, so a walk from the beginning names everything that the archive has, and has had. Whoever goes on from ' +
      'the last cursor that they were given misses nothing, though pages are imported meanwhile.',
    args: {
      ...pageArguments,
      since: t.arg.string({
        description:
          'Only changes after the one with this cursor: the `endCursor` of an earlier answer, or the `changes` of an ' +
          "export's manifest. From the beginning when left out.",
        extensions: { maxLength: CURSOR_LENGTH },
      }),
      types: t.arg({ type: [NodeType], description: 'Only nodes of these types; of all when left out.' }),
    },
    extensions: changesWith('feed'),
    resolve: declared({ list: { relation: 'changes', args: (args) => args } }, (_, args, { load }) =>
      load.changes(withNumber(args)),
    ),
  }),
}));

/** Arguments that stand in the text of a document are the same object each time, and so are these made of them. */
const numbered = new WeakMap<object, object>();

/** @throws RequestError BAD_CURSOR */
function withNumber<Arguments extends ChangeFilter>(args: Arguments): Arguments {
  if (!isGiven(args.since)) return args;
  const known = numbered.get(args) ?? { ...args, since: changeNumber(args.since, 'since') };
  numbered.set(args, known);
  return known as Arguments;
}
