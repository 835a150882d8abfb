import type { ParsedArticle } from '../parse/parsed-issue.ts';
import { clusterNames } from './alias.ts';
import type { Introduction } from './alias.ts';
import { findAgreements } from './agreement.ts';
import { readEvent } from './event.ts';
import type { Calendar } from './event.ts';
import type { ArticleFacts, EvidenceFact, PersonFact, PersonRole, RoleFact, TitleFact } from './facts.ts';
import { modalityOf } from './post.ts';
import { findByAction, findByEnding, findInLists, splitSource } from './organisation.ts';
import type { OrganisationMention } from './organisation.ts';
import { ownerByHead } from './owner-by-head.ts';
import { findPeople } from './person.ts';
import type { PersonDraft } from './person.ts';
import type { PlaceOf } from './place.ts';
import { readArticle } from './reading.ts';
import type { Reading, Span } from './reading.ts';
import { findPlaces, settleOrganisations } from './registry.ts';
import type { Registry } from './registry.ts';
import { readRoles } from './role.ts';
import { genericHeads } from './lexicon/organisation-ending.ts';
import { kindOf } from './suffix.ts';
import { findShortNames } from './short-name.ts';
import { findHost, findSigningParties } from './signing.ts';
import { nounStart } from '../text/noun.ts';

/** Reads the facts of one article. */
export function extractArticle(article: ParsedArticle, placeOf: PlaceOf, calendar: Calendar, lexicon: ReadonlySet<string>): ArticleFacts {
  const reading = readArticle(article);
  const introductions = readIntroductions(reading);
  const named: OrganisationMention[] = [
    ...findByEnding(reading), ...findInLists(reading), ...findSigningParties(reading), ...findByAction(reading),
    ...introductions.flatMap(({ full, shortName, span }) => [{ ...span, name: full, rule: 'organisation.introduced' }, ...occurrence(reading, shortName, 'organisation.short-name')]),
  ];
  const namedSet = new Set(named.map(({ name }) => name));
  const people = findPeople(reading, { isOrganisation: (name) => namedSet.has(name), organisations: named.filter(({ rule }) => rule === 'organisation.ending'), placeOf, ownerFor: (title, at) => ownerByHead(title, named.filter(({ start }) => start < at).map(({ name }) => name)) }, lexicon);
  const personNames = new Set(people.map(({ name }) => name));
  const owners = people.flatMap(({ posts }) => posts.flatMap(({ post }) => (post.owner ? [{ ...post.owner, name: reading.text.slice(post.owner.start, post.owner.end), rule: 'organisation.title-owner' }] : [])));
  const implied = new Map<string, Span>();
  for (const { posts } of people) for (const { post } of posts) if (post.organisation) implied.set(post.organisation, implied.get(post.organisation) ?? post);
  const places = [...findPlaces(reading.text, [...personNames])].flatMap(([name, spans]) => spans.map((span) => ({ ...span, name }))).sort((a, b) => a.start - b.start);
  const isPerson = ({ start, end }: Span): boolean => places.some((place) => start < place.end && end > place.start);
  const printed = [...named, ...owners, ...findHost(reading, placeOf)].map((mention) => (/^[和与及]/.test(mention.name) && places.some(({ end }) => end === mention.start) ? { ...mention, start: mention.start + 1, name: mention.name.slice(1) } : mention)).filter((mention) => !isPerson(mention) && !genericHeads.has(mention.name));
  const clusters = clusterNames([...new Set(printed.map(({ name }) => name))], introductions, placeOf);
  const shortNames = findShortNames(reading.text, clusters.map(({ name }) => name), placeOf).filter(({ name }) => !personNames.has(name) && !namedSet.has(name));
  const mentions = [...printed, ...shortNames];
  for (const { name } of mentions) implied.delete(name);
  const links = [...introductions, ...shortNames.map(({ full, name }) => ({ full, shortName: name }))];
  const registry = settleOrganisations(reading, mentions, implied, links, placeOf);
  const roles = readRoles(reading, places);
  const event = readEvent(reading, calendar);
  const facts = people.map((person) => personFact(reading, person, places, roles, registry));
  return {
    event,
    people: [...facts, ...credited(article, facts)].map((person) => withCredits(article, person, (name) => registry.canonical(name) ?? name)),
    organisations: [...registry.facts, ...sourceOrganisations(article, registry)],
    agreements: findAgreements(reading, { facts, places, registry, placeOf, calendar, event }),
  };
}

function personFact(reading: Reading, person: PersonDraft, places: readonly (Span & { name: string })[], roles: ReturnType<typeof readRoles>, registry: Registry): PersonFact {
  const { rule } = person;
  const titles: TitleFact[] = [];
  for (const { post, change } of person.posts) {
    const organisation = post.organisation ? registry.canonical(post.organisation) : change ? assemblyBefore(reading.text, registry, post.start) : null;
    const isRepeated = titles.some((title) => title.change === change && (title.organisation === organisation || rule === 'person.post-after-name' || organisation === null) && (title.title === post.title || title.title.endsWith(post.title)));
    if (isRepeated) continue;
    titles.push({ title: post.title, organisation, isOwnerInferred: organisation !== null && post.owner === null, modality: modalityOf(post.title), change, evidence: reading.evidence(post.start, post.end, 'title.printed') });
  }
  const seen = new Set<PersonRole>();
  const own: RoleFact[] = roles.filter(({ name }) => name === person.name).flatMap(({ role, start, end, rule: by }) => (seen.has(role) ? [] : (seen.add(role), [{ role, evidence: reading.evidence(start, end, by) }])));
  const mentions = places.filter(({ name }) => name === person.name).map(({ start, end }) => reading.evidence(start, end, rule));
  return { name: person.name, mentions, roles: own, titles };
}

/** 大会选举…为会长: the association whose assembly it is stands before. */
const assemblyBefore = (text: string, registry: Registry, at: number): string | null => {
  const before = registry.places.filter(({ organisation, start }) => start < at && kindOf(organisation) === 'ASSOCIATION');
  return (before.find(({ end }) => /^(?:第.{1,3}[届次])?(?:会员|理事|代表|全体|日前换届|换届|召开)/.test(text.slice(end))) ?? before.at(-1))?.organisation ?? null;
};

/** People who are named in the byline only. */
function credited(article: ParsedArticle, facts: readonly PersonFact[]): PersonFact[] {
  const names = [...new Set(article.credits.map(({ name }) => name))].filter((name) => !facts.some((fact) => fact.name === name));
  return names.map((name) => ({ name, mentions: [], roles: [], titles: [] }));
}

function withCredits(article: ParsedArticle, person: PersonFact, known: (organisation: string) => string): PersonFact {
  const credits = article.credits.filter(({ name }) => name === person.name);
  if (credits.length === 0) return person;
  const evidence = (start: number, end: number): EvidenceFact => ({ field: 'BYLINE', start, end, quote: article.byline!.text.slice(start, end), rule: 'person.byline' });
  const first = credits[0]!;
  const titles = credits.flatMap(({ title: printed, role, organisation, start, end }) => (printed ?? (role === 'EDITOR' ? '编辑' : null) ? [{ title: printed ?? '编辑', organisation: organisation === null ? null : known(organisation), isOwnerInferred: false, modality: 'FULL' as const, change: null, evidence: evidence(start, end) }] : []));
  return {
    ...person,
    mentions: [...person.mentions, ...credits.map(({ start, end }) => evidence(start, end))],
    roles: [...person.roles, { role: 'BYLINE', evidence: evidence(first.start, first.end) }],
    titles: [...person.titles, ...titles.filter(({ title }, i) => titles.findIndex((other) => other.title === title) === i)],
  };
}

/** （以下简称“…”）: the full name ends where the bracket stood. */
function readIntroductions(reading: Reading): (Introduction & { span: Span })[] {
  return reading.introductions.map(({ shortName, at }) => {
    const sentence = reading.sentences.find(({ start, end }) => start < at && at <= end) ?? { start: 0, end: at };
    const from = Math.max(sentence.start, ...['，', '、', '。', '；', '：', '“', '”', '\n'].map((c) => reading.text.lastIndexOf(c, at - 1) + 1));
    const start = nounStart(reading.text, from, at);
    return { full: reading.text.slice(start, at), shortName, span: { start, end: at } };
  });
}

function occurrence(reading: Reading, name: string, rule: string): OrganisationMention[] {
  const start = reading.text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length, name, rule }];
}

/** The offices and media of the source line, and employers printed in the byline. */
function sourceOrganisations(article: ParsedArticle, registry: Registry): ArticleFacts['organisations'] {
  const texts = [['SOURCE', article.source?.text ?? '', splitSource(article.source?.text ?? '')], ['BYLINE', article.byline?.text ?? '', article.credits.flatMap(({ organisation }) => organisation ?? [])]] as const;
  const found = new Map<string, ArticleFacts['organisations'][number]>();
  for (const [field, text, names] of texts) {
    for (const name of names) {
      const start = text.indexOf(name);
      if (start < 0 || registry.canonical(name) !== null || found.has(name)) continue;
      const evidence: EvidenceFact = { field, start, end: start + name.length, quote: name, rule: 'organisation.source' };
      found.set(name, { name, key: name, kind: 'MEDIA', aliases: [], mentions: [evidence], impliedBy: null });
    }
  }
  return [...found.values()];
}
