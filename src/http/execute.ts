import type { ExecutionResult } from 'graphql';
import { OperationTypeNode } from 'graphql';
import type { KeyHolder } from '../load/key-holder.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import { cacheTagsOf, type Loading } from './cache/cache-tags.ts';
import type { Operation } from './document/operation.ts';
import { PreparedOperation, type Executed } from './document/prepared-operation.ts';
import type { Variables } from './document/variables.ts';
import type { Executor } from './executor.ts';
import { asksForCost } from './limit/cost-limit.ts';
import type { RequestState } from './request-state.ts';
import { perRequest, type RequestStage } from './stage.ts';

/** Makes what resolvers are given for this caller; with the plan of their operation if it has one. */
export type CreateContext = (caller: KeyHolder | null, plan?: QueryPlan) => Loading;

interface ExecutionParts {
  readonly executor: Executor;
  readonly createContext: CreateContext;
  readonly maxCost: number;
  /** Whether it is to be told what the result depends on. */
  readonly isCacheable: (state: RequestState) => boolean;
}

/**
 * Works out the result of the operation, unless a cached response has it: by code compiled for the operation, or, at
 * first sight and wherever that does not end well, by Yoga over loaders without a plan. So nothing but the
 * speed tells the two apart.
 */
export function executeOperation({
  executor,
  createContext,
  maxCost,
  isCacheable,
}: ExecutionParts): RequestStage<RequestState> {
  /** null for what was seen once: to make it ready costs more than to run it. */
  const prepared = new WeakMap<Operation, PreparedOperation | null>();

  function prepare(operation: Operation): PreparedOperation | null {
    let known = prepared.get(operation);
    if (known) return known;
    known = known === undefined ? null : new PreparedOperation(operation);
    prepared.set(operation, known);
    return known;
  }

  async function executeOrdinarily(
    operation: Operation,
    variableValues: Variables,
    context: Loading,
  ): Promise<Executed<Loading>> {
    const { document, name: operationName } = operation;
    const result = await executor.execute({ document, operationName, variableValues, contextValue: context });
    return { result, context };
  }

  async function execute(state: RequestState, operation: Operation): Promise<void> {
    const { sentVariables, variables, caller } = state;
    if (operation.node.operation === OperationTypeNode.MUTATION) state.scope = null;
    const contextWith = (plan?: QueryPlan) => createContext(caller, plan);
    const { result, context } =
      (await prepare(operation)?.run(sentVariables, variables, contextWith)) ??
      (await executeOrdinarily(operation, sentVariables, contextWith()));
    if (context.hasReadViewer === true) state.scope = null;
    if (result.errors === undefined && isCacheable(state)) state.cacheTags = cacheTagsOf(operation, result, context);
    state.result = withCost(result, state, maxCost);
  }

  return perRequest('execute', (state) => {
    if (state.operation === null || state.isAnswered) return undefined;
    return execute(state, state.operation);
  });
}

function withCost(result: ExecutionResult, { text, cost }: RequestState, limit: number): ExecutionResult {
  if (text === null || !asksForCost(text.parameters) || !('data' in result)) return result;
  return { ...result, extensions: { ...result.extensions, cost: { value: cost, limit } } };
}
