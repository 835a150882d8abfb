import type { ResolveAlias } from './alias-resolution.ts';
import type { PersonAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Persons = readonly PersonAnnotation[];

interface HeldTitle {
  readonly name: string;
  readonly title: string;
  /** Other titles that count as well. */
  readonly alternatives: readonly string[];
  readonly organisation: string;
}

/** Scores the titles of people: once without the organisation, once with it. A repeated title counts again. */
export function scoreTitles(annotated: Persons, read: Persons, resolve: ResolveAlias, tally: Tally): void {
  const expected = heldTitles(annotated, resolve);
  const actual = heldTitles(read, resolve);
  compareTitles('person+title', expected, actual, () => true, tally);
  compareTitles('person+title+org', expected, actual, (a, b) => a.organisation === b.organisation, tally);
}

function heldTitles(persons: Persons, resolve: ResolveAlias): HeldTitle[] {
  return persons.flatMap(({ name, titles }) =>
    titles.map(({ title, alt, org }) => ({
      name: comparisonKey(name),
      title: comparisonKey(title),
      alternatives: alt.map(comparisonKey),
      organisation: org ? resolve(org) : '',
    })),
  );
}

function compareTitles(
  category: 'person+title' | 'person+title+org',
  expected: readonly HeldTitle[],
  actual: readonly HeldTitle[],
  agree: (expected: HeldTitle, actual: HeldTitle) => boolean,
  tally: Tally,
): void {
  const left = new Set(expected);
  for (const title of actual) {
    const match = [...left].find(
      (other) =>
        other.name === title.name &&
        (other.title === title.title || other.alternatives.includes(title.title)) &&
        agree(other, title),
    );
    if (match === undefined) tally.extra(category, describe(title), wordsOf(title));
    else {
      left.delete(match);
      tally.hit(category);
    }
  }
  for (const title of left) tally.miss(category, describe(title), wordsOf(title));
}

const describe = ({ name, title, organisation }: HeldTitle): string => `${name} ${title} @ ${organisation || '-'}`;

const wordsOf = ({ name, title }: HeldTitle): string[] => [title + name, name + title, name];
