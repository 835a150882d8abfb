import { sql } from 'drizzle-orm';
import type { DirtySet } from './dirty-set.ts';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Derives again in how many articles these people and organisations are named, which day names them last, and how sure
 * the surest article is.
 */
export async function deriveNamings(
  tx: Transaction,
  { people, organisations }: Pick<DirtySet, 'people' | 'organisations'>,
): Promise<void> {
  await pipelined([
    ...(people.size === 0 ? [] : [sumNamings(tx, 'people', 'article_people', 'person_id', people)]),
    ...(organisations.size === 0
      ? []
      : [sumNamings(tx, 'organisations', 'article_organisations', 'organisation_id', organisations)]),
  ]);
}

function sumNamings(tx: Transaction, table: string, namings: string, column: string, ids: ReadonlySet<string>) {
  const [subject, naming, id] = [table, namings, column].map((name) => sql.raw(name));
  return tx.execute(sql`
    update ${subject} s set named_count = n.count, last_named_on = n.last_on, confidence = n.confidence
    from unnest(array(select id from ${subject} where id = ${anyId(ids)})) k(id)
      cross join lateral (
        select count(*)::int as count, max(x.published_on) as last_on, coalesce(max(x.confidence), 0) as confidence
        from ${naming} x where x.${id} = k.id) n
    where s.id = k.id and (s.named_count, s.last_named_on, s.confidence)
      is distinct from (n.count, n.last_on, n.confidence)`);
}
