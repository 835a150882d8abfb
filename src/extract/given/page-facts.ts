import { z } from 'zod';
import { agreementKindWords } from '../annotation.ts';
import type { PersonRole, TitleChange } from '../facts.ts';

// Words of a text hold no control characters; blanks and line ends are those of the print.
const words = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^(?=[^]*\S)(?:[^\p{Cc}\p{Cs}]|\s)*$/u, 'it must be words without control characters');
const name = words(200);
/** The name of a reader: at most 100 letters, digits and marks of names. */
export const readerName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:\/@-]{0,99}$/u, 'it must be at most 100 letters, digits, blanks and . _ : / @ -');
const confidence = z.number().min(0).max(1).optional();
const list = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).max(max).default([]);

const roles = [
  'byline',
  'attended',
  'hosted',
  'spoke',
  'signed',
  'witnessed',
  'unveiled',
  'inspected',
  'accompanied',
  'met',
  'mentioned',
] as const satisfies readonly Lowercase<PersonRole>[];
const changes = ['appointed', 'removed'] as const satisfies readonly Lowercase<TitleChange>[];
const day = z
  .string()
  .regex(/^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|XXXX-\d\d-\d\d)$/, 'it must be like 2024-05-23, 2023-04, 2016 or XXXX-07-14')
  .refine((date) => !/^\d{4}-\d\d-\d\d$/.test(date) || isDay(date), 'it is no day of the calendar');

const titleSchema = z.strictObject({
  title: words(200),
  org: name.nullish(),
  change: z.enum(changes).optional(),
  confidence,
});
const personSchema = z.strictObject({
  name,
  titles: list(titleSchema, 50),
  roles: list(z.enum([...roles, 'other']), 20),
  confidence,
});
const organisationSchema = z.strictObject({
  name,
  aliases: list(name, 50),
  implied: z.boolean().default(false),
  confidence,
});
const agreementSchema = z.strictObject({
  kind: z.enum(Object.values(agreementKindWords)),
  title: words(500).nullish(),
  date: day.nullish(),
  place: name.nullish(),
  parties: list(name, 200),
  signatories: list(z.strictObject({ person: name, onBehalfOf: name.nullish() }), 200),
  witnesses: list(name, 200),
  background: z.boolean().default(false),
  stage: z.literal('announced').optional(),
  declaredCount: z.number().int().min(1).max(1_000_000).optional(),
  renewal: z.boolean().default(false),
  evidence: z.strictObject({
    quote: words(2_000),
    start: z.number().optional(),
    end: z.number().optional(),
  }),
  confidence,
});

// The layout of a page is the parser's: `extract` prints these keys, and they are neither read here nor kept.
const layout = z
  .unknown()
  .transform(() => undefined)
  .optional();

const articleSchema = z.strictObject({
  headlineLines: layout,
  subheads: layout,
  byline: layout,
  source: layout,
  genre: layout,
  published: layout,
  captions: layout,
  bodyStart: layout,
  bodyEnd: layout,
  paragraphs: layout,
  continuesFrom: layout,
  continuesOn: layout,
  incomplete: layout,
  headline: z.string().max(10_000).nullish(),
  persons: list(personSchema, 1_000),
  organisations: list(organisationSchema, 1_000),
  agreements: list(agreementSchema, 500),
  announced: list(agreementSchema, 500),
});

const pageSchema = z.strictObject({
  id: layout,
  issue: layout,
  teasers: layout,
  file: z.string().min(1).max(1_000),
  reader: readerName.optional(),
  articles: z.array(articleSchema).max(1_000),
});

/**
 * What another reader, a model or a person, found on a page: the form that `annotate` writes, with the reader's name
 * and, for any person, title, organisation or agreement, how sure it is (`confidence`). `articles` are all those of the
 * page, in print order.
 */
export type GivenPageFacts = z.infer<typeof pageSchema>;
export type GivenArticle = z.infer<typeof articleSchema>;
export type GivenPerson = z.infer<typeof personSchema>;
export type GivenTitle = z.infer<typeof titleSchema>;
export type GivenOrganisation = z.infer<typeof organisationSchema>;
export type GivenAgreement = z.infer<typeof agreementSchema>;

/** Checks the form of a page's facts. Returns them, or what is wrong: the path of the first wrong value and why. */
export function readPageFacts(value: unknown): { readonly facts: GivenPageFacts } | { readonly fault: string } {
  const { data, error } = pageSchema.safeParse(value);
  if (data !== undefined) return { facts: data };
  const [first] = error.issues;
  return { fault: `${pathOf(first?.path ?? [])}: ${first?.message ?? error.message}` };
}

/** `articles[0].persons[2].name` */
function pathOf(path: readonly PropertyKey[]): string {
  const joined = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return joined.replace(/^\./, '') || 'the whole page';
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
