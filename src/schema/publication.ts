import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { pageArguments } from './connection.ts';
import { AgreementFilter, ArticleFilter, IssueFilter, OrganisationFilter, PersonFilter } from './filter.ts';
import {
  AgreementConnection,
  ArticleConnection,
  IssueConnection,
  OrganisationConnection,
  PersonConnection,
  PublicationConnection,
} from './list.ts';
import { Node, Organisation, Publication } from './node.ts';
import { AgreementOrder, ArticleOrder, IssueOrder, OrganisationOrder, PersonOrder } from './order.ts';
import { declared } from './reads.ts';
import { related } from './related.ts';
import { listOf, wholeList } from './related-list.ts';

Publication.implement({
  description: 'A newspaper (报纸).',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name, as used in URLs and filters: `yunxiu-bao`.' }),
    name: t.exposeString('name', { description: 'Its name as printed: 云岫报.' }),
    frequency: t.exposeString('frequency', {
      nullable: true,
      description: 'How often it appears, in the words of whoever imported it: `weekly`; null when not stated.',
    }),
    city: t.exposeString('city', {
      nullable: true,
      description: 'The city above its district (市); null when not stated.',
    }),
    district: t.field({
      type: Organisation,
      nullable: true,
      description: 'The district it covers: the one meant by 区 alone in its articles; null when not stated.',
      extensions: changesWith('node'),
      resolve: related('organisation', 'districtId'),
    }),
    issues: t.field({
      type: IssueConnection,
      description: 'Its issues, newest first by default.',
      args: {
        ...pageArguments,
        filter: t.arg({ type: IssueFilter, description: 'Selects issues; all when left out.' }),
        orderBy: t.arg({ type: IssueOrder, description: 'The order; newest first when left out.' }),
      },
      resolve: listOf('issuesOfPublication', 'id'),
    }),
    articles: t.field({
      type: ArticleConnection,
      description: 'The articles that it printed, newest issue first by default.',
      args: {
        ...pageArguments,
        filter: t.arg({ type: ArticleFilter, description: 'Selects articles; all when left out.' }),
        orderBy: t.arg({ type: ArticleOrder, description: 'The order; newest issue first when left out.' }),
      },
      resolve: listOf('articlesOfPublication', 'id'),
    }),
    people: t.field({
      type: PersonConnection,
      description:
        'The people that it names, by pinyin by default. When filtered by name, exact matches of the printed name come first.',
      args: {
        ...pageArguments,
        filter: t.arg({ type: PersonFilter, description: 'Selects people; all when left out.' }),
        orderBy: t.arg({ type: PersonOrder, description: 'The order; by pinyin when left out.' }),
      },
      resolve: listOf('peopleOfPublication', 'id'),
    }),
    organisations: t.field({
      type: OrganisationConnection,
      description:
        'The organisations that it names, by name by default. When filtered by name, exact matches of the name come first.',
      args: {
        ...pageArguments,
        filter: t.arg({ type: OrganisationFilter, description: 'Selects organisations; all when left out.' }),
        orderBy: t.arg({ type: OrganisationOrder, description: 'The order; by name when left out.' }),
      },
      resolve: listOf('organisationsOfPublication', 'id'),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements that it reports (协议), newest first by default.',
      args: {
        ...pageArguments,
        filter: t.arg({ type: AgreementFilter, description: 'Selects agreements; all when left out.' }),
        orderBy: t.arg({ type: AgreementOrder, description: 'The order; newest first when left out.' }),
      },
      resolve: listOf('agreementsOfPublication', 'id'),
    }),
  }),
});

builder.queryFields((t) => ({
  publications: t.field({
    type: PublicationConnection,
    description: 'The newspapers in the archive, by slug.',
    args: pageArguments,
    resolve: wholeList('publications'),
  }),
  publication: t.field({
    type: Publication,
    nullable: true,
    description: 'The newspaper with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its short name: `yunxiu-bao`.' }) },
    resolve: declared(
      { rows: [{ relation: 'publicationsWithSlug', reads: { at: '' } }] },
      async (_, { slug }, { load }) => (await load.publicationsWithSlug(slug))[0],
    ),
  }),
}));
