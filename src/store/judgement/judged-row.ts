import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { anyId } from '../transaction.ts';
import type { Transaction } from '../transaction.ts';

/** What tells the rows of each table that judgements change. */
const KEYS = {
  people: ['id'],
  organisations: ['id'],
  articles: ['id'],
  article_people: ['article_id', 'person_id'],
  printed_titles: ['article_id', 'person_id', 'ordinal'],
  agreements: ['id'],
  agreement_parties: ['agreement_id', 'organisation_id'],
  agreement_people: ['agreement_id', 'person_id', 'capacity'],
} as const satisfies Record<string, readonly string[]>;

type Relation = keyof typeof KEYS;
/** Some cells of a row, by column. */
export type Cells = Readonly<Record<string, unknown>>;

/** A change of rows, with the names of tables and columns in the database. */
export type RowChange =
  | { readonly operation: 'UPDATE'; readonly relation: Relation; readonly match: Cells; readonly cells: Cells }
  | { readonly operation: 'DELETE'; readonly relation: Relation; readonly match: Cells }
  | { readonly operation: 'INSERT'; readonly relation: Relation; readonly cells: Cells };

/** What a change is made for. */
export interface ChangeCause {
  readonly judgementId: string;
  readonly articleId: string | null;
}

/** Changes rows and keeps what was there. */
export async function changeRows(tx: Transaction, cause: ChangeCause, changes: readonly RowChange[]): Promise<void> {
  for (const change of changes) {
    const table = sql.identifier(change.relation);
    const keep = (key: SQL, before: SQL, from: SQL) => sql`
      insert into judged_rows (judgement_id, article_id, relation, operation, key, before)
      select ${cause.judgementId}::uuid, ${cause.articleId}::uuid, ${change.relation}, ${change.operation}, ${key}, ${before}
      from ${from}`;
    const cells = json('cells' in change ? change.cells : {});
    const key = only(sql`r.cells || ${cells}`, KEYS[change.relation]);
    if (change.operation === 'INSERT') {
      await tx.execute(sql`insert into ${table} select * from jsonb_populate_record(null::${table}, ${cells})`);
      await tx.execute(keep(key, sql`null`, sql`(select ${cells} as cells) r`));
      continue;
    }
    const matched = sql`${table} t join jsonb_populate_record(null::${table}, ${json(change.match)}) m on ${equal(Object.keys(change.match), 'm')}`;
    const rows = sql`(select to_jsonb(t) as cells from ${matched} order by 1) r`;
    if (change.operation === 'DELETE') {
      await tx.execute(keep(key, sql`r.cells`, rows));
      await tx.execute(sql`
        delete from ${table} t using jsonb_populate_record(null::${table}, ${json(change.match)}) m
        where ${equal(Object.keys(change.match), 'm')}`);
    } else {
      await tx.execute(keep(key, only(sql`r.cells`, Object.keys(change.cells)), rows));
      await setCells(tx, change.relation, change.match, change.cells);
    }
  }
}

/** Takes back, the last first, what the judgements changed; all rows are as the reader had stored them. */
export async function revertRows(tx: Transaction, judgementIds: readonly string[]): Promise<void> {
  if (judgementIds.length === 0) return;
  const kept = await tx.execute<{
    ordinal: number;
    relation: Relation;
    operation: RowChange['operation'];
    key: Cells;
    before: Cells | null;
  }>(sql`
    select ordinal, relation, operation, key, before from judged_rows where judgement_id = ${anyId(judgementIds)}
    order by ordinal desc`);
  for (const { relation, operation, key, before } of kept) {
    const table = sql.identifier(relation);
    if (operation === 'UPDATE') await setCells(tx, relation, key, before ?? {});
    else if (operation === 'DELETE')
      await tx.execute(sql`
        insert into ${table} select * from jsonb_populate_record(null::${table}, ${json(before ?? {})})`);
    else
      await tx.execute(sql`
        delete from ${table} t using jsonb_populate_record(null::${table}, ${json(key)}) m
        where ${equal(Object.keys(key), 'm')}`);
  }
  await forgetRows(tx, judgementIds);
}

/** Forgets what was kept for the judgements, whose rows are gone. */
export async function forgetRows(tx: Transaction, judgementIds: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from judged_rows where judgement_id = ${anyId(judgementIds)}`);
}

async function setCells(tx: Transaction, relation: Relation, match: Cells, cells: Cells): Promise<void> {
  const table = sql.identifier(relation);
  const set = Object.keys(cells).map((name) => sql`${sql.identifier(name)} = v.${sql.identifier(name)}`);
  await tx.execute(sql`
    update ${table} t set ${sql.join(set, sql`, `)}
    from jsonb_populate_record(null::${table}, ${json(cells)}) v, jsonb_populate_record(null::${table}, ${json(match)}) m
    where ${equal(Object.keys(match), 'm')}`);
}

function equal(columns: readonly string[], other: string): SQL {
  return sql.join(
    columns.map((name) => sql`t.${sql.identifier(name)} = ${sql.identifier(other)}.${sql.identifier(name)}`),
    sql` and `,
  );
}

/** Some cells of the row. */
function only(cells: SQL, columns: readonly string[]): SQL {
  return sql`(select jsonb_object_agg(name, (${cells}) -> name) from unnest(${makePgArray([...columns])}::text[]) name)`;
}

function json(cells: Cells): SQL {
  return sql`${JSON.stringify(cells)}::text::jsonb`;
}
