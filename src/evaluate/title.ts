import type { ResolveAlias } from './alias-resolution.ts';
import type { PersonAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Persons = readonly PersonAnnotation[];

interface HeldTitle {
  readonly name: string;
  /** The title first, then others that count as well. */
  readonly titles: readonly string[];
  readonly organisation: string;
}

/**
 * Judges who is printed as what: once without the organisation of the title, once with it. Each title counts, also
 * twice.
 */
export function judgeTitles(annotated: Persons, read: Persons, resolve: ResolveAlias, tally: Tally): void {
  const wanted = heldTitles(annotated, resolve);
  const given = heldTitles(read, resolve);
  judge('person+title', wanted, given, () => true, tally);
  judge('person+title+org', wanted, given, (a, b) => a.organisation === b.organisation, tally);
}

function heldTitles(persons: Persons, resolve: ResolveAlias): HeldTitle[] {
  return persons.flatMap(({ name, titles }) =>
    titles.map(({ title, alt, org }) => ({
      name: comparisonKey(name),
      titles: [title, ...alt].map(comparisonKey),
      organisation: org ? resolve(org) : '',
    })),
  );
}

function judge(
  category: 'person+title' | 'person+title+org',
  wanted: readonly HeldTitle[],
  given: readonly HeldTitle[],
  agree: (wanted: HeldTitle, given: HeldTitle) => boolean,
  tally: Tally,
): void {
  const left = new Set(wanted);
  for (const title of given) {
    const match = [...left].find(
      (other) => other.name === title.name && other.titles.includes(title.titles[0]!) && agree(other, title),
    );
    if (match === undefined) tally.extra(category, describe(title), wordsOf(title));
    else {
      left.delete(match);
      tally.hit(category);
    }
  }
  for (const title of left) tally.miss(category, describe(title), wordsOf(title));
}

const describe = ({ name, titles, organisation }: HeldTitle): string =>
  `${name} ${titles[0]!} @ ${organisation || '-'}`;

const wordsOf = ({ name, titles }: HeldTitle): string[] => [titles[0]! + name, name + titles[0]!, name];
