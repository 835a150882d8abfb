import type { EvidenceRecord, PrintedTitleRecord } from '../load/node.ts';
import { after, present } from '../load/soon.ts';
import { builder } from './builder.ts';
import { Article, Organisation } from './node.ts';
import { ArticleText, TextEncoding, TitleChange, TitleModality } from './vocabulary.ts';

/** The words that prove a fact. Whatever states a fact has a field of this type. */
export const Evidence = builder.objectRef<EvidenceRecord>('Evidence');
const SourcePosition = builder.objectRef<EvidenceRecord>('SourcePosition');

Evidence.implement({
  description: 'The printed words that prove a fact (依据). Offsets count UTF-16 units, as strings do in JavaScript and Java.',
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The article that the words stand in.',
      resolve: ({ articleId }, _, { load }) => present(load.article(articleId)),
    }),
    field: t.expose('field', { type: ArticleText, description: 'Which text of the article the words stand in.' }),
    start: t.exposeInt('start', { description: 'Where the words begin in that text, in UTF-16 units from 0.' }),
    end: t.exposeInt('end', { description: 'Where the words end in that text; the unit at `end` is no longer one of them.' }),
    quote: t.exposeString('quote', { description: 'The words themselves, as printed.' }),
    rule: t.exposeString('rule', { description: 'The rule of the importer that read the fact from them: `person.post-before-name`.' }),
    source: t.field({ type: SourcePosition, description: 'The same words in the file as it was received.', resolve: (evidence) => evidence }),
  }),
});

SourcePosition.implement({
  description: 'A place in a file as it was received, before its lines were joined.',
  fields: (t) => ({
    file: t.string({
      description: 'The path of the file from the folder that was imported, with `/` between folders: `2025-04-02/01.txt`.',
      resolve: ({ articleId }, _, { load }) => after(present(load.fileOfArticle(articleId)), ({ name }) => name),
    }),
    encoding: t.field({
      type: TextEncoding,
      description: 'The encoding of the file. Offsets count in the decoded text.',
      resolve: ({ articleId }, _, { load }) => after(present(load.fileOfArticle(articleId)), ({ encoding }) => encoding),
    }),
    line: t.exposeInt('line', { description: 'The line that the words begin on, from 1.' }),
    start: t.exposeInt('rawStart', { description: 'Where the words begin in the file, in UTF-16 units from 0.' }),
    end: t.exposeInt('rawEnd', { description: 'Where the words end in the file, line breaks between them counted; the unit at `end` is no longer one of them.' }),
  }),
});

export const PrintedTitle = builder.objectRef<PrintedTitleRecord>('PrintedTitle').implement({
  description: 'A title that a person was printed with in an article (职务).',
  fields: (t) => ({
    title: t.exposeString('title', { description: "The title as printed, without the organisation's own name: 区委副书记, 总裁." }),
    organisation: t.field({
      type: Organisation,
      nullable: true,
      description: 'The body that the title belongs to; null when the article does not tell.',
      resolve: ({ organisation }) => organisation,
    }),
    isOrganisationInferred: t.exposeBoolean('isOrganisationInferred', {
      description: 'Whether the organisation was completed from the context: a bare 区长 is that of the district.',
    }),
    modality: t.expose('modality', { type: TitleModality, description: 'In what way the title is held.' }),
    change: t.expose('change', {
      type: TitleChange,
      nullable: true,
      description: 'Whether the article reports that the title was given or taken; null when it only names it.',
    }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The words that say so.' }),
  }),
});
