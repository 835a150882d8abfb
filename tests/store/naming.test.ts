import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ingestPage } from '../../src/ingest.ts';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { subscribeToChanges } from '../../src/store/change-listener.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.sql`truncate publications, organisations, people cascade`;
});
afterAll(() => database.drop());

function page(number: number, day: string, ...stories: string[]) {
  const stated = `{ "publication": { "slug": "yunxiu-bao", "name": "云岫报", "district": "云岫区" }, "publishedOn": { "date": "${day}", "basis": "STATED" }, "number": ${number}, "page": 1 }`;
  return {
    raw: stories.map((story, n) => `第${'一二三'[n]}次会议召开\n\n${story}\n\n`).join(''),
    file: `${number}.txt`,
    stated: parseMetadata(stated, 'a.issue.json'),
  };
}

async function named(field: string, direction: string): Promise<string[]> {
  const { people } = await ask(
    database,
    `{ people(orderBy: { field: ${field}, direction: ${direction} }) { nodes { name } } }`,
  );
  return (people as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
}

test('people are ordered by how often and how recently they are named, also after a page was replaced', async () => {
  await ingestPage(
    database,
    page(1, '2024-03-04', '云岫区区长钟离秋主持会议。', '云岫区区长钟离秋、云岫区委书记欧阳青石出席会议。'),
  );
  await ingestPage(database, page(2, '2024-03-11', '云岫区委书记欧阳青石主持会议。', '云岫区副区长司马青主持会议。'));
  await ingestPage(database, page(3, '2024-03-18', '云岫区区长钟离秋主持会议。'));
  expect(await named('ARTICLE_COUNT', 'DESC')).toEqual(['钟离秋', '欧阳青石', '司马青']);
  expect((await named('LAST_PUBLISHED_ON', 'DESC'))[0]).toBe('钟离秋');
  expect((await named('LAST_PUBLISHED_ON', 'ASC')).at(-1)).toBe('钟离秋');
  await ingestPage(database, page(3, '2024-03-18', '云岫区副区长司马青主持会议。'));
  await ingestPage(database, page(1, '2024-03-04', '云岫区区长钟离秋主持会议。'));
  expect(await named('ARTICLE_COUNT', 'ASC')).toEqual(expect.arrayContaining(['司马青', '欧阳青石', '钟离秋']));
  expect((await named('ARTICLE_COUNT', 'DESC'))[0]).toBe('司马青');
  expect(await named('LAST_PUBLISHED_ON', 'DESC')).toEqual(['司马青', '欧阳青石', '钟离秋']);
  const counted =
    await database.sql`select name, named_count as count, last_named_on::text as day from people order by name collate "C"`;
  expect([...counted]).toEqual([
    { name: '司马青', count: 2, day: '2024-03-18' },
    { name: '欧阳青石', count: 1, day: '2024-03-11' },
    { name: '钟离秋', count: 1, day: '2024-03-04' },
  ]);
  const organisations =
    await database.sql`select o.name from organisations o where named_count <> (select count(*) from article_organisations x where x.organisation_id = o.id)`;
  expect([...organisations]).toEqual([]);
});

test('a page that names somebody once more leaves alone what is told of them elsewhere', async () => {
  await ingestPage(database, page(1, '2024-03-04', '云岫区区长钟离秋主持会议。'));
  const announced: string[] = [];
  const watch = subscribeToChanges(database.url, {
    onListening: () => announced.push('listening'),
    onChange: (keys) => void announced.push(...keys),
    onLost: () => undefined,
  });
  await expect.poll(() => announced).toEqual(['listening']);
  await ingestPage(database, page(2, '2024-03-11', '云岫区区长钟离秋主持会议。'));
  await database.sql`notify banmian_archive, 'end'`;
  await expect.poll(() => announced, { timeout: 5_000 }).toContain('end');
  await watch.close();
  expect(announced).toContain('Person');
  expect(announced.filter((key) => /^(?:Person|Organisation):/.test(key))).toEqual([]);
  expect((await database.sql`select named_count as count from people`)[0]).toEqual({ count: 2 });
});

test('people and organisations are as sure as the surest article', async () => {
  await ingestPage(database, page(1, '2024-03-04', '云岫区区长钟离秋主持会议。', '钟离秋表示，云岫区还要努力。'));
  const people = await database.sql`
    select p.confidence as own, max(x.confidence) as surest, min(x.confidence) as least
    from people p join article_people x on x.person_id = p.id group by p.id`;
  expect([...people]).toHaveLength(1);
  for (const { own, surest, least } of people) {
    expect(own).toBe(surest);
    expect(least).toBeGreaterThan(0);
  }
  const organisations = await database.sql`
    select from organisations o
    where confidence <> (select max(confidence) from article_organisations x where x.organisation_id = o.id)`;
  expect([...organisations]).toEqual([]);
});
