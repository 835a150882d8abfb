import { after } from '../load/soon.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { ArticleFilter, HELD_ON, PersonFilter, withIds } from './filter.ts';
import { AgreementConnection, PersonArticleConnection, PersonConnection, TenureConnection } from './list.ts';
import { Node, Person } from './node.ts';
import { PersonOrder } from './order.ts';
import { PersonRole } from './vocabulary.ts';

Person.implement({
  description: 'Somebody named in a newspaper (人物), as far as the archive can tell people of one name apart.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The full name as printed, without blanks.' }),
    pinyin: t.exposeString('pinyin', { description: 'The name romanised, syllables apart and without tones (拼音): `lin cheng`.' }),
    aliases: t.stringList({
      description: 'Other names that the person was printed with.',
      resolve: ({ id }, _, { load }) => after(load.aliasesOfPerson(id), (aliases) => aliases.map(({ name }) => name)),
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
      resolve: ({ id }, args, { load }) => load.articlesOfPerson(id, withIds(args)),
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
  people: t.field({
    type: PersonConnection,
    description: 'The people of the archive, by pinyin unless ordered otherwise.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: PersonFilter, description: 'Which people to read; all when left out.' }),
      orderBy: t.arg({ type: PersonOrder, description: 'The order; by pinyin when left out.' }),
    },
    resolve: (_, args, { load }) => load.people(withIds(args)),
  }),
  person: t.field({
    type: [Person],
    description: 'Everybody of this name: namesakes, and the same name in several newspapers, are several people. Who is printed just so comes first.',
    args: {
      name: t.arg.string({ required: true, description: 'The name in any form: as printed, in either script, in pinyin or its initials; blanks do not matter: 柳青, `liu qing`, `liuqing`, `lq`.' }),
      publication: t.arg.string({ description: 'The slug of a publication: only people of that newspaper.' }),
    },
    resolve: (_, { name, publication }, { load }) => load.peopleNamed(name, publication ?? null),
  }),
}));
