import type { NodeRecord } from '../load/node.ts';
import { RequestError } from '../query/request-error.ts';

export type NodeName = NodeRecord['__typename'];

export const NODE_NAMES = [
  'Publication',
  'Issue',
  'Article',
  'Person',
  'Organisation',
  'Agreement',
  'Tenure',
] as const satisfies NodeName[];
/** What happens with an id of another type; every field that takes an id says so. */
export const WRONG_ID = 'An id of another type, or a text that is no id, is a `BAD_ID` error.';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The opaque id that names this node among all nodes. It is base64url, though it is made by `btoa`, which takes a third
 * of the time of a Buffer: `+` and `/`, which base64url spells otherwise, cannot come of letters, digits, `:` and `-`.
 */
export function encodeGlobalId({ __typename, id }: Pick<NodeRecord, '__typename' | 'id'>): string {
  const name = `${__typename}:${id}`;
  return btoa(name).slice(0, Math.ceil((name.length * 4) / 3));
}

/**
 * What a global id names.
 * @throws RequestError BAD_ID when no node can have this id; the error names the argument, if one is given
 */
export function decodeGlobalId(globalId: string, argument?: string): { readonly name: NodeName; readonly id: string } {
  const [name = '', id = ''] = Buffer.from(globalId, 'base64url').toString().split(':');
  if (!NODE_NAMES.some((known) => known === name) || !UUID.test(id))
    throw new RequestError(
      'BAD_ID',
      `${argument === undefined ? '' : `\`${argument}\`: `}No node can have the id ${JSON.stringify(globalId)}.`,
    );
  return { name: name as NodeName, id };
}

/**
 * The id of a node of this type from the global id given as `argument`.
 * @throws RequestError BAD_ID when it is the id of no node, or of one of another type
 */
export function decodeIdOf(name: NodeName, globalId: string, argument: string): string {
  const [asked = '', id = ''] = Buffer.from(globalId, 'base64url').toString().split(':');
  if (asked === name && UUID.test(id)) return id;
  throw new RequestError(
    'BAD_ID',
    `\`${argument}\` must be the id of a node of the type ${name}; it is ${JSON.stringify(globalId)}.`,
  );
}
