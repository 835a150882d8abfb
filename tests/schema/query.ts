import { graphql } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { createLoaders } from '../../src/load/loaders.ts';
import { schema } from '../../src/schema/schema.ts';
import type { Database } from '../../src/store/database.ts';

type Data = { readonly [field: string]: unknown };

/** Asks as one request does; fails on any error. */
export async function ask(database: Database, source: string, variableValues: Data = {}): Promise<Data> {
  const { data, errors } = await answer(database, source, variableValues);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data!;
}

/** Asks for what is refused: the answer with its errors. */
export async function answer(
  database: Database, source: string, variableValues: Data = {},
): Promise<{ data: Data | null; errors: readonly GraphQLFormattedError[] }> {
  const result = await graphql({ schema, source, variableValues, contextValue: { load: createLoaders(database.sql) } });
  const { data = null, errors = [] } = JSON.parse(JSON.stringify(result)) as { data?: Data | null; errors?: GraphQLFormattedError[] };
  return { data, errors };
}
