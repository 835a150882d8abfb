/** Nine invented newspapers over three years, with what makes it hard to tell who is who. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPage } from '../../src/ingest.ts';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';
import { allRows } from '../support/rows.ts';

let database: TestDatabase;

/** A page of a newspaper of a district, with an article. */
const page = (slug: string, district: string, day: string, story: string) => ({
  raw: `本地要闻\n\n${story}\n\n`,
  file: `${slug}-${day}.txt`,
  stated: parseMetadata(
    JSON.stringify({
      publication: { slug, name: `${district}报`, district },
      publishedOn: { date: day, basis: 'STATED' },
      page: 1,
    }),
    'a.issue.json',
  ),
});

const PAGES = [
  // The same official in two newspapers, the second with another post beside it.
  page('a-bao', '云岫区', '2023-02-06', '云岫区区长单鹤秋主持会议并讲话。'),
  page('b-bao', '云岫区', '2023-05-11', '云岫区委副书记、区长单鹤秋出席会议并讲话。'),
  // One newspaper, one office, two scripts.
  page('a-bao', '云岫区', '2023-03-06', '云岫区教育局局长尹鹤鸣主持会议。'),
  page('a-bao', '云岫区', '2023-04-10', '雲岫區教育局局長尹鶴鳴出席會議並講話，會議研究了學校發展與經濟建設問題。'),
  // A judge and a teacher, in two articles of one newspaper.
  page('c-bao', '青潭区', '2023-06-05', '青潭区人民法院法官林澹出席会议。'),
  page('c-bao', '青潭区', '2023-06-12', '青潭区第一中学高级教师林澹获奖。'),
  // The head of a bureau and a prosecutor.
  page('d-bao', '栖山县', '2024-01-08', '栖山县民政局局长钱霁主持会议。'),
  page('d-bao', '栖山县', '2024-01-15', '栖山县人民检察院检察官钱霁出席会议并讲话。'),
  // A former official of another district.
  page('e-bao', '石渡县', '2024-02-05', '石渡县副县长林晓岚主持会议。'),
  page('f-bao', '望舒区', '2024-02-19', '望舒区原副区长林晓岚出席会议。'),
  // A head of a county who returns, with another between.
  page('g-bao', '柳河县', '2023-03-13', '柳河县县长鹿野原主持会议。'),
  page('g-bao', '柳河县', '2024-03-11', '柳河县县长水云柏主持会议。'),
  page('g-bao', '柳河县', '2025-03-10', '柳河县县长鹿野原主持会议。'),
  // The same name without anything else, in newspapers of other places.
  page('h-bao', '沙湾区', '2025-01-06', '单鹤秋出席会议。'),
  page('i-bao', '双溪县', '2025-02-10', '双溪县委书记蓝远舟主持会议，双溪县县长游棠出席会议。'),
];

beforeAll(async () => {
  database = await createTestDatabase();
  for (const one of PAGES) await ingestPage(database, one);
});
afterAll(() => database.drop());

interface Person {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly { readonly name: string }[];
  readonly publications: { readonly nodes: readonly { readonly slug: string }[] };
  readonly tenures: { readonly nodes: readonly { readonly title: string; readonly firstCitedOn: string }[] };
  readonly candidates: { readonly nodes: readonly { readonly id: string }[] };
}

async function peopleNamed(name: string): Promise<readonly Person[]> {
  const { people } = await ask(
    database,
    `query ($name: String!) { people(filter: { name: $name }, orderBy: { field: LAST_PUBLISHED_ON, direction: ASC }) { nodes {
      id name aliases { name } publications { nodes { slug } } tenures { nodes { title firstCitedOn } }
      candidates { nodes { id } } } } }`,
    { name },
  );
  return (people as { nodes: readonly Person[] }).nodes;
}

const papersOf = (people: readonly Person[]) =>
  people.map(({ publications }) => publications.nodes.map(({ slug }) => slug));

describe('who is who in nine newspapers', () => {
  test('an official in two newspapers is one person, and the same name by itself elsewhere is not taken for them', async () => {
    expect(papersOf(await peopleNamed('单鹤秋'))).toEqual([['a-bao', 'b-bao'], ['h-bao']]);
  });

  test('a name in either script is one person', async () => {
    const people = await peopleNamed('尹鹤鸣');
    expect(people.map(({ name, aliases }) => [name, aliases.map((alias) => alias.name)])).toEqual([
      ['尹鹤鸣', ['尹鶴鳴']],
    ]);
  });

  test.each(['林澹', '钱霁'])('%s of two walks of life is two people', async (name) => {
    expect(await peopleNamed(name)).toHaveLength(2);
  });

  test('a former official of one place is not the official of another', async () => {
    expect(papersOf(await peopleNamed('林晓岚'))).toEqual([['e-bao'], ['f-bao']]);
  });

  test('whoever returns to an office after somebody else is one person with two tenures', async () => {
    const people = await peopleNamed('鹿野原');
    expect(people.map(({ tenures }) => tenures.nodes.map(({ title }) => title))).toEqual([['县长', '县长']]);
  });

  test('a reindex finds the same people', async () => {
    const before = await allRows(database);
    await reindex(database);
    expect(await allRows(database)).toEqual(before);
  });
});

describe('when it turns out that two are one', () => {
  test('the id of the later one goes on to answer with the person who stayed', async () => {
    await ingestPage(database, page('h-bao', '沙湾区', '2025-03-03', '原望舒区副区长林晓岚任沙湾区副区长。'));
    const before = await peopleNamed('蓝远舟');
    expect(before).toHaveLength(1);
    await ingestPage(database, page('d-bao', '栖山县', '2025-03-17', '蓝远舟出席会议。'));
    const [known, bare] = await peopleNamed('蓝远舟');
    expect([known!.id, bare?.id]).toEqual([before[0]!.id, expect.any(String)]);
    // A page that says what was missing.
    await ingestPage(database, page('d-bao', '栖山县', '2025-03-24', '双溪县委书记蓝远舟到栖山县考察。'));
    const after = await peopleNamed('蓝远舟');
    expect(papersOf(after)).toEqual([['d-bao', 'i-bao']]);
    const answer = await ask(
      database,
      `query ($id: ID!, $ids: [ID!]!) {
        supersededBy(id: $id) node(id: $id) { id } nodes(ids: $ids) { id } person(id: $id) { id name } }`,
      { id: bare!.id, ids: [bare!.id, known!.id] },
    );
    const { id } = known!;
    expect(answer).toEqual({
      supersededBy: id,
      node: { id },
      nodes: [{ id }, { id }],
      person: { id, name: '蓝远舟' },
    });
    expect(await ask(database, 'query ($id: ID!) { supersededBy(id: $id) }', { id })).toEqual({ supersededBy: null });
  });

  test('a reindex leaves ids and redirects as they are', async () => {
    const before = await allRows(database);
    await reindex(database);
    expect(await allRows(database)).toEqual(before);
  });
});
