import * as agreementTables from '../../src/store/agreement-tables.ts';
import * as factTables from '../../src/store/fact-tables.ts';
import { contentId } from '../../src/store/id.ts';
import * as ownTables from '../../src/store/tables.ts';
import { lineOf, lineStarts } from '../../src/text/flowed-text.ts';
import { namePinyin } from '../../src/text/pinyin.ts';
import { officeOf, postOf } from '../../src/text/title.ts';
import type { Article } from './article.ts';
import { isoDay } from './day.ts';
import type { Draft, Words } from './draft.ts';
import type { Newspaper } from './newspaper.ts';
import type { Issue, SetPage } from './page.ts';
import type { Organisation, Person } from './subject.ts';

export const tables = { ...ownTables, ...factTables, ...agreementTables };

/** The archive's tables in an order in which each row's references are there before it. */
export const tableNames = [
  'organisations',
  'publications',
  'people',
  'issues',
  'pages',
  'teasers',
  'articles',
  'credits',
  'articlePeople',
  'articlePersonRoles',
  'printedTitles',
  'articleOrganisations',
  'mentions',
  'agreements',
  'agreementParties',
  'agreementPeople',
  'doubts',
] as const;
type TableName = (typeof tableNames)[number];

/** Rows to be loaded, by table. */
export type Rows = { readonly [Name in TableName]: (typeof tables)[Name]['$inferInsert'][] };

export function noRows(): Rows {
  return Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Rows;
}

/** Turns newspapers and pages into rows; people and organisations when they are named first. */
export interface RowWriter {
  publication(newspaper: Newspaper): void;
  issue(issue: Issue, pages: readonly SetPage[]): void;
  /** The rows written since the last call. */
  take(): Rows;
}

export function createRowWriter(): RowWriter {
  let rows = noRows();
  const stored = new WeakSet<Organisation | Person>();

  const addOrganisation = (organisation: Organisation): void => {
    if (stored.has(organisation)) return;
    stored.add(organisation);
    const { id, name, of: kind, parent } = organisation;
    if (parent !== null) addOrganisation(parent);
    rows.organisations.push({ id, key: name, canonical: name, name, kind, parentId: parent?.id ?? null });
  };
  const addPerson = (person: Person): void => {
    if (stored.has(person)) return;
    stored.add(person);
    const { id, name } = person;
    rows.people.push({ id, name, pinyin: namePinyin(name) });
  };

  return {
    publication({ id, slug, name, frequency, district, city }) {
      addOrganisation(district);
      rows.publications.push({ id, slug, name, frequency, districtId: district.id, city });
    },
    issue({ newspaper, number, day, isDated }, pages) {
      const key = isDated ? isoDay(day) : `number ${number}`;
      const publishedOn = isDated ? isoDay(day) : null;
      const issueId = contentId('issue', newspaper.id, key);
      rows.issues.push({
        id: issueId,
        publicationId: newspaper.id,
        key,
        number,
        publishedOn,
        publishedOnBasis: isDated ? 'PRINTED' : null,
      });
      let position = 0;
      for (const page of pages) {
        const { file, raw } = page;
        const pageId = contentId('page', issueId, file);
        rows.pages.push({
          id: pageId,
          issueId,
          key: file,
          file,
          contentHash: pageId,
          number: page.number,
          raw,
          importedAt: new Date((day + 1) * 86_400_000),
        });
        const starts = lineStarts(raw);
        for (const { article, rawStart } of page.articles) {
          const id = contentId('article', pageId, position);
          rows.articles.push({
            id,
            issueId,
            pageId,
            position,
            page: page.number,
            publicationId: newspaper.id,
            publishedOn,
            ...textColumns(article),
          });
          const evidence = (words: Words, rule: string) => {
            const at = rawStart(words);
            return {
              ...words,
              rule: `generated.${rule}`,
              rawStart: at,
              rawEnd: at + words.quote.length,
              line: lineOf(starts, at),
            };
          };
          addFacts(article, {
            articleId: id,
            publicationId: newspaper.id,
            publishedOn,
            citedOn: article.eventOn ?? publishedOn,
            evidence,
          });
          position += 1;
        }
      }
      const front = pages[0]!;
      const led = pages
        .slice(1)
        .flatMap((page) =>
          page.articles
            .slice(0, 1)
            .map(({ article }) => ({ page: page.number, title: article.draft.headlineLines[0] })),
        );
      for (const [ordinal, { page, title }] of led
        .filter((line) => line.title !== undefined)
        .slice(0, 3)
        .entries()) {
        rows.teasers.push({ pageId: contentId('page', issueId, front.file), ordinal, title: title!, pages: [page] });
      }
    },
    take() {
      const taken = rows;
      rows = noRows();
      return taken;
    },
  };

  function addFacts({ draft }: Article, { articleId, publicationId, publishedOn, citedOn, evidence }: Stand): void {
    // The order of the page, as the product stores them.
    const mentions = draft.mentions
      .map(({ subject, isImplied, words }) => ({ subject, isImplied, words: evidence(words, 'mention') }))
      .sort((a, b) => a.words.rawStart - b.words.rawStart || b.words.rawEnd - a.words.rawEnd);
    const organisations = new Map<Organisation, boolean>();
    for (const [ordinal, { subject, isImplied, words }] of mentions.entries()) {
      const isPerson = subject.kind === 'person';
      if (!isPerson) {
        addOrganisation(subject);
        organisations.set(subject, isImplied && (organisations.get(subject) ?? true));
      }
      rows.mentions.push({
        articleId,
        ordinal,
        personId: isPerson ? subject.id : null,
        organisationId: isPerson ? null : subject.id,
        name: words.quote.replace(/\s+/g, ''),
        isImplied,
        publishedOn,
        ...words,
      });
    }
    let place = 0;
    for (const [person, { roles, titles }] of draft.appearances) {
      addPerson(person);
      const of = { articleId, personId: person.id };
      const isPresent = [...roles.keys()].some((role) => role !== 'BYLINE' && role !== 'MENTIONED');
      rows.articlePeople.push({ ...of, ordinal: place++, publicationId, isPresent, publishedOn, citedOn });
      for (const [role, words] of roles) rows.articlePersonRoles.push({ ...of, role, ...evidence(words, 'role') });
      for (const [ordinal, { post, change, words }] of titles.entries()) {
        rows.printedTitles.push({
          ...of,
          ordinal,
          title: post.title,
          organisationId: post.owner.id,
          isOwnerInferred: post.ownerAsPrinted === '',
          modality: post.modality,
          change,
          post: postOf(post.title),
          office: officeOf(post.owner.name, post.title),
          citedOn,
          ...evidence(words, 'title'),
        });
      }
    }
    for (const [ordinal, [{ id: organisationId }, isImplied]] of [...organisations].entries()) {
      rows.articleOrganisations.push({ articleId, organisationId, ordinal, isImplied, publicationId, publishedOn });
    }
    for (const [ordinal, { person, role, words }] of draft.credits.entries()) {
      rows.credits.push({ articleId, ordinal, personId: person.id, role, ...evidence(words, 'credit') });
    }
    for (const [ordinal, { kind, count, words }] of draft.doubts.entries())
      rows.doubts.push({ articleId, ordinal, kind, count, ...evidence(words, 'doubt') });
    addAgreements(draft, { articleId, publicationId, publishedOn, citedOn, evidence });
  }

  function addAgreements(draft: Draft, { articleId, publicationId, evidence }: Stand): void {
    for (const [ordinal, { parties, people, words, ...agreement }] of draft.agreements.entries()) {
      const agreementId = contentId('agreement', articleId, ordinal);
      const { signedOn } = agreement;
      rows.agreements.push({
        id: agreementId,
        articleId,
        ordinal,
        publicationId,
        ...agreement,
        ...evidence(words, 'agreement'),
      });
      for (const [place, party] of parties.entries()) {
        rows.agreementParties.push({
          agreementId,
          organisationId: party.id,
          ordinal: place,
          signedOn,
          ...evidence(draft.wordsOf(party), 'party'),
        });
      }
      for (const [place, { person, capacity, onBehalfOf }] of people.entries()) {
        rows.agreementPeople.push({
          agreementId,
          personId: person.id,
          capacity,
          ordinal: place,
          onBehalfOfId: onBehalfOf?.id ?? null,
          signedOn,
          ...evidence(draft.wordsOf(person), 'participant'),
        });
      }
    }
  }
}

/** Where an article's facts belong. */
interface Stand {
  readonly articleId: string;
  readonly publicationId: string;
  readonly publishedOn: string | null;
  readonly citedOn: string | null;
  readonly evidence: (
    words: Words,
    rule: string,
  ) => Words & { readonly rule: string; readonly rawStart: number; readonly rawEnd: number; readonly line: number };
}

function textColumns({
  draft: { texts, headlineLines, paragraphs },
  genre,
  captions,
  eventOn,
  eventOnBasis,
  continuedFrom,
  continuedOn,
}: Article) {
  return {
    genre,
    headline: texts.HEADLINE === '' ? null : texts.HEADLINE,
    headlineLines: [...headlineLines],
    byline: texts.BYLINE === '' ? null : texts.BYLINE,
    source: texts.SOURCE === '' ? null : texts.SOURCE,
    body: texts.BODY,
    paragraphs,
    captions: [...captions],
    eventOn,
    eventOnBasis,
    isIncomplete: continuedFrom !== null || continuedOn !== null,
    hasContinuedFrom: continuedFrom !== null,
    continuedFromPage: continuedFrom,
    hasContinuedOn: continuedOn !== null,
    continuedOnPage: continuedOn,
  };
}
