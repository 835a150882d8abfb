import { getOperationAST, getVariableValues } from 'graphql';
import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses variables that do not fit, by the first that is wrong with them. The executor would go on to find fifty more,
 * and print the whole value for each.
 */
export function useVariableCheck(hideSuggestions: boolean): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues } = args as ExecutionArgs;
      const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
      const { errors } = getVariableValues(schema, definitions, variableValues ?? {}, {
        maxErrors: 1,
        hideSuggestions,
      });
      if (errors !== undefined) setResultAndStopExecution({ errors: errors.slice(0, 1) });
    },
  };
}
