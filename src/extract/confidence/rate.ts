import type {
  AgreementFact,
  ArticleFacts,
  ArticleReadings,
  OrganisationFact,
  PersonFact,
  PersonRole,
  Rated,
  RatedAgreement,
  RatedOrganisation,
  RatedPerson,
} from '../facts.ts';
import { calibration, confidenceOf } from './calibration.ts';
import type { Calibration, FactKind } from './calibration.ts';
import * as features from './feature.ts';

/** Rates one fact by its features. */
export type Rating = <Fact extends object>(kind: FactKind, fact: Fact, features: readonly string[]) => Rated<Fact>;

/** Rates by what was measured. */
export const byCalibration =
  (measured: Calibration): Rating =>
  (kind, fact, shown) => ({ ...fact, confidence: confidenceOf(measured[kind], shown) });

/** Gives every fact of an article its confidence: first people and organisations, then what rests on them. */
export function rate(readings: ArticleReadings, rating: Rating = byCalibration(calibration)): ArticleFacts {
  const organisations = readings.organisations.map((fact) => rateOrganisation(fact, rating));
  const bodies = new Map(organisations.map(({ name, confidence }) => [name, confidence]));
  const ofBody = (name: string | null): number | null => (name === null ? null : (bodies.get(name) ?? null));
  const people = readings.people.map((fact) => ratePerson(fact, ofBody, rating));
  const persons = new Map(people.map(({ name, confidence }) => [name, confidence]));
  const ofPerson = (name: string): number | null => persons.get(name) ?? null;
  const agreements = readings.agreements.map((fact) => rateAgreement(fact, ofBody, ofPerson, rating));
  return { ...readings, people, organisations, agreements };
}

type SurenessOf<Name> = (name: Name) => number | null;

function rateOrganisation(fact: OrganisationFact, rating: Rating): RatedOrganisation {
  const body = rating('ORGANISATION', fact, features.ofOrganisation(fact));
  const aliases = fact.aliases.map((alias) =>
    rating('ALIAS', alias, features.ofAlias(alias, fact.name, body.confidence)),
  );
  return { ...body, aliases };
}

function ratePerson(fact: PersonFact, ofBody: SurenessOf<string | null>, rating: Rating): RatedPerson {
  const person = rating('PERSON', fact, features.ofPerson(fact));
  const { confidence } = person;
  return {
    ...person,
    roles: fact.roles.map((role) => rating('ROLE', role, features.ofRole(role, confidence))),
    titles: fact.titles.map((title) =>
      rating('TITLE', title, features.ofTitle(title, confidence, ofBody(title.organisation))),
    ),
  };
}

function rateAgreement(
  fact: AgreementFact,
  ofBody: SurenessOf<string | null>,
  ofPerson: SurenessOf<string>,
  rating: Rating,
): RatedAgreement {
  const parties = fact.parties.map((party) =>
    rating('PARTY', party, features.ofParty(party, fact, ofBody(party.organisation))),
  );
  const ofParty = (name: string | null): number | null =>
    parties.find(({ organisation }) => organisation === name)?.confidence ?? null;
  const guests = (people: AgreementFact['hosts'], role: PersonRole) =>
    people.map((guest) =>
      rating('ROLE', guest, features.ofRole({ role, evidence: guest.evidence }, ofPerson(guest.person))),
    );
  return {
    ...rating(
      'AGREEMENT',
      fact,
      features.ofAgreement(
        fact,
        parties.map(({ confidence }) => confidence),
      ),
    ),
    parties,
    signatories: fact.signatories.map((signatory) =>
      rating(
        'SIGNATORY',
        signatory,
        features.ofSignatory(signatory, fact, ofPerson(signatory.person), ofParty(signatory.onBehalfOf)),
      ),
    ),
    hosts: guests(fact.hosts, 'HOSTED'),
    attendees: guests(fact.attendees, 'ATTENDED'),
    witnesses: guests(fact.witnesses, 'WITNESSED'),
  };
}
