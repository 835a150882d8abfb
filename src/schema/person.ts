import { after } from '../load/soon.ts';
import { Alias } from './alias.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { ArticleFilter, HELD_ON, PersonFilter, filtered } from './filter.ts';
import { AgreementConnection, PersonArticleConnection, PersonConnection, TenureConnection } from './list.ts';
import { decodeIdOf } from './global-id.ts';
import { Node, Person, idArgument } from './node.ts';
import { PersonOrder } from './order.ts';
import { PersonRole } from './vocabulary.ts';

Person.implement({
  description: 'Somebody named in a newspaper (人物), as far as the archive can tell people of one name apart.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The full name as printed, without blanks.' }),
    pinyin: t.exposeString('pinyin', { description: 'The name romanised, syllables apart and without tones (拼音): `lin cheng`.' }),
    aliases: t.field({
      type: [Alias],
      description: 'Other names that the person is printed under, by their characters: at most 100.',
      resolve: ({ id }, _, { load }) => load.aliasesOfPerson(id),
    }),
    tenures: t.field({
      type: TenureConnection,
      description: 'The titles that the person held (任职), the latest first, as far as the archive proves.',
      args: {
        ...pageArguments,
        on: t.arg({ type: 'Date', description: HELD_ON }),
      },
      resolve: ({ id }, args, { load }) => load.tenuresOfPerson(id, args),
    }),
    articles: t.field({
      type: PersonArticleConnection,
      description: 'The articles that the person is in, newest issue first, with roles, titles and evidence.',
      args: {
        ...pageArguments,
        role: t.arg({ type: PersonRole, description: 'Only articles that have the person in this role.' }),
        filter: t.arg({ type: ArticleFilter, description: 'Which articles to read; all when left out.' }),
      },
      resolve: ({ id }, args, { load }) => filtered(load, args, (read) => load.articlesOfPerson(id, read)),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements that the person signed, newest first.',
      args: pageArguments,
      resolve: ({ id }, args, { load }) => load.agreementsOfPerson(id, args),
    }),
    firstCitedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day that the archive has of the person: that of an event, or of the issue where no event is dated; null when no day is known.',
      resolve: ({ id }, _, { load }) => after(load.citationOfPerson(id), (citation) => citation?.firstOn),
    }),
    lastCitedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day that the archive has of the person, counted like the first; null when no day is known.',
      resolve: ({ id }, _, { load }) => after(load.citationOfPerson(id), (citation) => citation?.lastOn),
    }),
  }),
});

builder.queryFields((t) => ({
  person: t.field({
    type: Person,
    nullable: true,
    description: 'The person with this id; null when the archive does not hold it. By name they are found with `people` and its filter.',
    args: idArgument,
    resolve: (_, { id }, { load }) => load.person(decodeIdOf('Person', id, 'id')),
  }),
  people: t.field({
    type: PersonConnection,
    description: 'The people of the archive, by pinyin unless ordered otherwise. Namesakes, and the same name in several newspapers, are '
      + 'several people. Of those whom `name` finds, who is printed just so comes first.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: PersonFilter, description: 'Which people to read; all when left out.' }),
      orderBy: t.arg({ type: PersonOrder, description: 'The order; by pinyin when left out.' }),
    },
    resolve: (_, args, { load }) => filtered(load, args, load.people),
  }),
}));
