import { expect, test } from 'vitest';
import { moveFacts } from '../../src/store/person-move.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { withImportLock } from '../../src/store/transaction.ts';
import { createTestDatabase } from '../support/database.ts';
import { pageOf, person } from './page-fixture.ts';

test('two people of one article change places, with all that the article says of them', async () => {
  const database = await createTestDatabase();
  await savePage(
    database,
    pageOf('a.txt', [
      {
        headline: '座谈',
        body: '王华、王華、李明到场。',
        facts: (words) => ({
          people: [
            person('王华', words, { roles: [{ role: 'ATTENDED', evidence: words('到场') }] }),
            person('王華', words),
            person('李明', words),
          ],
        }),
      },
    ]),
  );
  const rows = () => database.sql<{ id: string; profile: string; name: string }[]>`
    select x.person_id as id, x.profile_id as profile, m.name from article_people x
      join mentions m on m.article_id = x.article_id and m.person_id = x.person_id order by x.ordinal`;
  const [one, other, third] = await rows();
  const ids = [one?.id ?? '', other?.id ?? '', third?.id ?? ''] as const;
  const { people } = await withImportLock(database, async (tx) => {
    for (const [profile, to] of [
      [one?.profile, ids[1]],
      [other?.profile, ids[2]],
      [third?.profile, ids[0]],
    ] as const)
      await tx.execute(`update person_profiles set person_id = '${to}' where id = '${profile ?? ''}'`);
    return moveFacts(tx, new Set([one, other, third].map((row) => row?.profile ?? '')));
  });
  expect((await rows()).map(({ id, name }) => [id, name])).toEqual([
    [ids[1], '王华'],
    [ids[2], '王華'],
    [ids[0], '李明'],
  ]);
  const roles = await database.sql`select person_id as id from article_person_roles`;
  expect([roles, [...people].sort()]).toEqual([[{ id: ids[1] }], [...ids].sort()]);
  expect(await database.sql`select name from people order by name`).toHaveLength(3);
  expect(await database.sql`select from changes where is_removed`).toEqual([]);
  await database.drop();
});
