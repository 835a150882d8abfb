/** Judgements, imports, removals and reindexes that are killed at any moment, and begun again. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createPageFolder, type PageFolder } from '../support/page-folder.ts';
import { allRows } from '../support/rows.ts';
import { runBanmian, startBanmian } from './banmian.ts';

let folder: PageFolder;
let database: TestDatabase;
beforeEach(async () => {
  folder = createPageFolder();
  database = await createTestDatabase();
});
afterEach(async () => {
  folder.remove();
  await database.drop();
});

const PAGES = {
  'a1.txt': '云岫区教育局局长尹鹤鸣主持会议。',
  'a2.txt': '云岫区教育局局长尹鹤鸣出席会议并讲话。',
  'a3.txt': '青潭区人民法院法官林澹出席会议。',
  'a4.txt': '青潭区第一中学高级教师林澹获奖。',
  'a5.txt': '3月5日，云岫区政府与星河科技有限公司签署战略合作协议。',
  'a6.txt': '栖山县县长钱霁主持会议。',
};

function write(pages: Readonly<Record<string, string>>): void {
  for (const [at, [file, story]] of Object.entries(pages).entries())
    folder.write(file, `本地要闻\n\n${story}\n\n`, {
      publication: { slug: 'yunxiu-bao', name: '云岫报', district: '云岫区' },
      publishedOn: { date: `2024-03-0${at + 1}`, basis: 'STATED' },
      page: 1,
    });
}

/** Runs a command to its end, however often it has to be begun. */
type Run = (words: readonly string[]) => Promise<void>;

const variables = () => ({ DATABASE_URL: database.url });

/** The words that tell that a command had done its work when it was begun again. */
const DONE = /one person already|does not name this person|stands there already|no such page is stored/;

async function finish(words: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runBanmian(words, variables());
  if (code !== 0 && !DONE.test(stderr)) throw new Error(`${words.join(' ')}: ${stdout}${stderr}`);
}

const idOfArticle = async (file: string) =>
  one(`select a.id from articles a join pages g on g.id = page_id where file = '${file}'`, 'Article');
const idOfPerson = async (file: string) =>
  one(
    `select person_id as id from article_people x join articles a on a.id = article_id join pages g on g.id = page_id where file = '${file}'`,
    'Person',
  );

async function one(text: string, __typename: 'Article' | 'Person' | 'Agreement'): Promise<string> {
  const [row] = await database.sql.unsafe<{ id: string }[]>(text);
  if (row === undefined) throw new Error(`Nothing is found by ${text}`);
  return encodeGlobalId({ __typename, id: row.id });
}

/** Everything that may be interrupted: each step changes the archive by one command. */
async function mendArchive(run: Run): Promise<void> {
  const because = ['--reason', '原文如此', '--author', '编辑甲'];
  write(PAGES);
  await run(['import', folder.at('')]);
  const agreement = await one('select id from agreements', 'Agreement');
  await run(['judge', 'correct', 'agreement-kind', agreement, 'FRAMEWORK', ...because]);
  const [judge, teacher] = [await idOfPerson('a3.txt'), await idOfPerson('a4.txt')];
  await run(['judge', 'same', judge, teacher, ...because]);
  const [head, article] = [await idOfPerson('a1.txt'), await idOfArticle('a2.txt')];
  await run(['judge', 'split', head, '--article', article, ...because]);
  await run(['remove', folder.at('a4.txt')]);
  // Everything comes back, but for one page, whose agreement is another.
  write({ ...PAGES, 'a5.txt': '3月5日，云岫区政府与星河科技有限公司签署框架协议，双方将共建实验室。' });
  await run(['import', folder.at('')]);
  await run(['reindex']);
}

/** What has to be equal: all but when things happened, in which order rows were written, and the random ids of judgements. */
async function state(): Promise<unknown> {
  const rows = await allRows(database);
  const without = (table: string, ...columns: string[]) =>
    rows[table]?.map((row) => Object.entries(row as object).filter(([column]) => !columns.includes(column)));
  const judgements = without('judgements', 'id', 'ordinal', 'at')
    ?.map((row) => JSON.stringify(row))
    .sort();
  return { ...rows, judgements, judged_rows: rows['judged_rows']?.length, redirects: without('redirects', 'at') };
}

test('judgements, an import, a removal and a reindex, killed at twenty moments and begun again, end as if nothing had happened', async () => {
  const random = createRandom(16);
  const durations: number[] = [];
  await mendArchive(async (words) => {
    const begun = performance.now();
    await finish(words);
    durations.push(performance.now() - begun);
  });
  const expected = await state();
  const judged = await database.sql<{ kind: string; conflict: string | null }[]>`
    select kind, conflict from judgements order by ordinal`;
  expect(judged.map(({ kind, conflict }) => [kind, conflict])).toEqual([
    ['CORRECT', 'TEXT_CHANGED'],
    ['SAME', null],
    ['SPLIT', null],
  ]);
  expect(await idOfPerson('a3.txt')).toBe(await idOfPerson('a4.txt'));
  expect(await idOfPerson('a1.txt')).not.toBe(await idOfPerson('a2.txt'));
  let kills = 0;
  while (kills < 20) {
    await database.drop();
    database = await createTestDatabase();
    let step = 0;
    await mendArchive(async (words) => {
      const running = startBanmian(words, variables());
      const timer = setTimeout(() => running.process.kill('SIGKILL'), random.int(0, durations[step] ?? 0));
      step += 1;
      await running.ended;
      clearTimeout(timer);
      if (running.process.signalCode === 'SIGKILL') kills += 1;
      await finish(words);
    });
    expect(await state()).toEqual(expected);
  }
});
