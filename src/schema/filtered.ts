/** What the filter of a list asks for, before the list is asked. */
import { isGiven } from '../query/condition.ts';
import type { Load } from '../load/loaders.ts';
import { chain } from '../query/maybe-promise.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { decodeIdOf } from './global-id.ts';
import type { NodeName } from './global-id.ts';

/** The fields of all filters that are ids, or hold ids, and what they are ids of. */
const NODE_OF: Readonly<Record<string, NodeName>> = {
  people: 'Person',
  signatory: 'Person',
  organisation: 'Organisation',
  organisations: 'Organisation',
  parties: 'Organisation',
};

/**
 * The arguments of a field with the ids of its filter read.
 * @throws RequestError BAD_ID for the id of no node, or of one of another type
 */
export function withIds<Arguments extends { readonly filter?: object | null | undefined }>(args: Arguments): Arguments {
  if (!isGiven(args.filter)) return args;
  const fields = Object.entries<unknown>({ ...args.filter }).map(([field, value]) => {
    const type = NODE_OF[field];
    return [field, type === undefined ? value : idsRead(type, `filter.${field}`, value)];
  });
  return { ...args, filter: Object.fromEntries(fields) as Arguments['filter'] };
}

/** An id, a list of ids, or an object of such lists. */
function idsRead(type: NodeName, argument: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((id) => decodeIdOf(type, String(id), argument));
  if (typeof value !== 'object') return decodeIdOf(type, String(value), argument);
  return Object.fromEntries(
    Object.entries(value).map(([name, ids]) => [name, idsRead(type, `${argument}.${name}`, ids)]),
  );
}

/**
 * The list that `list` makes of the arguments, once they are known to be right.
 * @throws RequestError BAD_ID for what is no id in the filter, BAD_ARGUMENT, at once or later, for the slug of no newspaper
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
