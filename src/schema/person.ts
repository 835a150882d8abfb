import { Alias } from './alias.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { pageArguments } from './connection.ts';
import { confidenceOf } from './evidence.ts';
import { ArticleFilter, HELD_ON, PersonFilter, SURE_TENURES, minConfidence } from './filter.ts';
import {
  AgreementConnection,
  PersonArticleConnection,
  PersonConnection,
  PublicationConnection,
  TenureConnection,
} from './list.ts';
import { WRONG_ID } from './global-id.ts';
import { Node, Person, byId, idArgument } from './node.ts';
import { PersonOrder } from './order.ts';
import { related } from './related.ts';
import { listOf, wholeList } from './related-list.ts';
import { PersonRole } from './vocabulary.ts';

Person.implement({
  description:
    'A person named in newspapers (人物), in either script. Who is the same person is worked out from offices, bodies, places and days; ' +
    'namesakes are kept apart as far as these tell them apart. `candidates` are those of whom it is not sure.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The full name as printed, without spaces.' }),
    pinyin: t.exposeString('pinyin', {
      description: 'The name in pinyin, without tones, syllables separated by spaces (拼音): `lin cheng`.',
    }),
    confidence: t.exposeFloat('confidence', confidenceOf('the surest article names such a person')),
    aliases: t.field({
      type: [Alias],
      description: 'Other names the person is printed under, in Unicode order: at most 100.',
      resolve: related('aliasesOfPerson', 'id'),
    }),
    publications: t.field({
      type: PublicationConnection,
      description: 'The newspapers that name the person, by slug.',
      args: pageArguments,
      resolve: listOf('publicationsOfPerson', 'id'),
    }),
    tenures: t.field({
      type: TenureConnection,
      description: 'The offices the person is proven to have held (任职), latest first.',
      args: {
        ...pageArguments,
        on: t.arg({ type: 'Date', description: HELD_ON }),
        minConfidence: t.arg.float(minConfidence(SURE_TENURES)),
      },
      resolve: listOf('tenuresOfPerson', 'id'),
    }),
    articles: t.field({
      type: PersonArticleConnection,
      description: 'The articles that name the person, newest issue first; edges have roles, titles and evidence.',
      args: {
        ...pageArguments,
        role: t.arg({
          type: PersonRole,
          description:
            'Only articles in which this person plays this role. The `role` of `filter` is about the `people` of `filter`, or ' +
            'about anybody.',
        }),
        filter: t.arg({ type: ArticleFilter, description: 'Selects articles; all when left out.' }),
      },
      resolve: listOf('articlesOfPerson', 'id'),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements the person signed, newest first.',
      args: pageArguments,
      resolve: listOf('agreementsOfPerson', 'id'),
    }),
    firstNamedOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The first day the person is named: the day of the reported event or, where none is dated, of the issue; null when no day is known.',
      resolve: related('citationOfPerson', 'id', { at: 'firstOn' }),
    }),
    lastNamedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day the person is named, reckoned likewise; null when no day is known.',
      resolve: related('citationOfPerson', 'id', { at: 'lastOn' }),
    }),
  }),
});

builder.queryFields((t) => ({
  person: t.field({
    type: Person,
    nullable: true,
    description:
      `The person with this id, or the one who answers in its place; null if the archive has none. ${WRONG_ID}` +
      ' To find people by name, use `people(filter: { name })`.',
    args: idArgument,
    extensions: changesWith('node'),
    resolve: byId('Person'),
  }),
  people: t.field({
    type: PersonConnection,
    description:
      'People in the archive, by pinyin by default. Namesakes are separate people. ' +
      'When filtered by name, exact matches of the printed name come first.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: PersonFilter, description: 'Selects people; all when left out.' }),
      orderBy: t.arg({ type: PersonOrder, description: 'The order; by pinyin when left out.' }),
    },
    resolve: wholeList('people'),
  }),
}));
