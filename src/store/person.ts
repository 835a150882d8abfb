import { sql } from 'drizzle-orm';
import { namePinyin } from '../text/pinyin.ts';
import type { ReadArticle } from './edition.ts';
import { contentId } from './id.ts';
import { people } from './tables.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Yields the id of the person that a name of these articles means. */
export type PersonIds = (name: string) => string;

/** Stores everybody whom the articles name, or who made them. In one publication a name is one person. */
export async function savePeople(tx: Transaction, publicationId: string, articles: readonly ReadArticle[]): Promise<PersonIds> {
  const names = new Set(articles.flatMap(({ parsed, facts }) => [...facts.people, ...parsed.credits].map((person) => person.name)));
  const idOf: PersonIds = (name) => contentId('person', publicationId, name, '');
  const rows = [...names].map((name) => ({ id: idOf(name), publicationId, name, pinyin: namePinyin(name) }));
  if (rows.length > 0) await tx.insert(people).values(rows).onConflictDoNothing();
  return idOf;
}

/** Removes those of the people whom no article names any more. */
export async function prunePeople(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    delete from people p where id = ${anyId(ids)}
      and not exists (select from article_people where person_id = p.id)
      and not exists (select from mentions where person_id = p.id)
      and not exists (select from credits where person_id = p.id)
      and not exists (select from agreement_people where person_id = p.id)`);
}
