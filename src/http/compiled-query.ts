import { GraphQLError, getVariableValues, locatedError, visit } from 'graphql';
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { databaseFailure } from '../store/database-failure.ts';
import { SelectionCompiler } from './compiled-selection.ts';
import type { CompiledField, Execution } from './compiled-selection.ts';
import type { Variables } from './cost.ts';

/** Whatever went wrong: it is told by executing the query anew. */
export const notWell: ExecutionResult = { errors: [] };

/** Different values of what `@skip` and `@include` are given that a query is compiled for at a time. */
const MOST_VARIANTS = 20;

/** A query that is compiled to be run many times. */
export class CompiledQuery {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #operation: OperationDefinitionNode;
  /** The variables that decide what is selected. */
  readonly #deciding: readonly string[];
  /** The fields of the operation by the values of those variables. */
  readonly #variants = new Map<string, readonly CompiledField[]>();

  constructor({ schema, document }: Pick<ExecutionArgs, 'schema' | 'document'>, operation: OperationDefinitionNode) {
    this.#schema = schema;
    this.#document = document;
    this.#operation = operation;
    this.#deciding = variablesOfDirectives(document);
  }

  /**
   * The data that is answered; or errors, be they none. Only what the database is to blame for is told, for it should
   * not be asked once more: at the operation's own field, as all below that is read together.
   */
  async run(given: Variables, context: object): Promise<ExecutionResult> {
    const { coerced: variables } = getVariableValues(this.#schema, this.#operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    if (variables === undefined) return notWell;
    const fields = this.#fieldsFor(variables);
    const execution: Execution = { context, variables, args: [] };
    const data: Record<string, unknown> = {};
    const errors: GraphQLError[] = [];
    let isNull = false;
    await Promise.all(
      fields.map(async ({ name, nodes, isNullable, answer }) => {
        data[name] = null;
        try {
          data[name] = await answer(undefined, execution);
        } catch (error) {
          errors.push(locatedError(error, nodes, [name]));
          isNull ||= !isNullable;
        }
      }),
    );
    if (errors.length === 0) return { data };
    return errors.some(({ originalError }) => databaseFailure(originalError) !== null)
      ? { data: isNull ? null : data, errors }
      : notWell;
  }

  #fieldsFor(variables: Variables): readonly CompiledField[] {
    const values = JSON.stringify(this.#deciding.map((name) => variables[name]));
    let fields = this.#variants.get(values);
    if (fields === undefined) {
      if (this.#variants.size >= MOST_VARIANTS) this.#variants.clear();
      fields = new SelectionCompiler(this.#schema, this.#document, variables).fields(
        this.#schema.getQueryType()!,
        this.#operation.selectionSet,
      );
      this.#variants.set(values, fields);
    }
    return fields;
  }
}

function variablesOfDirectives(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      visit(directive, {
        Variable: ({ name }) => {
          names.add(name.value);
        },
      });
    },
  });
  return [...names];
}
