import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLoaders, createQueryPlan } from '../../src/load/loaders.ts';
import type { Load } from '../../src/load/loaders.ts';
import type { OrganisationRecord, PersonRecord } from '../../src/load/node.ts';
import type { QueryPlan } from '../../src/query/query-plan.ts';
import type { NestedFetch } from '../../src/query/selection-plan.ts';
import { fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
let statements: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  statements = statementsOn(database.queries);
});
beforeEach(() => {
  statements.length = 0;
});
afterAll(async () => {
  await database.drop();
});

const signing = idOf('article', '2024-03-04', 'signing');
const notice = idOf('article', '2024-03-04', 'notice');
const district = idOf('organisation', '云溪区');
const company = idOf('organisation', '青禾集团');
const mayor = idOf('person', '林澄');

/** What follows on a reading: `relation` by the cells at these paths. */
const following = (
  relation: string,
  kind: NestedFetch['kind'],
  key: readonly string[],
  args: unknown = null,
  nested: readonly NestedFetch[] = [],
): NestedFetch => ({ relation, kind, key, args, nested });

/** Loaders that read along what follows on readings, and of rows only these paths. */
function loadersWith(
  follow: Readonly<Record<string, readonly NestedFetch[]>>,
  paths: Readonly<Record<string, readonly string[]>> = {},
): Load {
  return createLoaders(database, readingsWith(follow, paths));
}

function readingsWith(
  follow: Readonly<Record<string, readonly NestedFetch[]>>,
  paths: Readonly<Record<string, readonly string[]>>,
): QueryPlan {
  return createQueryPlan({
    nestedIn: (reading) => follow[reading] ?? [],
    paths: (relation) => (paths[relation] === undefined ? undefined : new Set(paths[relation])),
  });
}

describe('what is asked in one turn', () => {
  test('is one statement, and nothing is asked twice', async () => {
    const load = createLoaders(database);
    const [one, other, again] = await Promise.all([
      load.person(mayor),
      load.person(idOf('person', '顾远')),
      load.person(mayor),
    ]);
    expect([one?.name, other?.name, again?.name]).toEqual(['林澄', '顾远', '林澄']);
    await load.person(mayor);
    expect(statements).toHaveLength(1);
  });

  test('is null for an id of nothing', async () => {
    const load = createLoaders(database);
    expect(await Promise.all([load.person(idOf('nobody')), load.person(mayor)])).toMatchObject([
      null,
      { name: '林澄' },
    ]);
  });
});

describe('what follows on rows comes with them in one statement', () => {
  test('a page, and of each of its rows a pair and a relation of one', async () => {
    const load = loadersWith({
      'peopleOfArticle.page': [
        following('rolesOfPersonInArticle', 'rows', ['articleId', 'personId']),
        following('citationOfPerson', 'rows', ['personId']),
      ],
    });
    const { edges } = await load.peopleOfArticle(signing, { first: 2 }).page();
    const roles = await Promise.all(
      edges.map(({ articleId, personId }) => load.rolesOfPersonInArticle([articleId, personId])),
    );
    expect(roles.map((each) => each.map(({ role }) => role))).toEqual([['BYLINE'], ['ATTENDED', 'SIGNED']]);
    expect(await load.citationOfPerson(edges[1]!.personId)).toMatchObject({ firstOn: '2024-03-01' });
    expect(statements).toHaveLength(1);
  });

  test('pages and counts of lists in lists', async () => {
    const args = { first: 1 };
    const load = loadersWith({
      'issues.page': [
        following('articlesOfIssue', 'page', ['node.id'], args, [
          following('peopleOfArticle', 'page', ['node.id'], args),
          following('peopleOfArticle', 'count', ['node.id'], args),
        ]),
      ],
    });
    for (const { node } of (await load.issues({ first: 3 }).page()).edges) {
      const article = (await load.articlesOfIssue(node.id, args).page()).edges[0]!.node;
      expect((await load.peopleOfArticle(article.id, args).page()).edges).toHaveLength(1);
      expect(await load.peopleOfArticle(article.id, args).totalCount()).toBe(4);
    }
    expect(statements).toHaveLength(1);
  });

  test('empty where there are no rows, and where rows have no key', async () => {
    const load = loadersWith({
      'organisation.rows': [following('organisation', 'rows', ['parentId'])],
      'creditsOfArticle.rows': [following('person', 'rows', ['person.id'])],
    });
    expect(await load.creditsOfArticle(notice)).toEqual([]);
    expect((await load.organisation(district))?.parentId).toBeNull();
    expect(await load.organisation(idOf('nothing'))).toBeNull();
    expect(statements).toHaveLength(3);
    const child = (await load.organisation(company)) as OrganisationRecord;
    expect((await load.organisation(child.parentId!))?.name).toBe('云溪区');
    expect(statements).toHaveLength(4);
  });

  test('the same as by itself, whatever a text or a list holds', async () => {
    const told = async (load: Load) => {
      const { edges } = await load.articles({ first: 20 }).page();
      return Promise.all(
        edges.map(async ({ node }) => [
          await load.article(node.id),
          await load.textOfArticle(node.id),
          await load.fileOfArticle(node.id),
        ]),
      );
    };
    await database.sql`update articles set headline_lines = array['引“号”', 'a "b", {c}', 'null'], captions = '{}' where id = ${notice}`;
    const articles = [
      following('article', 'rows', ['node.id']),
      following('textOfArticle', 'rows', ['node.id']),
      following('fileOfArticle', 'rows', ['node.id']),
    ];
    const withQueries = createLoaders(
      database,
      createQueryPlan({ nestedIn: (name) => (name === 'articles.page' ? articles : []), paths: () => undefined }),
    );
    expect(await told(withQueries)).toEqual(await told(createLoaders(database)));
  });

  test('but not what would be asked for wrongly: who asks for it is told', async () => {
    const wrong = { first: 101 };
    const load = loadersWith({ 'issues.page': [following('articlesOfIssue', 'page', ['node.id'], wrong)] });
    const { edges } = await load.issues({ first: 1 }).page();
    expect(edges).toHaveLength(1);
    expect(() => load.articlesOfIssue(edges[0]!.node.id, wrong)).toThrow(
      '`first` must be between 0 and 100; it is 101.',
    );
  });
});

describe('of rows only what is looked at is read', () => {
  test('at two places of one relation what either looks at', async () => {
    const readings = readingsWith({}, { person: ['name', 'pinyin'], creditsOfArticle: ['person.name'] });
    const load = createLoaders(database, readings);
    const read = (await load.person(mayor)) as PersonRecord;
    expect([read.name, read.pinyin, read.__typename]).toEqual(['林澄', 'lin cheng', 'Person']);
    expect(read.id).toBe(mayor);
    const [credit] = await load.creditsOfArticle(signing);
    expect(credit!.person.name).toBe('沈一苇');
    expect(readings.hasMissed).toBe(false);
    expect(credit!.person.pinyin).toBeUndefined();
    expect(readings.hasMissed).toBe(true);
    expect(statements[1]).not.toContain('pinyin');
  });

  test('a page without any column is as long as it is', async () => {
    const load = loadersWith({}, { issues: [], articlesOfIssue: [], organisationsNamed: [] });
    expect((await load.issues({ first: 2 }).page()).edges).toHaveLength(2);
    expect((await load.articlesOfIssue(idOf('issue', '2024-03-04'), {}).page()).edges).toHaveLength(4);
    expect(await load.organisationsNamed('青禾集团', null)).toHaveLength(1);
  });
});
