import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { GivenPageFacts } from '../extract/given/page-facts.ts';
import type { StoredFile } from './stored-file.ts';
import type { Queryable } from './transaction.ts';

/** Facts of a page that another reader gave. */
export interface GivenFacts {
  readonly reader: string;
  readonly facts: GivenPageFacts;
  /** Of both: equal facts of one reader have one hash. */
  readonly hash: string;
}

/** The facts with their hash. */
export function givenBy(reader: string, facts: GivenPageFacts): GivenFacts {
  const hash = createHash('sha256')
    .update(JSON.stringify([reader, facts]))
    .digest('hex');
  return { reader, facts, hash };
}

/** The facts that another reader gave of a stored file; null if they are ours. */
export async function givenFactsOf(db: Queryable, { pages: [{ id }] }: StoredFile): Promise<GivenFacts | null> {
  const [row] = await db.execute<{ reader: string; facts: GivenPageFacts; hash: string }>(sql`
    select reader, given_facts as facts, given_hash as hash from pages where id = ${id} and reader is not null`);
  return row ?? null;
}
