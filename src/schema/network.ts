/** Who was seen with whom, who signed with whom. */
import type { Load } from '../load/loaders.ts';
import type { CountRecord, Window } from '../load/network.ts';
import type { ArticleRecord, EvidenceRecord } from '../load/node.ts';
import type { Connection } from '../load/page.ts';
import { after } from '../load/soon.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { Evidence } from './evidence.ts';
import { CoAppearanceConnection, CoAppearanceEdge, PartnerConnection, PartnerEdge } from './list.ts';
import type { Counted } from './list.ts';
import { Agreement, Article, Organisation, Person } from './node.ts';

builder.objectField(Person, 'coAppearances', (t) => t.field({
  type: CoAppearanceConnection,
  description: 'Who else was present at the same events (同场): whom most often first, then latest. Authors and people who are only named are not present. '
    + 'Articles tell of one event when they are the parts of one article (下转, 上接), or tell of the same day with all the same people present.',
  args: {
    ...pageArguments,
    since: t.arg({ type: 'Date', description: 'The first day that counts: that of the event, else that of the issue.' }),
    until: t.arg({ type: 'Date', description: 'The last day that counts.' }),
  },
  resolve: ({ id }, args, { load }) => counted(args, load.coAppearances(id, args)),
}));

builder.objectFields(CoAppearanceEdge, (t) => ({
  count: t.exposeInt('count', { description: 'At how many events both were present; each event once, however many articles tell of it.' }),
  firstOn: t.expose('firstOn', { type: 'Date', nullable: true, description: 'The day of the first of these events; null when no day is known.' }),
  lastOn: t.expose('lastOn', { type: 'Date', nullable: true, description: 'The day of the last of these events; null when no day is known.' }),
  articles: t.field({
    type: [Article],
    description: 'The articles that have the other person present at these events, newest first.',
    args: { first: t.arg.int({ required: true, defaultValue: 20, description: 'How many to read: at most 100.' }) },
    resolve: (edge, { first }, { load }) => articlesOf(load, edge, first),
  }),
  evidence: t.field({
    type: [Evidence],
    description: 'The words that name the other person in these articles.',
    args: { first: t.arg.int({ required: true, defaultValue: 20, description: 'How many articles to read, newest first: at most 100.' }) },
    resolve: async (edge, { first }, { load }) => wordsNaming(load, edge.otherId, await articlesOf(load, edge, first)),
  }),
}));

builder.objectField(Organisation, 'partners', (t) => t.field({
  type: PartnerConnection,
  description: 'The organisations that it has signed agreements with (合作方), those of most agreements first, then of the latest. '
    + 'What is only announced does not count.',
  args: {
    ...pageArguments,
    since: t.arg({ type: 'Date', description: 'The first day of signing that counts.' }),
    until: t.arg({ type: 'Date', description: 'The last day of signing that counts.' }),
  },
  resolve: ({ id }, args, { load }) => counted(args, load.partners(id, args)),
}));

builder.objectFields(PartnerEdge, (t) => ({
  count: t.exposeInt('count', { description: 'How many agreements both are parties of.' }),
  firstOn: t.expose('firstOn', { type: 'Date', nullable: true, description: 'The day of the first signing; null when no day is known.' }),
  lastOn: t.expose('lastOn', { type: 'Date', nullable: true, description: 'The day of the last signing; null when no day is known.' }),
  agreements: t.field({
    type: [Agreement],
    description: 'The agreements that both are parties of, newest first.',
    args: { first: t.arg.int({ required: true, defaultValue: 20, description: 'How many to read: at most 100.' }) },
    resolve: async ({ id, otherId, window }, { first }, { load }) =>
      nodesOf(load.agreementsOfPartner([id, otherId], { first, ...window })),
  }),
}));

/** The list with the window on each edge, which then reads what was counted through it. */
function counted({ since, until }: Window, list: Connection<CountRecord>): Connection<Counted> {
  const window = { since, until };
  // An edge that inherits, not a copy: who copies a row looks at all of it, and all of it would be read.
  const seen = <Edge extends CountRecord>(edge: Edge) => Object.assign(Object.create(edge) as Edge, { window });
  return { totalCount: () => list.totalCount(), page: () => after(list.page(), (page) => ({ ...page, edges: page.edges.map(seen) })) };
}

async function nodesOf<Node>(list: Connection<{ readonly node: Node }>): Promise<Node[]> {
  return (await list.page()).edges.map(({ node }) => node);
}

function articlesOf(load: Load, { id, otherId, window }: Counted, first: number): Promise<ArticleRecord[]> {
  return nodesOf(load.articlesOfCoAppearance([id, otherId], { first, ...window }));
}

async function wordsNaming(load: Load, personId: string, articles: readonly ArticleRecord[]): Promise<EvidenceRecord[]> {
  const mentions = await Promise.all(articles.map(({ id }) => load.mentionsOfPersonInArticle([id, personId])));
  return mentions.flat().map(({ evidence }) => evidence);
}
