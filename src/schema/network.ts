/** Who attended events with whom, and who signed agreements with whom. */
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { DateRange } from './filter.ts';
import {
  AgreementConnection,
  CoAppearanceConnection,
  CoAppearanceEdge,
  PartnerConnection,
  PartnerEdge,
  PersonArticleConnection,
} from './list.ts';
import { Organisation, Person } from './node.ts';
import { listOf } from './related-list.ts';

builder.objectField(Person, 'coAppearances', (t) =>
  t.field({
    type: CoAppearanceConnection,
    description:
      'The people who attended the same events (同场), most frequent first, then most recent. Authors and people who are merely mentioned did not attend. ' +
      'Articles report one event if they are parts of one article (下转, 上接), or have the same day and exactly the same people attending. ' +
      'Events with more than 100 people do not count.',
    args: {
      ...pageArguments,
      during: t.arg({
        type: DateRange,
        description:
          'Only events in this range of days (or, where an event is not dated, in issues of these days); all when left out.',
      }),
    },
    resolve: listOf('coAppearances', 'id'),
  }),
);

builder.objectFields(CoAppearanceEdge, (t) => ({
  count: t.exposeInt('count', {
    description: 'The number of events that both attended; each counts once, however many articles report it.',
  }),
  firstOn: t.expose('firstOn', {
    type: 'Date',
    nullable: true,
    description: 'The day of the first of these events; null when no day is known.',
  }),
  lastOn: t.expose('lastOn', {
    type: 'Date',
    nullable: true,
    description: 'The day of the last of these events; null when no day is known.',
  }),
  articles: t.field({
    type: PersonArticleConnection,
    description:
      'The articles that report the other person at these events, newest first; edges have what they say of that person.',
    args: pageArguments,
    resolve: listOf('articlesOfCoAppearance', ['id', 'otherId'], ['during']),
  }),
}));

builder.objectField(Organisation, 'partners', (t) =>
  t.field({
    type: PartnerConnection,
    description:
      'The organisations with which it has signed agreements (合作方), most frequent first, then most recent. ' +
      'Agreements yet to be signed do not count.',
    args: {
      ...pageArguments,
      during: t.arg({
        type: DateRange,
        description: 'Only agreements signed in this range of days; all when left out.',
      }),
    },
    resolve: listOf('partners', 'id'),
  }),
);

builder.objectFields(PartnerEdge, (t) => ({
  count: t.exposeInt('count', { description: 'The number of agreements to which both are parties.' }),
  firstOn: t.expose('firstOn', {
    type: 'Date',
    nullable: true,
    description: 'The day of the first signing; null when no day is known.',
  }),
  lastOn: t.expose('lastOn', {
    type: 'Date',
    nullable: true,
    description: 'The day of the last signing; null when no day is known.',
  }),
  agreements: t.field({
    type: AgreementConnection,
    description: 'The agreements to which both are parties, newest first.',
    args: pageArguments,
    resolve: listOf('agreementsOfPartner', ['id', 'otherId'], ['during']),
  }),
}));
