/** The search over the whole archive. */
import type { SearchType } from '../load/search/condition.ts';
import { nodeOf } from '../load/search/fetch.ts';
import type { Highlight as HighlightRecord } from '../load/search/highlight.ts';
import type { Facet, Search, SearchMatch, SearchResultRecord } from '../load/search/search.ts';
import { textsOf } from '../load/search/searched-text.ts';
import type { FieldReads } from '../query/field-reads.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './connection.ts';
import { SearchFilter } from './filter.ts';
import { filtered } from './filtered.ts';
import { Agreement, Article, Organisation, Person } from './node.ts';
import { declared, itself } from './reads.ts';
import { required } from './related.ts';
import { HighlightField, SearchResultType } from './vocabulary.ts';

const SearchResult = builder.unionType('SearchResult', {
  description: 'A search result.',
  types: [Article, Person, Organisation, Agreement],
  resolveType: (result: SearchResultRecord) => result.__typename,
});

const matchTypes = Object.entries(nodeOf) as [SearchType, (typeof nodeOf)[SearchType]][];

/** By the id that the match has for its type. */
const nodeOfMatch: FieldReads = {
  types: Object.fromEntries(
    matchTypes.map(([type, { __typename, relation }]) => [
      __typename,
      { rows: [{ relation, key: [`ids.${type}`], reads: { at: '' } }] },
    ]),
  ),
};

/** The texts of every type: which of them a match has, only its row tells. */
const textsOfMatch: FieldReads = {
  rows: matchTypes.map(([type]) => ({ relation: textsOf[type], key: [`ids.${type}`], reads: { paths: 'all' } })),
};

const { connection: SearchConnection, edge: SearchEdge } = connectionOf<SearchResultRecord, SearchMatch, Search>(
  'Search',
  SearchResult,
  'the results of a search, best first',
  declared(nodeOfMatch, ({ node }) => node),
);

const TextRange = builder.objectRef<HighlightRecord['ranges'][number]>('TextRange').implement({
  description: 'A range of a text. Offsets are in UTF-16 code units, as in JavaScript and Java strings.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, from 0.' }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
  }),
});

const Highlight = builder.objectRef<HighlightRecord>('Highlight').implement({
  description: 'A passage that shows why a result was found.',
  fields: (t) => ({
    field: t.expose('field', { type: HighlightField, description: 'The part of the result that the passage is from.' }),
    text: t.exposeString('text', {
      description: 'The passage as stored: the whole text, or about 120 code units of it for a body or a quote.',
    }),
    start: t.exposeInt('start', {
      description: 'Where the passage begins in that part, in UTF-16 code units; 0 for a whole text.',
    }),
    ranges: t.expose('ranges', {
      type: [TextRange],
      description:
        'The matching ranges of `text`, in order: as many as the text has. A name found by its pinyin matches as a whole.',
    }),
  }),
});

builder.objectFields(SearchEdge, (t) => ({
  score: t.exposeFloat('score', {
    description:
      'The relevance, by which the list is sorted. 5 and more: a person or organisation of exactly this name; 4: of exactly this ' +
      'alias or pinyin, or a person named beside a title; 3: of these initials, or who held exactly this office. 2: all words are in the ' +
      'headline, title or name, or it is of the day; 1: elsewhere. The fraction is larger the more of a name was asked for, or the later the day is.',
  }),
  highlights: t.field({
    type: [Highlight],
    description:
      'Passages that show why it was found, most relevant first: at most 20; none if it was found by something that is not printed, such as the kind of an agreement.',
    resolve: declared(textsOfMatch, (match) => match.highlights()),
  }),
}));

const TypeFacet = builder.objectRef<Facet<SearchType>[number]>('TypeFacet').implement({
  description: 'The number of results of a type.',
  fields: (t) => ({
    type: t.expose('value', { type: SearchResultType, description: 'The type of result.' }),
    count: t.exposeInt('count', { description: 'The number of results.' }),
  }),
});
const YearFacet = builder.objectRef<Facet<number>[number]>('YearFacet').implement({
  description: 'The number of results of a year.',
  fields: (t) => ({
    year: t.exposeInt('value', { description: 'The year: of publication for articles, of signing for agreements.' }),
    count: t.exposeInt('count', { description: 'The number of results.' }),
  }),
});
const PersonFacet = builder.objectRef<Facet<string>[number]>('PersonFacet').implement({
  description: 'The number of top results that involve a person.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The person.',
      resolve: required('person', 'value'),
    }),
    count: t.exposeInt('count', {
      description:
        'The number of articles that name the person, and of agreements reported in them, among the top results.',
    }),
  }),
});
const OrganisationFacet = builder.objectRef<Facet<string>[number]>('OrganisationFacet').implement({
  description: 'The number of top results that involve an organisation.',
  fields: (t) => ({
    organisation: t.field({
      type: Organisation,
      description: 'The organisation.',
      resolve: required('organisation', 'value'),
    }),
    count: t.exposeInt('count', {
      description: 'The number of articles that name it, and of agreements reported in them, among the top results.',
    }),
  }),
});

const SearchFacets = builder.objectRef<Search>('SearchFacets').implement({
  description: 'Counts of the results, for narrowing down a search.',
  fields: (t) => ({
    types: t.field({
      type: [TypeFacet],
      description:
        'The number of results of each type, largest first, each once, regardless of the `types` of the search.',
      resolve: declared({}, ({ types }) => types()),
    }),
    years: t.field({
      type: [YearFacet],
      description:
        'The number of results of each year, latest first: at most 100. Results without a known day are not counted.',
      resolve: declared({}, ({ years }) => years()),
    }),
    people: t.field({
      type: [PersonFacet],
      description: 'The people most often involved in the top 1,000 results, not counting authors: at most 10.',
      resolve: declared({}, ({ people }) => people()),
    }),
    organisations: t.field({
      type: [OrganisationFacet],
      description: 'The organisations most often involved in the top 1,000 results: at most 10.',
      resolve: declared({}, ({ organisations }) => organisations()),
    }),
  }),
});

builder.objectFields(SearchConnection, (t) => ({
  correctedQuery: t.string({
    nullable: true,
    description:
      'What was searched for instead: nothing matches the query as typed, so mistyped names were replaced by the nearest ones in the ' +
      'archive, and all results are for this. Null if something matches the query itself, whatever the `types`, the `filter` or the page of ' +
      'results, or if no name is near. ' +
      'In a name of three or more characters one may be wrong; in its pinyin, one letter may be wrong, missing, superfluous or swapped with the next.',
    resolve: declared({}, (search) => search.correctedQuery()),
  }),
  facets: t.field({
    type: SearchFacets,
    description: 'Counts of the results, for narrowing down the search. Counted only if selected.',
    resolve: itself(),
  }),
}));

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    description:
      'Full-text search (检索) over articles, people, organisations and agreements, best results first. A query without a word to look ' +
      'for finds nothing.',
    args: {
      query: t.arg.string({
        required: true,
        extensions: { isQuery: true },
        description:
          'Words that must all be found: Chinese in either script, Latin letters in either case, names also in pinyin or by their ' +
          'initials, days (`2025-01-03`, `1月3日`), a title with a name (`区长罗启明`) or an office (`徐汇区区长`). `"战略合作"` must occur ' +
          'exactly so; `-签约` or `-"签约仪式"` excludes results that have it.',
      }),
      types: t.arg({
        type: [SearchResultType],
        description: 'Only results of these types; all when left out. An empty list matches nothing.',
      }),
      filter: t.arg({ type: SearchFilter, description: 'Selects results; all when left out.' }),
      ...pageArguments,
    },
    resolve: declared({ list: { relation: 'search', args: (args) => args } }, (_, args, { load }) =>
      filtered(load, args, load.search),
    ),
  }),
}));
