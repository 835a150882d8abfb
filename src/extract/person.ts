import { readActors, readDescribed, readListed, readRoster, readSpeakers } from './bystander.ts';
import { readCast } from './cast.ts';
import type { CastContext, Post } from './cast.ts';
import { readChanges } from './change.ts';
import type { TitleChange } from './facts.ts';
import { followStrength } from './name.ts';
import { readHolders, readPostsAfterName } from './post-after-name.ts';
import type { NamedSpan, Reading, Span } from './reading.ts';

/** A person as read so far: the first rule that saw the name, and the posts printed with it. */
export interface PersonDraft {
  readonly name: string;
  readonly rule: string;
  readonly posts: readonly { readonly post: Post; readonly change: TitleChange | null; readonly rule: string }[];
}

/**
 * Finds everybody whom an article names: first by posts, then by what the names found so far and their surroundings prove.
 * Read twice, since a name that one sentence leaves open is often settled by another. `lexicon` holds names known from elsewhere.
 */
export function findPeople(reading: Reading, context: Omit<CastContext, 'known'>, lexicon: ReadonlySet<string>): PersonDraft[] {
  const known = new Set(lexicon);
  readOnce(reading, context, known, lexicon);
  return [...readOnce(reading, context, known, lexicon).values()].filter(({ name }) => known.has(name));
}

function readOnce(reading: Reading, context: Omit<CastContext, 'known'>, known: Set<string>, lexicon: ReadonlySet<string>): Map<string, PersonDraft> {
  const people = new Map<string, PersonDraft>();
  const add = (name: NamedSpan, rule: string, posts: readonly Post[] = [], change: TitleChange | null = null): void => {
    if (isCorrected(reading.text, name)) return;
    const person = people.get(name.text) ?? { name: name.text, rule, posts: [] };
    people.set(name.text, { ...person, posts: [...person.posts, ...posts.map((post) => ({ post, change, rule }))] });
  };
  const full: CastContext = { ...context, known };
  for (const sentence of reading.sentences) {
    for (const { name, posts, rule } of readCast(reading, sentence, full)) add(name, rule, posts);
    for (const { name, post } of readHolders(reading, sentence, full)) add(name, 'person.holder', [post]);
    for (const { name, post } of readPostsAfterName(reading, sentence, full)) add(name, 'person.post-after-name', [post]);
    for (const name of readSpeakers(reading, sentence, full)) add(name, 'person.speaker');
    for (const name of readDescribed(reading, sentence, full)) add(name, 'person.described');
    for (const name of readRoster(reading, sentence)) add(name, 'person.roster');
    for (const name of readActors(reading, sentence, full)) add(name, 'person.actor');
  }
  for (const period of reading.periods) {
    for (const { names, posts, change, rule } of readChanges(reading, period, full)) for (const name of names) add(name, rule, posts, change);
  }
  for (const name of people.keys()) known.add(name);
  for (const sentence of reading.sentences) for (const name of readListed(reading, sentence, full)) add(name, 'person.listed');
  for (const name of people.keys()) known.add(name);
  dropFragments(reading.text, known, lexicon);
  for (const name of lexicon) {
    const start = name.length > 2 && !people.has(name) ? reading.text.indexOf(name) : -1;
    if (start >= 0) add({ start, end: start + name.length, text: name }, 'person.known');
  }
  return people;
}

/** 王华向 beside 王华: of two names where one begins with the other, the one that stands alone elsewhere stays. */
function dropFragments(text: string, known: Set<string>, lexicon: ReadonlySet<string>): void {
  const standsAlone = (name: string): boolean => text.split(name).slice(1).some((rest) => followStrength(rest, 0) === 3);
  for (const longer of [...known]) {
    for (let length = 2; length < longer.length && !longer.includes('·') && known.has(longer); length += 1) {
      const name = longer.slice(0, length);
      if (known.has(name)) known.delete(standsAlone(longer) || (!lexicon.has(name) && !standsAlone(name)) ? name : longer);
    }
  }
}

/** 更正: in “…A”应为“…B” the first is the error. */
const isCorrected = (text: string, name: Span): boolean => /^[^“”]{0,10}”应为“/.test(text.slice(name.end, name.end + 16));
