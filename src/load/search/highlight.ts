import type { LoadersOf } from '../../query/loaders.ts';
import { nameFormsOf } from '../../text/name-form.ts';
import type { SearchQuery } from '../../text/search-query.ts';
import { snippetOf } from '../../text/snippet.ts';
import { rangesOf } from '../../text/term-range.ts';
import type { TermRange } from '../../text/term-range.ts';
import type { SearchType } from './condition.ts';
import type { searchedRelations } from './searched-text.ts';

export type HighlightField =
  | 'HEADLINE'
  | 'BODY'
  | 'CAPTION'
  | 'BYLINE'
  | 'SOURCE'
  | 'NAME'
  | 'ALIAS'
  | 'TITLE'
  | 'INSTRUMENT_TITLE'
  | 'QUOTE'
  | 'PARTY'
  | 'SIGNATORY'
  | 'PLACE';

/** A text of a match in which something was found. */
export interface Highlight {
  readonly field: HighlightField;
  readonly text: string;
  /** Where `text` begins in the field, and the places found in `text`: in UTF-16 units. */
  readonly start: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

type SearchedTexts = LoadersOf<typeof searchedRelations>;

/**
 * There may be far more for a page with a hundred pictures, or for somebody with as many titles. The schema states this
 * limit.
 */
const MOST_HIGHLIGHTS = 20;

/** Where a match has what was searched for, the most telling text first. Words that must be missing are not marked. */
export async function highlightsOf(
  load: SearchedTexts,
  type: SearchType,
  id: string,
  query: SearchQuery,
): Promise<Highlight[]> {
  return (await allHighlightsOf(load, type, id, query)).slice(0, MOST_HIGHLIGHTS);
}

/** There are none if the match was removed after it was found. */
async function allHighlightsOf(
  load: SearchedTexts,
  type: SearchType,
  id: string,
  query: SearchQuery,
): Promise<Highlight[]> {
  switch (type) {
    case 'ARTICLE': {
      const article = await load.searchedArticle(id);
      if (article === null) return [];
      return [
        ...whole('HEADLINE', [article.headline], query),
        ...part('BODY', article.body, query),
        ...whole('CAPTION', article.captions, query),
        ...whole('BYLINE', [article.byline], query),
        ...whole('SOURCE', [article.source], query),
      ];
    }
    case 'PERSON': {
      const person = await load.searchedPerson(id);
      if (person === null) return [];
      return [...named(person.name, person.aliases, 'person', query), ...whole('TITLE', person.titles, query)];
    }
    case 'ORGANISATION': {
      const organisation = await load.searchedOrganisation(id);
      return organisation === null ? [] : named(organisation.name, organisation.aliases, 'organisation', query);
    }
    case 'AGREEMENT': {
      const agreement = await load.searchedAgreement(id);
      if (agreement === null) return [];
      return [
        ...whole('INSTRUMENT_TITLE', [agreement.instrumentTitle], query),
        ...part('QUOTE', agreement.quote, query),
        ...whole('PARTY', agreement.parties, query),
        ...whole('SIGNATORY', agreement.signatories, query),
        ...whole('PLACE', [agreement.place], query),
      ];
    }
  }
}

/** Whole texts of a field, those in which something is found. */
function whole(field: HighlightField, texts: readonly (string | null)[], { terms }: SearchQuery): Highlight[] {
  return texts
    .filter((text) => text !== null)
    .map((text) => ({ field, text, start: 0, ranges: placesIn(rangesOf(text, terms)) }))
    .filter(({ ranges }) => ranges.length > 0);
}

/** The part of a long text that has most of what is searched for. */
function part(field: HighlightField, text: string, { terms }: SearchQuery): Highlight[] {
  const ranges = rangesOf(text, terms);
  if (ranges.length === 0) return [];
  const { start, end } = snippetOf(text, ranges);
  const shown = ranges.filter((range) => range.start >= start && range.end <= end);
  return [{ field, text: text.slice(start, end), start, ranges: placesIn(shown, start) }];
}

/**
 * The name, or another one if more of that was searched for; all of it if it was typed in pinyin or is written with
 * marks.
 */
function named(
  name: string,
  aliases: readonly string[],
  kind: 'person' | 'organisation',
  query: SearchQuery,
): Highlight[] {
  const found = [...whole('NAME', [name], query), ...whole('ALIAS', aliases, query)];
  const [best] = found.sort((a, b) => shareOf(b) - shareOf(a));
  if (best !== undefined) return [best];
  const words = [query.key, ...query.spelled, ...query.terms.map(({ text }) => text)];
  const forms = [name, ...aliases].map((printed) => ({ printed, ...nameFormsOf([printed], kind) }));
  const { printed } =
    forms.find(({ names }) => names.includes(query.key)) ??
    forms.find(({ names, parts }) => words.some((word) => names.includes(word) || parts.includes(word))) ??
    {};
  return printed === undefined
    ? []
    : [
        {
          field: printed === name ? 'NAME' : 'ALIAS',
          text: printed,
          start: 0,
          ranges: [{ start: 0, end: printed.length }],
        },
      ];
}

function shareOf({ text, ranges }: Highlight): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0) / text.length;
}

function placesIn(ranges: readonly TermRange[], from = 0): Highlight['ranges'] {
  return ranges.map(({ start, end }) => ({ start: start - from, end: end - from }));
}
