import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judge, undoJudgement } from '../../../src/store/judgement/judge.ts';
import type { JudgementRow } from '../../../src/store/judgement/judgement-row.ts';
import { listJudgements } from '../../../src/store/judgement/judgement-row.ts';
import type { Correction, JudgementRequest, Subject } from '../../../src/store/judgement/request.ts';
import { savePage } from '../../../src/store/page-writer.ts';
import { selectFiles } from '../../../src/store/page-selection.ts';
import { reindex } from '../../../src/store/reindex.ts';
import { removeFiles } from '../../../src/store/removal.ts';
import { createTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { allRows } from '../../support/rows.ts';
import { organisation, pageOf, SIGNING } from '../page-fixture.ts';
import type { ArticleFixture } from '../page-fixture.ts';

const SCHOOL: ArticleFixture = {
  headline: '开学',
  body: '望湖中学开学。',
  facts: (words) => ({ organisations: [organisation('望湖中学', words, { kind: 'OTHER' })] }),
};
const SIGNED = pageOf('signing.txt', [SIGNING], { page: 1 });
const MORE = { ...SIGNING, body: `${SIGNING.body}活动结束后合影。` };
const OPENED = pageOf('school.txt', [SCHOOL], { page: 2 });

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await savePage(database, SIGNED);
  await savePage(database, OPENED);
});
afterEach(() => database.drop());

/** All rows but those of judgements themselves, and of what they changed when. */
async function facts(): Promise<Record<string, unknown[]>> {
  const beside = ['judgements', 'judged_rows', 'changes'];
  return Object.fromEntries(Object.entries(await allRows(database)).filter(([table]) => !beside.includes(table)));
}

async function idOf(table: string, condition = 'true'): Promise<string> {
  const [row] = await database.sql.unsafe<{ id: string }[]>(
    `select id from ${table} where ${condition} order by id limit 1`,
  );
  return row?.id ?? '';
}

const why = { author: '编辑甲', reason: '原文如此' };

async function correct(subject: Subject, correction: Correction): Promise<JudgementRow> {
  return judge(database, { ...why, kind: 'CORRECT', subject, ...correction });
}

/** Each value that can be corrected, with a query that gives it. */
const CORRECTIONS: readonly {
  readonly name: string;
  readonly request: () => Promise<Omit<JudgementRequest & { kind: 'CORRECT' }, 'author' | 'reason' | 'kind'>>;
  readonly query: string;
  readonly read: unknown;
  readonly corrected: unknown;
}[] = [
  {
    name: 'the kind of an agreement',
    request: async () => ({ subject: await agreementSubject(), field: 'AGREEMENT_KIND', value: 'FRAMEWORK' }),
    query: 'select kind as v from agreements',
    read: 'STRATEGIC',
    corrected: 'FRAMEWORK',
  },
  {
    name: 'the day of an agreement, with which its parties are listed',
    request: async () => ({ subject: await agreementSubject(), field: 'AGREEMENT_SIGNED_ON', value: '2024-05-22' }),
    query: 'select distinct signed_on::text as v from agreement_parties',
    read: null,
    corrected: '2024-05-22',
  },
  {
    name: 'how many agreements are declared',
    request: async () => ({ subject: await agreementSubject(), field: 'AGREEMENT_DECLARED_COUNT', value: '3' }),
    query: 'select declared_count as v from agreements',
    read: null,
    corrected: 3,
  },
  {
    name: 'a party, with whom its signatory signs for',
    request: async () => ({
      subject: await agreementSubject(),
      field: 'AGREEMENT_PARTY',
      of: await idOf('organisations', `key = '徐汇区'`),
      value: await idOf('organisations', `key = '徐汇区委'`),
    }),
    query: `select string_agg(distinct o.key, ' ') as v from agreement_people x join organisations o on o.id = on_behalf_of_id
      join agreement_parties y on y.organisation_id = o.id`,
    read: '上海新微科技集团有限公司 徐汇区',
    corrected: '上海新微科技集团有限公司 徐汇区委',
  },
  {
    name: 'a party that is none',
    request: async () => ({
      subject: await agreementSubject(),
      field: 'AGREEMENT_PARTY',
      of: await idOf('organisations', `key = '徐汇区'`),
      value: null,
    }),
    query: `select count(*)::int as v from agreement_parties`,
    read: 2,
    corrected: 1,
  },
  {
    name: 'a signatory',
    request: async () => ({
      subject: await agreementSubject(),
      field: 'AGREEMENT_SIGNATORY',
      of: await idOf('people', `name = '刘琪'`),
      value: await idOf('people', `name = '刘坤'`),
    }),
    query: `select string_agg(name, ' ' order by name collate "C") as v from agreement_people join people on people.id = person_id`,
    read: '刘琪 秦曦',
    corrected: '刘坤 秦曦',
  },
  {
    name: 'a title, from which tenures follow',
    request: async () => ({
      subject: await articleSubject(),
      field: 'TITLE',
      of: await idOf('people', `name = '秦曦'`),
      title: '总裁',
      value: '副总裁',
    }),
    query: `select t.title || t.modality as v from tenures t join people p on p.id = person_id where p.name = '秦曦'`,
    read: '总裁FULL',
    corrected: '副总裁DEPUTY',
  },
  {
    name: 'whose title it is',
    request: async () => ({
      subject: await articleSubject(),
      field: 'TITLE_ORGANISATION',
      of: await idOf('people', `name = '秦曦'`),
      title: '总裁',
      value: await idOf('organisations', `key = '望湖中学'`),
    }),
    query: `select o.key as v from tenures t join people p on p.id = person_id join organisations o on o.id = organisation_id
      where p.name = '秦曦'`,
    read: '上海新微科技集团有限公司',
    corrected: '望湖中学',
  },
  {
    name: 'the day of an event, on which people are cited',
    request: async () => ({ subject: await articleSubject(), field: 'ARTICLE_EVENT_ON', value: '2024-05-21' }),
    query: `select distinct first_cited_on::text as v from tenures`,
    read: '2024-05-23',
    corrected: '2024-05-21',
  },
  {
    name: 'the category of an organisation',
    request: async () => ({
      subject: { type: 'Organisation', id: await idOf('organisations', `key = '望湖中学'`) },
      field: 'ORGANISATION_CATEGORY',
      value: 'SCHOOL',
    }),
    query: `select kind as v from organisations where key = '望湖中学'`,
    read: 'OTHER',
    corrected: 'SCHOOL',
  },
];

const agreementSubject = async (): Promise<Subject> => ({ type: 'Agreement', id: await idOf('agreements') });
const articleSubject = async (): Promise<Subject> => ({
  type: 'Article',
  id: await idOf('articles', `headline = '${SIGNING.headline}'`),
});
const valueOf = async (query: string) => (await database.sql.unsafe<{ v: unknown }[]>(query))[0]?.v ?? null;

describe.each(CORRECTIONS)('$name', ({ request, query, read, corrected }) => {
  test('is corrected, stays so through imports and reindexes, and comes back when that is undone', async () => {
    const before = await facts();
    expect(await valueOf(query)).toBe(read);
    const { subject, ...correction } = await request();
    const { id, conflict } = await correct(subject, correction);
    expect(conflict).toBeNull();
    expect(await valueOf(query)).toBe(corrected);
    const judged = await facts();

    await reindex(database);
    expect(await facts()).toEqual(judged);

    await removeFiles(database, (tx) => selectFiles(tx, { publication: 'xuhui-bao' }));
    expect((await listJudgements(database, { limit: 9, conflicts: true })).map((one) => one.conflict)).toEqual([
      'SUBJECT_GONE',
    ]);
    await savePage(database, SIGNED);
    await savePage(database, OPENED);
    expect(await facts()).toEqual(judged);

    // The same page again, read a little differently elsewhere.
    await savePage(database, pageOf('signing.txt', [MORE], { page: 1 }), { replace: true });
    await savePage(database, SIGNED, { replace: true });
    expect(await listJudgements(database, { limit: 9, conflicts: true })).toEqual([]);
    expect(await valueOf(query)).toBe(corrected);

    await undoJudgement(database, id, '编辑乙');
    expect(await valueOf(query)).toBe(read);
    const undone = await facts();
    expect({ ...undone, superseded_files: [] }).toEqual({ ...before, superseded_files: [] });
  });
});

test('a name and a hidden node come back when that is undone', async () => {
  const before = await facts();
  const person: Subject = { type: 'Person', id: await idOf('people', `name = '秦曦'`) };
  const body: Subject = { type: 'Organisation', id: await idOf('organisations', `key like '上海新微%'`) };
  const requests: JudgementRequest[] = [
    { ...why, kind: 'RENAME', subject: person, value: '秦小曦' },
    { ...why, kind: 'RENAME', subject: person, value: '秦大曦' },
    { ...why, kind: 'RENAME', subject: body, value: '新微科技' },
    { ...why, kind: 'HIDE', subject: person },
    { ...why, kind: 'HIDE', subject: body },
    { ...why, kind: 'HIDE', subject: await agreementSubject() },
  ];
  const made: JudgementRow[] = [];
  for (const request of requests) made.push(await judge(database, request));
  expect(await valueOf(`select name || pinyin as v from people where is_hidden`)).toBe('秦大曦qin da xi');
  expect(await valueOf(`select name as v from organisations where is_hidden`)).toBe('新微科技');
  expect(await valueOf(`select count(*)::int as v from agreements`)).toBe(0);
  expect(await valueOf(`select count(*)::int as v from search_documents where names @> '{新微科技}'`)).toBe(0);
  expect(await valueOf(`select count(*)::int as v from tenures where person_id = '${person.id}'`)).toBe(0);
  const judged = await facts();
  await savePage(database, pageOf('signing.txt', [MORE], { page: 1 }), { replace: true });
  await savePage(database, SIGNED, { replace: true });
  await reindex(database);
  expect({ ...(await facts()), superseded_files: [] }).toEqual({ ...judged, superseded_files: [] });
  await undoJudgement(database, made[1]!.id, '编辑乙');
  expect(await valueOf(`select name as v from people where is_hidden`)).toBe('秦小曦');
  for (const { id } of made.filter((_, i) => i !== 1)) await undoJudgement(database, id, '编辑乙');
  expect({ ...(await facts()), superseded_files: [] }).toEqual({ ...before, superseded_files: [] });
});

test('a judgement whose words have changed is kept, and applied again when they come back', async () => {
  const { id } = await correct(await agreementSubject(), { field: 'AGREEMENT_KIND', value: 'FRAMEWORK' });
  const reworded: ArticleFixture = {
    headline: SIGNING.headline,
    body: '5月23日,徐汇区与上海新微科技集团有限公司签署备忘录。',
    facts: (words) => ({ organisations: [organisation('徐汇区', words, { kind: 'GOVERNMENT' })] }),
  };
  await savePage(database, pageOf('signing.txt', [reworded], { page: 1 }), { replace: true });
  expect(await listJudgements(database, { limit: 9, conflicts: true })).toMatchObject([
    { id, conflict: 'TEXT_CHANGED', ...why, expected: 'STRATEGIC', value: 'FRAMEWORK' },
  ]);
  await savePage(database, SIGNED, { replace: true });
  expect(await listJudgements(database, { limit: 9, conflicts: true })).toEqual([]);
  expect(await valueOf('select kind as v from agreements')).toBe('FRAMEWORK');
});

test('a judgement follows its article to another place on the page', async () => {
  await correct(await agreementSubject(), { field: 'AGREEMENT_KIND', value: 'FRAMEWORK' });
  await savePage(database, pageOf('signing.txt', [SCHOOL, SIGNING], { page: 1 }), { replace: true });
  expect(await listJudgements(database, { limit: 9, conflicts: true })).toEqual([]);
  expect(await valueOf('select kind as v from agreements')).toBe('FRAMEWORK');
});

test('corrections of one value go on from each other, and one that is left without its ground is a conflict', async () => {
  const subject = await agreementSubject();
  const first = await correct(subject, { field: 'AGREEMENT_KIND', value: 'FRAMEWORK' });
  const second = await correct(subject, { field: 'AGREEMENT_KIND', value: 'DONATION' });
  await savePage(database, pageOf('signing.txt', [MORE], { page: 1 }), { replace: true });
  expect(await valueOf('select kind as v from agreements')).toBe('DONATION');
  await undoJudgement(database, first.id, '编辑乙');
  expect(await listJudgements(database, { limit: 9, conflicts: true })).toMatchObject([
    { id: second.id, conflict: 'VALUE_CHANGED' },
  ]);
  expect(await valueOf('select kind as v from agreements')).toBe('STRATEGIC');
});

describe('a judgement is refused', () => {
  const nobody = '00000000-0000-0000-0000-000000000000';
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'of what is not there',
      () => correct({ type: 'Agreement', id: nobody }, { field: 'AGREEMENT_KIND', value: 'OTHER' }),
      'NOT_FOUND',
    ],
    [
      'with a value that is none',
      async () => correct(await agreementSubject(), { field: 'AGREEMENT_KIND', value: 'X' }),
      'BAD_ARGUMENT',
    ],
    [
      'with a day that is none',
      async () => correct(await agreementSubject(), { field: 'AGREEMENT_SIGNED_ON', value: '2024-02-30' }),
      'BAD_ARGUMENT',
    ],
    [
      'with a count that is none',
      async () => correct(await agreementSubject(), { field: 'AGREEMENT_DECLARED_COUNT', value: '1001' }),
      'BAD_ARGUMENT',
    ],
    [
      'with the value that stands there',
      async () => correct(await agreementSubject(), { field: 'AGREEMENT_KIND', value: 'STRATEGIC' }),
      'BAD_ARGUMENT',
    ],
    [
      'without a reason',
      async () => judge(database, { author: '甲', reason: ' ', kind: 'HIDE', subject: await agreementSubject() }),
      'BAD_ARGUMENT',
    ],
    [
      'with a name that is too long',
      async () =>
        judge(database, {
          ...why,
          kind: 'RENAME',
          subject: { type: 'Person', id: await idOf('people') },
          value: '长'.repeat(101),
        }),
      'BAD_ARGUMENT',
    ],
    [
      'of a field that the node has not',
      async () => correct(await articleSubject(), { field: 'AGREEMENT_KIND', value: 'OTHER' }),
      'BAD_ARGUMENT',
    ],
  ])('%s, and nothing is stored', async (_, make, code) => {
    await expect(make()).rejects.toMatchObject({ name: 'JudgementError', code });
    expect(await listJudgements(database, { limit: 9, all: true })).toEqual([]);
  });
});
