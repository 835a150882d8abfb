import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { Load } from '../../load/loaders.ts';
import { ARCHIVE } from '../../store/change-notification.ts';
import type { Operation } from '../document/operation.ts';
import { nodeTypesOf } from './types-reached.ts';

/** The part of a context that knows what was loaded. */
export interface Loading {
  /** Absent for a schema that is not the archive's. */
  readonly load?: Pick<Load, 'nodesRead'>;
  /** Whether a resolver looked at who asks. */
  readonly hasReadViewer?: boolean;
}

/**
 * What the result of a query depends on, in the terms in which changes are announced: `archive`, the node types of which
 * any change may affect it, and the nodes that were loaded. null for what must not be cached: results with errors, and
 * those of mutations.
 */
export function cacheTagsOf(
  { node, schema, typesReached: reached }: Operation,
  { data, errors }: ExecutionResult,
  { load }: Loading,
): readonly string[] | null {
  if (node.operation !== OperationTypeNode.QUERY || errors !== undefined || !data) return null;
  // What does not exist yet has no row whose change could be announced.
  const types = lacksNode(data) ? [...nodeTypesOf(schema)].map(({ name }) => name) : reached;
  return [ARCHIVE, ...types, ...[...(load?.nodesRead() ?? [])].sort()];
}

/** Whether something that was asked for by id or name does not exist. */
function lacksNode(data: object): boolean {
  return Object.values(data).some((value) => value === null || (Array.isArray(value) && value.includes(null)));
}
