/**
 * The records that the subjects share: what is read of each node wherever it turns up, under the names of the schema.
 */
import type {
  AgreementKind,
  AgreementStage,
  ArticleText,
  DateBasis,
  OrganisationKind,
  TitleChange,
  TitleModality,
} from '../extract/facts.ts';
import { column, day, literal, optional, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';

export const publication = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Publication'),
    slug: column<string>(`${t}.slug`),
    name: column<string>(`${t}.name`),
    frequency: column<string | null>(`${t}.frequency`),
    city: column<string | null>(`${t}.city`),
    districtId: column<string | null>(`${t}.district_id`),
  });
export type PublicationRecord = ValueOf<ReturnType<typeof publication>>;

export const issue = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Issue'),
    publicationId: column<string>(`${t}.publication_id`),
    number: column<number | null>(`${t}.number`),
    publishedOn: day(`${t}.published_on`),
    publishedOnBasis: column<DateBasis | null>(`${t}.published_on_basis`),
  });
export type IssueRecord = ValueOf<ReturnType<typeof issue>>;

/** Without its body, which is long: see `textOfArticle`. */
export const article = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Article'),
    issueId: column<string>(`${t}.issue_id`),
    position: column<number>(`${t}.position`),
    page: column<number | null>(`${t}.page`),
    genre: column<'NEWS' | 'NOTICE'>(`${t}.genre`),
    headline: column<string | null>(`${t}.headline`),
    headlineLines: column<readonly string[]>(`${t}.headline_lines`),
    source: column<string | null>(`${t}.source`),
    captions: column<readonly string[]>(`${t}.captions`),
    eventOn: day(`${t}.event_on`),
    eventOnBasis: column<DateBasis | null>(`${t}.event_on_basis`),
    isIncomplete: column<boolean>(`${t}.is_incomplete`),
    hasContinuedFrom: column<boolean>(`${t}.has_continued_from`),
    continuedFromPage: column<number | null>(`${t}.continued_from_page`),
    hasContinuedOn: column<boolean>(`${t}.has_continued_on`),
    continuedOnPage: column<number | null>(`${t}.continued_on_page`),
  });
export type ArticleRecord = ValueOf<ReturnType<typeof article>>;

export const person = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Person'),
    publicationId: column<string>(`${t}.publication_id`),
    name: column<string>(`${t}.name`),
    pinyin: column<string>(`${t}.pinyin`),
  });
export type PersonRecord = ValueOf<ReturnType<typeof person>>;

export const organisation = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Organisation'),
    name: column<string>(`${t}.name`),
    category: column<OrganisationKind>(`${t}.kind`),
    parentId: column<string | null>(`${t}.parent_id`),
  });
export type OrganisationRecord = ValueOf<ReturnType<typeof organisation>>;

/** The evidence columns of a table that has an `article_id`. */
export const evidence = (t: string) =>
  record({
    articleId: column<string>(`${t}.article_id`),
    field: column<ArticleText>(`${t}.field`),
    start: column<number>(`${t}.start`),
    end: column<number>(`${t}."end"`),
    quote: column<string>(`${t}.quote`),
    rule: column<string>(`${t}.rule`),
    line: column<number>(`${t}.line`),
    rawStart: column<number>(`${t}.raw_start`),
    rawEnd: column<number>(`${t}.raw_end`),
  });
export type EvidenceRecord = ValueOf<ReturnType<typeof evidence>>;

export const agreement = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Agreement'),
    articleId: column<string>(`${t}.article_id`),
    kind: column<AgreementKind>(`${t}.kind`),
    instrumentTitle: column<string | null>(`${t}.title`),
    stage: column<AgreementStage>(`${t}.stage`),
    signedOn: day(`${t}.signed_on`),
    signedOnBasis: column<DateBasis | null>(`${t}.signed_on_basis`),
    signedOnText: column<string | null>(`${t}.signed_on_text`),
    place: column<string | null>(`${t}.place`),
    declaredCount: column<number | null>(`${t}.declared_count`),
    isRenewal: column<boolean>(`${t}.is_renewal`),
    evidence: evidence(t),
  });
export type AgreementRecord = ValueOf<ReturnType<typeof agreement>>;

/** A row of `printed_titles`, with its organisation joined as `owner`. */
export const printedTitle = (t: string, owner: string) =>
  record({
    title: column<string>(`${t}.title`),
    organisation: optional(organisation(owner)),
    isOrganisationInferred: column<boolean>(`${t}.is_owner_inferred`),
    modality: column<TitleModality>(`${t}.modality`),
    change: column<TitleChange | null>(`${t}.change`),
    evidence: evidence(t),
  });
export type PrintedTitleRecord = ValueOf<ReturnType<typeof printedTitle>>;

export const tenure = (t: string) =>
  record({
    id: column<string>(`${t}.id`),
    __typename: literal('Tenure'),
    personId: column<string>(`${t}.person_id`),
    organisationId: column<string | null>(`${t}.organisation_id`),
    title: column<string>(`${t}.title`),
    modality: column<TitleModality>(`${t}.modality`),
    firstCitedOn: day<string>(`${t}.first_cited_on`),
    lastCitedOn: day<string>(`${t}.last_cited_on`),
    startedOn: day(`${t}.started_on`),
    endedBy: day(`${t}.ended_by`),
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
