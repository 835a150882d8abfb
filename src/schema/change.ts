import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql';

/** What a newer schema means for the queries written against an older one; each change is one sentence. */
export interface SchemaChanges {
  /** Queries that were answered are now refused, or their answers no longer fit the types generated for them. */
  readonly breaking: readonly string[];
  /**
   * Queries are still answered, but with something that a client may not know or mean: a new enum value, another
   * default.
   */
  readonly dangerous: readonly string[];
}

/** The text is not a schema; the message names it. */
export class SchemaTextError extends Error {
  override readonly name = 'SchemaTextError';
}

/** A schema in SDL, and what an error calls it. */
export interface SchemaText {
  readonly name: string;
  readonly text: string;
}

/** @throws SchemaTextError when one of the two is not a schema */
export function findSchemaChanges(before: SchemaText, after: SchemaText): SchemaChanges {
  const schemas = [readSchema(before), readSchema(after)] as const;
  return {
    breaking: findBreakingChanges(...schemas).map(({ description }) => description),
    dangerous: findDangerousChanges(...schemas).map(({ description }) => description),
  };
}

function readSchema({ name, text }: SchemaText): GraphQLSchema {
  try {
    return buildSchema(text);
  } catch (error) {
    throw new SchemaTextError(`${name} is no schema: ${(error as Error).message}`);
  }
}
