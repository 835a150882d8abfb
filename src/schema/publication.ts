import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { IssueConnection, PublicationConnection } from './list.ts';
import { Node, Organisation, Publication } from './node.ts';
import { IssueOrder } from './order.ts';

Publication.implement({
  description: 'A newspaper (报纸).',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name for addresses and filters: `yunxiu-bao`.' }),
    name: t.exposeString('name', { description: 'Its name as printed: 云岫报.' }),
    frequency: t.exposeString('frequency', {
      nullable: true,
      description: 'How often it appears, as stated by who imported it: `weekly`; null when not stated.',
    }),
    city: t.exposeString('city', { nullable: true, description: 'The city above its district (市); null when not stated.' }),
    district: t.field({
      type: Organisation,
      nullable: true,
      description: 'The district it reports on, which a bare 区 in its articles means; null when not stated.',
      resolve: ({ districtId }, _, { load }) => (districtId === null ? null : load.organisation(districtId)),
    }),
    issues: t.field({
      type: IssueConnection,
      description: 'Its issues, newest first unless ordered otherwise.',
      args: { ...pageArguments, orderBy: t.arg({ type: IssueOrder, description: 'The order; newest first when left out.' }) },
      resolve: (publication, args, { load }) => load.issuesOfPublication(publication.id, args),
    }),
  }),
});

builder.queryFields((t) => ({
  publications: t.field({
    type: PublicationConnection,
    description: 'The newspapers of the archive, by slug.',
    args: pageArguments,
    resolve: (_, args, { load }) => load.publications(args),
  }),
  publication: t.field({
    type: Publication,
    nullable: true,
    description: 'The newspaper with this slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its short name: `yunxiu-bao`.' }) },
    resolve: async (_, { slug }, { load }) => (await load.publicationsWithSlug(slug))[0],
  }),
}));
