import { afterEach, beforeEach, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import type { ExtractedPage } from '../../src/store/extracted-page.ts';
import { createKnownNames } from '../../src/store/known-names.ts';
import type { KnownNames } from '../../src/store/known-names.ts';
import { identifyPage } from '../../src/store/page-identity.ts';
import type { StoredFile } from '../../src/store/stored-file.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { HEAD, organisation, pageOf, person, SIGNING } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const NEXT: ArticleFixture = {
  headline: '再访',
  body: '刘 琪与秦曦、刘坤到新微集团、上海新微科技集团有限公司、区政府。',
};

async function replacedBy(page: ExtractedPage): Promise<readonly StoredFile[]> {
  const identity = await identifyPage(database.drizzle, page, { replace: true });
  return identity.kind === 'NEW' ? identity.replaces : [];
}

async function store(page: ExtractedPage, knownNames: KnownNames): Promise<void> {
  const known = await knownNames.forPage(page, await replacedBy(page));
  if ((await savePage(database, page, { replace: true })).kind === 'NEW') known.learn(page.facts);
}
const knownOf = async (page: ExtractedPage, knownNames = createKnownNames(database)) => {
  const { archive } = await knownNames.forPage(page, await replacedBy(page));
  return [[...archive.people], [...archive.organisations]];
};
const SIGNED = [
  ['刘琪', '秦曦'],
  ['新微集团', '上海新微科技集团有限公司'],
];

test('the next page knows people with titles and all names of organisations, from the database and from the same import', async () => {
  const knownNames = createKnownNames(database);
  expect(await knownOf(pageOf('b.txt', [NEXT]), knownNames)).toEqual([[], []]);
  await store(pageOf('a.txt', [SIGNING]), knownNames);
  expect(await knownOf(pageOf('b.txt', [NEXT]), knownNames)).toEqual(SIGNED);
  expect(await knownOf(pageOf('b.txt', [NEXT]))).toEqual(SIGNED);
});

test('a page knows only names that it prints, and only people of its publication', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING]));
  expect(await knownOf(pageOf('b.txt', [{ headline: '无', body: '无人。' }]))).toEqual([[], []]);
  expect(await knownOf(pageOf('b.txt', [NEXT], { publication: { ...HEAD.publication, slug: 'other-bao' } }))).toEqual([
    [],
    SIGNED[1],
  ]);
});

test('generic names are not known', async () => {
  const school: ArticleFixture = {
    headline: '开会',
    body: '集团公司开会。',
    facts: (words) => ({ organisations: [organisation('集团公司', words)] }),
  };
  await savePage(database, pageOf('a.txt', [school]));
  expect(await knownOf(pageOf('b.txt', [school]))).toEqual([[], []]);
});

test('names that only an earlier version of a page proved are unknown to that page, and forgotten when it no longer prints them', async () => {
  const knownNames = createKnownNames(database);
  await store(pageOf('a.txt', [SIGNING]), knownNames);
  const corrected = pageOf('a.txt', [SIGNING, NEXT]);
  expect(await knownOf(corrected, knownNames)).toEqual([[], []]);
  await store(
    pageOf('b.txt', [
      {
        headline: '签约',
        body: '刘琪签约。',
        facts: (words) => ({
          people: [
            person('刘琪', words, {
              titles: [
                {
                  title: '主任',
                  organisation: null,
                  isOwnerInferred: false,
                  modality: 'FULL',
                  change: null,
                  evidence: words('签约'),
                },
              ],
            }),
          ],
        }),
      },
    ]),
    knownNames,
  );
  expect(await knownOf(corrected, knownNames)).toEqual([['刘琪'], []]);
  await store(pageOf('a.txt', [NEXT]), knownNames);
  expect(await knownOf(pageOf('c.txt', [NEXT]), knownNames)).toEqual([['刘琪'], []]);
  expect(await knownOf(pageOf('c.txt', [NEXT]))).toEqual([['刘琪'], []]);
});
