import {
  GraphQLError,
  GraphQLID,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  GraphQLString,
  defaultTypeResolver,
  getArgumentValues,
  getDirectiveValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  FieldNode,
  GraphQLAbstractType,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  SelectionSetNode,
} from 'graphql';
import type { Variables } from './variables.ts';
import { FieldCollector, type CollectedField, type Inclusion } from '../../query/field-collector.ts';
import type { Operation } from './operation.ts';
import { variablesIn } from './variable-use.ts';

/** What resolvers are given in one execution. */
export interface Execution {
  readonly context: object;
  /** Coerced. */
  readonly variables: Variables;
  /** The arguments of each field by its number, as they are the same for all objects. */
  readonly args: (object | undefined)[];
}

/** Completes the value that a resolver returned. Throws or rejects on any error. */
type Complete = (value: unknown, execution: Execution) => unknown;

/** A selected field, compiled. */
export interface CompiledField {
  /** Its name in the response. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly isNullable: boolean;
  /** The completed value for an object, or a promise of it. Throws or rejects on any error. */
  readonly resolve: (source: unknown, execution: Execution) => unknown;
}

/**
 * Compiles the selections of a validated document into functions, by the algorithms of the GraphQL specification
 * (section 6, Execution), for given values of the variables in `@skip` and `@include`. It leaves out what takes an
 * executor most of its time: errors have no place, and resolvers no path. To report an error, the query has to be
 * executed again the ordinary way.
 */
export class SelectionCompiler {
  readonly #operation: Operation;
  readonly #collector: FieldCollector;
  readonly #info: GraphQLResolveInfo;
  #fieldCount = 0;

  constructor(operation: Operation, variables: Variables) {
    this.#operation = operation;
    this.#collector = new FieldCollector(operation.schema, operation.document, inclusionBy(variables));
    // For type resolution; the resolvers of this schema do not use it.
    this.#info = { schema: operation.schema } as GraphQLResolveInfo;
  }

  /** @throws GraphQLError for what is not compiled, and for wrong arguments of directives */
  rootFields(): readonly CompiledField[] {
    const { schema, node } = this.#operation;
    const type = schema.getRootType(node.operation);
    return type ? this.#fields(type, [node.selectionSet]) : [];
  }

  #fields(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): readonly CompiledField[] {
    const fields = this.#collector.collect(type, selectionSets);
    return [...fields].map(([name, { nodes }]) => this.#field(type, name, nodes));
  }

  #field(type: GraphQLObjectType, name: string, nodes: CollectedField['nodes']): CompiledField {
    const [node] = nodes;
    if (node.name.value === '__typename') return { name, nodes, isNullable: false, resolve: () => type.name };
    const field = type.getFields()[node.name.value];
    // An object cannot have a property of this name, and objects without a prototype are slow.
    if (field === undefined || name === '__proto__') throw new GraphQLError(`${name} cannot be compiled.`);
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
      resolve: (source, execution) => {
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
        throw new GraphQLError(`The value is not of type ${type.name}.`);
      fields ??= this.#fields(type, selectionSetsOf(nodes));
      return objectOf(fields, source, execution);
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
      if (complete === undefined) throw new GraphQLError(`The value is of no type in ${type.name}.`);
      return complete(source, execution);
    };
  }
}

const NO_ARGUMENTS = Object.freeze({});

/** An object with the values of these fields, in order. */
function objectOf(fields: readonly CompiledField[], source: unknown, execution: Execution): unknown {
  const object: Record<string, unknown> = {};
  let pending: Promise<unknown>[] | undefined;
  for (const { name, resolve: resolveField } of fields) {
    const value = resolveField(source, execution);
    object[name] = value;
    if (value instanceof Promise)
      (pending ??= []).push(
        markHandled(
          value.then((known) => {
            object[name] = known;
          }),
        ),
      );
  }
  return pending === undefined ? object : markHandled(Promise.all(pending).then(() => object));
}

function notNull(complete: Complete): Complete {
  return (value, execution) => {
    const completed = complete(value, execution);
    if (completed === null) throw new GraphQLError('The value must not be null.');
    return completed;
  };
}

function listOf(complete: Complete): Complete {
  return (value, execution) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw value instanceof Error ? value : new GraphQLError('The value is not an array.');
    let isPending = false;
    const items = value.map((item: unknown) => {
      const completed =
        item instanceof Promise
          ? markHandled(item.then((known) => complete(known, execution)))
          : complete(item, execution);
      isPending ||= completed instanceof Promise;
      return completed;
    });
    return isPending ? markHandled(Promise.all(items)) : items;
  };
}

function leafOf(type: GraphQLLeafType): Complete {
  const isText = type === GraphQLString || type === GraphQLID;
  return (value) => {
    if (isText && typeof value === 'string') return value;
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    const serialized = type.serialize(value);
    if (serialized === null || serialized === undefined)
      throw new GraphQLError(`The value is not of type ${type.name}.`);
    return serialized;
  };
}

/**
 * Marks the rejection of a promise as handled: when something else fails first, nobody may be left to await it.
 */
function markHandled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(ignore);
  return promise;
}

function ignore(): void {}

function selectionSetsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

/** What `@skip` and `@include` leave of the selections. @throws GraphQLError for wrong arguments */
function inclusionBy(variables: Variables): Inclusion {
  return (selection) => {
    if (selection.directives === undefined || selection.directives.length === 0) return 'always';
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return 'never';
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false ? 'never' : 'always';
  };
}
