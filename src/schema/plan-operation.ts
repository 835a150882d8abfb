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
 * Plans a query of a validated document by what its fields declare to read: which columns of which rows, and what is
 * fetched along with them. What a directive may leave out is not fetched ahead.
 * @throws GraphQLError when the arguments of the operation's own fields do not fit their types
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): SelectionPlan {
  return planSelections({ schema, readsOf, shapeOf }, document, operation, variables);
}
