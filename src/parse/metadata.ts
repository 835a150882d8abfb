/**
 * What whoever adds a page states of it, in a small JSON file beside the text: `NAME.issue.json` for `NAME.txt`.
 *
 *     {
 *       "publication": {
 *         "slug": "yunxiu-bao", "name": "云岫报", "frequency": "weekly", "district": "云岫区", "city": "上海市"
 *       },
 *       "publishedOn": { "date": "2024-05-27", "basis": "INFERRED", "note": "the Monday after the last dated event" },
 *       "number": 968,
 *       "page": 1
 *     }
 *
 * Only `publication` with `slug` and `name` is required.
 */
import { z } from 'zod';
import { isoDay } from '../text/printed-date.ts';
import { FileError } from '../text/file-error.ts';

const LONGEST_NAME = 200;
const LONGEST_NOTE = 1_000;
/** The largest that the archive can keep. */
const LARGEST_NUMBER = 2_147_483_647;
const LARGEST_PAGE = 9_999;
const MOST_COMPLAINTS = 5;

/**
 * Text of one line. Invisible characters have no place in a name, and half of a surrogate pair cannot even be stored.
 */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must not be longer than ${longest} characters`)
    .regex(
      /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u,
      'must not hold control characters or halves of characters',
    );

const name = words(LONGEST_NAME);
const counted = (largest: number) =>
  z.int('must be a whole number').positive('must be 1 or more').max(largest, `must not be more than ${largest}`);

const metadata = z.strictObject({
  publication: z.strictObject({
    /** Names the publication in addresses and ids. */
    slug: z
      .string()
      .max(LONGEST_NAME, `must not be longer than ${LONGEST_NAME} characters`)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    name,
    /** How often it appears: daily, weekly, … */
    frequency: name.nullish().transform(orNull),
    /** The body a bare 区 or 县 of its articles means. */
    district: name.nullish().transform(orNull),
    city: name.nullish().transform(orNull),
  }),
  publishedOn: z
    .strictObject({
      date: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d$/, 'must be a day written YYYY-MM-DD')
        .refine(isDay, { message: 'must be a day between 1800 and 2999 that the calendar has', abort: true }),
      /** STATED: known from outside the page; INFERRED: concluded from its text. */
      basis: z.enum(['STATED', 'INFERRED']),
      /** How the day was come by. */
      note: words(LONGEST_NOTE).nullish().transform(orNull),
    })
    .nullish()
    .transform(orNull),
  /** 总第N期. */
  number: counted(LARGEST_NUMBER).nullish().transform(orNull),
  /** The printed page (第N版). */
  page: counted(LARGEST_PAGE).nullish().transform(orNull),
});

export type StatedIssue = z.output<typeof metadata>;
export type StatedPublication = StatedIssue['publication'];

/** A metadata file that cannot be used; the message names the file and the key. */
export class MetadataError extends FileError {
  override readonly name = 'MetadataError';
  /** The keys that the message names, such as `publication.slug`. */
  readonly keys: readonly string[];

  constructor(
    file: string,
    reason: string,
    { keys = [], ...options }: ErrorOptions & { keys?: readonly string[] } = {},
  ) {
    super(file, reason, options);
    this.keys = keys;
  }
}

/**
 * Reads a metadata file's text; `file` is its name for messages. Keys that are not known are refused. Throws a
 * MetadataError.
 */
export function parseMetadata(json: string, file: string): StatedIssue {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new MetadataError(file, `it is not valid JSON: ${(cause as Error).message}`, { cause });
  }
  return checkMetadata(value, file);
}

/** The same for what the JSON says. Throws a MetadataError. */
export function checkMetadata(value: unknown, file: string): StatedIssue {
  const result = metadata.safeParse(value);
  if (result.success) return result.data;
  const complaints = result.error.issues.flatMap(complaintsOf);
  const told = complaints.slice(0, MOST_COMPLAINTS);
  const more = complaints.length > MOST_COMPLAINTS ? `; and ${complaints.length - MOST_COMPLAINTS} more` : '';
  throw new MetadataError(file, `${told.map(({ key, what }) => `${key || 'the file'}: ${what}`).join('; ')}${more}.`, {
    keys: told.map(({ key }) => key),
  });
}

function complaintsOf(issue: z.core.$ZodIssue): { readonly key: string; readonly what: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ key: issue.path.join('.'), what: issue.message }];
  return issue.keys.map((key) => ({ key: [...issue.path, shorten(key)].join('.'), what: 'there is no such key' }));
}

function shorten(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}

function isDay(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return isoDay(year ?? null, month ?? null, day ?? null) !== null;
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
