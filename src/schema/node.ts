import type { Load } from '../load/loaders.ts';
import type {
  AgreementRecord,
  ArticleRecord,
  IssueRecord,
  NodeRecord,
  OrganisationRecord,
  PersonRecord,
  PublicationRecord,
  TenureRecord,
} from '../load/node.ts';
import type { FieldReads } from '../query/field-reads.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { NODE_NAMES, decodeGlobalId, decodeIdOf, encodeGlobalId } from './global-id.ts';
import type { NodeName } from './global-id.ts';
import { computed, declared } from './reads.ts';
import type { DeclaredResolver } from './reads.ts';

/** The nodes by name, so that subjects can refer to each other without importing each other. */
export const Publication = builder.objectRef<PublicationRecord>('Publication');
export const Issue = builder.objectRef<IssueRecord>('Issue');
export const Article = builder.objectRef<ArticleRecord>('Article');
export const Person = builder.objectRef<PersonRecord>('Person');
export const Organisation = builder.objectRef<OrganisationRecord>('Organisation');
export const Agreement = builder.objectRef<AgreementRecord>('Agreement');
export const Tenure = builder.objectRef<TenureRecord>('Tenure');

export const Node = builder.interfaceRef<NodeRecord>('Node').implement({
  description: 'Anything in the archive with an id; `node` looks it up.',
  fields: (t) => ({
    id: t.id({
      extensions: changesWith('node'),
      description: 'An opaque id, unique among all nodes. It stays the same when the same pages are imported again.',
      resolve: computed(['id', '__typename'], encodeGlobalId),
    }),
  }),
});

/** The argument of a field that finds one node by its id. */
export const idArgument = builder.args((t) => ({ id: t.id({ required: true, description: 'Its `id`.' }) }));

/** The relation that finds the nodes of a type by their ids. */
const relationOf = {
  Publication: 'publication',
  Issue: 'issue',
  Article: 'article',
  Person: 'personAnswering',
  Organisation: 'organisation',
  Agreement: 'agreement',
  Tenure: 'tenure',
} as const satisfies Record<NodeName, keyof Load>;

/** The node of this type that the argument `id` names. */
export function byId<const Name extends NodeName>(
  name: Name,
): DeclaredResolver<unknown, { readonly id: string }, ReturnType<Load[(typeof relationOf)[Name]]>>;
export function byId(name: NodeName): DeclaredResolver<unknown, { readonly id: string }, unknown> {
  return declared(rowsOf(name), (_, { id }, { load }) => load[relationOf[name]](decodeIdOf(name, id, 'id')));
}

function rowsOf(name: NodeName): FieldReads {
  return { rows: [{ relation: relationOf[name], reads: { at: '' } }] };
}

/** What is read of a node of which only the answer tells the type. */
export const anyNode: Pick<FieldReads, 'types'> = {
  types: Object.fromEntries(NODE_NAMES.map((name) => [name, rowsOf(name)])),
};

/** @throws RequestError BAD_ID, by the promise: of several ids only the wrong one fails. */
async function readNode(load: Load, globalId: string): Promise<NodeRecord | null> {
  return loadNode(load, decodeGlobalId(globalId));
}

/** The node of this type with this id; null if the archive has none. A field that answers with it reads {@link anyNode}. */
export function loadNode(
  load: Load,
  { name, id }: { readonly name: NodeName; readonly id: string },
): MaybePromise<NodeRecord | null> {
  return load[relationOf[name]](id);
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description:
      'The node with this id, or the one that answers in its place (see `supersededBy`); null if the archive has none. A text that is no id is a `BAD_ID` error.',
    args: { id: t.arg.id({ required: true, description: 'The `id` of a node.' }) },
    extensions: changesWith('node'),
    resolve: declared(anyNode, (_, { id }, { load }) => readNode(load, id)),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description:
      'The nodes with these ids, in the order given, with null for each that the archive does not have: at most 100. ' +
      'Of a text that is no id the item is null too, with a `BAD_ID` error of its own.',
    args: { ids: t.arg.idList({ required: true, description: 'The `id`s of the nodes.' }) },
    extensions: changesWith('node'),
    resolve: declared(anyNode, (_, { ids }, { load }) => ids.map((id) => readNode(load, id))),
  }),
}));
