import { locatedError, type ExecutionResult } from 'graphql';
import { databaseFailure } from '../../store/database-failure.ts';
import type { Variables } from './variables.ts';
import { SelectionCompiler } from './compiled-selection.ts';
import type { CompiledField, Execution } from './compiled-selection.ts';
import type { Operation } from './operation.ts';

/** A query is compiled anew for different values of what `@skip` and `@include` are given; so many are kept at a time. */
const MAX_VARIANTS = 20;

/** A query that is compiled to be run many times. */
export class CompiledQuery {
  readonly #operation: Operation;
  /** The variables that decide what is selected. */
  readonly #deciding: readonly string[];
  /** The fields of the operation by the values of those variables. */
  readonly #variants = new Map<string, readonly CompiledField[]>();

  constructor(operation: Operation) {
    this.#operation = operation;
    this.#deciding = [...operation.facts.deciding];
  }

  /**
   * The data, for coerced variables; null when something went wrong, which is told by executing the query anew. Only
   * what the database is to blame for is told at once, as it should not be asked again: at the operation's own field,
   * because all below that is read together.
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
        const value = field.answer(undefined, execution);
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
