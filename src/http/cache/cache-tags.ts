import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { Load } from '../../load/loaders.ts';
import { ARCHIVE } from '../../store/change-notification.ts';
import type { Operation } from '../document/operation.ts';
import { nodeTypesOf } from './types-reached.ts';

/** What resolvers are given that knows what was loaded. */
export interface Loading {
  /** Absent for a schema that is not the archive's. */
  readonly load?: Pick<Load, 'nodesRead'>;
}

/**
 * What a query's result depends on, in the words in which changes are announced: `archive`, the node types any change of
 * which may change it, and the nodes that were loaded for it. null for what is not to be kept: a result with errors, or
 * that of a mutation.
 */
export function cacheTagsOf(
  { node, schema, typesReached: reached }: Operation,
  { data, errors }: ExecutionResult,
  { load }: Loading,
): readonly string[] | null {
  if (node.operation !== OperationTypeNode.QUERY || errors !== undefined || !data) return null;
  // What is not there yet has no row that could be announced as changed.
  const types = lacksNode(data) ? [...nodeTypesOf(schema)].map(({ name }) => name) : reached;
  return [ARCHIVE, ...types, ...[...(load?.nodesRead() ?? [])].sort()];
}

/** Whether something was asked for by what names it and is not there. */
function lacksNode(data: object): boolean {
  return Object.values(data).some((value) => value === null || (Array.isArray(value) && value.includes(null)));
}
