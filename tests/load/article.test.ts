import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import { PUBLICATION, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await fillArchive(database); // Page 1 has an article that continues on page 3, and page 3 its end.
});
afterEach(() => database.drop());

const ISSUE = '2024-03-04';
const HEAD = idOf('article', ISSUE, 'signing');
const TAIL = idOf('article', ISSUE, 'tail');

/**
 * Adds a part of an article to the issue, with the pages that it comes from and continues on; `0` is a line without a
 * page.
 */
async function addPart(
  name: string,
  page: number,
  { from, on, issue = ISSUE }: { from?: number; on?: number; issue?: string },
): Promise<string> {
  const id = idOf('article', issue, name);
  await database.sql`insert into articles (id, issue_id, page_id, position, page, genre, headline_lines, body, paragraphs, captions, is_incomplete,
      has_continued_from, continued_from_page, has_continued_on, continued_on_page, publication_id)
    values (${id}, ${idOf('issue', issue)}, ${idOf('page', issue, 1)}, ${100 + page}, ${page}, 'NEWS', '{}', '', '[]', '{}', true,
      ${from !== undefined}, ${from || null}, ${on !== undefined}, ${on || null}, ${PUBLICATION.id})`;
  return id;
}

async function partsBeside(id: string): Promise<(string | undefined)[]> {
  const load = createLoaders(database);
  return (await Promise.all([load.partBeforeArticle(id), load.partAfterArticle(id)])).map((part) => part?.id);
}

test('the parts of an article lead to each other', async () => {
  expect(await partsBeside(HEAD)).toEqual([undefined, TAIL]);
  expect(await partsBeside(TAIL)).toEqual([HEAD, undefined]);
});

test('a line that names no page leads to the part whose line names its own', async () => {
  const head = await addPart('h', 5, { on: 0 });
  const tail = await addPart('t', 6, { from: 5 });
  expect(await partsBeside(head)).toEqual([undefined, tail]);
  expect(await partsBeside(tail)).toEqual([head, undefined]);
});

test('a part in the middle has one on either side', async () => {
  const head = await addPart('h', 5, { on: 6 });
  const middle = await addPart('m', 6, { from: 5, on: 7 });
  const tail = await addPart('t', 7, { from: 6 });
  expect(await partsBeside(middle)).toEqual([head, tail]);
  expect(await partsBeside(tail)).toEqual([middle, undefined]);
});

test('of two that could be the other part neither is', async () => {
  const rival = await addPart('rival', 3, { from: 1 });
  for (const part of [HEAD, TAIL, rival]) expect(await partsBeside(part)).toEqual([undefined, undefined]);
});

test.each<[string, number, { from?: number; on?: number; issue?: string }]>([
  ['that names another page', 3, { from: 2 }],
  ['of another issue', 3, { from: 5, issue: '2024-03-11' }],
  ['that no line leads to', 6, {}],
  ['whose line names no page, when the other names none either', 6, { from: 0 }],
])('no other part is one %s', async (_, page, lines) => {
  const head = await addPart('h', 5, { on: 0 });
  const other = await addPart('t', page, lines);
  expect(await partsBeside(head)).toEqual([undefined, undefined]);
  expect(await partsBeside(other)).toEqual([undefined, undefined]);
});
