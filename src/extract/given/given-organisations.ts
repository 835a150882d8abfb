import type { RatedOrganisation, RatedPerson } from '../facts.ts';
import { kindOfBody } from '../organisation/kind.ts';
import { keyOf } from '../organisation/registry.ts';
import { givenName } from './given-name.ts';
import type { GivenReading } from './given-reading.ts';
import type { GivenArticle, GivenOrganisation } from './page-facts.ts';

/** The organisations of an article. One that is not printed must be implied by the title of one of the people. */
export function organisationsOf(
  reading: GivenReading,
  { organisations }: GivenArticle,
  people: readonly RatedPerson[],
): RatedOrganisation[] {
  return organisations.map((organisation, i) => organisationOf(reading, organisation, `organisations[${i}]`, people));
}

function organisationOf(
  reading: GivenReading,
  given: GivenOrganisation,
  path: string,
  people: readonly RatedPerson[],
): RatedOrganisation {
  const name = givenName(given.name);
  const confidence = given.confidence ?? 0;
  const own = reading.own.organisations.find((fact) => fact.name === name);
  const title = people.flatMap(({ titles }) => titles).find(({ organisation }) => organisation === name);
  if (given.implied && title === undefined) reading.refuse(`${path}.implied`, `“${given.name}” is implied by no title`);
  return {
    name,
    key: own?.key ?? keyOf(name, () => null),
    kind: own?.kind ?? kindOfBody(name),
    mentions: given.implied ? [] : reading.standing(given.name, `${path}.name`),
    impliedBy: given.implied ? (title?.evidence ?? null) : null,
    confidence,
    aliases: given.aliases.flatMap((alias, i) => {
      const [evidence] = reading.standing(alias, `${path}.aliases[${i}]`);
      return evidence === undefined ? [] : [{ name: givenName(alias), evidence, confidence }];
    }),
  };
}
