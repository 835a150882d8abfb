import { getOperationAST, getVariableValues, parse } from 'graphql';
import type { SelectionPlan } from '../../src/query/selection-plan.ts';
import { planOperation } from '../../src/schema/plan-operation.ts';
import { schema } from '../../src/schema/schema.ts';

/** The plan of a document with one operation. */
export function planOf(query: string, variables: object = {}): SelectionPlan {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has more than one operation.');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  return planOperation(schema, document, operation, coerced);
}
