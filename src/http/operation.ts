import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codedError } from './coded-error.ts';
import type { Exchange } from './exchange.ts';

/** Refuses a request that does not say which operation of its document is to run, and tells the log which one does. */
export function useOperation(): Plugin<{ exchange: Exchange }> {
  return {
    onParse() {
      return ({
        result,
        context: {
          params: { operationName },
          request,
        },
      }) => {
        if (result === null || result instanceof Error) return;
        const operation = getOperationAST(result, operationName);
        if (!operation) throw codedError('OPERATION_RESOLUTION_FAILURE', missing(operationName));
        if (operation.operation === OperationTypeNode.MUTATION && request.method === 'GET') {
          throw codedError('METHOD_NOT_ALLOWED', 'A mutation is sent by POST.', { headers: { allow: 'POST' } });
        }
      };
    },
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      // Only a name that the document itself holds.
      args.contextValue.exchange.operationName = operation?.name?.value.slice(0, 100) ?? null;
    },
  };
}

function missing(operationName: string | null | undefined): string {
  if (typeof operationName === 'string') return `The document has no operation named ${JSON.stringify(operationName)}.`;
  return 'The document has no operation, or several: set `operationName` to one of them.';
}
