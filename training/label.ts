import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { genericHeads } from '../src/extract/lexicon/generic-head.ts';
import type { Lattice } from '../src/extract/tagger/lattice.ts';
import { BODY, PERSON, PLACE, TITLE } from '../src/extract/tagger/candidate.ts';
import { simplifyAll } from '../src/text/script.ts';

export const WRONG = 0;
export const GOLD = 1;
/** May be read and need not. */
export const NEUTRAL = 2;

/** A stretch of the text that an annotation tells of. */
export interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly label: number;
  readonly state: number;
}

const width: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  '•': '·',
  '・': '·',
  '‧': '·',
  '．': '·',
  '「': '“',
  '」': '”',
};
/** The words of an annotation as the reading of a text has them. */
export const asRead = (text: string, isTraditional: boolean): string => {
  const plain = [...text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')]
    .map((c) => width[c] ?? (/[０-９Ａ-Ｚａ-ｚ]/u.test(c) ? c.normalize('NFKC') : c))
    .join('');
  return isTraditional ? simplifyAll(plain) : plain;
};

/** Where the facts of an annotation stand in the text. Annotations have no offsets: titles are found beside their people. */
export function labelArticle(text: string, annotation: ArticleAnnotation, isTraditional: boolean): Labelled[] {
  const n = (words: string): string => asRead(words, isTraditional);
  const persons = (annotation.persons ?? []).map(({ name, titles }) => ({
    name: n(name),
    titles: titles.map(({ title, org, alt }) => ({ title: n(title), org: org ? n(org) : null, alt })),
  }));
  const organisations = (annotation.organisations ?? []).map(({ name, aliases, implied }) => ({
    names: [name, ...aliases].map(n),
    implied,
  }));
  const surfaces = organisations.flatMap(({ names }) => names);
  const isImplied = new Map<string, boolean>();
  for (const { names, implied } of organisations)
    for (const name of names) if (!isImplied.has(name) || !implied) isImplied.set(name, implied);
  const found: Labelled[] = [];
  const taken = new Uint8Array(text.length + 1);
  const isFree = (start: number, end: number): boolean => {
    for (let i = start; i < end; i += 1) if (taken[i]) return false;
    return true;
  };
  const add = (start: number, end: number, label: number, state: number): void => {
    taken.fill(1, start, end);
    found.push({ start, end, label, state });
  };
  const byLength = (words: readonly string[]): string[] =>
    [...new Set(words)].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
  const placesOf = (word: string): number[] => {
    const places: number[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
    return places;
  };
  const people = persons.flatMap((person) =>
    placesOf(person.name).map((start) => ({ person, start, end: start + person.name.length })),
  );
  people.sort((a, b) => b.end - b.start - a.end + a.start || a.start - b.start);
  // people; not inside a longer surface of a body
  const longBodies = byLength(surfaces.filter((name) => persons.some((person) => name.includes(person.name))));
  for (const name of longBodies)
    for (const start of placesOf(name))
      if (isFree(start, start + name.length)) add(start, start + name.length, BODY, GOLD);
  const kept = people.filter(({ start, end }) => {
    if (!isFree(start, end)) return false;
    add(start, end, PERSON, GOLD);
    return true;
  });
  const ends = new Map(kept.map((place) => [place.end, place]));
  const ownersOf = (org: string | null): string[] =>
    org === null
      ? []
      : byLength(organisations.filter(({ names }) => names.includes(org)).flatMap(({ names }) => names));
  // titles before people, right to left; shared ones before the first of a list
  for (const { person, start } of kept) {
    let at = start;
    for (
      let steps = 0;
      steps < 40 && text[at - 1] !== undefined && /[、和与及]/.test(text[at - 1]!) && ends.has(at - 1);
      steps += 1
    )
      at = ends.get(at - 1)!.start;
    for (let steps = 0; steps < 8; steps += 1) {
      const title = byLength(person.titles.map((t) => t.title)).find(
        (word) => text.endsWith(word, at) && text.slice(0, at).endsWith(word),
      );
      if (title === undefined) break;
      const from = at - title.length;
      const known = found.find((span) => span.end === at && span.start === from);
      if (!known && !isFree(from, at)) break;
      if (!known) add(from, at, TITLE, GOLD);
      const orgs = person.titles.filter((t) => t.title === title).map((t) => t.org);
      const owners = [...byLength(orgs.flatMap(ownersOf)), ...byLength(surfaces)];
      const owner = owners.find((word) => text.slice(0, from).endsWith(word) && isFree(from - word.length, from));
      at = from;
      if (owner !== undefined) {
        add(from - owner.length, from, BODY, GOLD);
        at = from - owner.length;
      } else if (/[省市区县州旗镇乡村]/.test(text[from]!)) {
        for (const length of [4, 3, 2]) {
          const stem = text.slice(from - length, from);
          if (
            from < length ||
            !isFree(from - length, from) ||
            !surfaces.some((name) => name.startsWith(stem + text[from]!))
          )
            continue;
          add(from - length, from, PLACE, GOLD);
          at = from - length;
          break;
        }
      }
      const link = /[、，兼及和与暨]$/.exec(text.slice(Math.max(0, at - 1), at));
      if (link) at -= 1;
      else if (known) break;
    }
  }
  // titles after people
  for (const { person, end } of kept) {
    const at = end + (text[end] === '（' || text[end] === '，' ? 1 : 0);
    const title = byLength(person.titles.map((t) => t.title)).find((word) => text.startsWith(word, at));
    if (title !== undefined && isFree(at, at + title.length)) add(at, at + title.length, TITLE, GOLD);
  }
  // bodies
  for (const name of byLength(surfaces)) {
    for (const start of placesOf(name)) {
      const end = start + name.length;
      if (!isFree(start, end)) continue;
      const isGeneric = genericHeads.has(name) || (name.length <= 2 && !/^[省市区县州旗]委$/.test(name));
      add(start, end, BODY, isImplied.get(name) || isGeneric ? NEUTRAL : GOLD);
    }
  }
  // what is left of titles: right where a body stands before
  const bodyEnds = new Map(found.filter(({ label }) => label === BODY).map((span) => [span.end, span]));
  for (const title of byLength(persons.flatMap(({ titles }) => titles.map((t) => t.title))))
    for (const start of placesOf(title)) {
      if (!isFree(start, start + title.length)) continue;
      const from = bodyEnds.get(start)?.start ?? start;
      // 任命柳青为江东大学校长, 柳青（江东大学校长）: the post stands behind its holder
      const isBehind = kept.some(
        ({ person, end }) =>
          end <= from &&
          from - end <= 12 &&
          !/[。；\n]/.test(text.slice(end, from)) &&
          person.titles.some((t) => t.title === title),
      );
      add(start, start + title.length, TITLE, isBehind ? GOLD : NEUTRAL);
    }
  return found;
}

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
