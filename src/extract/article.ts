import type { ParsedArticle } from '../parse/parsed-issue.ts';
import { nounStart } from '../text/noun.ts';
import { findAgreements } from './agreement/agreement.ts';
import { rate } from './confidence/rate.ts';
import { weigh } from './confidence/weigh.ts';
import { findUnnamedParties, findUnnamedPeople, unlinkedNames } from './doubt.ts';
import { addCredits, creditedNames } from './person/credit.ts';
import { readEvent, withDateline } from './event/event.ts';
import type { Calendar } from './event/printed-day.ts';
import type { ArticleFacts, ArticleReadings, OrganisationFact } from './facts.ts';
import type { Post } from './person/cast-context.ts';
import type { WeighAntecedents } from './organisation/antecedent-choice.ts';
import { readIntroductions } from './organisation/introduction.ts';
import { genericHeads } from './lexicon/generic-head.ts';
import { findOrganisations } from './organisation/organisation.ts';
import { tagArticle } from './tagger/tagger.ts';
import type { Segment } from './tagger/tagger.ts';
import { withUnits } from './title/unit.ts';
import { shippedModels } from './models.ts';
import type { Models } from './models.ts';
import { castContextOf } from './person/cast-context.ts';
import type { OrganisationMention } from './organisation/organisation-mention.ts';
import { levelOfHead } from './title/owner-by-head.ts';
import { findPeople } from './person/person.ts';
import type { PersonDraft } from './person/person.ts';
import { personFacts } from './person/person-fact.ts';
import type { PlaceOf } from './place/place.ts';
import type { Reading } from './document/reading.ts';
import type { Span } from './document/span.ts';
import { settleOrganisations } from './organisation/registry.ts';
import type { Registry } from './organisation/registry.ts';
import { readRoles } from './role/role.ts';
import type { NamedPlace } from './role/role.ts';
import { findAmbiguousNames } from './organisation/ambiguous-name.ts';
import { findHost } from './agreement/signing-party.ts';
import { findPlaces, overlapsAny } from './document/span.ts';
import { isNoName } from './organisation/suffix.ts';

/**
 * Reads the facts of one article. `lexicon` holds people known from elsewhere, `bodies` organisations that the archive
 * knows.
 */
export function extractArticle(
  article: ParsedArticle,
  reading: Reading,
  placeOf: PlaceOf,
  calendar: Calendar,
  lexicon: ReadonlySet<string>,
  bodies: ReadonlySet<string>,
  models: Models = shippedModels(),
): ArticleFacts {
  const segments = withUnits(tagArticle(reading, models.tagger, { people: lexicon, bodies }));
  return rate(weigh(readSegments(article, reading, segments, placeOf, calendar, models), segments, reading));
}

/** What an article says, by the people, titles and bodies that are found in it. */
export function readSegments(
  article: ParsedArticle,
  reading: Reading,
  segments: readonly Segment[],
  placeOf: PlaceOf,
  calendar: Calendar,
  { chooseOwner, weighAntecedents, signing }: Omit<Models, 'tagger'>,
): ArticleReadings {
  const introductions = readIntroductions(reading);
  const named = findOrganisations(reading, segments, introductions);
  const bodiesNamed = segments.filter(({ label }) => label === 'BODY');
  const people = findPeople(reading, segments, castContextOf(reading, bodiesNamed, placeOf, chooseOwner));
  const places = placesOf(reading, people);
  const registry = settle(article, reading, named, people, places, introductions, placeOf, weighAntecedents);
  const posts = people.flatMap((person) => person.posts.map(({ post }) => post));
  const roles = readRoles(reading, places);
  const facts = personFacts(reading, people, places, roles, registry);
  const dated = withDateline(calendar, article.byline?.text ?? null, reading);
  const event = readEvent(reading, dated);
  const agreements = findAgreements(reading, {
    facts,
    places,
    registry,
    placeOf,
    calendar: dated,
    event,
    choices: signing,
  });
  const ambiguous = findAmbiguousNames(
    reading.text,
    registry.facts.map(({ name }) => name),
    (name) => registry.canonical(name) !== null,
  );
  return {
    event,
    people: addCredits(article, facts, registry),
    organisations: registry.facts.map((fact) => withBareForms(fact, posts, registry, reading)),
    agreements,
    doubts: [...findUnnamedPeople(reading), ...findUnnamedParties(agreements), ...unlinkedNames(reading, ambiguous)],
  };
}

const placesOf = (reading: Reading, people: readonly PersonDraft[]): NamedPlace[] =>
  [
    ...findPlaces(
      reading.text,
      people.map(({ name }) => name),
    ),
  ]
    .flatMap(([name, spans]) => spans.map((span) => ({ ...span, name })))
    .sort((a, b) => a.start - b.start);

/** 区委书记 names 云岫区委 by a short form. */
function withBareForms(
  fact: OrganisationFact,
  posts: readonly Post[],
  registry: Registry,
  reading: Reading,
): OrganisationFact {
  for (const { organisation, bare, start, end } of posts) {
    if (bare === null || registry.canonical(organisation!) !== fact.name || registry.canonical(bare) !== null) continue;
    if (fact.aliases.some(({ name }) => name === bare)) return fact;
    const at = reading.text.slice(start, end).indexOf(bare);
    if (at < 0) continue;
    const evidence = reading.evidence(start + at, start + at + bare.length, 'organisation.of-title');
    return { ...fact, aliases: [...fact.aliases, { name: bare, evidence }] };
  }
  return fact;
}

/** Joins the organisations that the text names with those that its people's titles name or imply. */
function settle(
  article: ParsedArticle,
  reading: Reading,
  named: readonly OrganisationMention[],
  people: readonly PersonDraft[],
  places: readonly NamedPlace[],
  introductions: ReturnType<typeof readIntroductions>,
  placeOf: PlaceOf,
  weigh: WeighAntecedents,
): Registry {
  const posts = people.flatMap((person) => person.posts.map(({ post }) => post));
  const owners = posts.flatMap(({ owner }) =>
    owner && !isNoName(reading.text.slice(owner.start, owner.end))
      ? [{ ...owner, name: reading.text.slice(owner.start, owner.end), rule: 'organisation.title-owner' }]
      : [],
  );
  const printed = [
    ...named,
    ...owners,
    ...unplacedGovernments(reading.text, posts),
    ...findHost(reading, placeOf),
  ].filter(
    (mention) =>
      !overlapsAny(places, mention) &&
      !pronominal.test(mention.name) &&
      (!genericHeads.has(mention.name) || mention.rule === 'organisation.unplaced-government'),
  );
  const implied = new Map<string, Span>();
  for (const post of posts)
    if (post.organisation && !implied.has(post.organisation)) implied.set(post.organisation, post);
  const ownerOf = new Map(
    people.map(({ name, posts: own }) => [name, own.find(({ post }) => post.organisation)?.post.organisation ?? null]),
  );
  return settleOrganisations(
    reading,
    {
      mentions: printed,
      implied,
      introductions,
      people: places.map((place) => ({ ...place, organisation: ownerOf.get(place.name) ?? null })),
      credits: creditedNames(article),
    },
    placeOf,
    weigh,
  );
}

/** 我区, 该校: short forms of a body named elsewhere, never bodies of their own. */
const pronominal = /^(?:[我本该].{1,2}|师市)$/;

/** 市长柳青, …代表市政府: where no place is told the printed government is the one that its head leads. */
function unplacedGovernments(
  text: string,
  posts: readonly { readonly title: string; readonly organisation: string | null }[],
): OrganisationMention[] {
  const levels = new Set(
    posts.flatMap(({ title, organisation }) => (organisation === null ? (levelOfHead(title) ?? []) : [])),
  );
  return [...levels].flatMap((level) => {
    const name = `${level}政府`;
    const start = text.indexOf(name);
    const isAlone =
      start >= 0 &&
      !/^(?:办公|秘书长|副秘书长|党组|网|常务会议)/.test(text.slice(start + 3, start + 7)) &&
      nounStart(text, Math.max(0, start - 8), start + 3) === start;
    return isAlone ? [{ start, end: start + 3, name, rule: 'organisation.unplaced-government' }] : [];
  });
}
