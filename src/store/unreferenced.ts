import { sql } from 'drizzle-orm';
import { anyId, anyText } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** A column that refers to rows by their ids: `mentions.person_id`. */
type Reference = `${string}.${string}`;

/** Deletes those of the rows that no reference names any more. Returns how many were deleted. */
export async function deleteUnreferenced(
  tx: Transaction,
  table: 'people' | 'organisations',
  ids: readonly string[],
  references: readonly Reference[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const isUnreferenced = references.map((reference) => {
    const [from, column] = reference.split('.').map((name) => sql.identifier(name));
    return sql`not exists (select from ${from} x where x.${column} = target.id)`;
  });
  const deleted = await tx.execute(sql`
    delete from ${sql.identifier(table)} target
    where id = ${anyId(ids)} and ${sql.join(isUnreferenced, sql` and `)} returning id`);
  // What a judgement had changed in them is gone with them: it is applied anew if they come back.
  if (deleted.length > 0)
    await tx.execute(sql`
      delete from judged_rows where article_id is null and key ->> 'id' = ${anyText(deleted.map((row) => String(row['id'])))}`);
  return deleted.length;
}
