import type { AgreementPersonFact, Rated, RatedAgreement, SignatoryFact } from '../extract/facts.ts';
import type { StoredArticle } from './appearance.ts';
import { wholeDay } from './article.ts';
import { contentId } from './id.ts';
import { agreementParties, agreementPeople, agreements } from './agreement-tables.ts';
import { insertAll, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Stores the articles' agreements with their parties and people. */
export async function saveAgreements(tx: Transaction, articles: readonly StoredArticle[]): Promise<void> {
  const all = articles.flatMap((article) =>
    article.facts.agreements.map(
      (fact, ordinal): StoredAgreement => ({ id: contentId('agreement', article.id, ordinal), ordinal, fact, article }),
    ),
  );
  await pipelined([
    insertAll(tx, agreements, all.map(agreementRow)),
    insertAll(tx, agreementParties, all.flatMap(partyRows)),
    insertAll(tx, agreementPeople, all.flatMap(peopleRows)),
  ]);
}

interface StoredAgreement {
  readonly id: string;
  readonly ordinal: number;
  readonly fact: RatedAgreement;
  readonly article: StoredArticle;
}

function agreementRow({ id, ordinal, fact, article }: StoredAgreement) {
  const signed = wholeDay(fact.signed);
  return {
    id,
    articleId: article.id,
    ordinal,
    kind: fact.kind,
    title: fact.title,
    stage: fact.stage,
    signedOn: signed?.date ?? null,
    signedOnBasis: signed?.basis ?? null,
    signedOnText: signed === null ? (fact.signed?.date ?? null) : null,
    place: fact.place,
    declaredCount: fact.declaredCount,
    isRenewal: fact.isRenewal,
    publicationId: article.publicationId,
    confidence: fact.confidence,
    ...article.evidence(firstOf(fact.evidence)),
  };
}

function partyRows({ id: agreementId, fact, article }: StoredAgreement) {
  const rows = fact.parties.map(({ organisation, confidence, evidence }, ordinal) => ({
    agreementId,
    organisationId: article.organisationId(organisation),
    ordinal,
    signedOn: wholeDay(fact.signed)?.date ?? null,
    confidence,
    ...article.evidence(evidence),
  }));
  return distinctBy(rows, (row) => row.organisationId);
}

function peopleRows({ id: agreementId, fact, article }: StoredAgreement) {
  const capacities: readonly [
    (typeof agreementPeople.$inferInsert)['capacity'],
    readonly Rated<AgreementPersonFact | SignatoryFact>[],
  ][] = [
    ['SIGNATORY', fact.signatories],
    ['HOST', fact.hosts],
    ['ATTENDEE', fact.attendees],
    ['WITNESS', fact.witnesses],
  ];
  const rows = capacities.flatMap(([capacity, people]) =>
    people.map((person, ordinal) => ({
      agreementId,
      personId: article.personId(person.person),
      capacity,
      ordinal,
      signedOn: wholeDay(fact.signed)?.date ?? null,
      onBehalfOfId:
        'onBehalfOf' in person && person.onBehalfOf !== null ? article.organisationId(person.onBehalfOf) : null,
      confidence: person.confidence,
      ...article.evidence(person.evidence),
    })),
  );
  return distinctBy(rows, (row) => `${row.capacity} ${row.personId}`);
}

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('An agreement has no evidence.');
  return first;
}

/** Keeps the first row of each key. */
function distinctBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values()].reverse();
}
