import type { ResolveAlias } from './alias-resolution.ts';
import type { PersonAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Persons = readonly PersonAnnotation[];

/** One way to split a post into its owner and its title. */
interface Split {
  readonly title: string;
  /** The key of the owner; empty when it has none. */
  readonly organisation: string;
}

/** A post of a person in a form that can be compared. */
export interface HeldTitle {
  readonly name: string;
  /** The ways that count as right, the first one as annotated. */
  readonly splits: readonly [Split, ...Split[]];
}

/** Scores the titles of people: once without the organisation, once with it. A repeated title counts again. */
export function scoreTitles(annotated: Persons, read: Persons, resolve: ResolveAlias, tally: Tally): void {
  const expected = heldTitles(annotated, resolve);
  const actual = heldTitles(read, resolve);
  compareTitles('person+title', expected, actual, () => true, tally);
  compareTitles('person+title+org', expected, actual, isSameOwner, tally);
}

/** The posts of people, in their order. */
export function heldTitles(persons: Persons, resolve: ResolveAlias): HeldTitle[] {
  return persons.flatMap(({ name, titles }) =>
    titles.map(({ title, alt, org }) => {
      const organisation = org ? resolve(org) : '';
      const others = alt.map((alternative) => splitOf(alternative, organisation, resolve));
      return { name: comparisonKey(name), splits: [{ title: comparisonKey(title), organisation }, ...others] };
    }),
  );
}

/** An alternative is another title of the same owner, or `OWNER|TITLE`, where no owner means none. */
function splitOf(alternative: string, organisation: string, resolve: ResolveAlias): Split {
  const bar = alternative.indexOf('|');
  if (bar < 0) return { title: comparisonKey(alternative), organisation };
  const owner = alternative.slice(0, bar).trim();
  return { title: comparisonKey(alternative.slice(bar + 1)), organisation: owner === '' ? '' : resolve(owner) };
}

function compareTitles(
  category: 'person+title' | 'person+title+org',
  expected: readonly HeldTitle[],
  actual: readonly HeldTitle[],
  agree: (expected: Split, actual: Split) => boolean,
  tally: Tally,
): void {
  const left = new Set(expected);
  for (const held of actual) {
    const match = [...left].find((other) => isSamePost(other, held, agree));
    if (match === undefined) tally.extra(category, describe(held), wordsOf(held));
    else {
      left.delete(match);
      tally.hit(category);
    }
  }
  for (const held of left) tally.miss(category, describe(held), wordsOf(held));
}

/** Whether one of the ways in which a post is annotated is the way in which it was read. */
export function isSamePost(
  annotated: HeldTitle,
  { name, splits: [read] }: HeldTitle,
  agree: (annotated: Split, read: Split) => boolean = isSameOwner,
): boolean {
  return annotated.name === name && annotated.splits.some((way) => way.title === read.title && agree(way, read));
}

const isSameOwner = (annotated: Split, read: Split): boolean => annotated.organisation === read.organisation;

const describe = ({ name, splits: [split] }: HeldTitle): string =>
  `${name} ${split.title} @ ${split.organisation || '-'}`;

const wordsOf = ({ name, splits: [split] }: HeldTitle): string[] => [split.title + name, name + split.title, name];
