import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { anyId, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** What a new resolution left out of date. */
export interface Moved {
  /** The people who lost or won articles, or are no more. */
  readonly people: ReadonlySet<string>;
  /** Who is named in the articles that were moved. */
  readonly coPresent: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
  /** For whom the articles of a person are now, the first of several. */
  readonly pairs: ReadonlyMap<string, string>;
}

export const NOTHING_MOVED: Moved = { people: new Set(), coPresent: new Set(), issues: new Set(), pairs: new Map() };

/** Moves the facts of those articles of the profiles that are of another person than before. */
export async function moveFacts(tx: Transaction, profiles: ReadonlySet<string>): Promise<Moved> {
  if (profiles.size === 0) return NOTHING_MOVED;
  const rows = await tx.execute<{ article: string; before: string; after: string }>(sql`
    select x.article_id as article, x.person_id as before, f.person_id as after
    from article_people x join person_profiles f on f.id = x.profile_id
    where x.profile_id = ${anyId(profiles)} and x.person_id <> f.person_id`);
  if (rows.length === 0) return NOTHING_MOVED;
  await moveInRounds(tx, rows);
  const articles = anyId(new Set(rows.map(({ article }) => article)));
  const [present, issues] = await pipelined([
    tx.execute<{ id: string }>(
      sql`select distinct person_id as id from article_people where article_id = ${articles} and is_present`,
    ),
    tx.execute<{ id: string }>(sql`select distinct issue_id as id from articles where id = ${articles}`),
  ]);
  return {
    people: new Set(rows.flatMap(({ before, after }) => [before, after])),
    coPresent: new Set(present.map(({ id }) => id)),
    issues: new Set(issues.map(({ id }) => id)),
    pairs: new Map(rows.toReversed().map(({ before, after }) => [before, after])),
  };
}

/** The facts of an article that are of another person now. */
interface Move {
  readonly article: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Moves those first whose new person no other fact of the article has yet: an article names nobody twice, at no moment.
 * Where several people of an article change places, one of them steps aside.
 */
async function moveInRounds(tx: Transaction, all: readonly Move[]): Promise<void> {
  const aside = randomUUID();
  let left = all;
  let hasStepped = false;
  while (left.length > 0) {
    const taken = new Set(left.map(({ article, before }) => `${article} ${before}`));
    const isFree = ({ article, after }: Move) => !taken.has(`${article} ${after}`);
    const free = left.filter(isFree);
    if (free.length > 0) {
      await move(tx, free);
      left = left.filter((one) => !isFree(one));
      continue;
    }
    if (!hasStepped) await tx.execute(sql`insert into people (id, name, pinyin) values (${aside}, '', '')`);
    hasStepped = true;
    const first = new Map(left.toReversed().map((one) => [one.article, one]));
    await move(
      tx,
      [...first.values()].map((one) => ({ ...one, after: aside })),
    );
    left = left.map((one) => (first.get(one.article) === one ? { ...one, before: aside } : one));
  }
  if (hasStepped) {
    await tx.execute(sql`delete from people where id = ${aside}`);
    await tx.execute(sql`delete from changes where id = ${aside}`);
  }
}

async function move(tx: Transaction, rows: readonly Move[]): Promise<void> {
  const column = (name: keyof Move) => makePgArray(rows.map((row) => row[name]));
  const moved = sql`unnest(${column('article')}::uuid[], ${column('before')}::uuid[], ${column('after')}::uuid[])
    k(article, before, after)`;
  const inTable = (table: string) => sql`
    update ${sql.identifier(table)} x set person_id = k.after from ${moved}
    where x.article_id = k.article and x.person_id = k.before`;
  await pipelined([
    tx.execute(inTable('article_people')),
    tx.execute(inTable('credits')),
    tx.execute(inTable('mentions')),
    tx.execute(sql`
      update agreement_people x set person_id = k.after from ${moved} join agreements g on g.article_id = k.article
      where x.agreement_id = g.id and x.person_id = k.before`),
    // What a judgement keeps of these facts is about the same people.
    tx.execute(sql`
      update judged_rows x set
        key = replace(x.key::text, k.before::text, k.after::text)::jsonb,
        before = replace(x.before::text, k.before::text, k.after::text)::jsonb
      from ${moved} where x.article_id = k.article and position(k.before::text in concat(x.key, x.before)) > 0`),
  ]);
}
