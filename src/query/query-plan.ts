import { combinedStatement } from './combined-statement.ts';
import type { CombinedStatement, Step, StepSource } from './combined-statement.ts';
import { countFetch, keyedFetch, lookupFetch, pageFetch } from './fetch.ts';
import type { Fetch } from './fetch.ts';
import { kept } from './kept.ts';
import type { PageArguments } from './page.ts';
import type { Relation, Relations } from './relation.ts';
import { RequestError } from './request-error.ts';
import { fetchName, unplanned } from './selection-plan.ts';
import type { FetchKind, NestedFetch, SelectionPlan } from './selection-plan.ts';
import { cellOf } from './shape.ts';
import type { Projection } from './shape.ts';

/**
 * The fetches of a document and their statements. They belong to no request, so that a document that is asked again
 * finds them made.
 */
export class QueryPlan {
  readonly #relations: Relations;
  readonly #selection: SelectionPlan;
  readonly #kept = new Map<string, Fetch>();
  /** The last fetch of each name and its arguments: the lists of many parents are asked for with the very same ones. */
  readonly #last = new Map<string, { readonly args: unknown; readonly fetch: Fetch }>();
  readonly #statements = new WeakMap<Fetch, CombinedStatement>();
  #hasMissed = false;

  constructor(relations: Relations, selection: SelectionPlan = unplanned) {
    this.#relations = relations;
    this.#selection = selection;
  }

  /** A property was used that was not read: what was made of it is wrong. */
  get hasMissed(): boolean {
    return this.#hasMissed;
  }

  /** Whether the document may select anything of the relation's rows. */
  selects(relation: string): boolean {
    return this.#selection.paths(relation)?.size !== 0;
  }

  /** The rows that belong to parents. */
  rows(relation: string): Fetch {
    return this.#fetch(relation, 'rows', null);
  }

  /** The rows that a lookup finds. */
  found(relation: string, values: readonly unknown[]): Fetch {
    return this.#fetch(relation, 'rows', values);
  }

  /** @throws RequestError BAD_ARGUMENT or BAD_CURSOR for what is no page of the list */
  page(relation: string, args: PageArguments): Fetch {
    return this.#fetch(relation, 'page', args);
  }

  /** How many rows a list has. */
  count(relation: string, args: PageArguments): Fetch {
    return this.#fetch(relation, 'count', args);
  }

  /** The statement of a fetch, and of all that the document goes on to fetch for its rows. */
  statementOf(fetch: Fetch): CombinedStatement {
    let statement = this.#statements.get(fetch);
    if (statement === undefined) {
      const steps: [Step, ...Step[]] = [{ fetch, source: null }];
      this.#nest(steps, 0, fetch, this.#selection.nestedIn(fetch.name));
      this.#statements.set(fetch, (statement = combinedStatement(steps)));
    }
    return statement;
  }

  #nest(steps: Step[], step: number, { shape, at }: Fetch, nested: readonly NestedFetch[]): void {
    for (const { relation, kind, key, args, nested: next } of nested) {
      const fetch = this.#ifValid(() => this.#fetch(relation, kind, kind === 'rows' ? null : args));
      if (fetch === null) continue;
      const source: StepSource = { step, cells: key.map((path) => cellOf(shape, path) + at) };
      this.#nest(steps, steps.push({ fetch, source }) - 1, fetch, next);
    }
  }

  /** Null where the arguments are wrong: the loader says so, if there is any row to call it for. */
  #ifValid(make: () => Fetch): Fetch | null {
    try {
      return make();
    } catch (error) {
      if (error instanceof RequestError) return null;
      throw error;
    }
  }

  /** The same fetch whenever the same is asked for: that is how fetches are told apart. */
  #fetch(relation: string, kind: FetchKind, args: unknown): Fetch {
    const name = fetchName(relation, kind);
    const last = this.#last.get(name);
    if (last !== undefined && last.args === args) return last.fetch;
    const fetch = kept(this.#kept, `${name} ${JSON.stringify(args)}`, () => this.#newFetch(relation, kind, args));
    this.#last.set(name, { args, fetch });
    return fetch;
  }

  #newFetch(name: string, kind: FetchKind, args: unknown): Fetch {
    const relation: Relation | undefined = this.#relations[name];
    const projection = this.#projectionOf(name);
    if (relation?.kind === 'keyed' && kind === 'rows') return keyedFetch(name, relation, projection);
    if (relation?.kind === 'lookup' && kind === 'rows')
      return lookupFetch(name, relation, args as readonly unknown[], projection);
    if (relation?.kind === 'list' && kind === 'page')
      return pageFetch(name, relation, args as PageArguments, projection);
    if (relation?.kind === 'list' && kind === 'count') return countFetch(name, relation, args as PageArguments);
    throw new Error(`There is no ${fetchName(name, kind)}.`);
  }

  #projectionOf(relation: string): Projection | undefined {
    const paths = this.#selection.paths(relation);
    return (
      paths && {
        paths,
        onMiss: () => {
          this.#hasMissed = true;
        },
      }
    );
  }
}
