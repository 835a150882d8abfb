import { execute } from 'graphql';
import { idsAfter } from '../../load/export.ts';
import { createLoaders } from '../../load/loaders.ts';
import type { QueryPlan } from '../../query/query-plan.ts';
import { runOn } from '../../query/run.ts';
import { encodeGlobalId } from '../../schema/global-id.ts';
import type { QueryClient } from '../../store/query-pool.ts';
import type { ExportDocument } from './export-document.ts';
import { itemsIn, restOf, rowOf, type Row } from './row.ts';

/** As many as `nodes` takes. */
const BATCH_SIZE = 100;

/**
 * The rows of an export in the order of their ids, a batch at a time: what the gateway would answer of each node, read
 * on this connection. Nothing is kept of a batch when the next one is asked for.
 * @param after the id after which they begin; null for the first one
 */
export async function* readRows(
  document: ExportDocument,
  queries: QueryClient,
  after: string | null,
): AsyncGenerator<readonly Row[], void> {
  const run = runOn(queries);
  for (let last = after; ; ) {
    const ids = await idsAfter(run, document.name, last, BATCH_SIZE);
    if (ids.length === 0) return;
    yield await rowsOf(document, queries, ids);
    if (ids.length < BATCH_SIZE) return;
    last = ids.at(-1) ?? null;
  }
}

async function rowsOf(document: ExportDocument, queries: QueryClient, ids: readonly string[]): Promise<Row[]> {
  const globalIds = ids.map((id) => encodeGlobalId({ __typename: document.type, id }));
  const answered = await answerOf(document, queries, { ids: globalIds });
  return Promise.all(answered.map((row) => completed(document, queries, row)));
}

/** The row of an answered node, with the rest of its lists. */
async function completed(document: ExportDocument, queries: QueryClient, answered: Row): Promise<Row> {
  const whole: Record<string, unknown> = { ...rowOf(answered, document.lists) };
  for (const list of document.lists) {
    const items = [...itemsIn(answered, list)];
    for (let after = restOf(answered, list); after !== null; ) {
      const [more] = await answerOf(document, queries, { ids: [answered['id']], [list]: after });
      if (more === undefined) throw new Error('A node of a snapshot is no more.');
      items.push(...itemsIn(more, list));
      after = restOf(more, list);
    }
    whole[list] = items;
  }
  return whole;
}

/** What the document answers with these variables. */
async function answerOf(
  { operation, prepared }: ExportDocument,
  queries: QueryClient,
  variables: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
  const createContext = (plan?: QueryPlan) => ({ load: createLoaders({ queries }, plan), viewer: null });
  const { schema, document } = operation;
  const result =
    (await prepared.run(variables, variables, createContext))?.result ??
    (await execute({ schema, document, variableValues: variables, contextValue: createContext() }));
  const [error] = result.errors ?? [];
  if (error !== undefined) throw error.originalError ?? error;
  const rows = (result.data?.['nodes'] ?? []) as readonly (Row | null)[];
  return rows.filter((row) => row !== null);
}
