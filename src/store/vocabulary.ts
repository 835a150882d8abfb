/** The enum types of the archive. Their values are the words of the GraphQL schema. */
import { pgEnum } from 'drizzle-orm/pg-core';
import { encodings } from '../text/encoding.ts';

export const dateBasis = pgEnum('date_basis', ['PRINTED', 'STATED', 'INFERRED']);
export const articleText = pgEnum('article_text', ['BODY', 'HEADLINE', 'BYLINE', 'SOURCE']);
export const genre = pgEnum('genre', ['NEWS', 'NOTICE']);
export const bylineRole = pgEnum('byline_role', ['REPORTER', 'CORRESPONDENT', 'PHOTOGRAPHER', 'EDITOR']);
export const personRole = pgEnum('person_role', [
  'BYLINE',
  'ATTENDED',
  'HOSTED',
  'SPOKE',
  'SIGNED',
  'WITNESSED',
  'UNVEILED',
  'INSPECTED',
  'ACCOMPANIED',
  'MET',
  'MENTIONED',
]);
export const titleModality = pgEnum('title_modality', ['FULL', 'ACTING', 'DEPUTY', 'EXECUTIVE', 'HONORARY', 'FORMER']);
export const titleChange = pgEnum('title_change', ['APPOINTED', 'REMOVED']);
export const organisationKind = pgEnum('organisation_kind', [
  'PARTY',
  'GOVERNMENT',
  'COMPANY',
  'UNIVERSITY',
  'RESEARCH',
  'SCHOOL',
  'HOSPITAL',
  'ASSOCIATION',
  'MEDIA',
  'PLACE',
  'OTHER',
]);
export const agreementKind = pgEnum('agreement_kind', [
  'STRATEGIC',
  'FRAMEWORK',
  'COOPERATION',
  'MEMORANDUM',
  'UNDERSTANDING',
  'RESPONSIBILITY',
  'DONATION',
  'PROJECT',
  'OTHER',
]);
export const agreementStage = pgEnum('agreement_stage', ['SIGNED', 'ANNOUNCED', 'BACKGROUND']);
export const doubtKind = pgEnum('doubt_kind', ['UNNAMED_PEOPLE', 'UNLINKED_NAME', 'UNNAMED_PARTIES']);
export const agreementCapacity = pgEnum('agreement_capacity', ['SIGNATORY', 'HOST', 'ATTENDEE', 'WITNESS']);
export const searchType = pgEnum('search_type', ['ARTICLE', 'PERSON', 'ORGANISATION', 'AGREEMENT']);
export const textEncoding = pgEnum('text_encoding', encodings);
export const keyRole = pgEnum('key_role', ['READER', 'EDITOR', 'IMPORTER']);
export const nodeType = pgEnum('node_type', [
  'PUBLICATION',
  'ISSUE',
  'ARTICLE',
  'PERSON',
  'ORGANISATION',
  'AGREEMENT',
  'TENURE',
]);
/** Whether two profiles are one person, or only may be. */
export const linkStatus = pgEnum('link_status', ['LINKED', 'CANDIDATE']);
/** Of what an id was that another has taken the place of. */
export const supersededKind = pgEnum('superseded_kind', ['Person', 'Organisation']);
export const judgementKind = pgEnum('judgement_kind', ['SAME', 'DIFFERENT', 'SPLIT', 'RENAME', 'HIDE', 'CORRECT']);
/** The nodes that judgements are about. */
export const judgedType = pgEnum('judged_type', ['Person', 'Organisation', 'Agreement', 'Article']);
/** The values that can be corrected. */
export const correctedField = pgEnum('corrected_field', [
  'ORGANISATION_CATEGORY',
  'ARTICLE_EVENT_ON',
  'TITLE',
  'TITLE_ORGANISATION',
  'AGREEMENT_KIND',
  'AGREEMENT_SIGNED_ON',
  'AGREEMENT_DECLARED_COUNT',
  'AGREEMENT_PARTY',
  'AGREEMENT_SIGNATORY',
]);
/** Why a judgement is not applied. */
export const judgementConflict = pgEnum('judgement_conflict', [
  'SUBJECT_GONE',
  'TEXT_CHANGED',
  'VALUE_CHANGED',
  'VALUE_GONE',
]);
export const rowOperation = pgEnum('row_operation', ['INSERT', 'UPDATE', 'DELETE']);
