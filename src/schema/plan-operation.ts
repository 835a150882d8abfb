import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { relations } from '../load/relations.ts';
import { match } from '../load/search/match.ts';
import { shapesOf } from '../query/plan-builder.ts';
import type { ShapeOf } from '../query/plan-builder.ts';
import type { SelectionPlan } from '../query/selection-plan.ts';
import { planSelections } from '../query/selection-planner.ts';
import { readsOf } from './reads.ts';

const shapeOfRelation = shapesOf(relations);
/** A search is no relation, but its matches have a shape all the same. */
const shapeOf: ShapeOf = (relation, kind, args) =>
  relation === 'search' ? match : shapeOfRelation(relation, kind, args);

/**
 * What a query of a checked document selects of the rows that are read for it, and what it goes on to fetch for them, as
 * its fields say that they read. What a directive may leave out is not fetched ahead.
 * @throws GraphQLError for variables that do not fit where the operation's own fields have them as arguments
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): SelectionPlan {
  return planSelections({ schema, readsOf, shapeOf }, document, operation, variables);
}
