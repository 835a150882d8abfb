import {
  Kind, getArgumentValues, getNamedType, getOperationAST, getVariableValues, isAbstractType, isObjectType, typeFromAST,
} from 'graphql';
import type {
  DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLAbstractType, GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema, SelectionNode, SelectionSetNode,
} from 'graphql';
import { relations } from '../load/loaders.ts';
import { readingName } from '../load/look-ahead.ts';
import type { LookAhead, ReadingPart } from '../load/look-ahead.ts';
import { NO_RECORD } from '../load/record.ts';
import type { Field } from '../load/record.ts';
import { lookAheadFrom, originOf, placeholder, rehearsedLoad } from '../load/rehearsal.ts';
import type { Place } from '../load/rehearsal.ts';
import type { Context } from './context.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * What a checked document goes on to read of the rows it reads. Nobody has to declare it: every resolver is called once with a
 * placeholder instead of a record and with loaders that read nothing but write down by which cells of which rows they
 * were asked. So it cannot drift from the resolvers. What a resolver reads only after it has waited for rows stays unseen.
 *
 * What a directive may leave out does not count.
 */
export function lookAheadOf(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined, variables: Variables): LookAhead {
  return lookAheadFrom(new Rehearsal(schema, document, operationName, variables).places);
}

const NOWHERE = placeholder({ name: '', record: NO_RECORD, followUps: new Map() });

interface Selected {
  readonly nodes: FieldNode[];
  /** No directive can leave it out. */
  isSure: boolean;
}

class Rehearsal {
  readonly places: Place[] = [];
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #variables: Variables;
  readonly #context: Context = { load: rehearsedLoad((...asked) => this.#note(...asked)) };
  #isSure = true;
  /** Resolvers that have waited go on later, when nothing counts any more. */
  #isOver = false;
  /** What the resolver asked for last; null when it asked for nothing yet. */
  #last: Place | null = null;

  constructor(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined, variables: Variables) {
    this.#schema = schema;
    for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    const operation = getOperationAST(document, operationName);
    const { coerced = {} } = operation ? getVariableValues(schema, operation.variableDefinitions ?? [], variables) : {};
    this.#variables = coerced;
    if (operation?.operation === 'query') this.#select(schema.getQueryType()!, [operation.selectionSet], undefined, true);
    this.#isOver = true;
  }

  #select(type: GraphQLObjectType, sets: readonly SelectionSetNode[], parent: unknown, isSure: boolean): void {
    const selected = new Map<string, Selected>();
    this.#collect(type, sets.flatMap(({ selections }) => selections), isSure, selected, new Set());
    for (const { nodes, isSure } of selected.values()) this.#field(type, nodes, parent, isSure);
  }

  /** As an executor merges selections: fields of one response name are one field. */
  #collect(type: GraphQLObjectType, selections: readonly SelectionNode[], isSure: boolean, selected: Map<string, Selected>, visited: Set<string>): void {
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
    return condition === undefined || condition === type || (isAbstractType(condition) && this.#schema.isSubType(condition, type));
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[], parent: unknown, isSure: boolean): void {
    const field = type.getFields()[nodes[0]!.name.value];
    if (field === undefined) return; // __typename and the like
    const returned = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isAbstractType(returned)) this.#nodes(returned, sets);
    else this.#value(returned, sets, this.#resolved(field, nodes[0]!, returned, parent, isSure), isSure || this.#last !== null);
  }

  /** What the field's resolver makes of placeholders; a placeholder of what it asked for last when it has to wait for that. */
  #resolved(field: GraphQLField<unknown, unknown>, node: FieldNode, returned: GraphQLNamedType, parent: unknown, isSure: boolean): unknown {
    this.#last = null;
    this.#isSure = isSure;
    try {
      const args = getArgumentValues(field, node, this.#variables);
      const value: unknown = field.resolve === undefined
        ? (parent as Record<string, unknown>)[field.name]
        : field.resolve(parent, args, this.#context, undefined as never);
      if (!(value instanceof Promise)) return Array.isArray(value) ? value[0] : value;
      value.catch(() => { /* It has real rows to go on with, not these. */ });
    } catch { /* The same, or the arguments are refused. */ }
    const last = this.#last as Place | null;
    return last === null ? undefined : placeholder(last, pathOf(returned.name, last.record));
  }

  #value(type: GraphQLNamedType, sets: readonly SelectionSetNode[], value: unknown, isSure: boolean): void {
    if (isObjectType(type)) this.#select(type, sets, value ?? NOWHERE, isSure);
  }

  /** Which type it is, and by which key it is read, only the answer tells; but each type of node has one relation that reads it by its id. */
  #nodes(type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): void {
    for (const possible of this.#schema.getPossibleTypes(type)) {
      const name = `${possible.name.charAt(0).toLowerCase()}${possible.name.slice(1)}`;
      const declared = relations[name as keyof typeof relations];
      if (declared?.kind === 'relation') this.#select(possible, sets, placeholder(this.#note(name, 'rows', declared.record, [], null)), true);
    }
  }

  #note(relation: string, part: ReadingPart, record: Field<unknown>, keys: readonly unknown[], args: unknown): Place {
    const origins = keys.map(originOf);
    const parent = origins[0]?.place;
    if (this.#isOver || parent === undefined || origins.some((origin) => origin?.place !== parent)) return this.#last = this.#placeOf(relation, part, record);
    const followUp = { relation, part, key: origins.map((origin) => origin!.path), args };
    const id = JSON.stringify(followUp);
    const known = parent.followUps.get(id);
    if (known !== undefined) {
      known.isSure ||= this.#isSure;
      return this.#last = known.place;
    }
    const place = this.#placeOf(relation, part, record);
    parent.followUps.set(id, { followUp, place, isSure: this.#isSure });
    return this.#last = place;
  }

  #placeOf(relation: string, part: ReadingPart, record: Field<unknown>): Place {
    const place: Place = { name: readingName(relation, part), record, followUps: new Map() };
    if (!this.#isOver) this.places.push(place);
    return place;
  }
}

/** The path of what is of this type in a record; the record itself when nothing in it says so. */
function pathOf(type: string, { literals }: Field<unknown>): string {
  const [path = ''] = [...literals].find(([path, value]) => path.endsWith('__typename') && value === type) ?? [];
  return path.replace(/\.?__typename$/, '');
}
