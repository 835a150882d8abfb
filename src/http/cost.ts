import {
  getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind, valueFromASTUntyped,
} from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLCompositeType, GraphQLField, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { DEFAULT_SIZE, MAX_SIZE } from '../load/page.ts';

/** What a list without a page size is taken to hold: the parties of an agreement, the titles that somebody is printed with. */
const USUAL_LENGTH = 5;

/** The objects that a selection may answer with: those that are there once, and those that come again with each item of a page. */
interface Cost {
  readonly once: number;
  readonly each: number;
}

/** What is needed to know how much an operation asks for. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragmentOf: (name: string) => FragmentDefinitionNode | undefined;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects an answer to the operation may hold: each connection, edge, node and whatever hangs on it is one. Single
 * values cost nothing, introspection neither; a list without a size is taken for five, and what two fragments both select
 * counts twice.
 */
export function costOf({ schema, operation, fragmentOf, variables }: Asked): number {
  const costOfFragment = new Map<string, Cost>();

  function costOfSelections(selectionSet: SelectionSetNode, type: GraphQLCompositeType): Cost {
    const costs = selectionSet.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return costOfField(selection, type);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return costOfSpread(selection.name.value);
      return costOfSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? type);
    });
    return { once: sum(costs.map(({ once }) => once)), each: sum(costs.map(({ each }) => each)) };
  }

  function costOfSpread(name: string): Cost {
    const known = costOfFragment.get(name);
    if (known !== undefined) return known;
    const fragment = fragmentOf(name)!;
    const cost = costOfSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value)!);
    costOfFragment.set(name, cost);
    return cost;
  }

  function costOfField(node: FieldNode, parent: GraphQLCompositeType): Cost {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field === undefined ? undefined : getNamedType(field.type);
    // What begins with __ is in no type: introspection, which has a rule of its own.
    if (field === undefined || !isCompositeType(type) || node.selectionSet === undefined) return { once: 0, each: 0 };
    const inner = costOfSelections(node.selectionSet, type);
    if (!isListType(getNullableType(field.type))) return { once: 1 + inner.once + sizeOf(field, node) * inner.each, each: 0 };
    if (parent.name.endsWith('Connection')) return { once: 0, each: 1 + inner.once };
    return { once: sizeOf(field, node) * (1 + inner.once), each: 0 };
  }

  /** How many a list holds at most: as many as its arguments say, when they say it. */
  function sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const given = (name: string): unknown => {
      const argument = node.arguments?.find((argument) => argument.name.value === name);
      return argument === undefined ? undefined : valueFromASTUntyped(argument.value, variables);
    };
    const ids = given('ids');
    if (Array.isArray(ids)) return ids.length;
    if (!field.args.some(({ name }) => name === 'first')) return USUAL_LENGTH;
    // A size out of bounds is refused by the list itself, which says more of it.
    return Math.min(Math.max(Number(given('first') ?? given('last') ?? DEFAULT_SIZE), 0), MAX_SIZE);
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  return costOfSelections(operation.selectionSet, schema.getRootType(operation.operation)!).once;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
