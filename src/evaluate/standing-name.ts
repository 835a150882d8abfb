import { namesOf } from './alias-resolution.ts';
import type { OrganisationAnnotation, PersonAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';

/** Where a word is in the text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a name stands by itself at least once in the text: outside a longer annotated name and outside a title. 县委
 * in 兰亭县委 or in 县委书记 does not. All are keys, as `comparisonKey` gives them.
 */
export function standingNames(
  organisations: readonly OrganisationAnnotation[],
  persons: readonly PersonAnnotation[],
  text: string,
): (name: string) => boolean {
  const names = [...new Set(organisations.flatMap(namesOf))];
  const titles = [...new Set(persons.flatMap((person) => person.titles.map(({ title }) => comparisonKey(title))))];
  const titlePlaces = titles.flatMap((title) => placesOf(title, text));
  return (name) => {
    const longer = names.filter((other) => other.length > name.length && other.includes(name));
    const longerPlaces = longer.flatMap((other) => placesOf(other, text));
    return placesOf(name, text).some(
      (place) =>
        !longerPlaces.some((other) => contains(other, place)) &&
        !titlePlaces.some((title) => contains(title, place) || runsOn(place, title)),
    );
  };
}

function placesOf(word: string, text: string): Place[] {
  const places: Place[] = [];
  if (word === '') return places;
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1))
    places.push({ start, end: start + word.length });
  return places;
}

const contains = (outer: Place, inner: Place): boolean => outer.start <= inner.start && outer.end >= inner.end;

/** Whether a title starts inside the name and ends behind it. */
const runsOn = (name: Place, title: Place): boolean =>
  title.start >= name.start && title.start < name.end && title.end > name.end;
