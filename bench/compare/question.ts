import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { parseSearchQuery } from '../../src/text/search-query.ts';
import type { MeasuredArchive } from '../query/archive.ts';
import type { Sample } from '../query/sample.ts';
import type { Random } from '../random.ts';

/**
 * What each contender is asked with to get one and the same answer: variables, or one of the baseline's statements and its
 * parameters.
 */
export interface Asked {
  readonly banmian: Readonly<Record<string, unknown>>;
  readonly postgraphile: Readonly<Record<string, unknown>>;
  readonly baseline: { readonly statement: string; readonly parameters: readonly (string | number)[] };
}

/** One question in the words of both gateways. */
export interface Question {
  readonly name: string;
  readonly banmian: string;
  readonly postgraphile: string;
  readonly asked: readonly Asked[];
}

/** How many different things are asked by each question. */
const ASKED = 60;

const documents = {
  newest: {
    banmian: `query Newest($filter: ArticleFilter) { articles(first: 20, filter: $filter) {
      nodes { id headline page issue { id number publishedOn } } } }`,
    postgraphile: `query Newest($condition: ArticleCondition) {
      articles: allArticlesList(first: 20, condition: $condition, orderBy: [PUBLISHED_ON_DESC, ROW_ID_DESC]) {
        id: rowId headline page issue: issueByIssueId { id: rowId number publishedOn } } }`,
  },
  article: {
    banmian: `query Article($id: ID!) { article: node(id: $id) { ... on Article {
      id headline body page issue { id number publishedOn }
      people(first: 50) { edges { titles { title } person: node { id name pinyin } } }
      organisations(first: 50) { edges { organisation: node { id name kind: category } } }
      agreements(first: 100) { nodes { id title: instrumentTitle kind signedOn parties { organisation { id name } } signatories { person { id name } } } } } } }`,
    postgraphile: `query Article($id: UUID!) { article: articleByRowId(rowId: $id) {
      id: rowId headline body page issue: issueByIssueId { id: rowId number publishedOn }
      people: articlePeopleByArticleIdList(first: 50, orderBy: [ORDINAL_ASC]) {
        titles: printedTitlesByArticleIdAndPersonIdList(orderBy: [ORDINAL_ASC]) { title }
        person: personByPersonId { id: rowId name pinyin } }
      organisations: articleOrganisationsByArticleIdList(first: 50, orderBy: [ORDINAL_ASC]) {
        organisation: organisationByOrganisationId { id: rowId name kind } }
      agreements: agreementsByArticleIdList(orderBy: [ORDINAL_ASC]) { id: rowId title kind signedOn
        parties: agreementPartiesByAgreementIdList(orderBy: [ORDINAL_ASC]) { organisation: organisationByOrganisationId { id: rowId name } }
        signatories: agreementPeopleByAgreementIdList(condition: { capacity: SIGNATORY }, orderBy: [ORDINAL_ASC]) {
          person: personByPersonId { id: rowId name } } } } }`,
  },
  agreements: {
    banmian: `query Agreements($filter: AgreementFilter) { agreements(first: 50, filter: $filter) { nodes {
      id title: instrumentTitle kind stage signedOn article { id headline }
      parties { organisation { id name kind: category } }
      signatories { onBehalfOf { id name } person { id name tenures(first: 20) { nodes { title modality organisation { id name } } } } } } } }`,
    postgraphile: `query Agreements($condition: AgreementCondition) {
      agreements: allAgreementsList(first: 50, condition: $condition, orderBy: [SIGNED_ON_DESC, ROW_ID_DESC]) {
        id: rowId title kind stage signedOn article: articleByArticleId { id: rowId headline }
        parties: agreementPartiesByAgreementIdList(orderBy: [ORDINAL_ASC]) { organisation: organisationByOrganisationId { id: rowId name kind } }
        signatories: agreementPeopleByAgreementIdList(condition: { capacity: SIGNATORY }, orderBy: [ORDINAL_ASC]) {
          onBehalfOf: organisationByOnBehalfOfId { id: rowId name }
          person: personByPersonId { id: rowId name tenures: tenuresByPersonIdList(first: 20, orderBy: [FIRST_CITED_ON_DESC, ROW_ID_DESC]) {
            title modality organisation: organisationByOrganisationId { id: rowId name } } } } } }`,
  },
  person: {
    banmian: `query Person($id: ID!) { person: node(id: $id) { ... on Person {
      id name pinyin
      tenures(first: 20) { nodes { title modality firstCitedOn lastCitedOn organisation { id name } } }
      articles(first: 20) { edges { titles { title } article: node { id headline issue { id publishedOn } } } }
      agreements(first: 20) { edges { agreement: node { id title: instrumentTitle kind signedOn } } }
      coAppearances(first: 10) { edges { count person: node { id name } } } } } }`,
    postgraphile: `query Person($id: UUID!) { person: personByRowId(rowId: $id) {
      id: rowId name pinyin
      tenures: tenuresByPersonIdList(first: 20, orderBy: [FIRST_CITED_ON_DESC, ROW_ID_DESC]) {
        title modality firstCitedOn lastCitedOn organisation: organisationByOrganisationId { id: rowId name } }
      articles: articlePeopleByPersonIdList(first: 20, orderBy: [PUBLISHED_ON_DESC, ARTICLE_ID_DESC]) {
        titles: printedTitlesByArticleIdAndPersonIdList(orderBy: [ORDINAL_ASC]) { title }
        article: articleByArticleId { id: rowId headline issue: issueByIssueId { id: rowId publishedOn } } }
      agreements: agreementPeopleByPersonIdList(first: 20, condition: { capacity: SIGNATORY }, orderBy: [SIGNED_ON_DESC, AGREEMENT_ID_DESC]) {
        agreement: agreementByAgreementId { id: rowId title kind signedOn } }
      coAppearances: coAppearancesByPersonIdList(first: 10, orderBy: [COUNT_DESC, LAST_ON_DESC, OTHER_ID_DESC]) {
        count person: personByOtherId { id: rowId name } } } }`,
  },
  search: {
    banmian: `query Search($query: String!) { search(query: $query, types: [ARTICLE], first: 20) { nodes { ... on Article {
      id headline page issue { id number publishedOn } } } } }`,
    postgraphile: `query Search($prominent: String!, $elsewhere: String!) {
      search: compareSearchArticlesList(prominent: $prominent, elsewhere: $elsewhere, size: 20, first: 20) {
        id: rowId headline page issue: issueByIssueId { id: rowId number publishedOn } } }`,
  },
};
export type QuestionName = keyof typeof documents;

/** What the gateway is sent for each question. */
export const banmianDocuments = Object.fromEntries(
  Object.entries(documents).map(([name, { banmian }]) => [name, banmian]),
) as Readonly<Record<QuestionName, string>>;

/** The five questions about this archive, each with different things to ask for. */
export async function questionsAbout(archive: MeasuredArchive, sample: Sample, random: Random): Promise<Question[]> {
  const any = (table: string) => idsOf(archive, `select id from ${table} order by md5(id::text) limit ${ASKED / 2}`);
  const people = [...sample.people.popular.map(({ id }) => id), ...(await any('people'))];
  const articles = [
    ...(await any('articles')),
    ...(await idsOf(archive, `select distinct article_id as id from agreements order by 1 limit ${ASKED / 2}`)),
  ];
  const publications = await archive.database.sql<
    { id: string; slug: string }[]
  >`select id, slug from publications order by slug limit ${ASKED}`;
  const asked: Record<QuestionName, readonly Asked[]> = {
    newest: lists('newest', publications),
    article: articles.map((id) => node('Article', id)),
    agreements: lists('agreements', publications),
    person: people.map((id) => node('Person', id)),
    search: searches(sample, random),
  };
  return Object.entries(asked).map(([name, things]) => questionOf(name as QuestionName, name, things));
}

/** A question with its documents, under a name of its own. */
export function questionOf(documentsOf: QuestionName, name: string, asked: readonly Asked[]): Question {
  return { name, ...documents[documentsOf], asked };
}

/** One thing by its id. */
export function node(name: 'Article' | 'Person', id: string): Asked {
  return {
    banmian: { id: encodeGlobalId({ __typename: name, id }) },
    postgraphile: { id },
    baseline: { statement: name.toLowerCase(), parameters: [id] },
  };
}

async function idsOf({ database: { sql } }: MeasuredArchive, query: string): Promise<string[]> {
  return (await sql.unsafe(query)).map((row) => row['id'] as string);
}

/**
 * The beginning of the whole archive's list, and of each newspaper's: deep in a list an offset would cost PostGraphile
 * more than need be.
 */
function lists(
  list: 'newest' | 'agreements',
  publications: readonly { readonly id: string; readonly slug: string }[],
): Asked[] {
  return [
    { banmian: {}, postgraphile: {}, baseline: { statement: list, parameters: [] } },
    ...publications.map(({ id, slug }) => ({
      banmian: { filter: { publication: slug } },
      postgraphile: { condition: { publicationId: id } },
      baseline: { statement: `${list}OfPublication`, parameters: [id] },
    })),
  ];
}

/**
 * Words by how frequent they are, and names: only such as an index answers alone, for the function knows of nothing
 * else.
 */
function searches({ words, people }: Sample, random: Random): Asked[] {
  const typed = [
    words.common,
    words.middle,
    words.rare,
    [...people.popular, ...people.rare].map(({ name }) => name),
  ].flatMap((some) => random.sample(some, ASKED / 4));
  return typed.flatMap((query) => {
    const parsed = parseSearchQuery(query);
    if (parsed === null || parsed.phrases.length > 0) return [];
    const { prominent, elsewhere } = parsed;
    return [
      {
        banmian: { query },
        postgraphile: { prominent, elsewhere },
        baseline: { statement: 'search', parameters: [prominent, elsewhere] },
      },
    ];
  });
}
