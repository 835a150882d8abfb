/** Who was seen with whom, who signed with whom. */
import type { CountRecord, Window } from '../load/network.ts';
import type { Connection } from '../load/page.ts';
import { after } from '../load/soon.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { DateRange } from './filter.ts';
import { AgreementConnection, CoAppearanceConnection, CoAppearanceEdge, PartnerConnection, PartnerEdge, PersonArticleConnection } from './list.ts';
import type { Counted } from './list.ts';
import { Organisation, Person } from './node.ts';

builder.objectField(Person, 'coAppearances', (t) => t.field({
  type: CoAppearanceConnection,
  description: 'Who else was present at the same events (同场): whom most often first, then latest. Authors and people who are only named are not present. '
    + 'Articles tell of one event when they are the parts of one article (下转, 上接), or tell of the same day with all the same people present. '
    + 'Where more than 100 people were present, none of them count as seen together.',
  args: {
    ...pageArguments,
    during: t.arg({ type: DateRange, description: 'Only events of these days, or of issues of these days where no event is dated; all when left out.' }),
  },
  resolve: ({ id }, args, { load }) => counted(args, load.coAppearances(id, args)),
}));

builder.objectFields(CoAppearanceEdge, (t) => ({
  count: t.exposeInt('count', { description: 'At how many events both were present; each event once, however many articles tell of it.' }),
  firstOn: t.expose('firstOn', { type: 'Date', nullable: true, description: 'The day of the first of these events; null when no day is known.' }),
  lastOn: t.expose('lastOn', { type: 'Date', nullable: true, description: 'The day of the last of these events; null when no day is known.' }),
  articles: t.field({
    type: PersonArticleConnection,
    description: 'The articles that have the other person present at these events, newest first, with what they say of that person.',
    args: pageArguments,
    resolve: ({ id, otherId, window }, args, { load }) => load.articlesOfCoAppearance([id, otherId], { ...args, ...window }),
  }),
}));

builder.objectField(Organisation, 'partners', (t) => t.field({
  type: PartnerConnection,
  description: 'The organisations that it has signed agreements with (合作方), those of most agreements first, then of the latest. '
    + 'What is only announced does not count.',
  args: {
    ...pageArguments,
    during: t.arg({ type: DateRange, description: 'Only agreements signed on these days; all when left out.' }),
  },
  resolve: ({ id }, args, { load }) => counted(args, load.partners(id, args)),
}));

builder.objectFields(PartnerEdge, (t) => ({
  count: t.exposeInt('count', { description: 'How many agreements both are parties of.' }),
  firstOn: t.expose('firstOn', { type: 'Date', nullable: true, description: 'The day of the first signing; null when no day is known.' }),
  lastOn: t.expose('lastOn', { type: 'Date', nullable: true, description: 'The day of the last signing; null when no day is known.' }),
  agreements: t.field({
    type: AgreementConnection,
    description: 'The agreements that both are parties of, newest first.',
    args: pageArguments,
    resolve: ({ id, otherId, window }, args, { load }) => load.agreementsOfPartner([id, otherId], { ...args, ...window }),
  }),
}));

/** The list with the window on each edge, which then reads what was counted through it. */
function counted({ during }: Window, list: Connection<CountRecord>): Connection<Counted> {
  const window = { during };
  // An edge that inherits, not a copy: who copies a row looks at all of it, and all of it would be read.
  const seen = <Edge extends CountRecord>(edge: Edge) => Object.assign(Object.create(edge) as Edge, { window });
  return { totalCount: () => list.totalCount(), page: () => after(list.page(), (page) => ({ ...page, edges: page.edges.map(seen) })) };
}
