import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPage, ingestPaths } from '../../src/ingest.ts';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { reindex } from '../../src/store/reindex.ts';
import { deriveTenures } from '../../src/store/tenure.ts';
import { statementsOn } from '../support/statements.ts';
import { idOf } from '../support/archive.ts';
import { citation, storeCitations } from '../support/citation.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { organisation, pageOf, person } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.sql`truncate publications, organisations, people cascade`;
});
afterAll(() => database.drop());

const personId = (name: string) => idOf('person', 'yunxiu-bao', name);
const derive = (...people: string[]) =>
  database.drizzle.transaction((tx) => deriveTenures(tx, new Set(people.map(personId))));

async function store(...citations: string[]): Promise<void> {
  await storeCitations(database, citations.map(citation));
}

/** `区长 of 云岫区, FULL 2024-01-15–2024-02-03, from … until …` */
async function tenures(): Promise<string[]> {
  const rows = await database.sql<Record<string, string | null>[]>`
    select title, o.key, modality, first_cited_on::text as first, last_cited_on::text as last, started_on::text as started, ended_by::text as ended
    from tenures t left join organisations o on o.id = organisation_id order by first_cited_on, modality, title`;
  return rows.map(
    ({ title, key, modality, first, last, started, ended }) =>
      `${title} of ${key}, ${modality} ${first}–${last}${started === null ? '' : `, from ${started}`}${ended === null ? '' : `, until ${ended}`}`,
  );
}

async function tenuresOf(...citations: string[]): Promise<string[]> {
  await store(...citations);
  await derive('柳青');
  return tenures();
}

describe('a tenure', () => {
  test('joins the citations of one office, whatever the wording, and keeps the longest', async () => {
    expect(
      await tenuresOf(
        '2024-03-01 柳青 云岫区委组织部 组织部部长',
        '2024-01-15 柳青 云岫区委组织部 部长',
        '2024-02-03 柳青 云岫区委组织部 组织部长',
      ),
    ).toEqual(['组织部部长 of 云岫区委组织部, FULL 2024-01-15–2024-03-01']);
  });

  test('prefers the first in order of two equally long forms', async () => {
    expect(await tenuresOf('2024-01-15 柳青 云岫区 代理區長', '2024-01-16 柳青 云岫区 代理区长')).toEqual([
      '代理区长 of 云岫区, ACTING 2024-01-15–2024-01-16',
    ]);
  });

  test('is a separate one for another organisation, post or modality', async () => {
    expect(
      await tenuresOf(
        '2024-01-01 柳青 云岫区 副区长',
        '2024-01-02 柳青 云岫区 常务副区长',
        '2024-01-03 柳青 云岫区 代区长',
        '2024-01-04 柳青 云岫区 区长',
        '2024-01-05 柳青 青石区 区长',
        '2024-01-06 柳青 - 区长',
      ),
    ).toEqual([
      '副区长 of 云岫区, DEPUTY 2024-01-01–2024-01-01',
      '常务副区长 of 云岫区, EXECUTIVE 2024-01-02–2024-01-02',
      '代区长 of 云岫区, ACTING 2024-01-03–2024-01-03',
      '区长 of 云岫区, FULL 2024-01-04–2024-01-04',
      '区长 of 青石区, FULL 2024-01-05–2024-01-05',
      '区长 of null, FULL 2024-01-06–2024-01-06',
    ]);
  });

  test('needs a title with a day', async () => {
    expect(await tenuresOf('- 柳青 云岫区 区长')).toEqual([]);
  });

  test('starts on the day of the appointment', async () => {
    expect(await tenuresOf('2024-01-15 柳青 云岫区 区长 APPOINTED', '2024-02-03 柳青 云岫区 区长')).toEqual([
      '区长 of 云岫区, FULL 2024-01-15–2024-02-03, from 2024-01-15',
    ]);
  });

  test('ends on the day of the removal, whose report is its last citation', async () => {
    expect(
      await tenuresOf(
        '2024-01-15 柳青 云岫区 区长',
        '2024-02-03 柳青 云岫区 区长 REMOVED',
        '2024-02-05 柳青 云岫区 区长 REMOVED',
      ),
    ).toEqual(['区长 of 云岫区, FULL 2024-01-15–2024-02-03, until 2024-02-03']);
  });

  test('can be known from its end alone', async () => {
    expect(await tenuresOf('2024-02-03 柳青 云岫区 区长 REMOVED')).toEqual([
      '区长 of 云岫区, FULL 2024-02-03–2024-02-03, until 2024-02-03',
    ]);
  });

  test('ends by the first day on which the person is called a former holder, in any modality', async () => {
    expect(
      await tenuresOf(
        '2024-01-15 柳青 云岫区 代区长',
        '2024-01-20 柳青 云岫区 区长',
        '2024-03-01 柳青 云岫区 原区长',
        '2024-04-01 柳青 云岫区 原区长',
        '2024-02-01 柳青 云岫区 副书记',
      ),
    ).toEqual([
      '代区长 of 云岫区, ACTING 2024-01-15–2024-01-15, until 2024-03-01',
      '区长 of 云岫区, FULL 2024-01-20–2024-01-20, until 2024-03-01',
      '副书记 of 云岫区, DEPUTY 2024-02-01–2024-02-01',
      '原区长 of 云岫区, FORMER 2024-03-01–2024-04-01',
    ]);
  });

  test('begins anew after an end', async () => {
    expect(
      await tenuresOf(
        '2023-01-15 柳青 云岫区 区长',
        '2023-03-01 柳青 云岫区 原区长',
        '2024-01-15 柳青 云岫区 区长',
        '2024-02-15 柳青 云岫区 区长',
        '2024-05-01 柳青 云岫区 区长 REMOVED',
      ),
    ).toEqual([
      '区长 of 云岫区, FULL 2023-01-15–2023-01-15, until 2023-03-01',
      '原区长 of 云岫区, FORMER 2023-03-01–2023-03-01',
      '区长 of 云岫区, FULL 2024-01-15–2024-05-01, until 2024-05-01',
    ]);
    const [{ count } = { count: 0 }] = await database.sql<
      { count: number }[]
    >`select count(distinct id)::int as count from tenures`;
    expect(count).toBe(3);
  });

  test('changes from acting to full on the day of the election', async () => {
    expect(
      await tenuresOf(
        '2024-01-15 柳青 云岫区 代区长',
        '2024-02-03 柳青 云岫区 代区长 REMOVED',
        '2024-02-03 柳青 云岫区 区长 APPOINTED',
        '2024-02-03 柳青 云岫区 区长',
        '2024-03-01 柳青 云岫区 区长',
      ),
    ).toEqual([
      '代区长 of 云岫区, ACTING 2024-01-15–2024-02-03, until 2024-02-03',
      '区长 of 云岫区, FULL 2024-02-03–2024-03-01, from 2024-02-03',
    ]);
  });

  test('ends where somebody else is in the office before its holder returns', async () => {
    await store(
      '2023-01-15 柳青 云岫区 区长',
      '2023-06-01 柳青 云岫区 区长',
      '2024-02-01 林澄 云岫区 代区长',
      '2024-03-01 林澄 云岫区 区长',
      '2025-01-10 柳青 云岫区 代区长',
      '2025-02-01 柳青 云岫区 区长 APPOINTED',
      '2025-06-01 柳青 云岫区 区长',
      '2025-09-01 柳青 云岫区 原区长',
      '2025-12-01 柳青 云岫区 区长 REMOVED',
    );
    await derive('柳青', '林澄');
    expect(await tenures()).toEqual([
      '区长 of 云岫区, FULL 2023-01-15–2023-06-01',
      '代区长 of 云岫区, ACTING 2024-02-01–2024-02-01',
      '区长 of 云岫区, FULL 2024-03-01–2024-03-01',
      '代区长 of 云岫区, ACTING 2025-01-10–2025-01-10, until 2025-09-01',
      '区长 of 云岫区, FULL 2025-02-01–2025-06-01, from 2025-02-01, until 2025-09-01',
      '原区长 of 云岫区, FORMER 2025-09-01–2025-09-01',
    ]);
  });

  test.each([
    ['a post that several share', '副区长', '2024-02-01 林澄 云岫区 副区长'],
    ['a former holder', '区长', '2024-02-01 林澄 云岫区 原区长'],
    ['somebody who is removed', '区长', '2024-02-01 林澄 云岫区 区长 REMOVED'],
    ['the holder of another office', '区长', '2024-02-01 林澄 青石区 区长'],
    ['somebody on the day of a citation', '区长', '2023-01-15 林澄 云岫区 区长'],
  ])('goes on beside %s', async (_, title, other) => {
    await store(`2023-01-15 柳青 云岫区 ${title}`, other, `2025-01-10 柳青 云岫区 ${title}`);
    await derive('柳青', '林澄');
    const found = await tenures();
    expect(found.filter((line) => line.includes(' 2023-01-15–2025-01-10'))).toHaveLength(1);
  });

  test('goes on beside a namesake of another newspaper, who may be the same person', async () => {
    await storeCitations(database, [
      citation('2023-01-15 柳青 云岫区 区长'),
      { ...citation('2024-01-15 柳青 云岫区 区长'), publication: 'mingzhou-bao' },
      citation('2025-01-10 柳青 云岫区 区长'),
    ]);
    await derive('柳青');
    expect(await tenures()).toEqual(['区长 of 云岫区, FULL 2023-01-15–2025-01-10']);
  });

  test('overlaps that of somebody else where the two are cited by turns', async () => {
    await store(
      '2023-01-15 柳青 云岫区 区长',
      '2024-03-01 林澄 云岫区 区长',
      '2024-05-01 柳青 云岫区 区长',
      '2025-01-10 林澄 云岫区 区长',
    );
    await derive('柳青', '林澄');
    expect(await tenures()).toEqual([
      '区长 of 云岫区, FULL 2023-01-15–2024-05-01',
      '区长 of 云岫区, FULL 2024-03-01–2025-01-10',
    ]);
  });

  test('says nothing of the tenures of others', async () => {
    await store('2024-01-15 柳青 云岫区 区长', '2024-02-03 林澄 云岫区 原区长');
    await derive('柳青', '林澄');
    expect(await tenures()).toEqual([
      '区长 of 云岫区, FULL 2024-01-15–2024-01-15',
      '原区长 of 云岫区, FORMER 2024-02-03–2024-02-03',
    ]);
  });
});

describe('deriving', () => {
  const PAGE = [
    '2024-01-15 柳青 云岫区 代区长',
    '2024-02-03 柳青 云岫区 区长',
    '2024-03-01 柳青 云岫区 原区长',
    '2024-04-01 柳青 - 会长',
    '2024-05-01 柳青 云岫区 区长',
  ];
  const versions = async () => [...(await database.sql`select id, xmin::text, ctid::text from tenures order by id`)];
  const rows = async () => [...(await database.sql`select * from tenures order by id`)];

  test('the same again writes nothing', async () => {
    await store(...PAGE);
    await derive('柳青');
    const before = await versions();
    expect(before).toHaveLength(5);
    await derive('柳青');
    await reindex(database);
    expect(await versions()).toEqual(before);
  });

  test('writes only what differs', async () => {
    await store(...PAGE);
    await derive('柳青');
    const before = await versions();
    await store('2024-04-15 柳青 - 会长');
    await derive('柳青');
    const after = await versions();
    expect(after.filter((row, i) => row['xmin'] !== before[i]!['xmin'])).toHaveLength(1);
    expect(after.map(({ id }) => id as string)).toEqual(before.map(({ id }) => id as string));
  });

  test('gives the same rows for every order of citations', async () => {
    for (const words of PAGE.toReversed()) {
      await store(words);
      await derive('柳青');
    }
    const backwards = await rows();
    await database.sql`truncate publications, people cascade`;
    await store(...PAGE);
    await derive('柳青');
    expect(await rows()).toEqual(backwards);
  });

  test('removes what nothing proves any more, of the given people only', async () => {
    await store(...PAGE, '2024-01-15 林澄 云岫区 副区长');
    await derive('柳青', '林澄');
    await database.sql`delete from printed_titles where title = '会长'`;
    await derive('柳青');
    expect(await tenures()).not.toContain('会长 of null, FULL 2024-04-01–2024-04-01');
    expect(await tenures()).toContain('副区长 of 云岫区, DEPUTY 2024-01-15–2024-01-15');
    await database.sql`delete from articles`;
    await derive('柳青', '林澄');
    expect(await tenures()).toEqual([]);
  });

  test('divides the tenures of others when a holder between them comes, and joins them when that one goes', async () => {
    await store('2023-01-15 柳青 云岫区 区长', '2025-01-10 柳青 云岫区 区长');
    await derive('柳青');
    const whole = ['区长 of 云岫区, FULL 2023-01-15–2025-01-10'];
    expect(await tenures()).toEqual(whole);
    await store('2024-01-10 林澄 云岫区 区长');
    await derive('林澄');
    expect(await tenures()).toEqual([
      '区长 of 云岫区, FULL 2023-01-15–2023-01-15',
      '区长 of 云岫区, FULL 2024-01-10–2024-01-10',
      '区长 of 云岫区, FULL 2025-01-10–2025-01-10',
    ]);
    await database.sql`delete from articles where id in (
      select article_id from printed_titles where person_id = ${personId('林澄')})`;
    await derive('林澄');
    expect(await tenures()).toEqual(whole);
    await store('2024-01-10 林澄 云岫区 区长');
    await derive('林澄');
    expect(await tenures()).toHaveLength(3);
    await database.sql`delete from articles where id in (
      select article_id from printed_titles where person_id = ${personId('林澄')})`;
    await database.sql`delete from people where id = ${personId('林澄')}`;
    await database.drizzle.transaction((tx) =>
      deriveTenures(tx, new Set([personId('林澄')]), new Set([idOf('organisation', '云岫区')])),
    );
    expect(await tenures()).toEqual(whole);
  });

  test('takes as many statements for one citation as for thousands', async () => {
    const days = Array.from({ length: 1_000 }, (_, n) => new Date(Date.UTC(2015, 0, n + 1)).toISOString().slice(0, 10));
    await store(
      ...days.map((day) => `${day} 柳青 云岫区 区长`),
      ...days.slice(0, 300).map((day, n) => `${day} 林${n} 云岫区 副区长`),
      '2024-01-15 顾远 云岫区 书记',
    );
    const statements = statementsOn(database.sql);
    const cost = async (names: readonly string[]) => {
      statements.length = 0;
      await database.drizzle.transaction((tx) => deriveTenures(tx, new Set(names.map(personId))));
      return statements.length;
    };
    const one = await cost(['顾远']);
    expect(await cost(['柳青', ...Array.from({ length: 300 }, (_, n) => `林${n}`)])).toBe(one);
    expect(one).toBeLessThanOrEqual(7);
    expect(await database.sql`select count(*)::int as count from tenures`).toEqual([{ count: 302 }]);
  });
});

describe('importing', () => {
  const rows = async () => [...(await database.sql`select * from tenures order by id`)];
  const SEEDS = ['000_fc0a40daac650225', '003_007a55f3a8e66e78'].map((name) => `seeds/${name}.txt`);
  const METADATA =
    '{ "publication": { "slug": "yunxiu-bao", "name": "云岫报", "district": "云岫区" }, "publishedOn": { "date": "2024-03-04", "basis": "STATED" } }';
  const page = (raw: string) => ({
    raw: `会议召开\n\n${raw}\n`,
    file: 'a.txt',
    stated: parseMetadata(METADATA, 'a.issue.json'),
  });

  test('gives the same tenures for every order of pages, and so does a reindex', async () => {
    await ingestPaths(database, SEEDS);
    const forwards = await rows();
    expect(forwards.length).toBeGreaterThan(30);
    await database.sql`truncate publications, organisations, people cascade`;
    await ingestPaths(database, SEEDS.toReversed());
    expect(await rows()).toEqual(forwards);
    await reindex(database);
    expect(await rows()).toEqual(forwards);
  });

  test('joins titles at the long and the short form of one organisation', async () => {
    const article = (name: string): ArticleFixture => ({
      headline: name,
      body: `恒岳科技集团有限公司（恒岳集团），${name}总裁柳青。`,
      facts: (words) => ({
        people: [
          person('柳青', words, {
            titles: [
              {
                title: '总裁',
                organisation: name,
                isOwnerInferred: false,
                modality: 'FULL',
                change: null,
                evidence: words('总裁'),
              },
            ],
          }),
        ],
        organisations: [organisation(name, words, { mentions: [words(name), words('恒岳集团')] })],
      }),
    });
    await savePage(database, pageOf('a.txt', [article('恒岳科技集团有限公司')]));
    await savePage(database, pageOf('b.txt', [article('恒岳集团')]));
    expect(await tenures()).toEqual(['总裁 of 恒岳科技集团有限公司, FULL 2024-05-27–2024-05-27']);
  });

  test('lets an office begin or end on the day of its notice, not of the issue', async () => {
    const notice =
      '经研究，决定：\n\n任命钟离秋为云岫区财政局局长；\n\n免去司马青的云岫区审计局局长职务。\n\n特此通知。\n\n云岫区人民政府\n\n2024年2月29日';
    await ingestPage(database, { ...page(notice), raw: `任免通知\n\n${notice}\n` });
    expect(await tenures()).toEqual(
      [
        '局长 of 云岫区审计局, FULL 2024-02-29–2024-02-29, until 2024-02-29',
        '局长 of 云岫区财政局, FULL 2024-02-29–2024-02-29, from 2024-02-29',
      ].toSorted(),
    );
  });

  test('a corrected page removes the tenures that it alone proved', async () => {
    await ingestPage(database, page('本周，区长钟离秋主持会议。'));
    expect(await tenures()).toEqual(['区长 of 云岫区, FULL 2024-03-04–2024-03-04']);
    await ingestPage(database, page('本周，副区长钟离秋主持会议。'));
    expect(await tenures()).toEqual(['副区长 of 云岫区, DEPUTY 2024-03-04–2024-03-04']);
    await ingestPage(database, page('本周召开会议。'));
    expect(await tenures()).toEqual([]);
  });
});
