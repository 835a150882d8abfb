import { locatedError, type ExecutionResult } from 'graphql';
import { databaseFailure } from '../../store/database-failure.ts';
import type { Variables } from './variables.ts';
import { SelectionCompiler } from './compiled-selection.ts';
import type { CompiledField, Execution } from './compiled-selection.ts';
import type { Operation } from './operation.ts';

/** How many variants are kept, for different values of the variables in `@skip` and `@include`. */
const MAX_VARIANTS = 20;

/** A query, compiled to be run many times. */
export class CompiledQuery {
  readonly #operation: Operation;
  /** The variables that decide what is selected. */
  readonly #deciding: readonly string[];
  /** The root fields, by the values of those variables. */
  readonly #variants = new Map<string, readonly CompiledField[]>();

  constructor(operation: Operation) {
    this.#operation = operation;
    this.#deciding = [...operation.facts.deciding];
  }

  /**
   * Runs it for coerced variables. Returns null when something went wrong: executing the query the ordinary way says
   * what. Only failures of the database are returned, so that it is not asked again; they are placed at the root field,
   * because all below is read together.
   */
  async run(variables: Variables, context: object): Promise<ExecutionResult | null> {
    const execution: Execution = { context, variables, args: [] };
    const data: Record<string, unknown> = {};
    const failures: Failure[] = [];
    const pending: Promise<unknown>[] = [];
    for (const field of this.#fieldsFor(variables)) {
      const { name } = field;
      data[name] = null;
      try {
        const value = field.resolve(undefined, execution);
        if (!(value instanceof Promise)) data[name] = value;
        else
          pending.push(
            value.then(
              (known) => (data[name] = known),
              (error: unknown) => failures.push({ field, error }),
            ),
          );
      } catch (error) {
        failures.push({ field, error });
      }
    }
    if (pending.length > 0) await Promise.all(pending);
    return failures.length === 0 ? { data } : failedResult(data, failures);
  }

  #fieldsFor(variables: Variables): readonly CompiledField[] {
    const values = JSON.stringify(this.#deciding.map((name) => variables[name]));
    let fields = this.#variants.get(values);
    if (fields === undefined) {
      if (this.#variants.size >= MAX_VARIANTS) this.#variants.clear();
      fields = new SelectionCompiler(this.#operation, variables).rootFields();
      this.#variants.set(values, fields);
    }
    return fields;
  }
}

interface Failure {
  readonly field: CompiledField;
  readonly error: unknown;
}

function failedResult(data: Record<string, unknown>, failures: readonly Failure[]): ExecutionResult | null {
  const errors = failures.map(({ field: { name, nodes }, error }) => locatedError(error, nodes, [name]));
  if (errors.every(({ originalError }) => databaseFailure(originalError) === null)) return null;
  return { data: failures.every(({ field }) => field.isNullable) ? data : null, errors };
}
