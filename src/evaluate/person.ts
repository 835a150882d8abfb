import type { PersonAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Persons = readonly PersonAnnotation[];

/** Judges who is named. */
export function judgePersons(annotated: Persons, read: Persons, tally: Tally): void {
  const names = (persons: Persons): string[] => persons.map(({ name }) => comparisonKey(name));
  tally.compare('person', names(annotated), names(read));
}

const unjudged = new Set(['other', 'mentioned']);

/** Judges what they do. */
export function judgeRoles(annotated: Persons, read: Persons, tally: Tally): void {
  const roles = (persons: Persons): string[] =>
    persons.flatMap(({ name, roles: all }) =>
      all.filter((role) => !unjudged.has(role)).map((role) => `${comparisonKey(name)}/${role}`),
    );
  tally.compare('role', roles(annotated), roles(read), (key) => [key.slice(0, key.lastIndexOf('/'))]);
}
