import { createHash } from 'node:crypto';
import { asksForCost } from '../limit/cost-limit.ts';
import type { Parameters } from '../parameters.ts';

/**
 * A key that is equal for requests with the same response: by document, operation, variables in any order, and whether
 * they ask for the cost. null when the variables are nested too deeply to compare.
 */
export function cacheKey(query: string, parameters: Parameters): string | null {
  const { operationName = null, variables } = parameters;
  try {
    const asked = JSON.stringify([query, operationName, sorted(variables ?? {}), asksForCost(parameters)]);
    return createHash('sha256').update(asked).digest('base64url');
  } catch (error) {
    if (error instanceof RangeError) return null; // A body can nest deeper than the stack.
    throw error;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
