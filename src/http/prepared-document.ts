import { GraphQLError, Kind, OperationTypeNode, getOperationAST, visit } from 'graphql';
import type { DocumentNode, ExecutionArgs, ExecutionResult, OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createQueryPlan } from '../load/loaders.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import { databaseFailure } from '../store/database-failure.ts';
import { lookAheadOf } from '../schema/look-ahead.ts';
import { CompiledQuery, notWell } from './compiled-query.ts';
import type { Variables } from './cost.ts';
import type { Exchange } from './exchange.ts';

/** Plans of one document that are kept for different values of its variables. */
const MOST_PLANS = 20;
/** Longer ones, in JSON, are not worth the memory. */
const LONGEST_VALUES = 10_000;

/**
 * Runs a document by code that was compiled for it, over loaders that know what it looks at, from the second time it is
 * seen: to prepare it costs more than to run it once. What cannot be compiled or looked through, and whatever ends in
 * an error, is run by the ordinary executor over ordinary loaders, so that nothing but the speed tells the two apart.
 */
export function usePreparedDocuments<Context extends object>(
  createContext: (plan?: QueryPlan) => Context,
): Plugin<{ exchange?: Exchange }> {
  /** Yoga parses an equal text once, so that an equal document is the same object for as long as it is in use. */
  const known = new WeakMap<DocumentNode, Map<string, PreparedOperation | null>>();
  /** Only resolvers that read through loaders can be called to see what they would read. */
  let hasLoaders = false;

  /** Null at first sight. */
  function preparedOf(args: ExecutionArgs): PreparedOperation | null {
    const name = args.operationName ?? '';
    const operations = known.get(args.document) ?? new Map<string, PreparedOperation | null>();
    known.set(args.document, operations);
    const prepared = operations.get(name);
    if (prepared) return prepared;
    operations.set(name, prepared === undefined ? null : new PreparedOperation(args, hasLoaders));
    return operations.get(name)!;
  }

  return {
    onExecute({ args, executeFn, setExecuteFn, extendContext }) {
      const prepared = preparedOf(args as ExecutionArgs);
      if (prepared === null) {
        const context = createContext();
        hasLoaders = 'load' in context;
        extendContext(context);
        return;
      }
      setExecuteFn(async () => {
        const { contextValue, variableValues } = args as ExecutionArgs & { contextValue: { exchange?: Exchange } };
        const { exchange } = contextValue;
        const contextOver = (plan?: QueryPlan) => Object.assign(contextValue, createContext(plan));
        const executed = (context: object) => executeFn({ ...args, contextValue: context }) as ExecutionResult;
        const result = exchange?.ended ?? (await prepared.run(variableValues ?? {}, contextOver, executed));
        if (result.errors?.some(({ originalError }) => databaseFailure(originalError) !== null)) return result;
        if (result.errors !== undefined) return executed(contextOver());
        if (exchange !== undefined && prepared.isCompiled) exchange.prepared = prepared;
        return result;
      });
    },
  };
}

/** An operation of a document, made ready to be run again and again. */
export class PreparedOperation {
  readonly executed: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName'>;
  /** The variables that what is read of rows depends on. */
  readonly #variables: readonly string[];
  readonly #plans = new Map<string, QueryPlan>();
  /** Null for what is not compiled: mutations, introspection. */
  readonly #query: CompiledQuery | null;
  #isOpaque: boolean;

  constructor({ schema, document, operationName }: ExecutionArgs, hasLoaders: boolean) {
    this.#isOpaque = !hasLoaders;
    this.executed = { schema, document, operationName };
    const operation = getOperationAST(document, operationName)!;
    this.#query =
      operation.operation === OperationTypeNode.QUERY && !isIntrospection(document)
        ? new CompiledQuery(this.executed, operation)
        : null;
    this.#variables = variablesBelow(document, operation);
  }

  get isCompiled(): boolean {
    return this.#query !== null;
  }

  /**
   * Runs it for these variables over the context made for its plan, by `execute` if it is not compiled. Errors, be
   * they none, say that the answer is to be worked out by ordinary means.
   */
  async run<Context extends object>(
    variables: Variables,
    contextOver: (plan?: QueryPlan) => Context,
    execute?: (context: Context) => ExecutionResult | Promise<ExecutionResult>,
  ): Promise<ExecutionResult> {
    try {
      const plan = this.#planFor(variables);
      const context = contextOver(plan);
      const result = await (this.#query?.run(variables, context) ?? execute!(context));
      if (!plan?.hasMissed) return result;
      this.#isOpaque = true; // What was not seen to be looked at will be missed again.
    } catch {
      // Such as variables nested too deep to be told apart by their text.
    }
    return notWell;
  }

  /** The plan for these values of the variables; undefined until it has been made. */
  #planFor(variables: Variables): QueryPlan | undefined {
    if (this.#isOpaque) return undefined;
    const values = JSON.stringify(this.#variables.map((name) => variables[name]));
    if (values.length > LONGEST_VALUES) return undefined;
    if (!this.#plans.has(values)) this.#lookThrough(values, variables);
    return this.#plans.get(values);
  }

  #lookThrough(values: string, variables: Variables): void {
    const { schema, document, operationName } = this.executed;
    if (this.#plans.size >= MOST_PLANS) this.#plans.clear();
    this.#plans.set(values, createQueryPlan());
    lookAheadOf(schema, document, operationName, variables).then(
      (lookAhead) => this.#plans.set(values, createQueryPlan(lookAhead)),
      (error) => {
        if (error instanceof GraphQLError) this.#plans.delete(values);
        else this.#isOpaque = true;
      },
    );
  }
}

function isIntrospection(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field: ({ name: { value } }) => {
      isFound ||= value === '__schema' || value === '__type';
    },
  });
  return isFound;
}

/** The variables used anywhere but in the arguments of the operation's own fields. */
function variablesBelow(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { readonly name: { readonly value: string } }) => void names.add(name.value) };
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, collect);
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet, collect);
  }
  return [...names];
}
