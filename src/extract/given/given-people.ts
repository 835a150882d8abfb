import type { EvidenceFact, PersonRole, Rated, RatedPerson, TitleChange, TitleFact } from '../facts.ts';
import { modalityOf } from '../title/post.ts';
import { givenName } from './given-name.ts';
import type { GivenArticle, GivenPerson, GivenTitle } from './page-facts.ts';
import { liesIn, nearestTo } from './printed-words.ts';
import type { GivenReading } from './given-reading.ts';

/** The people of an article, and those whom the parser credits with it. */
export function peopleOf(reading: GivenReading, { persons }: GivenArticle): RatedPerson[] {
  const people = persons.map((person, i) => personOf(reading, person, `persons[${i}]`));
  const named = new Set(people.map(({ name }) => name));
  const credited = reading.own.people.filter(({ name, roles }) => !named.has(name) && roles.some(isByline));
  return [
    ...people.filter(({ name }, i) => people.findIndex((other) => other.name === name) === i),
    ...credited.map((person) => ({
      ...person,
      mentions: person.mentions.filter(({ field }) => field === 'BYLINE'),
      roles: person.roles.filter(isByline),
      titles: [],
    })),
  ];
}

const isByline = ({ role }: { readonly role: PersonRole }): boolean => role === 'BYLINE';

function personOf(reading: GivenReading, person: GivenPerson, path: string): RatedPerson {
  const confidence = person.confidence ?? 0;
  const mentions = reading.standing(person.name, `${path}.name`);
  const roles = [...new Set(person.roles)].filter((role) => role !== 'other');
  return {
    name: givenName(person.name),
    mentions,
    confidence,
    roles: roles.flatMap((role) => {
      const evidence =
        role === 'byline' ? (mentions.find(({ field }) => field === 'BYLINE') ?? mentions[0]) : mentions[0];
      return evidence === undefined ? [] : [{ role: role.toUpperCase() as PersonRole, evidence, confidence }];
    }),
    titles: person.titles.flatMap((title, i) => titleOf(reading, title, mentions, `${path}.titles[${i}]`, confidence)),
  };
}

function titleOf(
  reading: GivenReading,
  given: GivenTitle,
  mentions: readonly EvidenceFact[],
  path: string,
  confidence: number,
): Rated<TitleFact>[] {
  const organisation = given.org == null ? null : reading.organisation(given.org, `${path}.org`);
  const places = reading.places(given.title, `${path}.title`);
  const owned = reading.formsOf(organisation).flatMap((form) => reading.find(form + given.title));
  const evidence = nearestTo(owned.length > 0 ? owned : places, mentions);
  if (evidence === undefined) return [];
  return [
    {
      title: givenName(given.title),
      organisation,
      isOwnerInferred: organisation !== null && !owned.some((place) => place === evidence || liesIn(evidence, place)),
      modality: modalityOf(givenName(given.title)),
      change: (given.change?.toUpperCase() as TitleChange | undefined) ?? null,
      evidence,
      confidence: given.confidence ?? confidence,
    },
  ];
}
