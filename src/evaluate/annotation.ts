import { z } from 'zod';

const strings = z.array(z.string()).default([]);

const titleSchema = z.object({ title: z.string(), org: z.string().nullish(), alt: strings });
const personSchema = z.object({ name: z.string(), titles: z.array(titleSchema).default([]), roles: strings });
const organisationSchema = z.object({ name: z.string(), aliases: strings, implied: z.boolean().default(false) });
const agreementSchema = z.object({
  kind: z.string().nullish(),
  date: z.string().nullish(),
  stage: z.string().nullish(),
  parties: strings,
  signatories: z.array(z.object({ person: z.string(), onBehalfOf: z.string().nullish() })).default([]),
  evidence: z.object({ quote: z.string().nullish() }).nullish(),
});

const articleSchema = z.object({
  headline: z.string().nullish(),
  bodyStart: z.string().nullish(),
  bodyStartAlt: z.string().nullish(),
  bodyEnd: z.string().nullish(),
  paragraphs: z.number().nullish(),
  subheads: z.array(z.string()).nullish(),
  byline: z.object({ reporters: strings }).nullish(),
  source: z.string().nullish(),
  continuesFrom: z.string().nullish(),
  persons: z.array(personSchema).optional(),
  organisations: z.array(organisationSchema).optional(),
  agreements: z.array(agreementSchema).optional(),
});

const annotationSchema = z.object({
  teasers: z.array(z.object({ pages: z.string(), text: z.string() })).nullish(),
  articles: z.array(articleSchema),
});

/**
 * What a text says, written by hand or by `annotate`: `NAME.json` beside `NAME.txt`. Keys that are not named here are
 * notes.
 *
 * `articles`, in print order, each with
 * - its layout: `headline` (all display lines joined by one blank), `bodyStart` and `bodyEnd` (the first and last
 *   twelve characters of the body), `bodyStartAlt` (another start that counts as well), `paragraphs` (how many),
 *   `subheads` (headings inside the body, not scored),
 *   `byline.reporters` (in print order), `source`, `continuesFrom` (第1版). A text whose articles give no `bodyStart` is
 *   scored as one article, and its layout is not scored.
 * - `persons`: `name`, `titles` (`title` without the organisation's name, `org` its organisation or null, `alt` what
 *   counts as well: another title of the same organisation, or `OWNER|TITLE`) and `roles` (byline, attended, hosted,
 *   spoke, signed, witnessed, unveiled, inspected, accompanied, met; `mentioned` and `other` are not scored).
 * - `organisations`: `name` (the longest form that is printed), `aliases` (the other forms), `implied` (only
 *   recoverable from a title: neither required of the reader nor held against it).
 * - `agreements`: `kind`, `date` (`2024-05-23`, `XXXX-05-23`), `parties`, `signatories` (`person`, `onBehalfOf`),
 *   `evidence.quote`. An agreement whose `stage` is `announced` is not scored.
 *
 * `teasers`: `pages` as printed and `text`.
 *
 * What a whole file leaves out (`persons`, `organisations`, `agreements`, `teasers`) is not scored in it; what only one
 * of its articles leaves out counts as empty there.
 */
export type Annotation = z.infer<typeof annotationSchema>;
export type ArticleAnnotation = z.infer<typeof articleSchema>;
export type PersonAnnotation = z.infer<typeof personSchema>;
export type OrganisationAnnotation = z.infer<typeof organisationSchema>;
export type AgreementAnnotation = z.infer<typeof agreementSchema>;

/** A file that is not an annotation; the message names the file and the path of the wrong value. */
export class AnnotationError extends Error {
  override readonly name = 'AnnotationError';
}

/** Parses an annotation from JSON text. `file` names it in messages. @throws AnnotationError */
export function parseAnnotation(json: string, file: string): Annotation {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new AnnotationError(`${file} is not JSON: ${(error as Error).message}`);
  }
  return checkAnnotation(value, file);
}

/** Validates a value as an annotation. `file` names it in messages. @throws AnnotationError */
export function checkAnnotation(value: unknown, file: string): Annotation {
  const { data, error } = annotationSchema.safeParse(value);
  if (data !== undefined) return data;
  const reasons = error.issues.map(({ path, message }) => `${path.join('.') || 'the whole file'}: ${message}.`);
  throw new AnnotationError(`${file} is not an annotation: ${reasons[0] ?? error.message}`);
}
