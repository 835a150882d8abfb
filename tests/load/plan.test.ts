import { isInputObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { relations } from '../../src/load/relations.ts';
import { combinedStatement, statementFor } from '../../src/query/combined-statement.ts';
import { countFetch, keyedFetch, pageFetch } from '../../src/query/fetch.ts';
import type { Fetch } from '../../src/query/fetch.ts';
import type { PageArguments } from '../../src/query/page.ts';
import { lookupText } from '../../src/query/relation-statement.ts';
import type { AnyListRelation } from '../../src/query/relation.ts';
import type { Statement } from '../../src/query/statement.ts';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { DISTRICT, OFFICIAL, lengthenArchive } from './large-archive.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await lengthenArchive(database);
  await database.sql`
    insert into judgements (kind, subject_type, subject_id, reference, expected, value, author, reason, conflict)
    select 'RENAME', 'Person', gen_random_uuid(), '{}', '某', '某某', '编辑', '通称',
      case when n % 100 = 0 then 'SUBJECT_GONE'::judgement_conflict end
    from generate_series(1, 2000) n`;
  await database.sql`vacuum analyze judgements`;
});
afterAll(() => database.drop());

let asked = 0;

/** The generic plan, which the gateway's connections always use. */
async function planOf(
  { text, parameters }: { text: string; parameters: readonly unknown[] },
  settings = '',
  how = '',
): Promise<string> {
  const values = parameters
    .map((value) => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`))
    .join(', ');
  asked += 1; // A statement that fails stays prepared, and the next must not have its name.
  const name = `asked_${asked}`;
  return database.sql.begin(async (sql) => {
    if (settings !== '') await sql.unsafe(settings);
    await sql.unsafe(`prepare ${name} as ${text}`);
    const rows = await sql.unsafe(`explain ${how} execute ${name}${parameters.length === 0 ? '' : `(${values})`}`);
    await sql.unsafe(`deallocate ${name}`);
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  });
}

/** The plan when sequential scans are off: if it still has one, there is no other way. */
const forcedPlanOf = (statement: Statement) => planOf(statement, 'set local enable_seqscan = off');

/** There are few newspapers. */
const WHOLE = /Seq Scan on (?!publications)/;

type Arguments = Readonly<Record<string, unknown>>;
const ID = idOf('anything');

const pageOf = (listing: AnyListRelation, args: Arguments & PageArguments, parent = ID) =>
  asksOnce(pageFetch('', listing, args), parent);
const countOf = (listing: AnyListRelation, args: Arguments) => asksOnce(countFetch('', listing, args));

/** The statement that reads it of one parent. */
function asksOnce(fetch: Fetch, parent = ID): Statement {
  return statementFor(combinedStatement([{ fetch, source: null }]), [fetch.keyWidth === 2 ? [parent, parent] : parent]);
}

const declared = Object.entries(relations) as [keyof typeof relations, (typeof relations)[keyof typeof relations]][];
const listings = new Map(
  declared.flatMap(([name, relation]) =>
    relation.kind === 'list' ? [[name as string, relation as AnyListRelation]] : [],
  ),
);
const days = { from: '1950-03-01', to: '1950-04-01' };

/** A value for each filter, and the index that finds it when nothing else is asked for. */
const FILTERS: Readonly<Record<string, Readonly<Record<string, { readonly value: unknown; readonly index: string }>>>> =
  {
    DoubtFilter: {
      publication: { value: 'yunxi-bao', index: 'articles_' },
      kinds: { value: ['UNNAMED_PEOPLE'], index: 'doubts_kind_idx' },
    },
    JudgementFilter: {
      subject: { value: OFFICIAL, index: 'judgements_subject_idx' },
      isConflict: { value: true, index: 'judgements_conflict_idx' },
    },
    IssueFilter: {
      publication: { value: 'yunxi-bao', index: 'issues_publication_published_idx' },
      publishedOn: { value: days, index: 'issues_published_idx' },
      number: { value: 1001, index: 'issues_number_idx' },
    },
    ArticleFilter: {
      publication: { value: 'yunxi-bao', index: 'articles_publication_published_idx' },
      publishedOn: { value: days, index: 'articles_published_idx' },
      eventOn: { value: days, index: 'articles_event_idx' },
      page: { value: 3, index: 'articles_page_idx' },
      people: { value: { all: [OFFICIAL, ID], any: [OFFICIAL] }, index: 'article_people_person_published_idx' },
      organisations: { value: { all: [DISTRICT, ID] }, index: 'article_organisations_organisation_published_idx' },
      role: { value: 'ATTENDED', index: 'article_person_roles_article_id_person_id_role_pk' },
      genres: { value: ['NOTICE'], index: 'articles_genre_idx' },
      source: { value: '来源7', index: 'articles_source_idx' },
      hasAgreement: { value: true, index: 'agreements_natural_key' },
      text: { value: '首船靠泊', index: 'search_documents_lexemes_idx' },
    },
    PersonFilter: {
      publication: { value: 'yunxi-bao', index: 'article_people_publication_idx' },
      name: { value: '某7', index: 'search_documents_names_idx' },
      prefix: { value: 'mou7', index: 'people_prefix_idx' },
      organisation: { value: DISTRICT, index: 'printed_titles_organisation_idx' },
      title: { value: '职7', index: 'printed_titles_post_idx' },
      namedOn: { value: days, index: 'article_people_cited_idx' },
      // Most facts are sure: the list is read in its order, and the others are left out.
      minConfidence: { value: 0.9, index: 'people_pinyin_order_idx' },
    },
    OrganisationFilter: {
      publication: { value: 'yunxi-bao', index: 'article_organisations_publication_idx' },
      name: { value: '某7公司', index: 'search_documents_names_idx' },
      categories: { value: ['COMPANY'], index: 'organisations_kind_idx' },
      minConfidence: { value: 0.9, index: 'organisations_name_order_idx' },
    },
    AgreementFilter: {
      publication: { value: 'yunxi-bao', index: 'agreements_publication_signed_idx' },
      kinds: { value: ['STRATEGIC'], index: 'agreements_kind_idx' },
      stages: { value: ['SIGNED'], index: 'agreements_stage_idx' },
      parties: { value: { all: [DISTRICT, ID] }, index: 'agreement_parties_organisation_idx' },
      signatory: { value: OFFICIAL, index: 'agreement_people_person_idx' },
      signedOn: { value: days, index: 'agreements_signed_idx' },
      place: { value: '云岫会堂', index: 'agreements_place_idx' },
      isRenewal: { value: true, index: 'agreements_renewal_idx' },
      minConfidence: { value: 0.9, index: 'agreements_signed_idx' },
      text: { value: '首船靠泊', index: 'search_documents_lexemes_idx' },
    },
  };

/** The lists behind the fields that take a filter. */
const FILTERED: Readonly<Record<string, string>> = {
  'Query.issues': 'issues',
  'Publication.issues': 'issuesOfPublication',
  'Query.articles': 'articles',
  'Person.articles': 'articlesOfPerson',
  'Organisation.articles': 'articlesOfOrganisation',
  'Query.people': 'people',
  'Query.organisations': 'organisations',
  'Query.agreements': 'agreements',
  'Publication.articles': 'articlesOfPublication',
  'Publication.people': 'peopleOfPublication',
  'Publication.organisations': 'organisationsOfPublication',
  'Publication.agreements': 'agreementsOfPublication',
  'Query.judgements': 'judgements',
  'Query.unresolved': 'doubts',
};

/** They read whatever they count; their filters are those of the lists. */
const COUNTS = ['mostNamedPeople', 'mostNamedOrganisations', 'agreementGroups', 'coverage'];

/** What else a list can be asked for. */
const ARGUMENTS: Readonly<Record<string, Arguments>> = {
  articlesOfIssue: { page: 3 },
  articlesOfPerson: { role: 'SIGNED' },
  peopleOfArticle: { role: 'SIGNED', minConfidence: 0.9 },
  organisationsOfArticle: { minConfidence: 0.9 },
  tenuresOfPerson: { on: days.from, minConfidence: 0.9 },
  tenuresOfOrganisation: { title: '职7', on: days.from, minConfidence: 0.9 },
  tenuresOfOffice: { offices: ['7职7'], modalities: ['FULL'], publication: 'yunxi-bao' },
  coAppearances: { during: days },
  articlesOfCoAppearance: { during: days },
  partners: { during: days },
  coverage: { publication: 'yunxi-bao', kinds: ['MISSING_PAGES'] },
  agreementsOfPartner: { during: days },
};

/** What each search by name is given. */
const LOOKUPS: Readonly<Record<string, readonly unknown[]>> = {
  archiveSummary: [],
  publicationsWithSlug: ['yunxi-bao'],
  issuesOnDay: ['yunxi-bao', '1950-03-01'],
  issuesWithNumber: ['yunxi-bao', 1001],
  organisationsMeant: ['某7公司', 'yunxi-bao'],
  tenuresOfOffices: [['7职7'], '1950-03-01', ['FULL'], 'yunxi-bao', 0.9],
};

/** The search reads in a way of its own, and {@link COUNTS} too. */
const fieldsWithFilter = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const filter = field.args.find(({ name, type }) => name === 'filter' && String(type) !== 'SearchFilter');
      return filter === undefined || field.name === 'agreementStatistics'
        ? []
        : [{ field: `${type.name}.${field.name}`, type: String(filter.type) }];
    }),
  );
const filtered = fieldsWithFilter.flatMap(({ field, type }) => {
  const input = schema.getType(type);
  const name = FILTERED[field];
  if (!isInputObjectType(input) || name === undefined) return [];
  return Object.keys(input.getFields()).map((option) => ({ name, type, option, asked: FILTERS[type]?.[option] }));
});

describe('what this test covers', () => {
  test('every field that takes a filter is tested', () => {
    expect(fieldsWithFilter.map(({ field }) => field).toSorted()).toEqual(Object.keys(FILTERED).toSorted());
  });

  test('every option of a filter is tested', () => {
    expect(filtered.filter(({ asked }) => asked === undefined)).toEqual([]);
  });

  test('every search by name is tested', () => {
    expect(
      declared
        .filter(([, { kind }]) => kind === 'lookup')
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(Object.keys(LOOKUPS).toSorted());
  });
});

describe('statements that need not read a table whole', () => {
  test.each(
    [...listings]
      .filter(([name]) => !COUNTS.includes(name))
      .flatMap(([name, listing]) => Object.keys(listing.orders).map((field) => [name, field, listing] as const)),
  )('%s by %s is read through indexes', async (_, field, listing) => {
    for (const direction of ['ASC', 'DESC'] as const) {
      for (const end of [{ first: 20 }, { last: 20 }]) {
        expect(await forcedPlanOf(pageOf(listing, { orderBy: { field, direction }, ...end }))).not.toMatch(WHOLE);
      }
    }
    expect(await forcedPlanOf(countOf(listing, {}))).not.toMatch(WHOLE);
  });

  test.each(filtered)('$name with the filter $option is read through indexes', async ({ name, option, asked }) => {
    const listing = listings.get(name)!;
    const args = { filter: { [option]: asked!.value } };
    for (const field of Object.keys(listing.orders)) {
      expect(await forcedPlanOf(pageOf(listing, { ...args, orderBy: { field, direction: 'DESC' } }))).not.toMatch(
        WHOLE,
      );
    }
    expect(await forcedPlanOf(countOf(listing, args))).not.toMatch(WHOLE);
  });

  test.each(Object.entries(ARGUMENTS))('%s with %j is read through indexes', async (name, args) => {
    expect(await forcedPlanOf(pageOf(listings.get(name)!, args))).not.toMatch(WHOLE);
  });

  test.each(declared.flatMap(([name, relation]) => (relation.kind === 'keyed' ? [[name, relation] as const] : [])))(
    '%s is read through indexes',
    async (name, relation) => {
      expect(await forcedPlanOf(asksOnce(keyedFetch(name, relation as never)))).not.toMatch(WHOLE);
    },
  );

  test.each(declared.flatMap(([name, relation]) => (relation.kind === 'lookup' ? [[name, relation] as const] : [])))(
    '%s is read by key through indexes',
    async (name, search) => {
      const parameters = (search.parameters as (...values: readonly unknown[]) => string[])(...LOOKUPS[name]!);
      expect(await forcedPlanOf({ text: lookupText(search), parameters })).not.toMatch(WHOLE);
    },
  );
});

describe('plans that the planner chooses by itself', () => {
  test.each(filtered.filter(({ name }) => listings.get(name)!.parent === null))(
    '$name with the filter $option takes its index',
    async ({ name, asked, option }) => {
      expect(await planOf(pageOf(listings.get(name)!, { filter: { [option]: asked!.value } }))).toContain(asked!.index);
    },
  );

  test.each<[string, Arguments & PageArguments, string]>([
    ['issues', {}, 'issues_published_idx'],
    ['issues', { orderBy: { field: 'NUMBER', direction: 'ASC' } }, 'issues_number_idx'],
    ['issues', { filter: { publication: 'yunxi-bao', publishedOn: days } }, 'issues_publication_published_idx'],
    [
      'issues',
      { filter: { publication: 'yunxi-bao' }, orderBy: { field: 'NUMBER', direction: 'DESC' } },
      'issues_publication_number_idx',
    ],
    ['issuesOfPublication', {}, 'issues_publication_published_idx'],
    ['articlesOfPublication', {}, 'articles_publication_published_idx'],
    ['articlesOfPublication', { orderBy: { field: 'EVENT_ON', direction: 'DESC' } }, 'articles_publication_event_idx'],
    ['articlesOfPublication', { filter: { people: { any: [OFFICIAL] } } }, 'article_people_person_published_idx'],
    ['peopleOfPublication', {}, 'article_people_publication_idx'],
    ['peopleOfPublication', { filter: { name: '某7' } }, 'search_documents_names_idx'],
    ['organisationsOfPublication', {}, 'article_organisations_publication_idx'],
    ['agreementsOfPublication', {}, 'agreements_publication_signed_idx'],
    ['publicationsOfOrganisation', {}, 'article_organisations_publication_idx'],
    ['agreementsOfArticle', {}, 'agreements_natural_key'],
    ['articles', {}, 'articles_published_idx'],
    ['articles', { orderBy: { field: 'EVENT_ON', direction: 'DESC' } }, 'articles_event_idx'],
    ['articles', { filter: { publication: 'yunxi-bao', publishedOn: days } }, 'articles_publication_published_idx'],
    [
      'articles',
      { filter: { publication: 'yunxi-bao', eventOn: days }, orderBy: { field: 'EVENT_ON', direction: 'DESC' } },
      'articles_publication_event_idx',
    ],
    ['articles', { filter: { people: { any: [OFFICIAL] }, publishedOn: days } }, 'article_people_person_published_idx'],
    [
      'articles',
      { filter: { organisations: { any: [DISTRICT] }, publishedOn: days } },
      'article_organisations_organisation_published_idx',
    ],
    [
      'articles',
      { filter: { people: { any: [OFFICIAL] }, organisations: { any: [DISTRICT] } } },
      'article_organisations_organisation_published_idx',
    ],
    ['articles', { filter: { page: 1, publishedOn: days } }, 'articles_page_idx'],
    ['articles', { filter: { source: '来源7', publishedOn: days } }, 'articles_source_idx'],
    ['people', { orderBy: { field: 'ARTICLE_COUNT', direction: 'DESC' } }, 'people_named_count_idx'],
    ['people', { orderBy: { field: 'LAST_PUBLISHED_ON', direction: 'DESC' } }, 'people_last_named_idx'],
    [
      'people',
      { filter: { publication: 'yunxi-bao' }, orderBy: { field: 'ARTICLE_COUNT', direction: 'DESC' } },
      'article_people_publication_idx',
    ],
    [
      'people',
      { filter: { publication: 'yunxi-bao' }, orderBy: { field: 'LAST_PUBLISHED_ON', direction: 'DESC' } },
      'article_people_publication_idx',
    ],
    ['organisations', { orderBy: { field: 'ARTICLE_COUNT', direction: 'DESC' } }, 'organisations_named_count_idx'],
    ['organisations', { orderBy: { field: 'LAST_PUBLISHED_ON', direction: 'DESC' } }, 'organisations_last_named_idx'],
    ['articlesOfIssue', {}, 'articles_issue_idx'],
    ['articlesOfPerson', {}, 'article_people_person_published_idx'],
    ['articlesOfPerson', { filter: { publishedOn: days } }, 'article_people_person_published_idx'],
    ['articlesOfOrganisation', {}, 'article_organisations_organisation_published_idx'],
    ['people', {}, 'people_pinyin_order_idx'],
    ['people', { filter: { prefix: '某7' } }, 'people_name_order_idx'],
    ['people', { filter: { prefix: '刘' } }, 'people_name_order_idx'],
    ['people', { orderBy: { field: 'NAME', direction: 'ASC' } }, 'people_name_order_idx'],
    [
      'people',
      { filter: { publication: 'yunxi-bao' }, orderBy: { field: 'NAME', direction: 'ASC' } },
      'article_people_publication_idx',
    ],
    ['people', { filter: { organisation: DISTRICT, title: '职7' } }, 'printed_titles_organisation_idx'],
    ['organisations', {}, 'organisations_name_order_idx'],
    ['agreements', {}, 'agreements_signed_idx'],
    ['agreements', { filter: { kinds: ['STRATEGIC'], signedOn: days } }, 'agreements_kind_idx'],
    ['agreements', { filter: { stages: ['SIGNED'], signedOn: days } }, 'agreements_stage_idx'],
    ['agreements', { filter: { publication: 'yunxi-bao', signedOn: days } }, 'agreements_publication_signed_idx'],
    ['agreements', { filter: { parties: { any: [DISTRICT] }, signedOn: days } }, 'agreement_parties_organisation_idx'],
    ['agreements', { filter: { parties: { any: [DISTRICT] }, signatory: OFFICIAL } }, 'agreement_people_person_idx'],
    ['agreementsOfPerson', {}, 'agreement_people_person_idx'],
    ['agreementsOfOrganisation', {}, 'agreement_parties_organisation_idx'],
    ['coAppearances', {}, 'Index Scan Backward using co_appearances_person_idx'],
    ['coAppearances', { during: { from: days.from } }, 'Index Only Scan using article_people_present_idx'],
    ['coAppearances', { during: { from: days.from } }, 'Index Only Scan using article_people_event_idx'],
    ['partners', {}, 'agreement_parties_organisation_idx'],
    ['mostNamedPeople', { during: days }, 'article_people_cited_idx'],
    ['mostNamedPeople', { publication: 'yunxi-bao' }, 'article_people_publication_idx'],
    ['mostNamedOrganisations', { during: days }, 'article_organisations_published_idx'],
    ['mostNamedOrganisations', { publication: 'yunxi-bao' }, 'article_organisations_publication_idx'],
    ['agreementGroups', { groupBy: 'YEAR', filter: { signedOn: days } }, 'agreements_signed_idx'],
    [
      'agreementGroups',
      { groupBy: 'PARTY', filter: { parties: { any: [DISTRICT] }, signedOn: days } },
      'agreement_parties_organisation_idx',
    ],
    ['doubts', {}, 'doubts_article_id_ordinal_pk'],
    ['judgements', {}, 'judgements_ordinal_idx'],
    ['changes', {}, 'changes_seq_idx'],
    ['changes', { since: '7' }, 'changes_seq_idx'],
    ['changes', { types: ['PERSON'] }, 'changes_type_seq_idx'],
  ])('%s with %j takes %s', async (name, args, index) => {
    expect(await planOf(pageOf(listings.get(name)!, args))).toContain(index);
  });

  test.each([
    ['issues', 'PUBLISHED_ON', 'issues_published_idx', ['1950-03-01', ID]],
    ['articles', 'PUBLISHED_ON', 'articles_published_idx', ['1950-03-01', ID]],
    ['articlesOfPerson', 'PUBLISHED_ON', 'article_people_person_published_idx', ['1950-03-01', ID]],
    ['agreements', 'SIGNED_ON', 'agreements_signed_idx', ['1950-03-01', ID]],
    ['people', 'PINYIN', 'people_pinyin_order_idx', ['mou 7', ID]],
    ['organisations', 'NAME', 'organisations_name_order_idx', ['某7', ID]],
  ])('%s from a cursor in the order %s takes %s, from either end', async (name, field, index, place) => {
    const cursor = Buffer.from(JSON.stringify([` ${field}`, ...place])).toString('base64url');
    for (const args of [{ after: cursor }, { last: 5, before: cursor }]) {
      expect(await planOf(pageOf(listings.get(name)!, args))).toContain(index);
    }
  });

  test('organisationsMeant takes the index of names', async () => {
    const search = relations.organisationsMeant;
    const plan = await planOf({ text: lookupText(search), parameters: search.parameters('某7', null) });
    expect(plan).toContain('search_documents_names_idx');
    expect(plan).not.toMatch(/Seq Scan on (?:organisations|search_documents)/);
  });
});

describe('pages of somebody in 5,000 articles', () => {
  test.each<[string, Arguments, string]>([
    ['articlesOfPerson', {}, OFFICIAL],
    ['articlesOfOrganisation', {}, DISTRICT],
    ['agreementsOfOrganisation', {}, DISTRICT],
    ['agreementsOfPerson', {}, OFFICIAL],
    ['coAppearances', {}, OFFICIAL],
  ])('a page of %s reads only the rows that it needs', async (name, args, parent) => {
    const listing = listings.get(name)!;
    expect(await mostRowsOf(pageOf(listing, args, parent))).toBeLessThanOrEqual(MOST_ROWS);
  });

  test.each<[string, Arguments]>([
    ['articles', { filter: { people: { any: [OFFICIAL] } } }],
    ['articles', { filter: { organisations: { any: [DISTRICT] } } }],
    ['agreements', { filter: { parties: { any: [DISTRICT] } } }],
    ['agreements', { filter: { signatory: OFFICIAL } }],
  ])('a page of %s with %j reads only the rows that it needs', async (name, args) => {
    const listing = listings.get(name)!;
    expect(await mostRowsOf(pageOf(listing, args))).toBeLessThanOrEqual(MOST_ROWS);
  });
});

describe('orders by something that few rows lack', () => {
  test.each(
    [...listings]
      .filter(([name, { parent }]) => parent === null && !COUNTS.includes(name))
      .flatMap(([name, listing]) => Object.keys(listing.orders).map((field) => [name, field, listing] as const)),
  )('a page of %s by %s reads few rows besides its own', async (_, field, listing) => {
    for (const end of [{ first: 20 }, { last: 20 }]) {
      const plan = await planOf(
        pageOf(listing, { ...end, orderBy: { field, direction: 'DESC' } }),
        '',
        '(analyze, timing off)',
      );
      expect(plan).not.toMatch(/Rows Removed by Filter: \d{3}/);
    }
  });
});

/** A page, and the row that shows that the list continues. */
const MOST_ROWS = 21;

/** The most rows that any node of the plan yields when it is run. */
async function mostRowsOf(statement: Statement): Promise<number> {
  const plan = await planOf(statement, '', '(analyze, timing off)');
  return Math.max(...[...plan.matchAll(/actual rows=(\d+)/g)].map(([, rows]) => Number(rows)));
}
