import { readActors, readDescribed, readListed, readNamed, readRoster, readSpeakers } from './bystander.ts';
import { readCast } from './cast.ts';
import type { CastContext, Post } from './cast-context.ts';
import { readChanges } from './change.ts';
import type { TitleChange } from '../facts.ts';
import { followStrength } from './name-follow.ts';
import { findPostHeads } from '../title/post.ts';
import { readHolders, readPostsAfterName } from './post-after-name.ts';
import type { Reading } from '../document/reading.ts';
import type { NamedSpan, Span } from '../document/span.ts';
import { findPlaces, spansWithin } from '../document/span.ts';

/** A person as read so far: the first rule that saw the name, and the posts printed with it. */
export interface PersonDraft {
  readonly name: string;
  readonly rule: string;
  readonly posts: readonly { readonly post: Post; readonly change: TitleChange | null; readonly rule: string }[];
}

/** One place where a rule saw a person. */
interface Sighting {
  readonly name: NamedSpan;
  readonly rule: string;
  readonly posts: readonly Post[];
  readonly change: TitleChange | null;
}

/**
 * Finds all people named in an article: first by their posts, then by what the names found so far and their
 * surroundings prove. A sentence with a name that only another sentence settled is read again. `lexicon` holds names
 * known from elsewhere.
 */
export function findPeople(
  reading: Reading,
  context: Omit<CastContext, 'known'>,
  lexicon: ReadonlySet<string>,
): PersonDraft[] {
  const known = new Set(lexicon);
  const full = { ...context, known };
  const first = reading.sentences.map((sentence) => readSentence(reading, sentence, full));
  learn(reading, [...first.flat(), ...readDecisions(reading, full)], full, lexicon);
  const places = [...findPlaces(reading.text, [...known])]
    .flatMap(([, spans]) => spans)
    .sort((a, b) => a.start - b.start);
  const second = reading.sentences.map((sentence, i) => {
    const missed = spansWithin(places, sentence.start, sentence.end).some(
      ({ start, end }) =>
        findPostHeads(reading.text.slice(end, end + 6))[0]?.start === 0 ||
        !first[i]!.some(({ name }) => name.start === start && name.end === end),
    );
    return missed ? readSentence(reading, sentence, full) : first[i]!;
  });
  const listed = learn(reading, [...second.flat(), ...readDecisions(reading, full)], full, lexicon);
  const people = new Map<string, PersonDraft>();
  for (const { name, rule, posts, change } of listed) {
    const person = people.get(name.text) ?? { name: name.text, rule, posts: [] };
    people.set(name.text, { ...person, posts: [...person.posts, ...posts.map((post) => ({ post, change, rule }))] });
  }
  return [...people.values()].filter(({ name }) => known.has(name));
}

function readSentence(reading: Reading, sentence: Span, context: CastContext): Sighting[] {
  return [
    ...readCast(reading, sentence, context).map((appearance) => ({ ...appearance, change: null })),
    ...readHolders(reading, sentence, context).map(({ name, post }) => ({
      name,
      rule: 'person.holder',
      posts: [post],
      change: null,
    })),
    ...readPostsAfterName(reading, sentence, context).map(({ name, post }) => ({
      name,
      rule: 'person.post-after-name',
      posts: [post],
      change: null,
    })),
    ...bare(readSpeakers(reading, sentence, context), 'person.speaker'),
    ...bare(readDescribed(reading, sentence, context), 'person.described'),
    ...bare(readRoster(reading, sentence), 'person.roster'),
    ...bare(readNamed(reading, sentence, context), 'person.named'),
    ...bare(readActors(reading, sentence, context), 'person.actor'),
  ].filter(({ name }) => !isCorrected(reading.text, name));
}

const bare = (names: readonly NamedSpan[], rule: string): Sighting[] =>
  names.map((name) => ({ name, rule, posts: [], change: null }));

const readDecisions = (reading: Reading, context: CastContext): Sighting[] =>
  reading.periods
    .flatMap((period) => readChanges(reading, period, context))
    .flatMap(({ names, posts, change, rule }) => names.map((name) => ({ name, rule, posts, change })));

/** Adds the names seen to what is known, then those that stand in lists beside them; returns all sightings. */
function learn(
  reading: Reading,
  seen: readonly Sighting[],
  context: CastContext & { readonly known: Set<string> },
  lexicon: ReadonlySet<string>,
): Sighting[] {
  const { known } = context;
  for (const { name } of seen) known.add(name.text);
  const listed = reading.sentences
    .flatMap((sentence) => readListed(reading, sentence, context))
    .map((name) => ({ name, rule: 'person.listed', posts: [], change: null }));
  for (const { name } of listed) known.add(name.text);
  dropFragments(reading.text, known, lexicon);
  const names = new Set([...seen, ...listed].map(({ name }) => name.text));
  const foreknown = [...lexicon]
    .filter((name) => name.length > 2 && !names.has(name))
    .flatMap((text) => {
      const start = reading.text.indexOf(text);
      return start < 0
        ? []
        : [{ name: { start, end: start + text.length, text }, rule: 'person.known', posts: [], change: null }];
    });
  return [...seen, ...listed, ...foreknown];
}

/** 柳青向 beside 柳青: of two names where one begins with the other, the one that stands alone elsewhere stays. */
function dropFragments(text: string, known: Set<string>, lexicon: ReadonlySet<string>): void {
  const places = (name: string): string[] => text.split(name).slice(1);
  const standsAlone = (name: string): boolean => places(name).some((rest) => followStrength(rest, 0) === 3);
  for (const longer of [...known]) {
    for (let length = 2; length < longer.length && !longer.includes('·') && known.has(longer); length += 1) {
      const name = longer.slice(0, length);
      if (!known.has(name)) continue;
      const isLonger =
        standsAlone(longer) ||
        (!lexicon.has(name) && !standsAlone(name) && places(name).length === places(longer).length);
      known.delete(isLonger ? name : longer);
    }
  }
}

/** 更正: in “…A”应为“…B” the first is the error. */
const isCorrected = (text: string, name: Span): boolean =>
  /^[^“”]{0,10}”应为“/.test(text.slice(name.end, name.end + 16));
