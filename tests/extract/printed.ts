import { castContextOf } from '../../src/extract/person/cast-context.ts';
import type { CastContext, Post } from '../../src/extract/person/cast-context.ts';
import { shippedModels } from '../../src/extract/models.ts';
import { tagArticle } from '../../src/extract/tagger/tagger.ts';
import type { Segment } from '../../src/extract/tagger/tagger.ts';
import type { ArticleFacts, OrganisationFact, PersonFact, Setting } from '../../src/extract/facts.ts';
import { extractIssue } from '../../src/extract/issue.ts';
import type { PlaceOf } from '../../src/extract/place/place.ts';
import { readArticle, type Reading } from '../../src/extract/document/reading.ts';
import type { Span } from '../../src/extract/document/span.ts';
import type { ParsedArticle, ParsedCredit, ParsedIssue } from '../../src/parse/parsed-issue.ts';
import type { FlowedText } from '../../src/text/flowed-text.ts';

export const flowed = (text: string): FlowedText => ({ text, runs: [[0, 0, text.length]] });

/** An article of which only the body is printed, unless `parts` says more. */
export function article(body: string, parts: Partial<ParsedArticle> = {}): ParsedArticle {
  return {
    position: 0,
    genre: 'NEWS',
    publishedOn: null,
    number: null,
    headline: null,
    headlineLines: [],
    body: flowed(body),
    paragraphs: [{ start: 0, end: body.length, isCrosshead: false }],
    byline: null,
    credits: [],
    source: null,
    captions: [],
    continuedFrom: null,
    continuedOn: null,
    ...parts,
  };
}

/** The byline `text` that credits the people in the order given. */
export function credited(
  text: string,
  ...credits: readonly Pick<ParsedCredit, 'name' | 'role' | 'title' | 'organisation'>[]
): Pick<ParsedArticle, 'byline' | 'credits'> {
  return {
    byline: flowed(text),
    credits: credits.map((credit) => ({
      ...credit,
      start: text.indexOf(credit.name),
      end: text.indexOf(credit.name) + credit.name.length,
    })),
  };
}

export function issue(...articles: readonly ParsedArticle[]): ParsedIssue {
  const masthead = {
    publication: null,
    publishedOn: null,
    number: null,
    page: null,
    pageCount: null,
    lunar: null,
    editors: [],
  };
  return { file: 'a.txt', masthead, teasers: [], articles };
}

/** The district and city of the invented sentences. */
export const yunxiu: Setting = { district: '云岫区', city: '明州市', publishedOn: '2024-05-27' };
export const placeOf: PlaceOf = (level) => ({ 区: '云岫区', 市: '明州市' })[level] ?? null;
export const nowhere: PlaceOf = () => null;

/** The facts of an issue of one article. */
export const factsOf = (body: string, parts: Partial<ParsedArticle> = {}, setting = yunxiu): ArticleFacts =>
  extractIssue(issue(article(body, parts)), setting)[0]!;

export const readingOf = (body: string, headline: string | null = null): Reading =>
  readArticle({ body: flowed(body), headline: headline === null ? null : flowed(headline) });

/** The people, titles and bodies that the shipped weights find in a reading. */
export const segmentsOf = (reading: Reading, people: readonly string[] = []): Segment[] =>
  tagArticle(reading, shippedModels().tagger, { people: new Set(people), bodies: new Set() });

/** What an article tells the reader of its sentences. */
export const contextOf = (reading: Reading, segments: readonly Segment[], places: PlaceOf = placeOf): CastContext =>
  castContextOf(
    reading,
    segments.filter(({ label }) => label === 'BODY'),
    places,
    shippedModels().chooseOwner,
  );

export const textOf = (reading: Reading, { start, end }: Span): string => reading.text.slice(start, end);

/** Where `words` stand in the reading. */
export function spanOf(reading: Reading, words: string): Span {
  const start = reading.text.indexOf(words);
  return { start, end: start + words.length };
}

/** All that a rule finds in the sentences of a text, one after the other. */
export const eachSentence = <T>(body: string, rule: (reading: Reading, sentence: Span) => readonly T[]): T[] => {
  const reading = readingOf(body);
  return reading.sentences.flatMap((sentence) => rule(reading, sentence));
};

export const postOf = ({ title, organisation }: Pick<Post, 'title' | 'organisation'>): [string, string | null] => [
  title,
  organisation,
];
export const titlesOf = (person: PersonFact | undefined): [string, string | null][] | undefined =>
  person?.titles.map(postOf);
export const personOf = (facts: Pick<ArticleFacts, 'people'>, name: string): PersonFact | undefined =>
  facts.people.find((person) => person.name === name);
export const organisationOf = (
  facts: Pick<ArticleFacts, 'organisations'>,
  name: string,
): OrganisationFact | undefined => facts.organisations.find((organisation) => organisation.name === name);
