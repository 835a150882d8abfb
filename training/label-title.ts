import { BODY, PLACE, TITLE } from '../src/extract/tagger/candidate.ts';
import type { AnnotatedNames, AnnotatedPerson } from './annotated-names.ts';
import { byLength, GOLD, NEUTRAL } from './stretches.ts';
import type { Stretches } from './stretches.ts';

/** Where a person is named. */
export interface PersonPlace {
  readonly person: AnnotatedPerson;
  readonly start: number;
  readonly end: number;
}

const titlesOf = ({ titles }: AnnotatedPerson): string[] => byLength(titles.map(({ title }) => title));

/** Labels the titles before people with their owners, from right to left. */
export function labelTitlesBefore(stretches: Stretches, people: readonly PersonPlace[], names: AnnotatedNames): void {
  const startOfEnd = new Map(people.map(({ start, end }) => [end, start]));
  for (const { person, start } of people) {
    let at: number | null = startOfList(stretches.text, startOfEnd, start);
    for (let steps = 0; steps < 8 && at !== null; steps += 1) at = labelTitleBefore(stretches, at, person, names);
  }
}

/** Where the first name of a list stands: its people share the titles before it. */
function startOfList(text: string, startOfEnd: ReadonlyMap<number, number>, start: number): number {
  let at = start;
  for (let steps = 0; steps < 40; steps += 1) {
    const before = /[、和与及]/.test(text[at - 1] ?? '') ? startOfEnd.get(at - 1) : undefined;
    if (before === undefined) break;
    at = before;
  }
  return at;
}

/** Labels the title that ends at `at`. Tells where another may end; null if none does. */
function labelTitleBefore(
  stretches: Stretches,
  at: number,
  person: AnnotatedPerson,
  names: AnnotatedNames,
): number | null {
  const { text, found } = stretches;
  const title = titlesOf(person).find((word) => text.endsWith(word, at));
  if (title === undefined) return null;
  const from = at - title.length;
  const isKnown = found.some((span) => span.end === at && span.start === from);
  if (!isKnown && !stretches.addIfFree(from, at, TITLE, GOLD)) return null;
  const start = labelOwnerBefore(stretches, from, ownersOf(title, person, names), names);
  if (/[、，兼及和与暨]/.test(text[start - 1] ?? '')) return start - 1;
  return isKnown ? null : start;
}

/** The names that the owner of a title may stand under: those that are annotated first, then any other. */
function ownersOf(title: string, person: AnnotatedPerson, { organisations, surfaces }: AnnotatedNames): string[] {
  const owners = person.titles
    .filter((held) => held.title === title && held.org !== null)
    .flatMap(({ org }) => organisations.filter(({ names }) => names.includes(org!)).flatMap(({ names }) => names));
  return [...byLength(owners), ...byLength(surfaces)];
}

/** Labels the body or the place that ends where a title begins. Tells where it begins, `from` without one. */
function labelOwnerBefore(
  stretches: Stretches,
  from: number,
  owners: readonly string[],
  { surfaces }: AnnotatedNames,
): number {
  const { text } = stretches;
  const owner = owners.find((word) => text.endsWith(word, from) && stretches.isFree(from - word.length, from));
  if (owner !== undefined) {
    stretches.add(from - owner.length, from, BODY, GOLD);
    return from - owner.length;
  }
  // 青岭|县委书记: the place of a body that the title tells of
  const level = text[from]!;
  if (!/[省市区县州旗镇乡村]/.test(level)) return from;
  const length = [4, 3, 2].find((length) => {
    if (from < length || !stretches.isFree(from - length, from)) return false;
    const place = text.slice(from - length, from) + level;
    return surfaces.some((name) => name.startsWith(place));
  });
  if (length === undefined) return from;
  stretches.add(from - length, from, PLACE, GOLD);
  return from - length;
}

/** Labels the titles right behind people: 柳青（县长）. */
export function labelTitlesBehind(stretches: Stretches, people: readonly PersonPlace[]): void {
  const { text } = stretches;
  for (const { person, end } of people) {
    const at = end + (text[end] === '（' || text[end] === '，' ? 1 : 0);
    const title = titlesOf(person).find((word) => text.startsWith(word, at));
    if (title !== undefined) stretches.addIfFree(at, at + title.length, TITLE, GOLD);
  }
}

/** Labels what is left of titles. They may be read, and must be where they stand in reach of their holders. */
export function labelOtherTitles(
  stretches: Stretches,
  people: readonly PersonPlace[],
  { persons }: AnnotatedNames,
): void {
  const bodies = new Map(stretches.found.filter(({ label }) => label === BODY).map(({ start, end }) => [end, start]));
  for (const title of byLength(persons.flatMap(({ titles }) => titles.map((t) => t.title))))
    for (const start of stretches.placesOf(title)) {
      if (!stretches.isFree(start, start + title.length)) continue;
      const from = bodies.get(start) ?? start;
      const isBehind = people.some((place) => isInReach(stretches.text, place, title, from));
      stretches.add(start, start + title.length, TITLE, isBehind ? GOLD : NEUTRAL);
    }
}

/** 任命柳青为江东大学校长, 柳青（江东大学校长）: the post stands behind its holder. */
function isInReach(text: string, { person, end }: PersonPlace, title: string, from: number): boolean {
  return (
    end <= from &&
    from - end <= 12 &&
    !/[。；\n]/.test(text.slice(end, from)) &&
    person.titles.some((held) => held.title === title)
  );
}
