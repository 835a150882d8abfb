/** Checks what the filter of a list asks for, before the list is read. */
import { isGiven } from '../query/condition.ts';
import type { Load } from '../load/loaders.ts';
import { chain } from '../query/maybe-promise.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { decodeGlobalId, decodeIdOf } from './global-id.ts';
import type { NodeName } from './global-id.ts';

/** The fields of filters that hold ids, and the type of node that each names; `Node`: any. */
const NODE_OF: Readonly<Record<string, NodeName | 'Node'>> = {
  people: 'Person',
  signatory: 'Person',
  organisation: 'Organisation',
  organisations: 'Organisation',
  parties: 'Organisation',
  subject: 'Node',
};

/** Arguments that stand in the text of a document are the same object each time, and so are these made of them. */
const decoded = new WeakMap<object, object>();

/**
 * The arguments of a field with the global ids in its filter decoded.
 * @throws RequestError BAD_ID for an id that no node can have, or one of a node of another type
 */
export function withIds<Arguments extends { readonly filter?: object | null | undefined }>(args: Arguments): Arguments {
  if (!isGiven(args.filter)) return args;
  const known = decoded.get(args) ?? { ...args, filter: decodedFilter(args.filter) };
  decoded.set(args, known);
  return known as Arguments;
}

function decodedFilter(filter: object): object {
  const fields = Object.entries<unknown>({ ...filter }).map(([field, value]) => {
    const type = NODE_OF[field];
    return [field, type === undefined ? value : decodedIds(type, `filter.${field}`, value)];
  });
  return Object.fromEntries(fields) as object;
}

/** An id, a list of ids, or an object of such lists. */
function decodedIds(type: NodeName | 'Node', argument: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((id) => decodedIds(type, argument, id));
  if (typeof value !== 'object')
    return type === 'Node' ? decodeGlobalId(String(value), argument).id : decodeIdOf(type, String(value), argument);
  return Object.fromEntries(
    Object.entries(value).map(([name, ids]) => [name, decodedIds(type, `${argument}.${name}`, ids)]),
  );
}

/**
 * The list that `list` makes from the arguments, after its filter was checked.
 * @throws RequestError BAD_ID for a wrong id in the filter; BAD_ARGUMENT, at once or later, for an unknown slug
 */
export function filtered<Arguments extends Filtered, List>(
  load: Load,
  args: Arguments,
  list: (args: Arguments) => List,
): MaybePromise<List> {
  if (!isGiven(args.filter)) return list(args);
  const read = withIds(args);
  return chain(load.requirePublication('filter.publication', args.filter.publication), () => list(read));
}

interface Filtered {
  readonly filter?: { readonly publication?: string | null | undefined } | null | undefined;
}
