/** Which rows of the archive change which nodes, when they are changed by themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

class Undone extends Error {
  readonly types: readonly string[];

  constructor(types: readonly string[]) {
    super();
    this.types = types;
  }
}

/** The types of the nodes that a statement changes. It is undone. */
async function toldBy(statement: string): Promise<readonly string[]> {
  const undone = await database.sql
    .begin(async (sql) => {
      const [last] = await sql<{ seq: string }[]>`select max(seq) as seq from changes`;
      await sql.unsafe(statement);
      const told = await sql<{ type: string }[]>`
        select distinct type::text from changes where seq > ${last!.seq} and not is_removed order by 1`;
      throw new Undone(told.map(({ type }) => type));
    })
    .catch((error: unknown) => error);
  if (undone instanceof Undone) return undone.types;
  throw undone;
}

const signing = idOf('article', '2024-03-04', 'signing');

test.each<[string, string, string[]]>([
  ['the name of a newspaper', `update publications set name = '云溪周报'`, ['PUBLICATION']],
  ['the number of an issue', `update issues set number = 7 where number = 101`, ['ISSUE']],
  ['the day on which a page was imported', `update pages set imported_at = now()`, ['ISSUE']],
  ['a headline', `update articles set headline = '云溪' where id = '${signing}'`, ['ARTICLE', 'ISSUE']],
  ['a name', `update people set name = '林橙' where name = '林澄'`, ['PERSON']],
  ['a parent', `update organisations set parent_id = id where name = '云溪区'`, ['ORGANISATION']],
  ['a place', `update agreements set place = '云溪会堂'`, ['AGREEMENT']],
  ['a party', `update agreement_parties set confidence = 0.5`, ['AGREEMENT']],
  ['a signatory', `update agreement_people set on_behalf_of_id = null`, ['AGREEMENT']],
  ['a tenure', `update tenures set ended_by = '2025-01-01'`, ['TENURE']],
  ['a credit', `update credits set role = 'EDITOR'`, ['ARTICLE']],
  ['a role', `delete from article_person_roles where role = 'ATTENDED'`, ['ARTICLE']],
  ['a printed title', `update printed_titles set confidence = 0.5`, ['ARTICLE', 'TENURE']],
  ['who is in an article', `update article_people set ordinal = ordinal + 9`, ['ARTICLE', 'PERSON', 'TENURE']],
  ['what is in an article', `update article_organisations set ordinal = ordinal + 9`, ['ARTICLE', 'ORGANISATION']],
  ['a mention', `update mentions set confidence = 0.5`, ['ARTICLE', 'ORGANISATION', 'PERSON']],
  ['mentions that go', `delete from mentions`, ['ARTICLE', 'ORGANISATION', 'PERSON']],
])('%s', async (_, statement, told) => {
  expect(await toldBy(statement)).toEqual(told);
});

test.each([
  ['the same value', `update articles set headline = headline`],
  ['the hash of a file', `update pages set content_hash = ''`],
  ['how often somebody is named', `update people set named_count = named_count + 1`],
  ['the event that somebody attended', `update article_people set event_id = null`],
])('%s is no change', async (_, statement) => {
  expect(await toldBy(statement)).toEqual([]);
});
