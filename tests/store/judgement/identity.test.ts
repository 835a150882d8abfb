import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judge, undoJudgement } from '../../../src/store/judgement/judge.ts';
import type { JudgementRow } from '../../../src/store/judgement/judgement-row.ts';
import { listJudgements } from '../../../src/store/judgement/judgement-row.ts';
import { savePage } from '../../../src/store/page-writer.ts';
import { selectFiles } from '../../../src/store/page-selection.ts';
import { reindex } from '../../../src/store/reindex.ts';
import { removeFiles } from '../../../src/store/removal.ts';
import { createTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { allRows } from '../../support/rows.ts';
import { pageOf, person, titled } from '../page-fixture.ts';
import type { ArticleFixture } from '../page-fixture.ts';

const TEACHER = titled('王华', '白河中学', '校长', '开学');
const SECRETARY = titled('王华', '青石县委', '书记', '部署');
const OPENING = titled('王华', '青石县委', '书记', '开工');
const BOTH: ArticleFixture = {
  headline: '座谈',
  body: '王华、王華到场。',
  facts: (words) => ({ people: [person('王华', words), person('王華', words)] }),
};
const SCHOOL = pageOf('school.txt', [TEACHER], { page: 1 });
const COUNTY = pageOf('county.txt', [SECRETARY, OPENING], { page: 2 });

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await savePage(database, SCHOOL);
  await savePage(database, COUNTY);
});
afterEach(() => database.drop());

const why = { author: '编辑甲', reason: '原文如此' };

/** Whom each headline names. */
async function named(): Promise<Record<string, string>> {
  const rows = await database.sql<{ headline: string; person: string }[]>`
    select headline, person_id as person from article_people join articles a on a.id = article_id order by headline`;
  return Object.fromEntries(rows.map(({ headline, person }) => [headline, person]));
}

/** How the headlines are shared among people, whatever their ids. */
async function shared(): Promise<string[]> {
  const groups = new Map<string, string[]>();
  for (const [headline, person] of Object.entries(await named()))
    groups.set(person, [...(groups.get(person) ?? []), headline]);
  return [...groups.values()].map((headlines) => headlines.join('、')).sort();
}

async function articleId(headline: string): Promise<string> {
  const [row] = await database.sql<{ id: string }[]>`select id from articles where headline = ${headline}`;
  return row?.id ?? '';
}

async function sameOrDifferent(kind: 'SAME' | 'DIFFERENT', one: string, other: string): Promise<JudgementRow> {
  const people = await named();
  const id = (headline: string) => people[headline] ?? '';
  return judge(database, { ...why, kind, subject: { type: 'Person', id: id(one) }, other: id(other) });
}

async function split(...headlines: string[]): Promise<JudgementRow> {
  const articles = await Promise.all(headlines.map(articleId));
  const id = (await named())[headlines[0] ?? ''] ?? '';
  return judge(database, { ...why, kind: 'SPLIT', subject: { type: 'Person', id }, articles });
}

async function remove(file: string): Promise<void> {
  await removeFiles(database, (tx) => selectFiles(tx, { file: { path: file, text: null } }));
}

/** All rows but those of judgements, and of what changed when. */
async function facts(): Promise<Record<string, unknown[]>> {
  const beside = ['judgements', 'judged_rows', 'changes'];
  return Object.fromEntries(Object.entries(await allRows(database)).filter(([table]) => !beside.includes(table)));
}

const conflicts = async () =>
  (await listJudgements(database, { limit: 10 })).map(({ kind, conflict }) => [kind, conflict]);

const APART = ['开学', '开工、部署'];
const ONE = ['开学、开工、部署'];
const SPLIT = ['开学', '开工', '部署'];

test('the reader takes a headmaster and a secretary for two people', async () => {
  expect(await shared()).toEqual(APART);
});

describe('two people who are one', () => {
  test('are one, under the id of the first, and the other id redirects to it', async () => {
    const before = await named();
    const { conflict, subjectId, value } = await sameOrDifferent('SAME', '开学', '部署');
    const [{ stays } = { stays: '' }] = await database.sql<
      { stays: string }[]
    >`select id as stays from people where name = '王华'`;
    expect([conflict, subjectId, value, await shared()]).toEqual([null, before['开学'], before['部署'], ONE]);
    expect(await database.sql`select superseded_by as by from redirects`).toEqual([{ by: stays }]);
  });

  test('are two again when it is undone, with the rows that were there', async () => {
    const before = await facts();
    await undoJudgement(database, (await sameOrDifferent('SAME', '开学', '部署')).id, '编辑乙');
    expect(await facts()).toEqual(before);
  });

  test('stay one when everything is read and resolved again', async () => {
    await sameOrDifferent('SAME', '开学', '部署');
    const before = await named();
    await savePage(database, SCHOOL, { replace: true });
    await savePage(database, pageOf('county.txt', [OPENING, SECRETARY], { page: 2 }), { replace: true });
    await reindex(database);
    expect([await named(), await conflicts()]).toEqual([before, [['SAME', null]]]);
  });

  test('are a conflict while one is gone, and one again when it comes back', async () => {
    await sameOrDifferent('SAME', '开学', '部署');
    await remove('school.txt');
    expect([await shared(), await conflicts()]).toEqual([['开工、部署'], [['SAME', 'SUBJECT_GONE']]]);
    await savePage(database, SCHOOL);
    expect([await shared(), await conflicts()]).toEqual([ONE, [['SAME', null]]]);
  });

  test('cannot be one where an article names both', async () => {
    await savePage(database, pageOf('both.txt', [BOTH], { page: 3 }));
    const [one, other] = await database.sql<{ id: string }[]>`
      select person_id as id from article_people where article_id = ${await articleId('座谈')} order by ordinal`;
    await expect(
      judge(database, { ...why, kind: 'SAME', subject: { type: 'Person', id: one?.id ?? '' }, other: other?.id ?? '' }),
    ).rejects.toThrow('An article names both beside each other: they are two people.');
  });

  test('keep what is judged of each: a name given to the one who is no more is the name of both', async () => {
    const { 部署: secretary = '' } = await named();
    const rename = {
      ...why,
      kind: 'RENAME',
      subject: { type: 'Person', id: secretary },
      value: '王华（青石）',
    } as const;
    await judge(database, rename);
    const { id } = await sameOrDifferent('SAME', '开学', '部署');
    const names = async () =>
      (await database.sql<{ name: string }[]>`select name from people order by name`).map(({ name }) => name);
    expect([await names(), await conflicts()]).toEqual([
      ['王华（青石）'],
      [
        ['SAME', null],
        ['RENAME', null],
      ],
    ]);
    await undoJudgement(database, id, '编辑乙');
    expect(await names()).toEqual(['王华', '王华（青石）']);
    const [renamed] = await database.sql<{ id: string }[]>`select id from people where name = '王华（青石）'`;
    expect(renamed?.id).toBe(secretary);
  });
});

describe('two people who are two', () => {
  test('are no candidates any more, and a name that may have meant either means the other', async () => {
    const bare: ArticleFixture = {
      headline: '到场',
      body: '王华到场。',
      facts: (words) => ({ people: [person('王华', words)] }),
    };
    await savePage(database, pageOf('bare.txt', [bare], { page: 4 }));
    const candidates = () => database.sql`select count(*)::int from person_links where status = 'CANDIDATE'`;
    expect(await candidates()).toEqual([{ count: 2 }]);
    await sameOrDifferent('DIFFERENT', '到场', '开学');
    expect([await candidates(), await shared()]).toEqual([[{ count: 0 }], ['到场、开工、部署', '开学']]);
  });

  test('of two judgements about the same two the later one holds, and the earlier one is a conflict', async () => {
    await sameOrDifferent('DIFFERENT', '开学', '部署');
    const { id } = await sameOrDifferent('SAME', '开学', '部署');
    expect([await shared(), await conflicts()]).toEqual([
      ONE,
      [
        ['SAME', null],
        ['DIFFERENT', 'VALUE_CHANGED'],
      ],
    ]);
    await undoJudgement(database, id, '编辑乙');
    expect([await shared(), await conflicts()]).toEqual([APART, [['DIFFERENT', null]]]);
  });
});

describe('a person who is two', () => {
  test('is two, and the id stays with the articles that are left', async () => {
    const { 部署: before } = await named();
    const { conflict } = await split('开工');
    expect([conflict, await shared(), (await named())['部署']]).toEqual([null, SPLIT.toSorted(), before]);
  });

  test('is one again when it is undone, with the rows that were there', async () => {
    const before = await facts();
    await undoJudgement(database, (await split('开工')).id, '编辑乙');
    const redirect = expect.objectContaining({ superseded_by: (await named())['部署'] }) as unknown;
    expect(await facts()).toEqual({ ...before, redirects: [redirect] });
  });

  test('stays two under the same ids when the page is read again with another article before it, and after a reindex', async () => {
    await split('开工');
    const before = await named();
    const more = titled('李明', '青石县委', '副书记', '调研');
    await savePage(database, pageOf('county.txt', [more, SECRETARY, OPENING], { page: 2 }), { replace: true });
    await reindex(database);
    expect(await named()).toMatchObject(before);
    expect(await conflicts()).toEqual([['SPLIT', null]]);
  });

  test('is a conflict when the article has another headline, or is gone', async () => {
    await split('开工');
    const other = { ...OPENING, headline: '奠基' };
    await savePage(database, pageOf('county.txt', [SECRETARY, other], { page: 2 }), { replace: true });
    expect(await conflicts()).toEqual([['SPLIT', 'TEXT_CHANGED']]);
    await savePage(database, pageOf('county.txt', [SECRETARY], { page: 2 }), { replace: true });
    expect(await conflicts()).toEqual([['SPLIT', 'SUBJECT_GONE']]);
    await savePage(database, COUNTY, { replace: true });
    expect([await shared(), await conflicts()]).toEqual([SPLIT.toSorted(), [['SPLIT', null]]]);
  });
});

test.each([['one and the same person', '部署', '开工', 'They are one person already.']])(
  '%s is refused',
  async (_, one, other, message) => {
    await expect(sameOrDifferent('SAME', one, other)).rejects.toThrow(message);
  },
);

test('what the archive does not have, and what would leave nothing, is refused', async () => {
  const { 开学: id = '' } = await named();
  const nobody = '00000000-0000-4000-8000-000000000000';
  const subject = { type: 'Person', id } as const;
  const cases: [Parameters<typeof judge>[1], string][] = [
    [{ ...why, kind: 'SAME', subject, other: nobody }, `The archive has no person ${nobody}.`],
    [{ ...why, kind: 'SPLIT', subject, articles: [] }, 'Name 1 to 1000 articles'],
    [{ ...why, kind: 'SPLIT', subject, articles: [nobody] }, `The article ${nobody} does not name this person.`],
    [{ ...why, kind: 'SPLIT', subject, articles: [await articleId('开学')] }, 'nothing would be left'],
    [
      { ...why, kind: 'DIFFERENT', subject: { type: 'Organisation', id }, other: id },
      'A node of the type Organisation is no person',
    ],
  ];
  for (const [request, message] of cases) await expect(judge(database, request)).rejects.toThrow(message);
});
