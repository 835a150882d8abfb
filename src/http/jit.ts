import type { DocumentNode, ExecutionArgs } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { CompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';

/**
 * Runs a document by code that graphql-jit compiled for it, from the second time it is seen: compiling costs more than
 * running it once. What cannot be compiled, and every answer with an error, comes from the ordinary executor, so that
 * nothing but the speed tells the two apart.
 */
export function useJit(): Plugin {
  /** Yoga parses an equal text once, so that an equal document is the same object for as long as it is in use. */
  const known = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();

  /** The compiled operation; null when it is new or cannot be compiled. */
  function compiled({ schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
    const operations = known.get(document);
    if (operations === undefined) {
      known.set(document, new Map());
      return null;
    }
    const name = operationName ?? '';
    let query = operations.get(name);
    if (query === undefined) {
      query = compile(schema, document, name);
      operations.set(name, query);
    }
    return query;
  }

  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const query = compiled(args as ExecutionArgs);
      if (query === null) return;
      setExecuteFn(async () => {
        const result = await query.query(args.rootValue, args.contextValue, args.variableValues ?? {});
        return result.errors === undefined ? result : executeFn(args);
      });
    },
  };
}

function compile(schema: ExecutionArgs['schema'], document: DocumentNode, operationName: string): CompiledQuery | null {
  try {
    const query = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
    return isCompiledQuery(query) ? query : null;
  } catch {
    return null;
  }
}
