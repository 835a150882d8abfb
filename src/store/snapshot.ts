import type { Database } from './database.ts';
import type { QueryClient } from './query-pool.ts';

/**
 * Runs `work` on a connection that sees the database as it is now, whatever is written meanwhile: a read-only
 * transaction with the isolation level REPEATABLE READ, which waits for nobody and nobody waits for.
 * @param idleSeconds after which the server ends the transaction if it is asked nothing
 * @throws what the driver or `work` throws
 */
export async function withSnapshot<T>(
  { sql, queries }: Pick<Database, 'sql' | 'queries'>,
  idleSeconds: number,
  work: (queries: QueryClient) => Promise<T>,
): Promise<T> {
  const { prepare } = queries.options;
  const result = await sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx.unsafe(`set local idle_in_transaction_session_timeout = ${Math.ceil(idleSeconds * 1_000)}`);
    return {
      value: await work({
        options: { prepare },
        unsafe: (text, parameters, options) => tx.unsafe(text, parameters, options),
      }),
    };
  });
  return result.value;
}
