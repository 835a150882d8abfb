import {
  GraphQLError,
  Kind,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  typeFromAST,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLAbstractType,
  GraphQLField,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { relations } from '../load/relations.ts';
import { placeholderLoad } from '../load/placeholder-load.ts';
import { OneOf, originOf, placeholder } from '../query/placeholder.ts';
import { fetchName, unplanned } from '../query/selection-plan.ts';
import type { FetchKind, SelectionPlan } from '../query/selection-plan.ts';
import { selectionPlanOf } from '../query/selection-planner.ts';
import type { PlanNode, SelectedPaths } from '../query/selection-planner.ts';
import { record } from '../query/shape.ts';
import type { Shape } from '../query/shape.ts';
import type { Context } from './context.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What a checked document looks at in the rows that it reads, and what it goes on to read of them. Nobody has to
 * declare it: every resolver is called once with a placeholder instead of a record, and with loaders that read nothing
 * but write down by which cells of which rows they were asked. So it cannot drift from the resolvers. What a directive
 * may leave out is not read ahead.
 * @throws GraphQLError for wrong arguments of the operation's own fields: what follows on them is not known
 */
export async function lookAheadOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): Promise<SelectionPlan> {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') return unplanned;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return unplanned;
  const rehearsal = new Rehearsal(schema, document, coerced);
  await rehearsal.select(schema.getQueryType()!, [operation.selectionSet], undefined, true);
  return selectionPlanOf(rehearsal.places, rehearsal.seen);
}

interface Selected {
  readonly nodes: FieldNode[];
  /** No directive can leave it out. */
  isSure: boolean;
}

class Rehearsal {
  readonly places: PlanNode[] = [];
  /** By relation. */
  readonly seen = new Map<string, SelectedPaths>();
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #variables: Variables;
  readonly #listsOfAll = new Map<string, PlanNode>();
  readonly #context: Context = { load: placeholderLoad((...asked) => this.#note(...asked)) };
  /** Where nothing is known of what would be read. */
  readonly #nowhere: PlanNode = {
    name: '',
    shape: record({}),
    nested: new Map(),
    selected: { paths: new Set(), isWhole: true },
  };
  /** Of the field whose resolver is being called. */
  #isSure = true;
  #noted: PlanNode[] = [];

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
  }

  async select(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    parent: unknown,
    isSure: boolean,
  ): Promise<void> {
    await this.#fields(type, this.#selected(type, sets, isSure), parent);
  }

  async #fields(type: GraphQLObjectType, selected: ReadonlyMap<string, Selected>, parent: unknown): Promise<void> {
    for (const { nodes, isSure } of selected.values()) await this.#field(type, nodes, parent, isSure);
  }

  #selected(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    isSure: boolean,
  ): ReadonlyMap<string, Selected> {
    const selected = new Map<string, Selected>();
    this.#collect(
      type,
      sets.flatMap(({ selections }) => selections),
      isSure,
      selected,
      new Set(),
    );
    return selected;
  }

  /** As an executor merges selections: fields of one response name are one field. */
  #collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    isSure: boolean,
    selected: Map<string, Selected>,
    visited: Set<string>,
  ): void {
    for (const node of selections) {
      const isSureHere = isSure && (node.directives ?? []).length === 0;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const known = selected.get(name);
        if (known === undefined) selected.set(name, { nodes: [node], isSure: isSureHere });
        else {
          known.nodes.push(node);
          known.isSure ||= isSureHere;
        }
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(node.name.value)! : node;
      if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
        const name = fragment.name.value;
        if (visited.has(`${name} true`) || visited.has(`${name} ${isSureHere}`)) continue;
        visited.add(`${name} ${isSureHere}`);
      }
      if (this.#fits(type, fragment.typeCondition && typeFromAST(this.#schema, fragment.typeCondition))) {
        this.#collect(type, fragment.selectionSet.selections, isSureHere, selected, visited);
      }
    }
  }

  #fits(type: GraphQLObjectType, condition: GraphQLNamedType | undefined): boolean {
    return (
      condition === undefined ||
      condition === type ||
      (isAbstractType(condition) && this.#schema.isSubType(condition, type))
    );
  }

  async #field(type: GraphQLObjectType, nodes: readonly FieldNode[], parent: unknown, isSure: boolean): Promise<void> {
    const field = type.getFields()[nodes[0]!.name.value];
    if (field === undefined) return; // __typename and the like
    const returned = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const origin = originOf(parent);
    if (isAbstractType(returned) && (parent === undefined || origin?.node === this.#nowhere))
      return this.#nodes(returned, sets);
    if (isAbstractType(returned) && origin !== undefined) return this.#properties(returned, sets, origin.node, isSure);
    this.#isSure = isSure;
    this.#noted = [];
    const value = await this.#resolved(field, nodes[0]!, parent);
    if (value instanceof OneOf) await this.#anyOf(value, sets, isSure);
    if (isObjectType(returned))
      await this.select(returned, sets, value ?? placeholder(this.#nowhere), isSure || this.#noted.length > 0);
  }

  /** What the field's resolver makes of placeholders. */
  async #resolved(field: GraphQLField<unknown, unknown>, node: FieldNode, parent: unknown): Promise<unknown> {
    try {
      const args = getArgumentValues(field, node, this.#variables);
      let value = await (field.resolve === undefined
        ? (parent as Record<string, unknown>)[field.name]
        : field.resolve(parent, args, this.#context, undefined as never));
      while (Array.isArray(value)) value = await (value[0] as unknown);
      return value;
    } catch (error) {
      // With other arguments it would have gone on, and these readings are for any arguments of the operation's own
      // fields.
      if (parent === undefined && error instanceof GraphQLError) throw error;
      // It cannot go on without a real value, and who knows what of it would have been looked at.
      for (const { selected } of [...this.#noted, ...(originOf(parent) === undefined ? [] : [originOf(parent)!.node])])
        selected.isWhole = true;
      return undefined;
    }
  }

  /**
   * Which type it is, and by which key it is read, only the answer tells; but each type of node has one relation that
   * reads it by its id.
   */
  async #nodes(type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Promise<void> {
    for (const possible of this.#schema.getPossibleTypes(type)) {
      const name = `${possible.name.charAt(0).toLowerCase()}${possible.name.slice(1)}`;
      const declared = relations[name as keyof typeof relations];
      const selected = this.#selected(possible, sets, true);
      if (declared?.kind === 'keyed' && isAnyField(possible, selected)) {
        await this.#fields(possible, selected, placeholder(this.#note(name, 'rows', declared.shape, [], null)));
      }
    }
  }

  /** Of a type of which nothing is selected, nothing is looked at. */
  async #anyOf({ all }: OneOf, sets: readonly SelectionSetNode[], isSure: boolean): Promise<void> {
    for (const { __typename, relation, read } of all) {
      const type = this.#schema.getType(__typename) as GraphQLObjectType;
      const selected = this.#selected(type, sets, isSure);
      this.#isSure = isSure;
      if (isAnyField(type, selected)) await this.#fields(type, selected, read());
      else this.#seenOf(relation);
    }
  }

  /** Which of the row's properties it is, only the row tells; but each says of which type it is. */
  async #properties(
    type: GraphQLAbstractType,
    sets: readonly SelectionSetNode[],
    place: PlanNode,
    isSure: boolean,
  ): Promise<void> {
    for (const possible of this.#schema.getPossibleTypes(type)) {
      for (const [path, value] of place.shape.literals) {
        if (value !== possible.name || !path.endsWith('.__typename')) continue;
        const property = path.slice(0, -'.__typename'.length);
        place.selected.paths.add(property);
        await this.select(possible, sets, placeholder(place, property), isSure);
      }
    }
  }

  #note(relation: string, part: FetchKind, record: Shape<unknown>, keys: readonly unknown[], args: unknown): PlanNode {
    const place = this.#placeOf(relation, part, record, keys, args);
    this.#noted.push(place);
    return place;
  }

  #placeOf(
    relation: string,
    part: FetchKind,
    record: Shape<unknown>,
    keys: readonly unknown[],
    args: unknown,
  ): PlanNode {
    const origins = keys.map(originOf);
    const parent = origins[0]?.node;
    if (keys.length === 0 && part !== 'rows') return this.#listOfAll(relation, part, record, args);
    if (parent === undefined || origins.some((origin) => origin?.node !== parent))
      return this.#newPlace(relation, part, record);
    const followUp = { relation, kind: part, key: origins.map((origin) => origin!.path), args };
    const id = JSON.stringify(followUp);
    const known = parent.nested.get(id);
    if (known !== undefined) {
      known.isCertain ||= this.#isSure;
      return known.node;
    }
    const place = this.#newPlace(relation, part, record);
    parent.nested.set(id, { fetch: followUp, node: place, isCertain: this.#isSure });
    return place;
  }

  /** Asked for again with the same arguments, as for its edges and its page info, it is the same. */
  #listOfAll(relation: string, part: FetchKind, record: Shape<unknown>, args: unknown): PlanNode {
    const id = JSON.stringify([relation, part, args]);
    const place = this.#listsOfAll.get(id) ?? this.#newPlace(relation, part, record);
    this.#listsOfAll.set(id, place);
    return place;
  }

  #newPlace(relation: string, part: FetchKind, record: Shape<unknown>): PlanNode {
    const place: PlanNode = {
      name: fetchName(relation, part),
      shape: record,
      nested: new Map(),
      selected: this.#seenOf(relation),
    };
    this.places.push(place);
    return place;
  }

  #seenOf(relation: string): SelectedPaths {
    let seen = this.seen.get(relation);
    if (seen === undefined) this.seen.set(relation, (seen = { paths: new Set(), isWhole: false }));
    return seen;
  }
}

/** Whether anything but `__typename` is selected. */
function isAnyField(type: GraphQLObjectType, selected: ReadonlyMap<string, Selected>): boolean {
  return [...selected.values()].some(({ nodes }) => type.getFields()[nodes[0]!.name.value]);
}
