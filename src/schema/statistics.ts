/** Counts over the archive. */
import type { AgreementKind as Kind } from '../extract/facts.ts';
import type { OrganisationRecord, PersonRecord } from '../load/node.ts';
import type { AgreementGroupRecord, NamingRecord } from '../load/statistics.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { connectionOf, pageArguments } from './connection.ts';
import { AgreementFilter, DateRange, UNKNOWN_SLUG } from './filter.ts';
import { Organisation, Person, Publication } from './node.ts';
import { computed, declared } from './reads.ts';
import { required } from './related.ts';
import { wholeList } from './related-list.ts';
import { AgreementGrouping, AgreementKind } from './vocabulary.ts';

const { connection: PeopleConnection, edge: PersonEdge } = connectionOf<PersonRecord, NamingRecord>(
  'NamedPerson',
  Person,
  'the list of people by how many articles name them',
  required('person', 'id'),
);
const { connection: OrganisationsConnection, edge: OrganisationEdge } = connectionOf<OrganisationRecord, NamingRecord>(
  'NamedOrganisation',
  Organisation,
  'the list of organisations by how many articles name them',
  required('organisation', 'id'),
);

for (const edge of [PersonEdge, OrganisationEdge])
  builder.objectFields(edge, (t) => ({
    count: t.exposeInt('count', { description: 'How many articles name it in these days (篇数).' }),
    firstOn: t.expose('firstOn', {
      type: 'Date',
      nullable: true,
      description: 'The first of these days (首次); null when no day is known.',
    }),
    lastOn: t.expose('lastOn', {
      type: 'Date',
      nullable: true,
      description: 'The last of these days (末次); null when no day is known.',
    }),
  }));

const AgreementGroup = builder.objectRef<AgreementGroupRecord>('AgreementGroup').implement({
  description:
    'Agreements that have something in common (协议统计). What it is stands in one of the first four fields.',
  fields: (t) => ({
    kind: t.field({
      type: AgreementKind,
      nullable: true,
      description: 'Their kind (类型); null unless they are counted by it.',
      resolve: computed(['groupBy', 'key'], ({ groupBy, key }) => (groupBy === 'KIND' ? (key as Kind) : null)),
    }),
    year: t.int({
      nullable: true,
      description:
        'The year in which they were signed (年份); null unless they are counted by it, and where no day is known.',
      resolve: computed(['groupBy', 'key'], ({ groupBy, key }) =>
        groupBy === 'YEAR' && key !== '' ? Number(key) : null,
      ),
    }),
    party: t.field({
      type: Organisation,
      nullable: true,
      description: 'The organisation that is a party to all of them (签约方); null unless they are counted by it.',
      resolve: declared({ paths: ['groupBy', 'key'] }, ({ groupBy, key }, _, { load }) =>
        groupBy === 'PARTY' ? load.organisation(key) : null,
      ),
    }),
    publication: t.field({
      type: Publication,
      nullable: true,
      description: 'The newspaper that reports them (报纸); null unless they are counted by it.',
      resolve: declared({ paths: ['groupBy', 'key'] }, ({ groupBy, key }, _, { load }) =>
        groupBy === 'PUBLICATION' ? load.publication(key) : null,
      ),
    }),
    count: t.exposeInt('count', { description: 'How many agreements (协议数).' }),
    partyCount: t.exposeInt('partyCount', {
      description: 'How many organisations are a party to any of them (签约方数).',
    }),
  }),
});

const { connection: AgreementGroupConnection } = connectionOf(
  'AgreementGroup',
  AgreementGroup,
  'the list of groups of agreements',
);

const periodArguments = builder.args((t) => ({
  during: t.field({
    type: DateRange,
    description:
      'Only articles of these days: of the reported event or, where none is dated, of the issue. All when left out, which in a large archive takes seconds.',
  }),
  publication: t.string({ description: `The slug of a publication: only its articles. ${UNKNOWN_SLUG}` }),
}));

builder.queryFields((t) => ({
  mostNamedPeople: t.field({
    type: PeopleConnection,
    description:
      'The people by how many articles name them (提及最多的人物), most first. Who only wrote an article does not count.',
    args: { ...pageArguments, ...periodArguments },
    extensions: changesWith('shown'),
    resolve: declared({ list: { relation: 'mostNamedPeople', args: (args) => args } }, async (_, args, { load }) => {
      await load.requirePublication('publication', args.publication);
      return load.mostNamedPeople(args);
    }),
  }),
  mostNamedOrganisations: t.field({
    type: OrganisationsConnection,
    description:
      'The organisations by how many articles name them (提及最多的机构), most first. The days are those of the issues.',
    args: { ...pageArguments, ...periodArguments },
    extensions: changesWith('shown'),
    resolve: declared(
      { list: { relation: 'mostNamedOrganisations', args: (args) => args } },
      async (_, args, { load }) => {
        await load.requirePublication('publication', args.publication);
        return load.mostNamedOrganisations(args);
      },
    ),
  }),
  agreementStatistics: t.field({
    type: AgreementGroupConnection,
    description: 'The agreements counted by what they have in common (协议统计), the largest groups first.',
    args: {
      ...pageArguments,
      groupBy: t.arg({ type: AgreementGrouping, required: true, description: 'What they are counted by.' }),
      filter: t.arg({ type: AgreementFilter, description: 'Only these agreements are counted; all when left out.' }),
    },
    extensions: changesWith('shown'),
    resolve: wholeList('agreementGroups'),
  }),
}));
