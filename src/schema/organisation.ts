import { Alias } from './alias.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { ArticleFilter, HELD_ON, OrganisationFilter, TITLE_MEANING, filtered } from './filter.ts';
import { AgreementConnection, OrganisationArticleConnection, OrganisationConnection, TenureConnection } from './list.ts';
import { decodeIdOf } from './global-id.ts';
import { Node, Organisation, idArgument } from './node.ts';
import { OrganisationOrder } from './order.ts';
import { OrganisationCategory } from './vocabulary.ts';

Organisation.implement({
  description: 'A body that acts under a name (机构): of the Party, of the state, a business, a school …',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The longest form of the name that was printed, without blanks.' }),
    category: t.expose('category', { type: OrganisationCategory, description: 'What kind of body it is.' }),
    aliases: t.field({
      type: [Alias],
      description: 'Other forms of the name that are printed, by their characters: at most 100.',
      resolve: ({ id }, _, { load }) => load.aliasesOfOrganisation(id),
    }),
    parent: t.field({
      type: Organisation,
      nullable: true,
      description: 'The body that it is part of (上级); null when not known.',
      resolve: ({ parentId }, _, { load }) => (parentId === null ? null : load.organisation(parentId)),
    }),
    tenures: t.field({
      type: TenureConnection,
      description: 'Who held which title here (任职), the latest first, as far as the archive proves.',
      args: {
        ...pageArguments,
        title: t.arg.string({ description: `Only tenures of a title of this meaning. ${TITLE_MEANING}` }),
        on: t.arg({ type: 'Date', description: HELD_ON }),
      },
      resolve: ({ id }, args, { load }) => load.tenuresOfOrganisation(id, args),
    }),
    articles: t.field({
      type: OrganisationArticleConnection,
      description: 'The articles that the organisation is in, newest issue first, with the printed names and evidence.',
      args: { ...pageArguments, filter: t.arg({ type: ArticleFilter, description: 'Which articles to read; all when left out.' }) },
      resolve: ({ id }, args, { load }) => filtered(load, args, (read) => load.articlesOfOrganisation(id, read)),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements that it is a party of, newest first.',
      args: pageArguments,
      resolve: ({ id }, args, { load }) => load.agreementsOfOrganisation(id, args),
    }),
  }),
});

builder.queryFields((t) => ({
  organisation: t.field({
    type: Organisation,
    nullable: true,
    description: 'The organisation with this id; null when the archive does not hold it. By name it is found with `organisations` and its filter.',
    args: idArgument,
    resolve: (_, { id }, { load }) => load.organisation(decodeIdOf('Organisation', id, 'id')),
  }),
  organisations: t.field({
    type: OrganisationConnection,
    description: 'The organisations of the archive, by name unless ordered otherwise. Of those that `name` finds, what is called just so comes first.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: OrganisationFilter, description: 'Which organisations to read; all when left out.' }),
      orderBy: t.arg({ type: OrganisationOrder, description: 'The order; by name when left out.' }),
    },
    resolve: (_, args, { load }) => filtered(load, args, load.organisations),
  }),
}));
