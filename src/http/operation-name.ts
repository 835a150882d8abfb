import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Exchange } from './exchange.ts';

/** Tells the log which operation of the document runs; only a name that the document itself holds. */
export function useOperationName(): Plugin<{ exchange: Exchange }> {
  return {
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      args.contextValue.exchange.operationName = operation?.name?.value.slice(0, 100) ?? null;
    },
  };
}
