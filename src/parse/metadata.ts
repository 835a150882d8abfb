/**
 * What whoever adds a page states of it, in a small JSON file beside the text: `NAME.issue.json` for `NAME.txt`.
 *
 *     {
 *       "publication": { "slug": "yunxiu-bao", "name": "云岫报", "frequency": "weekly", "district": "云岫区", "city": "上海市" },
 *       "publishedOn": { "date": "2024-05-27", "basis": "INFERRED", "note": "the Monday after the last dated event" },
 *       "number": 968,
 *       "page": 1
 *     }
 *
 * Only `publication` with `slug` and `name` is required.
 */
import { z } from 'zod';

const words = z.string().trim().min(1);

const metadata = z.strictObject({
  publication: z.strictObject({
    /** Names the publication in addresses and ids. */
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    name: words,
    /** How often it appears: daily, weekly, … */
    frequency: words.nullish().transform(orNull),
    /** The body a bare 区 or 县 of its articles means. */
    district: words.nullish().transform(orNull),
    city: words.nullish().transform(orNull),
  }),
  publishedOn: z.strictObject({
    date: z.iso.date('must be a day written YYYY-MM-DD'),
    /** STATED: known from outside the page; INFERRED: concluded from its text. */
    basis: z.enum(['STATED', 'INFERRED']),
    /** How the day was come by. */
    note: words.nullish().transform(orNull),
  }).nullish().transform(orNull),
  /** 总第N期. */
  number: z.int().positive().nullish().transform(orNull),
  /** The printed page (第N版). */
  page: z.int().positive().nullish().transform(orNull),
});

export type StatedIssue = z.output<typeof metadata>;
export type StatedPublication = StatedIssue['publication'];

/** A metadata file that cannot be used; the message names the file and the key. */
export class MetadataError extends Error {
  override readonly name = 'MetadataError';
}

/** Reads a metadata file's text; `file` is its name for messages. Keys that are not known are refused. Throws a MetadataError. */
export function parseMetadata(json: string, file: string): StatedIssue {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new MetadataError(`${file} is not valid JSON: ${(cause as Error).message}`, { cause });
  }
  const result = metadata.safeParse(value);
  if (result.success) return result.data;
  throw new MetadataError(`${file}: ${result.error.issues.map(complaint).join('; ')}.`);
}

function complaint(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return `${issue.path.join('.') || 'the file'}: ${issue.message}`;
  const keys = issue.keys.map((key) => [...issue.path, key].join('.'));
  return `${keys.join(', ')}: there is no such key`;
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
