import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotate } from '../../src/extract/annotation.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import { ingestPaths } from '../../src/ingest.ts';
import { readGivenFacts } from '../../src/ingest/given-facts-file.ts';
import type { PageReport } from '../../src/ingest/page-report.ts';
import { parsePage } from '../../src/parse/page.ts';
import { judge } from '../../src/store/judgement/judge.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { allRows, rowVersions } from '../support/rows.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'banmian-facts-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const TEXT =
  '云岫区与兰亭大学签约\n\n本报讯（记者 秦明月）昨日，云岫区与兰亭大学签署战略合作协议。区长顾长风出席签约仪式并讲话，兰亭大学校长苏望舒参加。\n';
const write = (text = TEXT) => {
  writeFileSync(join(folder, '01.txt'), text);
  const stated = {
    publication: { slug: 'yunxiu-bao', name: '云岫报', district: '云岫区' },
    publishedOn: { date: '2025-04-02', basis: 'STATED' },
  };
  writeFileSync(join(folder, '01.issue.json'), JSON.stringify(stated));
};
const given = (article: object, rest: object = {}) => ({
  file: '01.txt',
  reader: 'tingzhu-2',
  articles: [{ headline: '云岫区与兰亭大学签约', ...article }],
  ...rest,
});
const SU = {
  persons: [
    {
      name: '苏望舒',
      titles: [{ title: '校长', org: '兰亭大学', confidence: 0.7 }],
      roles: ['attended'],
      confidence: 0.8,
    },
  ],
  organisations: [{ name: '兰亭大学' }],
};
const writeFacts = (facts: object | string) => {
  const path = join(folder, 'facts.json');
  writeFileSync(path, typeof facts === 'string' ? facts : JSON.stringify(facts));
  return path;
};
const ingest = async (facts?: object, options: { readonly replace?: boolean } = {}) => {
  const reports: PageReport[] = [];
  const progress = (report: PageReport) => reports.push(report);
  const file =
    facts === undefined ? null : await readGivenFacts(writeFacts(facts), { reader: undefined, followLinks: false });
  await ingestPaths(database, [folder], { ...options, progress, ...(file === null ? {} : { givenFacts: file.of }) });
  const [report] = reports;
  return report?.outcome === 'refused' || report?.outcome === 'failed' ? String(report.error) : report?.outcome;
};
const people = async () =>
  (
    await database.sql<{ name: string; confidence: number }[]>`
    select name, article_people.confidence from article_people join people on people.id = person_id order by ordinal`
  ).map(({ name, confidence }) => [name, confidence]);
const readers = async () =>
  (await database.sql<{ reader: string | null }[]>`select reader from pages`).map(({ reader }) => reader);

test('the facts of another reader stand in the place of ours, with its name, its confidence and the words', async () => {
  write();
  expect(await ingest(given(SU))).toBe('imported');
  expect(await readers()).toEqual(['tingzhu-2']);
  expect(await people()).toEqual([
    ['苏望舒', 0.8],
    ['秦明月', expect.any(Number)],
  ]);
  const titles = await database.sql`select title, quote, rule, confidence, is_owner_inferred from printed_titles`;
  expect([...titles]).toEqual([
    { title: '校长', quote: '兰亭大学校长', rule: 'given.tingzhu-2', confidence: 0.7, is_owner_inferred: false },
  ]);
});

test('what is said of the layout is not kept, whatever it holds', async () => {
  write();
  expect(await ingest(given({ ...SU, byline: '\0', captions: ['\ud800'] }, { issue: { note: '\0' } }))).toBe(
    'imported',
  );
  const [page] = await database.sql<{ given_facts: object }[]>`select given_facts from pages`;
  expect(JSON.stringify(page?.given_facts)).not.toMatch(/byline|captions|issue/);
});

test('what is stored so already is not written again, with or without the facts', async () => {
  write();
  await ingest(given(SU));
  const before = await rowVersions(database);
  expect(await ingest(given(SU))).toBe('unchanged');
  expect(await ingest()).toBe('unchanged');
  expect(await rowVersions(database)).toEqual(before);
});

test('they replace what we read of a stored page, and other ones of the same page replace them', async () => {
  write();
  expect(await ingest()).toBe('imported');
  const { articles } = await allRows(database);
  expect(await ingest(given(SU))).toBe('imported');
  expect((await allRows(database))['articles']).toEqual(articles);
  expect(await people()).toHaveLength(2);
  expect(await ingest(given({}))).toBe('imported');
  expect((await people()).map(([name]) => name)).toEqual(['秦明月']);
});

test('a corrected page keeps them if all their words stand there still, else it is refused and nothing is lost', async () => {
  write();
  await ingest(given(SU));
  write(TEXT.replace('参加', '参加活动'));
  expect(await ingest()).toBe('imported');
  expect(await readers()).toEqual(['tingzhu-2']);
  const before = await allRows(database);
  write(TEXT.replace('苏望舒', '苏望树'));
  expect(await ingest()).toMatch(
    /01\.txt: the facts that tingzhu-2 gives do not fit it: .*persons\[0\]\.name: “苏望舒”/,
  );
  expect(await allRows(database)).toEqual(before);
  expect(await ingest(undefined, { replace: true })).toBe('imported');
  expect(await readers()).toEqual([null]);
});

test('what editors decided holds for the facts of either reader', async () => {
  write();
  await ingest();
  const [person] = await database.sql<{ id: string }[]>`select id from people where name = '苏望舒'`;
  await judge(database, {
    kind: 'RENAME',
    subject: { type: 'Person', id: person!.id },
    value: '苏望舒（兰亭）',
    author: '编辑甲',
    reason: '与他人同名',
  });
  expect(await ingest(given(SU))).toBe('imported');
  expect((await people()).map(([name]) => name)).toEqual(['苏望舒（兰亭）', '秦明月']);
  expect([...(await database.sql`select conflict from judgements`)]).toEqual([{ conflict: null }]);
});

test.each<[string, object, string]>([
  ['a name', { persons: [{ name: '韩松' }] }, 'articles[0].persons[0].name: “韩松” does not stand in the article'],
  ['a title', { persons: [{ name: '顾长风', titles: [{ title: '书记' }] }] }, 'persons[0].titles[0].title: “书记”'],
  ['an organisation', { organisations: [{ name: '青潭区' }] }, 'organisations[0].name: “青潭区”'],
  ['an alias', { organisations: [{ name: '兰亭大学', aliases: ['兰大'] }] }, 'organisations[0].aliases[0]: “兰大”'],
  [
    'a quote',
    { agreements: [{ kind: '其他', evidence: { quote: '签署备忘录' } }] },
    'agreements[0].evidence.quote: “签署备忘录”',
  ],
  [
    'a party',
    { agreements: [{ kind: '其他', parties: ['青潭区'], evidence: { quote: '签署战略合作协议' } }] },
    "agreements[0].parties[0]: “青潭区” is none of the article's organisations",
  ],
  ['a headline', { headline: '另一篇' }, 'articles[0].headline: “另一篇” is not the headline'],
])('%s that does not stand in the text refuses the page, and nothing of it is stored', async (_, article, message) => {
  write();
  expect(await ingest(given(article))).toContain(message);
  expect(await readers()).toEqual([]);
});

test.each<[string, object | string, string]>([
  ['an unknown key', given({ people: [] }), 'articles[0]: Unrecognized key: "people"'],
  ['a long name', given({ persons: [{ name: '长'.repeat(201) }] }), 'articles[0].persons[0].name: Too big'],
  ['too many people', given({ persons: Array(1_001).fill({ name: '顾长风' }) }), 'articles[0].persons: Too big'],
  ['a confidence above 1', given({ persons: [{ name: '顾长风', confidence: 1.1 }] }), 'persons[0].confidence: Too big'],
  [
    'no day',
    given({ agreements: [{ kind: '其他', date: '2025-02-30', evidence: { quote: '签署' } }] }),
    'agreements[0].date: it is no day',
  ],
  ['a control character', given({ persons: [{ name: '顾\u001b长风' }] }), 'persons[0].name: it must be words'],
  ['no reader', given({}, { reader: undefined }), 'it names no reader'],
  ['our own reader', given({}, { reader: 'banmian' }), 'banmian is our own reader'],
  [
    'a page twice',
    [given({}), given({})].map((page) => JSON.stringify(page)).join('\n'),
    'line 2: file: 01.txt is there twice',
  ],
  ['no JSON', '{', 'it is not JSON'],
])('a file with %s is refused, and the message names the place', async (_, facts, message) => {
  await expect(readGivenFacts(writeFacts(facts), { reader: undefined, followLinks: false })).rejects.toThrow(message);
});

test('what extract prints of a page makes the archive that it was printed from, but for reader and confidence', async () => {
  writeFileSync(join(folder, '01.txt'), readFileSync('seeds/003_007a55f3a8e66e78.txt'));
  const raw = readFileSync(join(folder, '01.txt'), 'utf8');
  const issue = parsePage(raw, '01.txt');
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
  expect(await ingest()).toBe('imported');
  const before = await factsStored();
  expect(await ingest({ ...annotate(issue, facts), reader: 'echo' })).toBe('imported');
  expect(await factsStored()).toEqual(before);
});

async function factsStored() {
  const names = await database.sql`select name from people union all select name from organisations order by 1`;
  const titles = await database.sql`
    select p.name, t.title, o.name as organisation, t.change, t.modality from printed_titles t
      join people p on p.id = t.person_id left join organisations o on o.id = t.organisation_id order by 1, 2, 3`;
  const roles = await database.sql`
    select p.name, r.role from article_person_roles r join people p on p.id = r.person_id order by 1, 2`;
  const agreements = await database.sql`
    select a.kind, a.title, a.stage, a.signed_on, a.place, a.quote,
      (select array_agg(o.name order by ordinal) from agreement_parties join organisations o on o.id = organisation_id
        where agreement_id = a.id) as parties
    from agreements a order by a.article_id, a.ordinal`;
  return [names, titles, roles, agreements].map((rows) => [...rows]);
}
