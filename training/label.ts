import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { genericHeads } from '../src/extract/lexicon/generic-head.ts';
import type { Lattice } from '../src/extract/tagger/lattice.ts';
import { BODY, PERSON } from '../src/extract/tagger/candidate.ts';
import { namesAsRead } from './annotated-names.ts';
import type { AnnotatedNames } from './annotated-names.ts';
import { labelOtherTitles, labelTitlesBefore, labelTitlesBehind } from './label-title.ts';
import type { PersonPlace } from './label-title.ts';
import { byLength, GOLD, NEUTRAL, Stretches, WRONG } from './stretches.ts';
import type { Labelled } from './stretches.ts';

/** Where the facts of an annotation stand in the text. Annotations have no offsets: titles are found beside their people. */
export function labelArticle(text: string, annotation: ArticleAnnotation, isTraditional: boolean): Labelled[] {
  const names = namesAsRead(annotation, isTraditional);
  const stretches = new Stretches(text);
  labelBodiesWithPeople(stretches, names);
  const people = labelPeople(stretches, names);
  labelTitlesBefore(stretches, people, names);
  labelTitlesBehind(stretches, people);
  labelBodies(stretches, names);
  labelOtherTitles(stretches, people, names);
  return stretches.found;
}

/** Bodies that are called after people come first: those people are not named there. */
function labelBodiesWithPeople(stretches: Stretches, { persons, surfaces }: AnnotatedNames): void {
  for (const name of byLength(surfaces.filter((surface) => persons.some((person) => surface.includes(person.name)))))
    for (const start of stretches.placesOf(name)) stretches.addIfFree(start, start + name.length, BODY, GOLD);
}

function labelPeople(stretches: Stretches, { persons }: AnnotatedNames): PersonPlace[] {
  return persons
    .flatMap((person) =>
      stretches.placesOf(person.name).map((start) => ({ person, start, end: start + person.name.length })),
    )
    .sort((a, b) => b.end - b.start - a.end + a.start || a.start - b.start)
    .filter(({ start, end }) => stretches.addIfFree(start, end, PERSON, GOLD));
}

function labelBodies(stretches: Stretches, { organisations, surfaces }: AnnotatedNames): void {
  const printed = new Set(organisations.flatMap(({ names, implied }) => (implied ? [] : names)));
  for (const name of byLength(surfaces)) {
    const state = isVague(name) || !printed.has(name) ? NEUTRAL : GOLD;
    for (const start of stretches.placesOf(name)) stretches.addIfFree(start, start + name.length, BODY, state);
  }
}

/** A common noun, or two characters that may be part of other words: 学校, 中智; not 市委 or 3M. */
const isVague = (name: string): boolean =>
  genericHeads.has(name) || (name.length <= 2 && !/^[省市区县州旗]委$|[A-Za-z]/.test(name));

/** The state of each candidate of a lattice. */
export function statesOf({ candidates }: Lattice, labelled: readonly Labelled[]): Uint8Array {
  const key = (start: number, end: number, label: number): string => `${start} ${end} ${label}`;
  const states = new Map(labelled.map(({ start, end, label, state }) => [key(start, end, label), state]));
  return Uint8Array.from(candidates, ({ start, end, label }) => {
    const place = key(start, end, label);
    const state = states.get(place) ?? WRONG;
    states.delete(place); // of two candidates for the same stretch one is enough
    return state;
  });
}
