import type { ArticleRecord } from '../load/node.ts';
import { after, present } from '../load/soon.ts';
import type { Soon } from '../load/soon.ts';
import { Annotation, Byline, Jump, Paragraph, crossheadsOf, excerptLength, leadOf, paragraphsOf } from './article-part.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { excerptOf } from './excerpt.ts';
import { ArticleFilter, filtered } from './filter.ts';
import { decodeIdOf } from './global-id.ts';
import { AgreementConnection, ArticleConnection, ArticleOrganisationConnection, ArticlePersonConnection } from './list.ts';
import { Article, Issue, Node, idArgument } from './node.ts';
import { ArticleOrder } from './order.ts';
import { ArticleGenre, DateBasis, PersonRole } from './vocabulary.ts';

Article.implement({
  description: 'One article of an issue, or the part of it that stands on one page (文章).',
  interfaces: [Node],
  fields: (t) => ({
    issue: t.field({
      type: Issue,
      description: 'The issue that it was printed in.',
      resolve: ({ issueId }, _, { load }) => present(load.issue(issueId)),
    }),
    position: t.exposeInt('position', { description: 'Its place in the file that it was read from, from 0.' }),
    page: t.exposeInt('page', { nullable: true, description: 'The page that it stands on (第N版); null when not known.' }),
    genre: t.expose('genre', { type: ArticleGenre, description: 'Whether it is a report or a notice.' }),

    headline: t.exposeString('headline', {
      nullable: true,
      description: 'Its display lines joined by blanks (标题); null for a tail whose head stands on another page.',
    }),
    headlineLines: t.exposeStringList('headlineLines', {
      description: 'Kicker, headline and subheading as they were printed, line by line (引题、主题、副题).',
    }),
    crossheads: t.stringList({
      description: 'The headings inside the body (小标题).',
      resolve: ({ id }, _, { load }) => after(load.textOfArticle(id), crossheadsOf),
    }),
    byline: t.field({
      type: [Byline],
      description: 'Who made it (署名), in print order.',
      resolve: ({ id }, _, { load }) => load.creditsOfArticle(id),
    }),
    source: t.exposeString('source', { nullable: true, description: 'Where it was taken from (来源); null when not printed.' }),
    captions: t.exposeStringList('captions', { description: 'The texts printed with its pictures (图片说明).' }),

    eventOn: t.expose('eventOn', {
      type: 'Date',
      nullable: true,
      description: 'The day that the reported event happened; null when the text does not prove one.',
    }),
    eventOnBasis: t.expose('eventOnBasis', {
      type: DateBasis,
      nullable: true,
      description: 'How the day of the event is known; null when it is not.',
    }),

    body: t.string({
      description: 'The running text with its broken lines joined again (正文). One blank line stands between paragraphs.',
      resolve: ({ id }, _, { load }) => after(present(load.textOfArticle(id)), ({ body }) => body),
    }),
    paragraphs: t.field({
      type: [Paragraph],
      description: 'The paragraphs and crossheads of the body, in order (段落).',
      resolve: ({ id }, _, { load }) => after(load.textOfArticle(id), paragraphsOf),
    }),
    excerpt: t.string({
      description: 'How the first paragraph begins: whole sentences as far as they fit, with `…` where something was left out (摘要).',
      args: { length: t.arg.int({ required: true, defaultValue: 120, description: 'How many UTF-16 units to show at most, the `…` counted: 1 to 1000.' }) },
      resolve: ({ id }, { length }, { load }) => after(load.textOfArticle(id), (text) => excerptOf(leadOf(text), excerptLength(length))),
    }),

    isIncomplete: t.exposeBoolean('isIncomplete', { description: 'Whether its text breaks off, or begins, in the middle.' }),
    continuedFrom: t.field({
      type: Jump,
      nullable: true,
      description: 'Where the part before it stands, if a line says so (上接第N版).',
      resolve: (article, _, { load }) => jumpFrom(article, () => load.partBeforeArticle(article.id)),
    }),
    continuedOn: t.field({
      type: Jump,
      nullable: true,
      description: 'Where the part after it stands, if a line says so (下转第N版).',
      resolve: (article, _, { load }) => jumpOn(article, () => load.partAfterArticle(article.id)),
    }),

    people: t.field({
      type: ArticlePersonConnection,
      description: 'The people in it in the order of their first mention, with roles, titles and evidence.',
      args: { ...pageArguments, role: t.arg({ type: PersonRole, description: 'Only people in this role.' }) },
      resolve: ({ id }, args, { load }) => load.peopleOfArticle(id, args),
    }),
    organisations: t.field({
      type: ArticleOrganisationConnection,
      description: 'The organisations in it in the order of their first mention, with the printed names and evidence.',
      args: pageArguments,
      resolve: ({ id }, args, { load }) => load.organisationsOfArticle(id, args),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements that it reports (协议), in print order.',
      args: pageArguments,
      resolve: ({ id }, args, { load }) => load.agreementsOfArticle(id, args),
    }),
    annotations: t.field({
      type: [Annotation],
      description: 'Every span of the body that names a person or an organisation, in order: what a reader highlights.',
      resolve: ({ id }, _, { load }) => load.annotationsOfArticle(id),
    }),
  }),
});

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description: 'The article with this id; null when the archive does not hold it.',
    args: idArgument,
    resolve: (_, { id }, { load }) => load.article(decodeIdOf('Article', id, 'id')),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'Articles of every newspaper, newest issue first unless ordered otherwise; those without a known day come last.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: ArticleFilter, description: 'Which articles to read; all when left out.' }),
      orderBy: t.arg({ type: ArticleOrder, description: 'The order; newest issue first when left out.' }),
    },
    resolve: (_, args, { load }) => filtered(load, args, load.articles),
  }),
}));

type ReadPart = () => Soon<ArticleRecord | null>;

function jumpFrom({ hasContinuedFrom, continuedFromPage }: ArticleRecord, article: ReadPart) {
  return hasContinuedFrom ? { page: continuedFromPage, article } : null;
}

function jumpOn({ hasContinuedOn, continuedOnPage }: ArticleRecord, article: ReadPart) {
  return hasContinuedOn ? { page: continuedOnPage, article } : null;
}
