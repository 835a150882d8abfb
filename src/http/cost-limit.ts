import { getOperationAST, getVariableValues, GraphQLError, Kind } from 'graphql';
import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costOf } from './cost.ts';

/**
 * Refuses operations whose answer could hold more than `maxCost` objects: sizes of lists inside lists multiply. A validation rule
 * could not, for the sizes are mostly variables.
 *
 * With `?cost=true` in the address the answer tells what it costs. In the address, not in a header: caches tell answers
 * apart by it, and browsers send it without asking first.
 */
export function useCostLimit(maxCost: number): Plugin<{ request: Request }> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const cost = costOfExecution(args);
      if (cost === null) return;
      if (cost > maxCost) return setResultAndStopExecution({ errors: [costTooHigh(cost, maxCost)] });
      if (!asksForCost(args.contextValue.request.url)) return;
      return {
        onExecuteDone: ({ result, setResult }) => {
          if ('data' in result) setResult({ ...result, extensions: { ...result.extensions, cost: { value: cost, limit: maxCost } } });
        },
      };
    },
  };
}

/** null when it cannot be told, because the operation or its variables are wrong: execution says how. */
function costOfExecution({ schema, document, operationName, variableValues }: ExecutionArgs): number | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (coerced === undefined) return null;
  const fragments = new Map(document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part] as const] : [])));
  return costOf({ schema, operation, fragmentOf: (name) => fragments.get(name), variables: coerced });
}

function costTooHigh(cost: number, limit: number): GraphQLError {
  return new GraphQLError(
    `The answer could hold ${cost} objects; at most ${limit} are allowed (BANMIAN_MAX_COST). Ask for smaller pages, or for fewer lists inside lists.`,
    { extensions: { code: 'COST_TOO_HIGH', cost, limit, http: { spec: true, status: 400 } } },
  );
}

/** Whether the answer at this address is to tell what it costs. */
export function asksForCost(url: string): boolean {
  return url.includes('cost=') && new URL(url).searchParams.get('cost') === 'true';
}
