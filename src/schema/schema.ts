import { isObjectType, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { withBoundedInput } from './input-bound.ts';
import './publication.ts';
import './issue.ts';
import './article.ts';
import './person.ts';
import './organisation.ts';
import './agreement.ts';
import './appearance.ts';
import './office.ts';
import './archive.ts';
import './tenure.ts';
import './network.ts';
import './resolution.ts';
import './search.ts';
import './viewer.ts';
import './remove-pages.ts';
import './import-page.ts';
import './coverage.ts';
import './doubt.ts';
import './judge.ts';
import './judgement.ts';
import './statistics.ts';
import './change-feed.ts';

/** The schema of the archive, in the order in which its parts are declared. */
export const schema: GraphQLSchema = withBoundedInput(withoutPlainResolvers(builder.toSchema({ sortSchema: false })));

/**
 * Drops the resolvers that only read the property of the field's own name: executors do that by themselves, and faster.
 */
function withoutPlainResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (field.extensions['pothosExposedField'] === field.name) delete field.resolve;
    }
  }
  return schema;
}

/** What `schema.graphql` holds: the schema in SDL, ending in a line break. */
export function printedSchema(): string {
  return `${printSchema(schema)}\n`;
}
