import { afterAll, beforeAll, expect, test } from 'vitest';
import { addNewspaper, fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await addNewspaper(database, 'other');
});
afterAll(() => database.drop());

test('an agreement has its parties, who signed for which of them with which title, and who witnessed', async () => {
  const signatory = 'person { name } onBehalfOf { name } titles { title organisation { name } } evidence { quote }';
  expect(
    await ask(
      database,
      `{ issue(publication: "yunxi-bao", by: { number: 101 }) { agreements(first: 1) { totalCount nodes {
    kind instrumentTitle stage signedOn signedOnBasis signedOnText place declaredCount isRenewal article { headline } evidence { quote source { file } }
    parties { organisation { name } evidence { rule } signatories { person { name } } } signatories { ${signatory} }
    hosts { name } attendees { name } witnesses { name } } } } }`,
    ),
  ).toEqual({
    issue: {
      agreements: {
        totalCount: 2,
        nodes: [
          {
            kind: 'STRATEGIC',
            instrumentTitle: '战略合作协议',
            stage: 'SIGNED',
            signedOn: '2024-03-01',
            signedOnBasis: 'INFERRED',
            signedOnText: null,
            place: null,
            declaredCount: null,
            isRenewal: false,
            article: { headline: '云溪区与青禾集团签约' },
            evidence: [{ quote: '签署《战略合作协议》', source: { file: '2024-03-04-1.txt' } }],
            parties: [
              {
                organisation: { name: '云溪区' },
                evidence: { rule: 'test.by-hand' },
                signatories: [{ person: { name: '林澄' } }],
              },
              {
                organisation: { name: '青禾集团' },
                evidence: { rule: 'test.by-hand' },
                signatories: [{ person: { name: '白露' } }],
              },
            ],
            signatories: [
              {
                person: { name: '林澄' },
                onBehalfOf: { name: '云溪区' },
                titles: [{ title: '区长', organisation: { name: '云溪区' } }],
                evidence: { quote: '林澄' },
              },
              {
                person: { name: '白露' },
                onBehalfOf: { name: '青禾集团' },
                titles: [{ title: '总裁', organisation: { name: '青禾集团' } }],
                evidence: { quote: '白露' },
              },
            ],
            hosts: [],
            attendees: [],
            witnesses: [{ name: '顾远' }],
          },
        ],
      },
    },
  });
});

test('agreements come newest first and those without a day last; a range of days leaves these out', async () => {
  expect(
    await ask(database, '{ agreements { totalCount nodes { kind signedOn signedOnText declaredCount } } }'),
  ).toEqual({
    agreements: {
      totalCount: 6,
      nodes: [
        ...Array(3).fill({ kind: 'STRATEGIC', signedOn: '2024-03-01', signedOnText: null, declaredCount: null }),
        ...Array(3).fill({ kind: 'MEMORANDUM', signedOn: null, signedOnText: '2023-04', declaredCount: 2 }),
      ],
    },
  });
  expect(
    await ask(
      database,
      `{ day: agreements(filter: { publication: "yunxi-bao", signedOn: { from: "2024-03-01", to: "2024-03-01" } }) { totalCount }
    later: agreements(filter: { signedOn: { from: "2024-03-02" } }) { totalCount } elsewhere: agreements(filter: { publication: "other" }) { totalCount } }`,
    ),
  ).toEqual({
    day: { totalCount: 3 },
    later: { totalCount: 0 },
    elsewhere: { totalCount: 0 },
  });
});

test('the agreements of an article come in print order', async () => {
  expect(
    await ask(
      database,
      '{ articles(filter: { eventOn: { from: "2024-03-01" } }, first: 1) { nodes { agreements { nodes { kind stage } } } } }',
    ),
  ).toEqual({
    articles: {
      nodes: [
        {
          agreements: {
            nodes: [
              { kind: 'STRATEGIC', stage: 'SIGNED' },
              { kind: 'MEMORANDUM', stage: 'BACKGROUND' },
            ],
          },
        },
      ],
    },
  });
});
