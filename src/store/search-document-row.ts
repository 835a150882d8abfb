import type { AgreementKind } from '../extract/facts.ts';
import { dayKeysIn, keysOfDay } from '../text/day-term.ts';
import { foldText } from '../text/fold.ts';
import { MARK, lexemesOf, tsvectorOf } from '../text/lexeme.ts';
import { nameFormsOf } from '../text/name-form.ts';
import type { NameForms } from '../text/name-form.ts';
import { searchText } from '../text/search-text.ts';

/** A row of `search_documents`, with the names of its columns. */
export interface SearchDocument {
  readonly id: string;
  readonly type: 'ARTICLE' | 'PERSON' | 'ORGANISATION' | 'AGREEMENT';
  readonly publication_id: string | null;
  readonly day: string | null;
  readonly article_id: string | null;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly names: readonly string[];
  readonly text: string;
  readonly lexemes: string;
}

// Types, not interfaces: drizzle wants rows that may have any key.
export type SearchedPerson = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  /** The organisations of the titles. */
  readonly organisationIds: readonly string[];
};
export type SearchedOrganisation = Pick<SearchedPerson, 'id' | 'name' | 'aliases'>;
export type SearchedArticle = {
  readonly id: string;
  readonly publicationId: string;
  readonly day: string | null;
  readonly eventOn: string | null;
  readonly headline: string | null;
  readonly body: string;
  readonly captions: readonly string[];
  readonly byline: string | null;
  readonly source: string | null;
};
export type SearchedAgreement = {
  readonly id: string;
  readonly articleId: string;
  readonly publicationId: string;
  readonly day: string | null;
  readonly kind: AgreementKind;
  readonly title: string | null;
  readonly place: string | null;
  readonly quote: string;
  readonly parties: readonly string[];
  readonly signatories: readonly string[];
};

/** What agreements of a kind are called in general, whatever their printed titles are. */
const kindWords: Readonly<Record<AgreementKind, string>> = {
  STRATEGIC: '战略合作协议',
  FRAMEWORK: '框架协议',
  COOPERATION: '合作协议',
  MEMORANDUM: '备忘录',
  UNDERSTANDING: '意向书',
  RESPONSIBILITY: '责任书',
  DONATION: '捐赠协议',
  PROJECT: '项目签约',
  OTHER: '协议',
};

const nowhere = {
  publication_id: null,
  day: null,
  article_id: null,
  person_id: null,
  organisation_id: null,
  names: [],
};

export function personDocument({ id, name, aliases, titles, organisationIds }: SearchedPerson): SearchDocument {
  const called = [name, ...aliases];
  const forms = nameFormsOf(called, 'person');
  const holder = ['', ...organisationIds].map((organisation) => MARK.holder + organisation.replaceAll('-', ''));
  return {
    ...nowhere,
    id,
    type: 'PERSON',
    person_id: id,
    names: forms.names,
    ...words({ headline: called, rest: titles, prominent: namedBy(forms), marked: [...holder, ...marksOf(forms)] }),
  };
}

export function organisationDocument({ id, name, aliases }: SearchedOrganisation): SearchDocument {
  const called = [name, ...aliases];
  const forms = nameFormsOf(called, 'organisation');
  return {
    ...nowhere,
    id,
    type: 'ORGANISATION',
    organisation_id: id,
    names: forms.names,
    ...words({ headline: called, prominent: namedBy(forms), marked: marksOf(forms) }),
  };
}

export function articleDocument({
  id,
  publicationId,
  day,
  eventOn,
  headline,
  body,
  captions,
  byline,
  source,
}: SearchedArticle): SearchDocument {
  return {
    ...nowhere,
    id,
    type: 'ARTICLE',
    article_id: id,
    publication_id: publicationId,
    day,
    ...words({ headline: [headline], rest: [body, ...captions, byline, source], days: [day, eventOn] }),
  };
}

export function agreementDocument({
  id,
  articleId,
  publicationId,
  day,
  kind,
  title,
  place,
  quote,
  parties,
  signatories,
}: SearchedAgreement): SearchDocument {
  const spelledPlace = place === null ? [] : namedBy(nameFormsOf([place], 'organisation')).filter(isSpelled);
  return {
    ...nowhere,
    id,
    type: 'AGREEMENT',
    article_id: articleId,
    publication_id: publicationId,
    day,
    ...words({
      headline: [title],
      rest: [kindWords[kind], place, quote, ...parties, ...signatories],
      days: [day],
      marked: spelledPlace,
    }),
  };
}

interface Words {
  /** The texts of the headline or the names, and all other texts. */
  readonly headline: readonly (string | null)[];
  readonly rest?: readonly (string | null)[];
  /** The days of the document. Days in its text that have no year are read as near to the first. */
  readonly days?: readonly (string | null)[];
  /** More lexemes: those of the headline or names, and those with marks of their own. */
  readonly prominent?: readonly string[];
  readonly marked?: readonly string[];
}

/** The text of a document and its lexemes. */
function words({
  headline,
  rest = [],
  days = [],
  prominent = [],
  marked = [],
}: Words): Pick<SearchDocument, 'text' | 'lexemes'> {
  const printed = joined([...headline, ...rest]);
  const text = searchText(printed);
  const ownDays = days
    .filter((day) => day !== null)
    .flatMap(keysOfDay)
    .map((key) => MARK.day + key);
  const printedDays =
    days.length === 0
      ? []
      : [...dayKeysIn(foldText(printed), days.find((day) => day !== null) ?? null)].map((key) => MARK.day + key);
  const foremost = new Set([...lexemesOf(searchText(joined(headline))), ...prominent, ...ownDays]);
  return { text, lexemes: tsvectorOf(foremost, [...printedDays, ...marked], lexemesOf(text)) };
}

/** The lexemes of names: their spellings, and their characters without punctuation. */
function namedBy({ names, parts }: NameForms): string[] {
  return [
    ...names.filter(isSpelled),
    ...parts,
    ...names.filter((name) => !isSpelled(name)).flatMap((name) => [...lexemesOf(searchText(name))]),
  ];
}

function isSpelled(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

function marksOf({ initials, near }: NameForms): string[] {
  return [...initials.map((form) => MARK.initials + form), ...near.map((form) => MARK.near + form)];
}

/** Joins texts with a boundary between them. */
function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join('\n\n');
}
