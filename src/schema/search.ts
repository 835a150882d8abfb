/** The search over the whole archive. */
import type { Highlight as HighlightRecord } from '../load/highlight.ts';
import type { OrganisationRecord, PersonRecord } from '../load/node.ts';
import type { Facet, Search, SearchMatch, SearchResultRecord } from '../load/search.ts';
import type { SearchType } from '../load/search-condition.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './connection.ts';
import { SearchFilter, filtered } from './filter.ts';
import { Agreement, Article, Organisation, Person } from './node.ts';
import { HighlightField, SearchResultType } from './vocabulary.ts';

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search finds.',
  types: [Article, Person, Organisation, Agreement],
  resolveType: (result: SearchResultRecord) => result.__typename,
});

const { connection: SearchConnection, edge: SearchEdge } =
  connectionOf<SearchResultRecord, SearchMatch, Search>('Search', SearchResult, 'the matches of a search, the best first');

const TextRange = builder.objectRef<HighlightRecord['ranges'][number]>('TextRange').implement({
  description: 'A stretch of a text. Offsets count UTF-16 units, as strings do in JavaScript and Java.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins in the text, from 0.' }),
    end: t.exposeInt('end', { description: 'Where it ends; the unit at `end` is no longer part of it.' }),
  }),
});

const Highlight = builder.objectRef<HighlightRecord>('Highlight').implement({
  description: 'A text of a match that shows why it was found.',
  fields: (t) => ({
    field: t.expose('field', { type: HighlightField, description: 'Which text of the match it is.' }),
    text: t.exposeString('text', { description: 'The text as stored: all of it, or of a body or a quote about 120 units around what was found.' }),
    start: t.exposeInt('start', { description: 'Where `text` begins in that field, in UTF-16 units; 0 when it is all of it.' }),
    ranges: t.expose('ranges', { type: [TextRange], description: 'The places of `text` that match, in order. A name that was spelled in pinyin matches as a whole.' }),
  }),
});

builder.objectFields(SearchEdge, (t) => ({
  score: t.exposeFloat('score', {
    description: 'How well it fits, and what the list is ordered by; the same on any day. 5: a person or organisation of just this name; 4: of just '
      + 'this other name or pinyin, or a person named beside a title; 3 and more: of these initials, or whoever held just this office. 2 and more: all '
      + 'words are in the headline, title or name, or it is of the day; 1 and more: elsewhere. The rest tells how much of the name was asked for, or '
      + 'how late the day is.',
  }),
  highlights: t.field({
    type: [Highlight],
    description: 'The texts in which it was found, the most telling first; none when it was found by what is not printed, such as the kind of an agreement.',
    resolve: (match) => match.highlights(),
  }),
}));

const TypeFacet = builder.objectRef<Facet<SearchType>[number]>('TypeFacet').implement({
  description: 'How many matches are of a type.',
  fields: (t) => ({
    type: t.expose('value', { type: SearchResultType, description: 'The type of these matches.' }),
    count: t.exposeInt('count', { description: 'How many matches are of it.' }),
  }),
});
const YearFacet = builder.objectRef<Facet<number>[number]>('YearFacet').implement({
  description: 'How many matches are of a year.',
  fields: (t) => ({
    year: t.exposeInt('value', { description: 'The year of publication of articles, of signing of agreements.' }),
    count: t.exposeInt('count', { description: 'How many matches are of it.' }),
  }),
});
const PersonFacet = builder.objectRef<Facet<string>[number]>('PersonFacet').implement({
  description: 'How many of the best matches a person is in.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The person in these matches.',
      resolve: async ({ value }, _, { load }) => (await load.person(value)) as PersonRecord,
    }),
    count: t.exposeInt('count', { description: 'How many articles with the person, and agreements that such articles report, are among the best matches.' }),
  }),
});
const OrganisationFacet = builder.objectRef<Facet<string>[number]>('OrganisationFacet').implement({
  description: 'How many of the best matches an organisation is in.',
  fields: (t) => ({
    organisation: t.field({
      type: Organisation,
      description: 'The organisation.',
      resolve: async ({ value }, _, { load }) => (await load.organisation(value)) as OrganisationRecord,
    }),
    count: t.exposeInt('count', { description: 'How many articles that name it, and agreements that such articles report, are among the best matches.' }),
  }),
});

const SearchFacets = builder.objectRef<Search>('SearchFacets').implement({
  description: 'How the matches spread: what to narrow a search by.',
  fields: (t) => ({
    types: t.field({
      type: [TypeFacet],
      description: 'How many matches there are of each type, the most first, whatever `types` the search was narrowed to.',
      resolve: ({ types }) => types(),
    }),
    years: t.field({
      type: [YearFacet],
      description: 'How many matches there are of each year, the last first. What has no known day is in none.',
      resolve: ({ years }) => years(),
    }),
    people: t.field({
      type: [PersonFacet],
      description: 'The ten people whom most of the best matches are about, their authors left out; at most 1,000 are looked at.',
      resolve: ({ people }) => people(),
    }),
    organisations: t.field({
      type: [OrganisationFacet],
      description: 'The ten organisations that are in most of the best matches, of which at most 1,000 are looked at.',
      resolve: ({ organisations }) => organisations(),
    }),
  }),
});

builder.objectFields(SearchConnection, (t) => ({
  correctedQuery: t.string({
    nullable: true,
    description: 'What was searched instead: the query with the names that are nearest to mistyped ones in it, as nothing in the archive fits it as it '
      + 'was typed; all matches are of this. Null when something fits the query itself, whatever `types`, `filter` or page, or no name is near. '
      + 'One character of a name of three or more, or one letter of its pinyin, may be wrong, missing, too many or swapped with the next.',
    resolve: (search) => search.correctedQuery(),
  }),
  facets: t.field({ type: SearchFacets, description: 'How the matches spread. Counted only when asked for.', resolve: (search) => search }),
}));

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    description: 'What the archive has on some words (检索): articles, people, organisations and agreements, the best matches first. A query of '
      + 'nothing but blanks, marks and words to leave out finds nothing.',
    args: {
      query: t.arg.string({
        required: true,
        description: 'Words that all have to be found: Chinese in either script, Latin letters in either case, names in pinyin '
          + 'or initials too, days (`2025-01-03`, `1月3日`), a title with a name (`区长罗启明`) or an office (`徐汇区区长`). `"战略合作"` has to stand as it '
          + 'is; `-签约` or `-"签约仪式"` leaves out what has it.',
      }),
      types: t.arg({ type: [SearchResultType], description: 'Only matches of these types; of all when left out, none when the list is empty.' }),
      filter: t.arg({ type: SearchFilter, description: 'Which matches count; all when left out.' }),
      ...pageArguments,
    },
    resolve: (_, args, { load }) => filtered(load, args, load.search),
  }),
}));
