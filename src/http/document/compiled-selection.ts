import { collectFields } from '@graphql-tools/utils';
import {
  GraphQLError,
  GraphQLID,
  GraphQLString,
  Kind,
  defaultTypeResolver,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLAbstractType,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  SelectionSetNode,
} from 'graphql';
import type { Variables } from './variables.ts';
import type { Operation } from './operation.ts';
import { variablesIn } from './variable-use.ts';

/** One execution: what its resolvers are given. */
export interface Execution {
  readonly context: object;
  /** As they were coerced. */
  readonly variables: Variables;
  /** The arguments of each field, by its number: they are the same for all objects. */
  readonly args: (object | undefined)[];
}

/** Makes of what a resolver returned what is answered. Throws, or rejects, at anything that is not well. */
type Complete = (value: unknown, execution: Execution) => unknown;

/** A selected field, made ready. */
export interface CompiledField {
  /** Its name in the answer. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly isNullable: boolean;
  /** The field's answer for an object, or a promise of it. Throws, or rejects, at anything that is not well. */
  readonly answer: (source: unknown, execution: Execution) => unknown;
}

/**
 * Compiles the selections of a checked document into functions, after the algorithms of the GraphQL specification
 * (section 6, Execution), for one set of variables that `@skip` and `@include` use. What takes an executor most of its
 * time is left out: it places no error and describes to no resolver where it is, so that whoever gets an error has to
 * execute anew to tell it.
 */
export class SelectionCompiler {
  readonly #operation: Operation;
  readonly #variables: Variables;
  readonly #fragments: Record<string, FragmentDefinitionNode> = {};
  readonly #info: GraphQLResolveInfo;
  #fieldCount = 0;

  constructor(operation: Operation, variables: Variables) {
    this.#operation = operation;
    this.#variables = variables;
    // For whatever finds the type of an object; resolvers here look at none of it.
    this.#info = { schema: operation.schema } as GraphQLResolveInfo;
    for (const definition of operation.document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[definition.name.value] = definition;
  }

  /** @throws GraphQLError for what is not compiled, and for wrong arguments of directives */
  rootFields(): readonly CompiledField[] {
    const { schema, node } = this.#operation;
    const type = schema.getRootType(node.operation);
    return type ? this.#fields(type, node.selectionSet) : [];
  }

  #fields(type: GraphQLObjectType, selectionSet: SelectionSetNode): readonly CompiledField[] {
    const { schema } = this.#operation;
    const { fields } = collectFields(schema, this.#fragments, this.#variables, type, selectionSet);
    return [...fields].map(([name, nodes]) => this.#field(type, name, nodes));
  }

  #field(type: GraphQLObjectType, name: string, nodes: FieldNode[]): CompiledField {
    const [node] = nodes as [FieldNode];
    if (node.name.value === '__typename') return { name, nodes, isNullable: false, answer: () => type.name };
    const field = type.getFields()[node.name.value];
    // No property of an object can be called so, and objects that have no prototype are slow.
    if (field === undefined || name === '__proto__') throw new GraphQLError(`${name} is not compiled.`);
    const complete = this.#completion(field.type, nodes);
    const argsOf = this.#argsOf(field, node);
    const info = this.#info;
    const resolve =
      field.resolve ??
      ((source: unknown, args: object, context: object) => {
        const value = (source as Readonly<Record<string, unknown>>)[field.name];
        return typeof value === 'function'
          ? (value as (...all: unknown[]) => unknown).call(source, args, context, info)
          : value;
      });
    return {
      name,
      nodes,
      isNullable: !isNonNullType(field.type),
      answer: (source, execution) => {
        const value: unknown = resolve(source, argsOf(execution), execution.context, info);
        return value instanceof Promise
          ? markHandled(value.then((known) => complete(known, execution)))
          : complete(value, execution);
      },
    };
  }

  #argsOf(field: Parameters<typeof getArgumentValues>[0], node: FieldNode): (execution: Execution) => object {
    if (field.args.length === 0) return () => NO_ARGUMENTS;
    const number = this.#fieldCount++;
    let constant: object | undefined;
    const isConstant = variablesIn(node.arguments).length === 0;
    return (execution) => {
      if (isConstant) return (constant ??= getArgumentValues(field, node));
      return (execution.args[number] ??= getArgumentValues(field, node, execution.variables));
    };
  }

  #completion(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (isNonNullType(type)) return notNull(this.#completion(type.ofType, nodes));
    if (isListType(type)) return listOf(this.#completion(type.ofType, nodes));
    if (isLeafType(type)) return leafOf(type);
    return isObjectType(type) ? this.#object(type, nodes) : this.#abstract(type, nodes);
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
    const { isTypeOf } = type;
    let fields: readonly CompiledField[] | undefined;
    return (source, execution) => {
      if (source === null || source === undefined) return null;
      if (source instanceof Error) throw source;
      if (isTypeOf && isTypeOf(source, execution.context, this.#info) !== true)
        throw new GraphQLError(`It is no ${type.name}.`);
      fields ??= this.#fields(type, merged(nodes));
      return answerOf(fields, source, execution);
    };
  }

  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Complete {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const completions = new Map(
      this.#operation.schema.getPossibleTypes(type).map((possible) => [possible.name, this.#object(possible, nodes)]),
    );
    return (source, execution) => {
      if (source === null || source === undefined) return null;
      if (source instanceof Error) throw source;
      const name = resolveType(source, execution.context, this.#info, type);
      const complete = typeof name === 'string' ? completions.get(name) : undefined;
      if (complete === undefined) throw new GraphQLError(`It is of no type of ${type.name}.`);
      return complete(source, execution);
    };
  }
}

const NO_ARGUMENTS = Object.freeze({});

/** An object with the answers of these fields in their order. */
function answerOf(fields: readonly CompiledField[], source: unknown, execution: Execution): unknown {
  const answer: Record<string, unknown> = {};
  let pending: Promise<unknown>[] | undefined;
  for (const { name, answer: answerOfField } of fields) {
    const value = answerOfField(source, execution);
    answer[name] = value;
    if (value instanceof Promise)
      (pending ??= []).push(
        markHandled(
          value.then((known) => {
            answer[name] = known;
          }),
        ),
      );
  }
  return pending === undefined ? answer : markHandled(Promise.all(pending).then(() => answer));
}

function notNull(complete: Complete): Complete {
  return (value, execution) => {
    const answer = complete(value, execution);
    if (answer === null) throw new GraphQLError('It must not be null.');
    return answer;
  };
}

function listOf(complete: Complete): Complete {
  return (value, execution) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw value instanceof Error ? value : new GraphQLError('It is no array.');
    let isPending = false;
    const answer = value.map((item: unknown) => {
      const completed =
        item instanceof Promise
          ? markHandled(item.then((known) => complete(known, execution)))
          : complete(item, execution);
      isPending ||= completed instanceof Promise;
      return completed;
    });
    return isPending ? markHandled(Promise.all(answer)) : answer;
  };
}

function leafOf(type: GraphQLLeafType): Complete {
  const isText = type === GraphQLString || type === GraphQLID;
  return (value) => {
    if (isText && typeof value === 'string') return value;
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    const answer = type.serialize(value);
    if (answer === null || answer === undefined) throw new GraphQLError(`It is no ${type.name}.`);
    return answer;
  };
}

/**
 * A promise that nobody may be left waiting for when something else goes wrong first: then nobody has to hear of its
 * error either.
 */
function markHandled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(ignore);
  return promise;
}

function ignore(): void {}

/** All that is selected of fields that are one in the answer. */
function merged(nodes: readonly FieldNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []) };
}
