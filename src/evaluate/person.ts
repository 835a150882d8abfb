import type { PersonAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Persons = readonly PersonAnnotation[];

/** Scores which people are named. */
export function scorePersons(annotated: Persons, read: Persons, tally: Tally): void {
  const names = (persons: Persons): string[] => persons.map(({ name }) => comparisonKey(name));
  tally.compare('person', names(annotated), names(read));
}

const unscored = new Set(['other', 'mentioned']);

/** Scores the roles of people. */
export function scoreRoles(annotated: Persons, read: Persons, tally: Tally): void {
  const roles = (persons: Persons): string[] =>
    persons.flatMap(({ name, roles: all }) =>
      all.filter((role) => !unscored.has(role)).map((role) => `${comparisonKey(name)}/${role}`),
    );
  tally.compare('role', roles(annotated), roles(read), (key) => [key.slice(0, key.lastIndexOf('/'))]);
}
