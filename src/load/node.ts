/**
 * The records that the subjects share: what is read of each node wherever it turns up, under the names of the schema.
 */
import { column, day, expression, literal, optional, record } from '../query/shape.ts';
import type { ColumnSql, ValueOf } from '../query/shape.ts';
import { agreements } from '../store/agreement-tables.ts';
import { tenures } from '../store/derived-tables.ts';
import { printedTitles } from '../store/fact-tables.ts';
import { articles, issues, organisations, people, publications } from '../store/tables.ts';
import type { TableAlias } from './table-alias.ts';

export const publication = (t: TableAlias<typeof publications>) =>
  record({
    id: column(t.id),
    __typename: literal('Publication'),
    slug: column(t.slug),
    name: column(t.name),
    frequency: column(t.frequency),
    city: column(t.city),
    districtId: column(t.districtId),
  });
export type PublicationRecord = ValueOf<ReturnType<typeof publication>>;

export const issue = (t: TableAlias<typeof issues>) =>
  record({
    id: column(t.id),
    __typename: literal('Issue'),
    publicationId: column(t.publicationId),
    number: column(t.number),
    publishedOn: day(t.publishedOn),
    publishedOnBasis: column(t.publishedOnBasis),
  });
export type IssueRecord = ValueOf<ReturnType<typeof issue>>;

/** A printed reference to the part of the article on another page; null if there is none. */
const jump = <const Direction extends 'from' | 'on'>(
  isPrinted: ColumnSql<boolean>,
  page: ColumnSql<number | null>,
  articleId: ColumnSql<string>,
  direction: Direction,
) =>
  optional(
    record({
      isPrinted: expression<true>(`nullif(${isPrinted}, false)`),
      page: column(page),
      articleId: column(articleId),
      direction: literal(direction),
    }),
  );
export type JumpRecord = NonNullable<ValueOf<ReturnType<typeof jump<'from' | 'on'>>>>;

/** Without the body, which is long: see `textOfArticle`. */
export const article = (t: TableAlias<typeof articles>) =>
  record({
    id: column(t.id),
    __typename: literal('Article'),
    issueId: column(t.issueId),
    position: column(t.position),
    page: column(t.page),
    genre: column(t.genre),
    headline: column(t.headline),
    headlineLines: column(t.headlineLines),
    source: column(t.source),
    captions: column(t.captions),
    eventOn: day(t.eventOn),
    eventOnBasis: column(t.eventOnBasis),
    isIncomplete: column(t.isIncomplete),
    continuedFrom: jump(t.hasContinuedFrom, t.continuedFromPage, t.id, 'from'),
    continuedOn: jump(t.hasContinuedOn, t.continuedOnPage, t.id, 'on'),
  });
export type ArticleRecord = ValueOf<ReturnType<typeof article>>;

export const person = (t: TableAlias<typeof people>) =>
  record({
    id: column(t.id),
    __typename: literal('Person'),
    name: column(t.name),
    pinyin: column(t.pinyin),
    confidence: column(t.confidence),
  });
export type PersonRecord = ValueOf<ReturnType<typeof person>>;

export const organisation = (t: TableAlias<typeof organisations>) =>
  record({
    id: column(t.id),
    __typename: literal('Organisation'),
    name: column(t.name),
    category: column(t.kind),
    parentId: column(t.parentId),
    confidence: column(t.confidence),
  });
export type OrganisationRecord = ValueOf<ReturnType<typeof organisation>>;

/** The columns of a fact that prove it: all tables of facts have them. */
type Evidence = Pick<
  TableAlias<typeof printedTitles>,
  'field' | 'start' | 'end' | 'quote' | 'rule' | 'line' | 'rawStart' | 'rawEnd'
> & { readonly articleId: ColumnSql<string> };

export const evidence = (t: Evidence) =>
  record({
    articleId: column(t.articleId),
    field: column(t.field),
    start: column(t.start),
    end: column(t.end),
    quote: column(t.quote),
    rule: column(t.rule),
    line: column(t.line),
    rawStart: column(t.rawStart),
    rawEnd: column(t.rawEnd),
  });
export type EvidenceRecord = ValueOf<ReturnType<typeof evidence>>;

export const agreement = (t: TableAlias<typeof agreements>) =>
  record({
    id: column(t.id),
    __typename: literal('Agreement'),
    articleId: column(t.articleId),
    kind: column(t.kind),
    instrumentTitle: column(t.title),
    stage: column(t.stage),
    signedOn: day(t.signedOn),
    signedOnBasis: column(t.signedOnBasis),
    signedOnText: column(t.signedOnText),
    place: column(t.place),
    declaredCount: column(t.declaredCount),
    isRenewal: column(t.isRenewal),
    confidence: column(t.confidence),
    evidence: evidence(t),
  });
export type AgreementRecord = ValueOf<ReturnType<typeof agreement>>;

/** A printed title, with its organisation joined as `owner`. */
export const printedTitle = (t: TableAlias<typeof printedTitles>, owner: TableAlias<typeof organisations>) =>
  record({
    title: column(t.title),
    organisation: optional(organisation(owner)),
    isOrganisationInferred: column(t.isOwnerInferred),
    modality: column(t.modality),
    change: column(t.change),
    confidence: column(t.confidence),
    evidence: evidence(t),
  });
export type PrintedTitleRecord = ValueOf<ReturnType<typeof printedTitle>>;

export const tenure = (t: TableAlias<typeof tenures>) =>
  record({
    id: column(t.id),
    __typename: literal('Tenure'),
    personId: column(t.personId),
    organisationId: column(t.organisationId),
    title: column(t.title),
    modality: column(t.modality),
    firstCitedOn: day(t.firstCitedOn),
    lastCitedOn: day(t.lastCitedOn),
    startedOn: day(t.startedOn),
    endedBy: day(t.endedBy),
    confidence: column(t.confidence),
  });
export type TenureRecord = ValueOf<ReturnType<typeof tenure>>;

export type NodeRecord =
  | PublicationRecord
  | IssueRecord
  | ArticleRecord
  | PersonRecord
  | OrganisationRecord
  | AgreementRecord
  | TenureRecord;
