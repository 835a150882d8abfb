import { getOperationAST } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';
import { costCounter, type Variables } from './cost.ts';

type Executed = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/**
 * Tells how many objects the answer to an operation could hold, see {@link costCounter}; it looks at each document
 * once.
 */
export function createCostOf(): (executed: Executed) => number {
  /** Yoga parses an equal text once, so that an equal document is the same object for as long as it is in use. */
  const known = new WeakMap<DocumentNode, Map<string, (variables: Variables) => number>>();

  return ({ schema, document, operationName, variableValues }) => {
    const counters = known.get(document) ?? new Map<string, (variables: Variables) => number>();
    known.set(document, counters);
    const name = operationName ?? '';
    let counter = counters.get(name);
    if (counter === undefined) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return 0; // Execution tells what is wrong with the name.
      counter = costCounter(schema, document, operation);
      counters.set(name, counter);
    }
    return counter(variableValues ?? {});
  };
}

/**
 * Refuses operations whose answer could hold more than `maxCost` objects, before anything of it is read: sizes of lists
 * inside lists multiply. A validation rule could not, for the sizes are mostly variables.
 */
export function useCostLimit(maxCost: number, costOf = createCostOf()): Plugin<{ params: GraphQLParams }> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const cost = costOf(args as ExecutionArgs);
      if (cost > maxCost) return setResultAndStopExecution({ errors: [costTooHigh(cost, maxCost)] });
      if (!asksForCost(args.contextValue.params)) return;
      return {
        onExecuteDone: ({ result, setResult }) => {
          if ('data' in result)
            setResult({ ...result, extensions: { ...result.extensions, cost: { value: cost, limit: maxCost } } });
        },
      };
    },
  };
}

/** Whether the answer is to tell what it costs: by `"extensions": {"cost": true}` in the request. */
export function asksForCost({ extensions }: GraphQLParams): boolean {
  return extensions?.['cost'] === true;
}

function costTooHigh(cost: number, limit: number): GraphQLError {
  return codedError(
    'COST_TOO_HIGH',
    `The answer could hold ${cost} objects; at most ${limit} are allowed (BANMIAN_MAX_COST). Ask for smaller pages, or for fewer lists inside lists.`,
    { extensions: { cost, limit } },
  );
}
