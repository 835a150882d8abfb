import { getVariableValues, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { ByteLru } from '../cache/byte-lru.ts';
import type { Executor } from '../executor.ts';
import { HttpError } from '../error/http-error.ts';
import type { RequestState } from '../request-state.ts';
import { perRequest, perText, type RequestStage, type TextStage } from '../stage.ts';
import { ParsedDocument } from './parsed-document.ts';

const MAX_DOCUMENT_BYTES = 100_000_000;
const MAX_ERROR_BYTES = 5_000_000;
/** About what a parsed document takes for each character of its text: tokens are kept beside nodes. */
const BYTES_A_CHARACTER = 60;
const MAX_LOGGED_NAME = 100;

/** Parses the document. Documents are kept with all that is known of them, and syntax errors are kept too. */
export function parseDocument(schema: GraphQLSchema, executor: Executor): TextStage<RequestState> {
  const documents = new ByteLru<ParsedDocument>(MAX_DOCUMENT_BYTES);
  const failures = new ByteLru<{ readonly error: unknown }>(MAX_ERROR_BYTES);
  return perText('parse', {
    recall(state) {
      if (state.isAnswered) return true;
      state.document = documents.get(state.query) ?? null;
      if (state.document !== null) return true;
      const failure = failures.get(state.query);
      if (failure !== undefined) throw failure.error;
      return false;
    },
    run(state) {
      const { query } = state;
      try {
        state.document = new ParsedDocument(schema, executor.parse(query));
      } catch (error) {
        failures.set(query, { error }, 2 * query.length);
        throw error;
      }
      documents.set(query, state.document, BYTES_A_CHARACTER * query.length);
    },
  });
}

/** Selects the operation to run, and names it in the log. */
export const chooseOperation: RequestStage<RequestState> = perRequest('operation', (state) => {
  const { document, cached, text, request, log } = state;
  if (cached !== null) log.operationName = cached.operationName;
  if (document === null) return;
  const operationName = text?.parameters.operationName ?? undefined;
  const operation = document.operation(operationName);
  if (operation === null) throw new HttpError('OPERATION_RESOLUTION_FAILURE', missing(operationName));
  if (operation.node.operation === OperationTypeNode.MUTATION && request.method === 'GET')
    throw new HttpError('METHOD_NOT_ALLOWED', 'A mutation is sent by POST.', { headers: { allow: 'POST' } });
  state.operation = operation;
  // Never a name that only the request has.
  log.operationName = operation.name?.slice(0, MAX_LOGGED_NAME) ?? null;
});

function missing(operationName: string | undefined): string {
  return operationName === undefined
    ? 'The document has no operation, or several: set `operationName` to one of them.'
    : `The document has no operation named ${JSON.stringify(operationName)}.`;
}

/** Validates the document against the schema and the limits. */
export function validateDocument(executor: Executor): TextStage<RequestState> {
  return perText('validate', {
    recall(state) {
      const errors = state.document === null ? [] : state.document.errors;
      if (errors === null) return false;
      if (errors.length > 0) state.refuse(...errors);
      return true;
    },
    run(state) {
      const { document } = state;
      if (document === null) return;
      document.errors = executor.validate(document.ast);
      if (document.errors.length > 0) state.refuse(...document.errors);
    },
  });
}

/**
 * Coerces the variables, and refuses them at the first error. The executor would report up to fifty, each with the whole
 * value.
 */
export function coerceVariables(hideSuggestions: boolean): RequestStage<RequestState> {
  const options = { maxErrors: 1, hideSuggestions };
  return perRequest('variables', (state) => {
    const { operation, sentVariables } = state;
    if (operation === null) return;
    const { variableDefinitions = [] } = operation.node;
    const { coerced, errors } = getVariableValues(operation.schema, variableDefinitions, sentVariables, options);
    if (coerced === undefined) state.refuse(...(errors ?? []).slice(0, 1));
    else state.variables = coerced;
  });
}
