import { annotate } from '../extract/annotation.ts';
import type { ArticleFacts, PersonFact, TitleFact } from '../extract/facts.ts';
import type { ParsedIssue } from '../parse/parsed-issue.ts';
import { pairSignings, signatoryKey, signingsOf } from './agreement.ts';
import { namesOf, resolveAliases } from './alias-resolution.ts';
import type { ResolveAlias } from './alias-resolution.ts';
import { checkAnnotation } from './annotation.ts';
import type { Annotation, ArticleAnnotation, PersonAnnotation } from './annotation.ts';
import { matchArticles } from './article-match.ts';
import { comparisonKey } from './comparison-key.ts';
import { scoredNames } from './organisation.ts';
import { standingNames } from './standing-name.ts';
import { heldTitles, isSamePost } from './title.ts';

/** Whether each fact, and each part of one, is right. A fact that annotations do not tell of has no verdict. */
export type Verdicts = Map<object, boolean>;

/** Compares what was read of a page with its annotation, fact by fact. `raw` is the text of the page. */
export function verdictsOf(
  annotated: Annotation,
  raw: string,
  issue: ParsedIssue,
  facts: readonly ArticleFacts[],
): Verdicts {
  const read = checkAnnotation(annotate(issue, facts), issue.file).articles;
  const isWhole = !annotated.articles.some(({ bodyStart }) => bodyStart);
  const pairs = isWhole
    ? read.map((article) => [annotated.articles[0] ?? {}, article] as const)
    : matchArticles(annotated.articles, read).pairs;
  const verdicts: Verdicts = new Map();
  const text = comparisonKey(raw);
  for (const [article, match] of pairs) {
    const own = match === null ? undefined : facts[read.indexOf(match)];
    if (match !== null && own !== undefined) judge(article, match, own, annotated, text, verdicts);
  }
  return verdicts;
}

function judge(
  annotated: ArticleAnnotation,
  read: ArticleAnnotation,
  facts: ArticleFacts,
  { articles }: Annotation,
  text: string,
  verdicts: Verdicts,
): void {
  const resolve = resolveAliases(annotated.organisations ?? [], read.organisations ?? []);
  const isAnnotated = (subject: 'persons' | 'organisations' | 'agreements') =>
    articles.some((article) => article[subject]);
  if (isAnnotated('persons')) judgePeople(annotated, facts, resolve, verdicts);
  if (isAnnotated('organisations')) judgeOrganisations(annotated, facts, text, resolve, verdicts);
  if (isAnnotated('agreements')) judgeAgreements(annotated, read, facts, resolve, verdicts);
}

function judgePeople(
  { persons = [] }: ArticleAnnotation,
  { people, agreements }: ArticleFacts,
  resolve: ResolveAlias,
  verdicts: Verdicts,
): void {
  const rolesOf = new Map(persons.map(({ name, roles }) => [comparisonKey(name), roles]));
  const hasRole = (name: string, role: string) => rolesOf.get(comparisonKey(name))?.includes(role) ?? false;
  const expected = heldTitles(persons, resolve);
  for (const person of people) {
    verdicts.set(person, rolesOf.has(comparisonKey(person.name)));
    for (const fact of person.roles)
      if (fact.role !== 'MENTIONED') verdicts.set(fact, hasRole(person.name, fact.role.toLowerCase()));
    for (const title of person.titles) {
      const [held] = heldTitles([asAnnotated(person, title)], resolve);
      verdicts.set(title, held !== undefined && expected.some((other) => isSamePost(other, held)));
    }
  }
  for (const { hosts, attendees, witnesses } of agreements) {
    for (const host of hosts) verdicts.set(host, hasRole(host.person, 'hosted'));
    for (const attendee of attendees) verdicts.set(attendee, hasRole(attendee.person, 'attended'));
    for (const witness of witnesses) verdicts.set(witness, hasRole(witness.person, 'witnessed'));
  }
}

const asAnnotated = ({ name }: PersonFact, { title, organisation }: TitleFact): PersonAnnotation => ({
  name,
  roles: [],
  titles: [{ title, org: organisation, alt: [] }],
});

/** A body that is only implied is right if a title or an implied body of the annotation leads to it. */
function judgeOrganisations(
  { persons = [], organisations = [] }: ArticleAnnotation,
  facts: ArticleFacts,
  text: string,
  resolve: ResolveAlias,
  verdicts: Verdicts,
): void {
  const canonical = new Set(organisations.map(({ name }) => comparisonKey(name)));
  const links = new Set(organisations.flatMap(({ name, aliases }) => aliases.map((alias) => linkOf(name, alias))));
  const implied = new Set([
    ...organisations.flatMap(namesOf),
    ...persons.flatMap(({ titles }) => titles.map(({ org }) => resolve(org))),
  ]);
  const isScored = scoredNames(organisations);
  const standsAlone = standingNames(organisations, persons, text);
  for (const organisation of facts.organisations) {
    const name = comparisonKey(organisation.name);
    const isImplied = organisation.mentions.length === 0;
    if (isImplied) verdicts.set(organisation, canonical.has(name) || implied.has(resolve(organisation.name)));
    else if (isScored(name)) verdicts.set(organisation, canonical.has(name));
    for (const alias of organisation.aliases)
      if (isScored(name) && standsAlone(comparisonKey(alias.name)))
        verdicts.set(alias, links.has(linkOf(organisation.name, alias.name)));
  }
}

const linkOf = (name: string, alias: string): string => `${comparisonKey(name)}=${comparisonKey(alias)}`;

function judgeAgreements(
  { agreements: annotated = [] }: ArticleAnnotation,
  { agreements: read = [] }: ArticleAnnotation,
  { agreements }: ArticleFacts,
  resolve: ResolveAlias,
  verdicts: Verdicts,
): void {
  const signings = signingsOf(read, resolve);
  const pairs = pairSignings(signingsOf(annotated, resolve), signings);
  const meant = new Map([...pairs].map(([expected, found]) => [found, expected]));
  const scored = agreements.filter(({ stage }) => stage !== 'ANNOUNCED');
  for (const [i, agreement] of scored.entries()) {
    const { [i]: found } = signings;
    const expected = found && meant.get(found);
    verdicts.set(agreement, expected !== undefined);
    for (const party of agreement.parties)
      verdicts.set(party, expected?.parties.has(resolve(party.organisation)) ?? false);
    for (const signatory of agreement.signatories)
      verdicts.set(signatory, expected?.signatories.has(signatoryKey(signatory, resolve)) ?? false);
  }
}
