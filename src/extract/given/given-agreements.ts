import { agreementKindWords } from '../annotation.ts';
import type { AgreementKind, EvidenceFact, RatedAgreement, RatedOrganisation, RatedPerson } from '../facts.ts';
import { givenName } from './given-name.ts';
import type { GivenReading } from './given-reading.ts';
import type { GivenAgreement, GivenArticle } from './page-facts.ts';
import { nearestTo } from './printed-words.ts';

const kindsByWord = new Map(
  Object.entries(agreementKindWords).map(([kind, word]) => [word, kind as AgreementKind] as const),
);

/** Whom the agreements of an article may name. */
export interface Named {
  readonly people: readonly RatedPerson[];
  readonly organisations: readonly RatedOrganisation[];
}

/** The agreements of an article, those only announced last. */
export function agreementsOf(reading: GivenReading, given: GivenArticle, named: Named): RatedAgreement[] {
  return (['agreements', 'announced'] as const).flatMap((list) =>
    given[list].flatMap((agreement, i) => agreementOf(reading, agreement, `${list}[${i}]`, list, named)),
  );
}

function agreementOf(
  reading: GivenReading,
  given: GivenAgreement,
  path: string,
  list: 'agreements' | 'announced',
  { people, organisations }: Named,
): RatedAgreement[] {
  const confidence = given.confidence ?? 0;
  const quotes = reading.places(given.evidence.quote, `${path}.evidence.quote`);
  const [quote] = quotes;
  if (given.title != null) reading.places(given.title, `${path}.title`);
  if (given.place != null) reading.places(given.place, `${path}.place`);
  if (quote === undefined) return [];
  const near = (places: readonly EvidenceFact[]): EvidenceFact => nearestTo(places, [quote]) ?? quote;
  const personOf = (name: string, at: string) => {
    const person = people.find((one) => one.name === givenName(name));
    if (person === undefined) reading.refuse(at, `“${name}” is none of the article's people`);
    return person === undefined ? [] : [{ person: person.name, evidence: near(person.mentions), confidence }];
  };
  const parties = given.parties.flatMap((name, i) => {
    const party = reading.organisation(name, `${path}.parties[${i}]`);
    const body = organisations.find((one) => one.name === party);
    return body === undefined
      ? []
      : [
          {
            organisation: body.name,
            evidence: near(body.mentions.length > 0 || body.impliedBy === null ? body.mentions : [body.impliedBy]),
            confidence,
          },
        ];
  });
  return [
    {
      kind: kindsByWord.get(given.kind) ?? 'OTHER',
      title: given.title ?? null,
      stage:
        list === 'announced' || given.stage === 'announced' ? 'ANNOUNCED' : given.background ? 'BACKGROUND' : 'SIGNED',
      signed: given.date == null ? null : { date: given.date, basis: 'INFERRED', evidence: quote },
      place: given.place ?? null,
      declaredCount: given.declaredCount ?? null,
      isRenewal: given.renewal,
      parties: parties.filter((one, i) => parties.findIndex((other) => other.organisation === one.organisation) === i),
      signatories: given.signatories.flatMap(({ person, onBehalfOf }, i) =>
        personOf(person, `${path}.signatories[${i}].person`).map((fact) => ({
          ...fact,
          onBehalfOf:
            onBehalfOf == null ? null : partyOf(reading, onBehalfOf, `${path}.signatories[${i}].onBehalfOf`, parties),
        })),
      ),
      hosts: [],
      attendees: [],
      witnesses: given.witnesses.flatMap((name, i) => personOf(name, `${path}.witnesses[${i}]`)),
      evidence: [quote],
      confidence,
    },
  ];
}

function partyOf(
  reading: GivenReading,
  name: string,
  path: string,
  parties: readonly { readonly organisation: string }[],
): string | null {
  const party = reading.organisation(name, path);
  if (party === null || parties.some(({ organisation }) => organisation === party)) return party;
  reading.refuse(path, `“${name}” is none of the agreement's parties`);
  return null;
}
