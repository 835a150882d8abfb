import type { AgreementKind } from '../extract/facts.ts';
import { lexemesOf, tsvectorOf } from '../text/lexeme.ts';
import { nameForms, spelledWords } from '../text/name-form.ts';
import { pinyinSlug } from '../text/pinyin.ts';
import { searchText } from '../text/search-text.ts';

/** A row of `search_documents`, under the names of its columns. */
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

// Types, not interfaces: drizzle takes rows of a statement to have any key.
export type SearchedPerson = {
  readonly id: string;
  readonly publicationId: string;
  readonly name: string;
  readonly pinyin: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
};
export type SearchedOrganisation = Pick<SearchedPerson, 'id' | 'name' | 'aliases'>;
export type SearchedArticle = {
  readonly id: string;
  readonly publicationId: string;
  readonly day: string | null;
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

/** What people call an agreement of a kind, whatever its printed title is. */
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

const nowhere = { publication_id: null, day: null, article_id: null, person_id: null, organisation_id: null, names: [] };

export function personDocument({ id, publicationId, name, pinyin, aliases, titles }: SearchedPerson): SearchDocument {
  return {
    ...nowhere, id, type: 'PERSON', person_id: id, publication_id: publicationId, names: nameForms(name, aliases, pinyin),
    ...words([name, ...aliases], titles, spelledWords(name, pinyin)),
  };
}

export function organisationDocument({ id, name, aliases }: SearchedOrganisation): SearchDocument {
  const names = nameForms(name, aliases, pinyinSlug(name).replaceAll('-', ' '));
  return { ...nowhere, id, type: 'ORGANISATION', organisation_id: id, names, ...words([name, ...aliases], [], names) };
}

export function articleDocument({ id, publicationId, day, headline, body, captions, byline, source }: SearchedArticle): SearchDocument {
  return { ...nowhere, id, type: 'ARTICLE', article_id: id, publication_id: publicationId, day, ...words([headline], [body, ...captions, byline, source]) };
}

export function agreementDocument({ id, articleId, publicationId, day, kind, title, place, quote, parties, signatories }: SearchedAgreement): SearchDocument {
  return {
    ...nowhere, id, type: 'AGREEMENT', article_id: articleId, publication_id: publicationId, day,
    ...words([title], [kindWords[kind], place, quote, ...parties, ...signatories]),
  };
}

/** The words of a document: those of its headline or names, the rest, and spellings that stand in no text. */
function words(headline: readonly (string | null)[], rest: readonly (string | null)[], spelled: readonly string[] = []): Pick<SearchDocument, 'text' | 'lexemes'> {
  const prominent = searchText(joined(headline));
  const text = searchText(joined([...headline, ...rest]));
  return { text, lexemes: tsvectorOf(new Set([...lexemesOf(prominent), ...spelled.filter((word) => /^[a-zü]+$/u.test(word))]), lexemesOf(text)) };
}

/** With a boundary between one text and the next. */
function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join('\n\n');
}
