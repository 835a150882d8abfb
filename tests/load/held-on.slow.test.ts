import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import { officeHolders } from '../../src/load/office-holder.ts';
import { reindex } from '../../src/store/reindex.ts';
import { idOf } from '../support/archive.ts';
import { citation, storeCitations } from '../support/citation.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeCitations(database, [...STORED.map(citation), ...randomCitations(300).map(unsure)]);
  await storeCitations(database, [
    { on: '2024-03-01', person: '林澄', organisation: '澄江县', title: '县长', publication: 'mingzhou-bao' },
  ]);
  await reindex(database);
});
afterAll(() => database.drop());

const STORED = [
  // One is cited so late that the other's time lies within, so 柳青 cannot have held the office then.
  '2024-01-01 柳青 云岫区 区长',
  '2024-06-01 柳青 云岫区 区长',
  '2024-03-01 林澄 云岫区 区长',
  '2024-04-01 林澄 云岫区 区长',
  // Handed over on a day.
  '2024-01-01 柳青 青石县 县长',
  '2024-02-01 柳青 青石县 县长',
  '2024-02-01 林澄 青石县 县长 APPOINTED',
  '2024-03-01 林澄 青石县 县长',
  // Two are cited on one day, and nothing decides between them.
  '2024-01-01 柳青 白河县 县长',
  '2024-02-01 柳青 白河县 县长',
  '2024-02-01 林澄 白河县 代县长',
  '2024-03-01 林澄 白河县 代县长',
  // A post that many share.
  '2024-01-01 柳青 云岫区 副区长',
  '2024-06-01 柳青 云岫区 副区长',
  '2024-03-01 林澄 云岫区 常务副区长',
  // First acting, then elected.
  '2024-01-01 顾远 龙洞县 代县长',
  '2024-03-01 顾远 龙洞县 县长',
  '2024-05-01 顾远 龙洞县 原县长',
  // Whoever runs the daily work of a body is not a rival of its head.
  '2024-01-01 顾远 云岫商会 会长',
  '2024-05-01 顾远 云岫商会 会长',
  '2024-03-01 白露 云岫商会 执行会长',
  // One person, who is two in two newspapers.
  '2024-02-01 林澄 澄江县 县长',
  '2024-04-01 林澄 澄江县 县长',
  '2024-01-01 白露 - 记者',
  '2024-03-01 白露 - 记者',
];

/** `柳青 区长`, of an organisation on a day. */
async function heldAt(organisation: string, on: string): Promise<string[]> {
  const load = createLoaders(database);
  const list = load.tenuresOfOrganisation(idOf('organisation', organisation), { on, first: 100 });
  const { edges } = await list.page();
  expect(await list.totalCount()).toBe(edges.length);
  return (
    await Promise.all(edges.map(async ({ node }) => `${(await load.person(node.personId))!.name} ${node.title}`))
  ).toSorted();
}

describe('posts held on a day', () => {
  test.each<[string, string, string, string[]]>([
    ['the one who is cited around it with nobody else between', '云岫区', '2024-03-15', ['柳青 副区长', '林澄 区长']],
    ['nobody between two citations with somebody else between', '云岫区', '2024-02-01', ['柳青 副区长']],
    ['every holder of a shared post', '云岫区', '2024-03-01', ['柳青 副区长', '林澄 区长', '林澄 常务副区长']],
    ['the one who is given the office on the day that it is handed over', '青石县', '2024-02-01', ['林澄 县长']],
    ['the old holder before that', '青石县', '2024-01-31', ['柳青 县长']],
    ['each of two who are both cited on the day', '白河县', '2024-02-01', ['柳青 县长', '林澄 代县长']],
    ['the one who acted, until the next citation', '龙洞县', '2024-02-01', ['顾远 代县长']],
    ['nobody after an end', '龙洞县', '2024-05-01', []],
    ['the head and the one who runs the daily work', '云岫商会', '2024-03-01', ['白露 执行会长', '顾远 会长']],
    ['one person whom two newspapers tell of, once', '澄江县', '2024-03-01', ['林澄 县长']],
    ['nobody before all citations', '云岫区', '2023-12-31', []],
  ])('a post is held by %s', async (_, organisation, on, held) => {
    expect(await heldAt(organisation, on)).toEqual(held.toSorted());
  });

  test('the posts of a person include those without an organisation', async () => {
    const load = createLoaders(database);
    const titles = async (on: string) =>
      (await load.tenuresOfPerson(idOf('person', 'yunxiu-bao', '白露'), { on }).page()).edges.map(
        ({ node }) => node.title,
      );
    expect(await titles('2024-02-01')).toEqual(['记者']);
    expect(await titles('2024-03-02')).toEqual([]);
  });
});

const RANDOM = { organisation: '明州市', titles: ['市长', '代市长', '副市长', '常务副市长', '书记', '委员'] };
const dayOf = (n: number) => new Date(Date.UTC(2020, 0, n + 1)).toISOString().slice(0, 10);

/** Citations that contradict each other in every way: few people, few days, ends and beginnings. */
function randomCitations(count: number): string[] {
  let state = 11;
  const next = (bound: number) => (
    (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648), Math.floor(state / 65_536) % bound
  );
  return [
    ...new Set(
      Array.from({ length: count }, () => {
        const title = RANDOM.titles[next(RANDOM.titles.length)]!;
        const change = ['', '', '', '', ' APPOINTED', ' REMOVED'][next(6)]!;
        return `${dayOf(next(120))} 甲${next(12)} ${RANDOM.organisation} ${change === '' && next(8) === 0 ? `前任${title.replace(/代|常务/, '')}` : title}${change}`;
      }),
    ),
  ];
}

/** Every third citation is read with little confidence. */
const unsure = (words: string, i: number) => ({ ...citation(words), confidence: i % 3 === 0 ? 0.4 : 0.9 });

test.each([undefined, 0.5])(
  'a post held on a day is one that officeHolders confirms, with confidence %d',
  async (minConfidence) => {
    let confirmed = 0;
    for (let n = 0; n < 120; n += 1) {
      const load = createLoaders(database);
      const on = dayOf(n);
      const held = (
        await load
          .tenuresOfOrganisation(idOf('organisation', RANDOM.organisation), { on, minConfidence, first: 100 })
          .page()
      ).edges.map(({ node }) => node);
      const answers = (
        await Promise.all(RANDOM.titles.map((title) => officeHolders(load, { ...RANDOM, title, on, minConfidence })))
      ).flat();
      const sure = answers.filter(({ certainty }) => certainty === 'CONFIRMED').map(({ tenure }) => tenure);
      const seats = (tenures: typeof held) =>
        [...new Set(tenures.map(({ personId, title }) => `${personId} ${title.replace(/代|常务/, '')}`))].toSorted();
      expect(seats(held), on).toEqual(seats(sure));
      expect(
        held.map(({ id }) => id),
        on,
      ).toEqual(expect.arrayContaining(sure.map(({ id }) => id)));
      confirmed += sure.length;
    }
    expect(confirmed).toBeGreaterThan(50);
  },
);
