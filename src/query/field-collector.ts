import { Kind, isAbstractType, typeFromAST } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
  TypeNode,
} from 'graphql';

/** The selections that answer under one name. */
export interface CollectedField {
  readonly nodes: [FieldNode, ...FieldNode[]];
  /** False if a directive may leave the field out. */
  isCertain: boolean;
}

export type CollectedFields = ReadonlyMap<string, CollectedField>;

/** Whether a selection is part of the answer, as far as its directives tell. */
export type Inclusion = (selection: SelectionNode) => 'always' | 'maybe' | 'never';

/** For when the variables are not known: a selection with a directive may be left out. */
export const unlessDirected: Inclusion = ({ directives = [] }) => (directives.length === 0 ? 'always' : 'maybe');

/** Collects the fields of a checked document, as the GraphQL specification has it (section 6.3.2). */
export class FieldCollector {
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #inclusion: Inclusion;

  constructor(schema: GraphQLSchema, document: DocumentNode, inclusion: Inclusion = unlessDirected) {
    this.#schema = schema;
    this.#inclusion = inclusion;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
  }

  /** The fields that these selection sets select of a type, by the name that each has in the answer. */
  collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[], isCertain = true): CollectedFields {
    const fields = new Map<string, CollectedField>();
    const visited = new Set<string>();
    for (const { selections } of sets) this.#collect(type, selections, isCertain, fields, visited);
    return fields;
  }

  #collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    isCertain: boolean,
    fields: Map<string, CollectedField>,
    visited: Set<string>,
  ): void {
    for (const selection of selections) {
      const inclusion = this.#inclusion(selection);
      if (inclusion === 'never') continue;
      const isCertainHere = isCertain && inclusion === 'always';
      if (selection.kind === Kind.FIELD) {
        add(fields, selection, isCertainHere);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#spread(selection.name.value, isCertainHere, visited)
          : selection;
      if (fragment !== undefined && this.#applies(fragment.typeCondition, type))
        this.#collect(type, fragment.selectionSet.selections, isCertainHere, fields, visited);
    }
  }

  /** The fragment, unless it was spread here before: once certain it adds nothing, and nor does it the second time. */
  #spread(name: string, isCertain: boolean, visited: Set<string>): FragmentDefinitionNode | undefined {
    if (visited.has(`${name} true`) || visited.has(`${name} ${isCertain}`)) return undefined;
    visited.add(`${name} ${isCertain}`);
    return this.#fragments.get(name);
  }

  #applies(condition: TypeNode | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined) return true;
    const conditional = typeFromAST(this.#schema, condition);
    return conditional === type || (isAbstractType(conditional) && this.#schema.isSubType(conditional, type));
  }
}

/** Selections of one name are one field. */
function add(fields: Map<string, CollectedField>, node: FieldNode, isCertain: boolean): void {
  const name = (node.alias ?? node.name).value;
  const known = fields.get(name);
  if (known === undefined) {
    fields.set(name, { nodes: [node], isCertain });
  } else {
    known.nodes.push(node);
    known.isCertain ||= isCertain;
  }
}
