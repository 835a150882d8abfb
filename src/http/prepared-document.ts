import { GraphQLError, Kind, getOperationAST, visit } from 'graphql';
import type { DocumentNode, ExecutionArgs, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { CompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { Readings } from '../load/readings.ts';
import { UnreadError } from '../load/record.ts';
import { lookAheadOf } from '../schema/look-ahead.ts';
import { isTimeout } from './masked-error.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Looked-through readings of one document that are kept for different values of its variables. */
const MOST_READINGS = 20;

/**
 * Runs a document by code that graphql-jit compiled for it, over loaders that know what it looks at, from the second time it is seen: to
 * prepare it costs more than to run it once. What cannot be compiled or looked through, and whatever ends in an error, is run by
 * the ordinary executor over ordinary loaders, so that nothing but the speed tells the two apart.
 */
export function usePreparedDocuments<Context extends object>(createContext: (readings?: Readings) => Context): Plugin<object, object> {
  /** Yoga parses an equal text once, so that an equal document is the same object for as long as it is in use. */
  const known = new WeakMap<DocumentNode, Map<string, PreparedOperation | null>>();

  /** Null at first sight. */
  function preparedOf(args: ExecutionArgs): PreparedOperation | null {
    const name = args.operationName ?? '';
    const operations = known.get(args.document) ?? new Map<string, PreparedOperation | null>();
    known.set(args.document, operations);
    const prepared = operations.get(name);
    if (prepared) return prepared;
    operations.set(name, prepared === undefined ? null : new PreparedOperation(args));
    return operations.get(name)!;
  }

  return {
    onExecute({ args, executeFn, setExecuteFn, extendContext }) {
      const prepared = preparedOf(args as ExecutionArgs);
      if (prepared === null || prepared.hasNullForDefault(args.variableValues ?? {})) {
        extendContext(createContext());
        return;
      }
      setExecuteFn(async () => {
        const { rootValue, contextValue, variableValues = {} } = args as ExecutionArgs & { contextValue: object };
        const runOver = (readings?: Readings) => ({ ...args, contextValue: Object.assign(contextValue, createContext(readings)) });
        const fast = runOver(prepared.readings(variableValues ?? {}));
        const result = await (prepared.query?.(rootValue, fast.contextValue, variableValues) ?? executeFn(fast)) as ExecutionResult;
        if (result.errors === undefined || result.errors.some(({ originalError }) => isTimeout(originalError))) return result;
        prepared.noteErrors(result.errors);
        return executeFn(runOver()) as ExecutionResult;
      });
    },
  };
}

/** An operation of a document, made ready to be run again and again. */
class PreparedOperation {
  readonly query: CompiledQuery['query'] | null;
  readonly #args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName'>;
  /** The variables that what is read of rows depends on. */
  readonly #variables: readonly string[];
  readonly #withDefault: readonly string[];
  readonly #readings = new Map<string, Readings>();
  #isOpaque = false;

  constructor({ schema, document, operationName }: ExecutionArgs) {
    this.#args = { schema, document, operationName };
    this.query = hasDirectives(document) ? null : compiled(this.#args);
    const operation = getOperationAST(document, operationName)!;
    this.#variables = variablesBelow(document, operation);
    this.#withDefault = (operation.variableDefinitions ?? []).filter(({ defaultValue }) => defaultValue).map(({ variable }) => variable.name.value);
  }

  /** Null for a variable with a default may stand where null must not be, which graphql-jit does not see. */
  hasNullForDefault(variables: Variables): boolean {
    return this.#withDefault.some((name) => variables[name] === null);
  }

  /** The readings for these values of the variables; undefined until they have been looked through. */
  readings(variables: Variables): Readings | undefined {
    if (this.#isOpaque) return undefined;
    const values = JSON.stringify(this.#variables.map((name) => variables[name]));
    if (!this.#readings.has(values)) this.#lookThrough(values, variables);
    return this.#readings.get(values);
  }

  #lookThrough(values: string, variables: Variables): void {
    const { schema, document, operationName } = this.#args;
    if (this.#readings.size >= MOST_READINGS) this.#readings.clear();
    this.#readings.set(values, new Readings());
    lookAheadOf(schema, document, operationName, variables).then(
      (lookAhead) => this.#readings.set(values, new Readings(lookAhead)),
      (error) => {
        if (error instanceof GraphQLError) this.#readings.delete(values);
        else this.#isOpaque = true;
      },
    );
  }

  /** What was not seen to be looked at will be missed again. */
  noteErrors(errors: readonly GraphQLError[]): void {
    if (errors.some(({ originalError }) => originalError instanceof UnreadError)) this.#isOpaque = true;
  }
}

function compiled({ schema, document, operationName }: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName'>): CompiledQuery['query'] | null {
  try {
    const query = compileQuery(schema, document, operationName ?? '', { disablingCapturingStackErrors: true });
    return isCompiledQuery(query) ? query.query : null;
  } catch {
    return null;
  }
}

/** What graphql-jit makes of `@skip` and `@include` differs: where two fields become one, it answers with what is skipped in one of them. */
function hasDirectives(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, { Directive: () => { isFound = true; } });
  return isFound;
}

/** The variables used anywhere but in the arguments of the operation's own fields. */
function variablesBelow(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { readonly name: { readonly value: string } }) => void names.add(name.value) };
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, collect);
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet, collect);
  }
  return [...names];
}
