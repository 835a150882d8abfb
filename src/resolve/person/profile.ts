import { nameKey } from '../../text/name-key.ts';
import { foldVariants } from '../../text/script.ts';
import { officeOf, postOf } from '../../text/title.ts';

/** A title at a body that somebody is printed with. */
export interface Office {
  /** As printed: `区长`. */
  readonly title: string;
  /** The body that it belongs to; null where the text tells none. */
  readonly body: { readonly id: string; readonly key: string } | null;
  /** Whether somebody is called its former holder (原区长). */
  readonly isFormer: boolean;
}

/** A name in one article, with what the article says of its bearer. */
export interface Occurrence {
  readonly articleId: string;
  /** As printed. */
  readonly name: string;
  readonly publicationId: string;
  readonly offices: readonly Office[];
  /** Whether all that the bearer does is to have made the article. */
  readonly isAuthor: boolean;
  /** The ids of all bodies of the article. */
  readonly bodies: ReadonlySet<string>;
  /** `YYYY-MM-DD`; null where no day is known. */
  readonly citedOn: string | null;
}

/**
 * All occurrences of a printed name in one publication that say the same of its bearer: the record that is linked with others
 * to make a person. A mayor who is named in ten thousand articles has a handful of profiles.
 */
export interface Profile {
  readonly id: string;
  readonly publicationId: string;
  /** The form that is printed, of several the first in the order of characters. */
  readonly name: string;
  readonly offices: readonly Office[];
  readonly isAuthor: boolean;
  /** Without an office: the bodies of the articles at which others of the name hold an office, by their ids. */
  readonly bodies: readonly string[];
  /** The months in which it is cited, in order: years × 12 + months. */
  readonly months: readonly number[];
  /** In how many articles it occurs. */
  readonly count: number;
}

/** What all forms of a name have in common: 尹鶴鳴 and 尹鹤鸣. Only profiles of one key are compared (blocking). */
export function blockKey(name: string): string {
  return foldVariants(nameKey(name));
}

/** The number of a day's month: years × 12 + months. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Whether nothing is said of the bearer: no office, no authorship. */
export function isBare({ offices, isAuthor }: Pick<Profile, 'offices' | 'isAuthor'>): boolean {
  return offices.length === 0 && !isAuthor;
}

/**
 * What an occurrence says of the bearer, as a text that is equal for equal statements. `known` are the bodies at which
 * others of the name hold an office: they tell apart where nothing else is said.
 */
export function signatureOf(
  { offices, isAuthor, bodies }: Pick<Occurrence, 'offices' | 'isAuthor' | 'bodies'>,
  known: ReadonlySet<string>,
): string {
  if (isBare({ offices, isAuthor })) return ['BARE', ...telling(bodies, known)].join(' ');
  return [isAuthor ? 'AUTHOR' : 'OFFICE', ...new Set(offices.map(officeSignature).sort())].join(' ');
}

/** The bodies of an article at which others of the name hold an office, in order. */
export function telling(bodies: Iterable<string>, known: ReadonlySet<string>): string[] {
  return [...new Set(bodies)].filter((id) => known.has(id)).sort();
}

function officeSignature({ title, body, isFormer }: Office): string {
  const meant = body === null ? postOf(title) : officeOf(body.key, title);
  return `${body?.id ?? '-'}:${meant}${isFormer ? ':FORMER' : ''}`;
}

/** The bodies at which somebody of these holds an office. */
export function bodiesOf(people: Iterable<Pick<Profile, 'offices'>>): Set<string> {
  return new Set([...people].flatMap(({ offices }) => offices.flatMap(({ body }) => body?.id ?? [])));
}

/** The profiles of these occurrences of one name. `idOf` gives a profile its id. */
export function profilesOf<O extends Occurrence>(
  occurrences: readonly O[],
  idOf: (publicationId: string, signature: string) => string,
): Map<O, Profile> {
  const known = bodiesOf(occurrences);
  const profiles = new Map<string, Profile>();
  const ids = occurrences.map((occurrence) => {
    const id = idOf(occurrence.publicationId, signatureOf(occurrence, known));
    profiles.set(id, withOccurrence(profiles.get(id), id, occurrence, known));
    return [occurrence, id] as const;
  });
  return new Map(
    ids.flatMap(([occurrence, id]) => {
      const profile = profiles.get(id);
      return profile === undefined ? [] : [[occurrence, profile]];
    }),
  );
}

/** The profile with one occurrence more; undefined for the first. */
export function withOccurrence(
  profile: Profile | undefined,
  id: string,
  occurrence: Occurrence,
  known: ReadonlySet<string>,
): Profile {
  const { publicationId, name, offices, isAuthor, bodies, citedOn } = occurrence;
  const month = citedOn === null ? [] : [monthOf(citedOn)];
  if (profile === undefined) {
    const told = isBare(occurrence) ? telling(bodies, known) : [];
    return { id, publicationId, name, offices, isAuthor, bodies: told, months: month, count: 1 };
  }
  const months = month.every((one) => profile.months.includes(one))
    ? profile.months
    : [...profile.months, ...month].sort((a, b) => a - b);
  return { ...profile, name: name < profile.name ? name : profile.name, months, count: profile.count + 1 };
}
