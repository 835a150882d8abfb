import { sql } from 'drizzle-orm';
import type { DirtySet } from './dirty-set.ts';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Counts again in how many articles these people and organisations are named, and which day names them last. */
export async function deriveNamedCounts(
  tx: Transaction,
  { people, organisations }: Pick<DirtySet, 'people' | 'organisations'>,
): Promise<void> {
  await pipelined([
    ...(people.size === 0 ? [] : [countNamings(tx, 'people', 'article_people', 'person_id', people)]),
    ...(organisations.size === 0
      ? []
      : [countNamings(tx, 'organisations', 'article_organisations', 'organisation_id', organisations)]),
  ]);
}

function countNamings(tx: Transaction, table: string, namings: string, column: string, ids: ReadonlySet<string>) {
  const [subject, naming, id] = [table, namings, column].map((name) => sql.raw(name));
  return tx.execute(sql`
    update ${subject} s set named_count = n.count, last_named_on = n.last_on
    from unnest(array(select id from ${subject} where id = ${anyId(ids)})) k(id)
      cross join lateral (
        select count(*)::int as count, max(x.published_on) as last_on from ${naming} x where x.${id} = k.id) n
    where s.id = k.id and (s.named_count, s.last_named_on) is distinct from (n.count, n.last_on)`);
}
