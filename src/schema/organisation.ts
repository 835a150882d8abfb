import { Alias } from './alias.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { pageArguments } from './connection.ts';
import { confidenceOf } from './evidence.ts';
import { ArticleFilter, HELD_ON, OrganisationFilter, SURE_TENURES, TITLE_MEANING, minConfidence } from './filter.ts';
import {
  AgreementConnection,
  OrganisationArticleConnection,
  OrganisationConnection,
  PublicationConnection,
  TenureConnection,
} from './list.ts';
import { WRONG_ID } from './global-id.ts';
import { Node, Organisation, byId, idArgument } from './node.ts';
import { OrganisationOrder } from './order.ts';
import { related } from './related.ts';
import { listOf, wholeList } from './related-list.ts';
import { OrganisationCategory } from './vocabulary.ts';

Organisation.implement({
  description: 'An organisation (机构): a Party or state body, company, school and so on.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The longest printed form of its name, without spaces.' }),
    category: t.expose('category', { type: OrganisationCategory, description: 'The kind of organisation.' }),
    confidence: t.exposeFloat('confidence', confidenceOf('the surest article names such an organisation')),
    aliases: t.field({
      type: [Alias],
      description: 'Other printed forms of its name, in Unicode order: at most 100.',
      resolve: related('aliasesOfOrganisation', 'id'),
    }),
    parent: t.field({
      type: Organisation,
      nullable: true,
      description:
        'The organisation it is part of (上级), as its name tells: 云岫区委 of 云岫区委组织部. The nearest one that the archive' +
        ' names; null when there is none, or the name tells nothing.',
      extensions: changesWith('node'),
      resolve: related('organisation', 'parentId'),
    }),
    children: t.field({
      type: OrganisationConnection,
      description: 'The organisations that are part of it (下属机构), by name: those whose `parent` it is.',
      args: pageArguments,
      extensions: changesWith('node and shown'),
      resolve: listOf('childrenOfOrganisation', 'id'),
    }),
    publications: t.field({
      type: PublicationConnection,
      description: 'The newspapers that name it, by slug.',
      args: pageArguments,
      extensions: changesWith('node and shown'),
      resolve: listOf('publicationsOfOrganisation', 'id'),
    }),
    tenures: t.field({
      type: TenureConnection,
      description: 'The offices that people are proven to have held at it (任职), latest first.',
      args: {
        ...pageArguments,
        title: t.arg.string({ description: `Only tenures of a title of this meaning. ${TITLE_MEANING}` }),
        on: t.arg({ type: 'Date', description: HELD_ON }),
        minConfidence: t.arg.float(minConfidence(SURE_TENURES)),
      },
      resolve: listOf('tenuresOfOrganisation', 'id'),
    }),
    articles: t.field({
      type: OrganisationArticleConnection,
      description: 'The articles that name it, newest issue first; edges have the printed names and evidence.',
      args: {
        ...pageArguments,
        filter: t.arg({ type: ArticleFilter, description: 'Selects articles; all when left out.' }),
      },
      resolve: listOf('articlesOfOrganisation', 'id'),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements to which it is a party, newest first.',
      args: pageArguments,
      resolve: listOf('agreementsOfOrganisation', 'id'),
    }),
  }),
});

builder.queryFields((t) => ({
  organisation: t.field({
    type: Organisation,
    nullable: true,
    description:
      `The organisation with this id; null if the archive has none. ${WRONG_ID}` +
      ' To find organisations by name, use `organisations(filter: { name })`.',
    args: idArgument,
    extensions: changesWith('node'),
    resolve: byId('Organisation'),
  }),
  organisations: t.field({
    type: OrganisationConnection,
    description:
      'Organisations in the archive, by name by default. When filtered by name, exact matches of the name come first.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: OrganisationFilter, description: 'Selects organisations; all when left out.' }),
      orderBy: t.arg({ type: OrganisationOrder, description: 'The order; by name when left out.' }),
    },
    resolve: wholeList('organisations'),
  }),
}));
