import type { ServerResponse } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import type { QueryPlan } from '../query/query-plan.ts';
import type { BoundRequest } from './body.ts';
import type { Variables } from './cost.ts';
import type { Exchange } from './exchange.ts';
import type { PreparedOperation } from './prepared-document.ts';
import { isSent } from './repeated-request.ts';

/** How many requests are remembered; those that were not asked for longest are forgotten. */
const MOST_KNOWN = 1_000;
/** Nobody writes longer documents but to fill the memory. */
const LONGEST_KNOWN = 50_000;

/** What was asked and answered well. */
interface Known {
  readonly operation: PreparedOperation;
  readonly operationName: string | null;
  readonly contentType: string;
}

export interface FastLaneParts<Context extends object> {
  readonly createContext: (plan?: QueryPlan) => Context;
  /** Whether the answer could hold no more objects than are allowed. */
  readonly isAffordable: (
    executed: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>,
  ) => boolean;
}

/**
 * Answers POSTs of a text that was answered well before, past Yoga, which costs more than all the rest of a small
 * answer. It knows only good ends: what is not just as it was, or ends otherwise, goes the long way and is answered
 * there.
 */
export class FastLane<Context extends object> {
  readonly #known = new Map<string, Known>();
  readonly #parts: FastLaneParts<Context>;

  constructor(parts: FastLaneParts<Context>) {
    this.#parts = parts;
  }

  /** Remembers what the long way has just answered. */
  remember(bound: BoundRequest, response: ServerResponse, { prepared, operationName }: Exchange): void {
    const asked = prepared === undefined || !isSent(response) ? null : askedBy(bound);
    if (asked === null || asked.key.length > LONGEST_KNOWN) return;
    if (this.#known.size >= MOST_KNOWN) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(asked.key, {
      operation: prepared!,
      operationName,
      contentType: String(response.getHeader('content-type')),
    });
  }

  /** The answer, if it is a good one; `keep` is told of it before it is sent. */
  async answer(
    bound: BoundRequest,
    response: ServerResponse,
    exchange: Exchange,
    keep: (result: object, operation: PreparedOperation, context: Context, body: Buffer) => void,
  ): Promise<boolean> {
    const asked = this.#known.size === 0 ? null : askedBy(bound);
    const known = asked === null ? undefined : this.#known.get(asked.key);
    if (known === undefined) return false;
    const { operation, operationName, contentType } = known;
    const { variables } = asked!;
    if (!this.#parts.isAffordable({ ...operation.executed, variableValues: variables })) return false;
    let context: Context;
    const result = await operation.run(variables, (plan) => (context = this.#parts.createContext(plan)));
    if (result.errors !== undefined) {
      exchange.ended = result;
      return false;
    }
    this.#known.delete(asked!.key);
    this.#known.set(asked!.key, known);
    exchange.operationName = operationName;
    // Encoded once: of a text, its length and its bytes are worked out one after the other.
    const body = Buffer.from(JSON.stringify(result));
    keep(result, operation, context!, body);
    response.writeHead(200, { 'content-type': contentType, 'content-length': body.length }).end(body);
    return true;
  }
}

/** What a plain request asks; null for any other. The key tells all but the variables. */
function askedBy({
  request: { method, url, headers },
  body,
}: BoundRequest): { readonly key: string; readonly variables: Variables } | null {
  if (
    method !== 'POST' ||
    url !== '/graphql' ||
    body === null ||
    !headers['content-type']?.startsWith('application/json')
  )
    return null;
  try {
    const { query, variables, operationName, ...others } = JSON.parse(body) as Record<string, unknown>;
    const isPlain =
      typeof query === 'string' &&
      isAbsentOr('object', variables) &&
      !Array.isArray(variables) &&
      isAbsentOr('string', operationName);
    if (!isPlain || Object.keys(others).length > 0) return null;
    return {
      key: `${headers.accept ?? ''}\n${(operationName as string | null | undefined) ?? ''}\n${query}`,
      variables: (variables ?? {}) as Variables,
    };
  } catch {
    return null;
  }
}

function isAbsentOr(type: string, value: unknown): boolean {
  return value === undefined || value === null || typeof value === type;
}
