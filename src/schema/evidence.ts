import type { EvidenceRecord, PrintedTitleRecord } from '../load/node.ts';
import { builder } from './builder.ts';
import { Article, Organisation } from './node.ts';
import { itself } from './reads.ts';
import { required } from './related.ts';
import { ArticleText, TextEncoding, TitleChange, TitleModality } from './vocabulary.ts';

/** The words that prove a fact. Every type that states a fact has a field of this type. */
export const Evidence = builder.objectRef<EvidenceRecord>('Evidence');
const SourcePosition = builder.objectRef<EvidenceRecord>('SourcePosition');

Evidence.implement({
  description:
    'The printed words that prove a fact (依据). Offsets are in UTF-16 code units, as in JavaScript and Java strings.',
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article that contains the words.',
      resolve: required('article', 'articleId'),
    }),
    field: t.expose('field', { type: ArticleText, description: 'The part of the article that contains the words.' }),
    start: t.exposeInt('start', { description: 'Where the words begin in that part, from 0.' }),
    end: t.exposeInt('end', { description: 'Where the words end in that part, exclusive.' }),
    quote: t.exposeString('quote', { description: 'The words, as printed.' }),
    rule: t.exposeString('rule', {
      description: 'The importer rule that derived the fact: `person.post-before-name`.',
    }),
    source: t.field({
      type: SourcePosition,
      description: 'Where the same words are in the file as it was received.',
      resolve: itself(),
    }),
  }),
});

SourcePosition.implement({
  description: 'A place in a file as it was received, before its lines were joined.',
  fields: (t) => ({
    file: t.string({
      description:
        'The path of the file from the folder that was imported, with `/` between folders: `2025-04-02/01.txt`.',
      resolve: required('fileOfArticle', 'articleId', 'name'),
    }),
    encoding: t.field({
      type: TextEncoding,
      description: 'The encoding of the file. Offsets count in the decoded text.',
      resolve: required('fileOfArticle', 'articleId', 'encoding'),
    }),
    line: t.exposeInt('line', { description: 'The line on which the words begin, from 1.' }),
    start: t.exposeInt('rawStart', { description: 'Where the words begin in the file, in UTF-16 code units from 0.' }),
    end: t.exposeInt('rawEnd', {
      description: 'Where the words end in the file, exclusive; line breaks in between are counted.',
    }),
  }),
});

/** How likely a fact is to be right. `what` says what that means of it. */
export const confidenceOf = (what: string) => ({
  description: `How likely it is, from 0 to 1, that ${what} (置信度); 0 where nobody has said: facts stored before any were rated, and those of another reader that gives none.`,
});

export const PrintedTitle = builder.objectRef<PrintedTitleRecord>('PrintedTitle').implement({
  description: 'A title that an article prints with a name (职务).',
  fields: (t) => ({
    title: t.exposeString('title', {
      description: 'The title as printed, without the name of the organisation: 区委副书记, 总裁.',
    }),
    organisation: t.expose('organisation', {
      type: Organisation,
      nullable: true,
      description: 'The organisation that the title belongs to; null if the article does not say.',
    }),
    isOrganisationInferred: t.exposeBoolean('isOrganisationInferred', {
      description: 'Whether the organisation was inferred from context: 区长 alone is the head of the district.',
    }),
    modality: t.expose('modality', { type: TitleModality, description: 'The capacity in which the title is held.' }),
    change: t.expose('change', {
      type: TitleChange,
      nullable: true,
      description: 'The change of office that the article reports; null if it reports none.',
    }),
    confidence: t.exposeFloat('confidence', confidenceOf('the person holds this title at this organisation')),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that prove it.' }),
  }),
});
