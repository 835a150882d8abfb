import type { GraphQLSchema } from 'graphql';
import { printSchema } from 'graphql';
import { builder } from './builder.ts';
import './publication.ts';
import './issue.ts';
import './article.ts';
import './person.ts';
import './organisation.ts';
import './agreement.ts';
import './appearance.ts';
import './tenure.ts';
import './network.ts';
import './search.ts';

/** The schema of the archive, in the order in which its parts are declared. */
export const schema: GraphQLSchema = builder.toSchema({ sortSchema: false });

/** What `schema.graphql` holds: the schema in SDL, ending in a line break. */
export function printedSchema(): string {
  return `${printSchema(schema)}\n`;
}
