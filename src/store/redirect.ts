import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { redirects } from './resolution-tables.ts';
import { anyId, insertAll } from './transaction.ts';
import type { Transaction } from './transaction.ts';

type NewRedirect = Omit<typeof redirects.$inferInsert, 'kind' | 'at'>;

/** Lets other ids answer in the place of these, and in the place of those that these answered for: there are no chains. */
export async function redirect(
  tx: Transaction,
  kind: (typeof redirects.$inferInsert)['kind'],
  all: readonly NewRedirect[],
): Promise<void> {
  if (all.length === 0) return;
  const ids = makePgArray(all.map(({ id }) => id));
  const by = makePgArray(all.map(({ supersededBy }) => supersededBy));
  await tx.execute(sql`
    update redirects r set superseded_by = k.by from unnest(${ids}::uuid[], ${by}::uuid[]) k(id, by)
    where r.superseded_by = k.id`);
  // Whoever follows the changes has to hear of those that redirect elsewhere now, too.
  if (kind === 'Person')
    await tx.execute(sql`
      update changes c set superseded_by = k.by, seq = nextval(pg_get_serial_sequence('changes', 'seq')), at = now()
      from unnest(${ids}::uuid[], ${by}::uuid[]) k(id, by)
      where c.type = 'PERSON' and (c.id = k.id or c.superseded_by = k.id)`);
  await insertAll(
    tx,
    redirects,
    all.map((one) => ({ ...one, kind })),
  );
}

/** Removes the redirects of these ids, which stand for themselves again. */
export async function removeRedirects(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.execute(sql`delete from redirects where id = ${anyId(ids)}`);
}

/** Removes the redirects to ids that are no more. */
export async function pruneRedirects(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    delete from redirects where superseded_by = ${anyId(ids)}
      and not exists (select from people where people.id = superseded_by)`);
}
