import type { EvidenceFact } from '../extract/facts.ts';
import { withoutBlanks } from '../text/blank.ts';
import type { StoredArticle } from './appearance.ts';
import { mentions } from './fact-tables.ts';
import { insertAll } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Stores every span that names a person or an organisation, in print order. Where another form of a name is printed, it
 * is as sure as that form.
 */
export function saveMentions(tx: Transaction, articles: readonly StoredArticle[]): Promise<void> {
  return insertAll(tx, mentions, articles.flatMap(mentionRows));
}

function mentionRows({ id: articleId, facts, personId, organisationId, publishedOn, evidence }: StoredArticle) {
  const rows = [
    ...facts.people.flatMap((person) =>
      person.mentions.map((words) => ({
        personId: personId(person.name),
        organisationId: null,
        isImplied: false,
        confidence: person.confidence,
        words,
      })),
    ),
    ...facts.organisations.flatMap((organisation) => {
      const { confidence, impliedBy } = organisation;
      const subject = { personId: null, organisationId: organisationId(organisation.name), isImplied: false };
      const aliases = new Map(organisation.aliases.map((alias) => [alias.name, alias.confidence]));
      return [
        ...organisation.mentions.map((words) => ({
          ...subject,
          confidence: aliases.get(printedName(words)) ?? confidence,
          words,
        })),
        ...organisation.aliases.map((alias) => ({ ...subject, confidence: alias.confidence, words: alias.evidence })),
        ...(impliedBy === null ? [] : [{ ...subject, isImplied: true, confidence, words: impliedBy }]),
      ];
    }),
  ];
  // The evidence of an alias is usually one of the mentions too.
  const distinct = new Map(
    rows.toReversed().map((row) => [`${row.personId ?? row.organisationId} ${placeOf(row.words)}`, row]),
  );
  return [...distinct.values()]
    .map(({ words, ...subject }) => ({
      articleId,
      ...subject,
      name: printedName(words),
      publishedOn,
      ...evidence(words),
    }))
    .sort(
      (a, b) =>
        a.rawStart - b.rawStart || b.rawEnd - a.rawEnd || Number(a.personId === null) - Number(b.personId === null),
    )
    .map((row, ordinal) => ({ ...row, ordinal }));
}

function placeOf({ field, start, end }: EvidenceFact): string {
  return `${field} ${start} ${end}`;
}

/** A name as printed, without the blanks that justified lines add. */
export function printedName({ quote }: EvidenceFact): string {
  return withoutBlanks(quote);
}
