import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createYoga, isAsyncIterable } from 'graphql-yoga';
import { useValidation } from './document/validation.ts';
import { useAliasLimit } from './limit/alias-limit.ts';
import { useDepthLimit } from './limit/depth-limit.ts';
import type { Limits } from './limit/limits.ts';
import { useTokenLimit } from './limit/token-limit.ts';
import type { Variables } from './document/variables.ts';

/** What a text goes through when it is seen for the first time, and whatever is answered by no faster way. */
export interface Engine {
  /** @throws GraphQLError */
  parse(text: string): DocumentNode;
  validate(document: DocumentNode): readonly GraphQLError[];
  execute(operation: ExecutedOperation): Promise<ExecutionResult>;
}

export interface ExecutedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Variables;
  readonly contextValue: object;
}

/**
 * GraphQL by Yoga and its plugins. A plugin sees each text once and only some of the executions: what has to see every
 * request is a stage of the gateway. HTTP is the stages' business too, so none of Yoga's is used.
 */
export function createEngine(schema: GraphQLSchema, limits: Limits): Engine {
  const yoga = createYoga({
    schema,
    logging: false,
    maskedErrors: false,
    // Both are kept with the document.
    parserAndValidationCache: false,
    plugins: [
      useTokenLimit(limits.maxTokens),
      useValidation(limits),
      useDepthLimit(limits.maxDepth),
      useAliasLimit(limits.maxAliases),
    ],
  });
  const engine: ReturnType<typeof yoga.getEnveloped> = yoga.getEnveloped();

  return {
    parse(text) {
      try {
        return engine.parse(text) as DocumentNode;
      } catch (error) {
        if (error instanceof GraphQLError) error.extensions['code'] ??= 'GRAPHQL_PARSE_FAILED';
        throw error;
      }
    },
    validate(document) {
      const errors = engine.validate(schema, document) as readonly GraphQLError[];
      for (const { extensions } of errors) delete extensions['http']; // For Yoga's own answers.
      return errors;
    },
    async execute(operation) {
      const result = await engine.execute({ schema, ...operation });
      if (isAsyncIterable(result)) throw new Error('The schema has nothing that is answered in parts.');
      return result;
    },
  };
}
