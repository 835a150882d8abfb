import type { ExecutionResult } from 'graphql';
import { createQueryPlan } from '../../load/loaders.ts';
import type { QueryPlan } from '../../query/query-plan.ts';
import { planOperation } from '../../schema/plan-operation.ts';
import type { Variables } from './variables.ts';
import { CompiledQuery } from './compiled-query.ts';
import type { Operation } from './operation.ts';

/** Plans of one operation that are kept for different values of its variables. */
const MAX_PLANS = 20;
/** Longer ones, in JSON, are not worth the memory. */
const MAX_VALUES_LENGTH = 10_000;

/** A result, with the context over which it was worked out. */
export interface Executed<Context> {
  readonly result: ExecutionResult;
  readonly context: Context;
}

/** An operation made ready to be run many times: its code compiled, and what it reads planned. */
export class PreparedOperation {
  readonly #operation: Operation;
  readonly #plans = new Map<string, QueryPlan>();
  /** The variables that what is read of rows depends on. */
  readonly #deciding: readonly string[];
  /** null for what is not compiled. */
  readonly #query: CompiledQuery | null;
  #isOpaque = false;

  constructor(operation: Operation) {
    this.#operation = operation;
    this.#deciding = [...operation.facts.belowRoot];
    this.#query = operation.isCompilable ? new CompiledQuery(operation) : null;
  }

  /**
   * The result for these variables, as they were sent and as they were coerced; null when it is to be worked out by
   * ordinary means.
   */
  async run<Context extends object>(
    sent: Variables,
    coerced: Variables,
    createContext: (plan?: QueryPlan) => Context,
  ): Promise<Executed<Context> | null> {
    if (this.#query === null) return null;
    try {
      const plan = this.#planFor(sent, coerced);
      const context = createContext(plan);
      const result = await this.#query.run(coerced, context);
      if (!plan?.hasMissed) return result && { result, context };
      this.#isOpaque = true; // What was not planned will be missed again.
    } catch {
      // Such as variables nested too deep to be told apart by their text.
    }
    return null;
  }

  /** The plan for these values of the variables; undefined where there can be none. */
  #planFor(sent: Variables, coerced: Variables): QueryPlan | undefined {
    if (this.#isOpaque) return undefined;
    const values = JSON.stringify(this.#deciding.map((name) => sent[name]));
    if (values.length > MAX_VALUES_LENGTH) return undefined;
    const known = this.#plans.get(values);
    if (known !== undefined) return known;
    const { schema, document, node } = this.#operation;
    const plan = createQueryPlan(planOperation(schema, document, node, coerced));
    if (this.#plans.size >= MAX_PLANS) this.#plans.clear();
    this.#plans.set(values, plan);
    return plan;
  }
}
