import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createYoga, isAsyncIterable } from 'graphql-yoga';
import { useValidation } from './document/validation.ts';
import { useAliasLimit } from './limit/alias-limit.ts';
import { useDepthLimit } from './limit/depth-limit.ts';
import type { Limits } from './limit/limits.ts';
import { useTokenLimit } from './limit/token-limit.ts';
import type { Variables } from './document/variables.ts';

/** What handles a document on first sight, and every request for which there is no faster way. */
export interface Executor {
  /** @throws GraphQLError */
  parse(text: string): DocumentNode;
  validate(document: DocumentNode): readonly GraphQLError[];
  execute(operation: ExecutedOperation): Promise<ExecutionResult>;
}

interface ExecutedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Variables;
  readonly contextValue: object;
}

/**
 * Parses, validates and executes by Yoga. Its plugins see each document once and only some executions, so whatever has
 * to see every request is a stage of the gateway instead. So is HTTP: none of Yoga's handling of it is used.
 */
export function createExecutor(schema: GraphQLSchema, limits: Limits): Executor {
  const yoga = createYoga({
    schema,
    logging: false,
    maskedErrors: false,
    // The gateway keeps both with the document.
    parserAndValidationCache: false,
    plugins: [
      useTokenLimit(limits.maxTokens),
      useValidation(limits),
      useDepthLimit(limits.maxDepth),
      useAliasLimit(limits.maxAliases),
    ],
  });
  const enveloped: ReturnType<typeof yoga.getEnveloped> = yoga.getEnveloped();

  return {
    parse(text) {
      try {
        return enveloped.parse(text) as DocumentNode;
      } catch (error) {
        if (error instanceof GraphQLError) error.extensions['code'] ??= 'GRAPHQL_PARSE_FAILED';
        throw error;
      }
    },
    validate(document) {
      const errors = enveloped.validate(schema, document) as readonly GraphQLError[];
      for (const { extensions } of errors) delete extensions['http']; // Meant for Yoga's own responses.
      return errors;
    },
    async execute(operation) {
      const result = await enveloped.execute({ schema, ...operation });
      if (isAsyncIterable(result)) throw new Error('Incremental results are not supported.');
      return result;
    },
  };
}
