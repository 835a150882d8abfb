import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { parseAnnotation } from '../src/evaluate/annotation.ts';
import type { Annotation, ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { startsAlike } from '../src/evaluate/article-match.ts';
import { readArticle } from '../src/extract/document/reading.ts';
import type { Reading } from '../src/extract/document/reading.ts';
import type { CreditReader } from '../src/parse/credit/reader.ts';
import type { LabelLines } from '../src/parse/labeller/labeller.ts';
import { parsePage } from '../src/parse/page.ts';
import type { ParsedArticle, ParsedIssue } from '../src/parse/parsed-issue.ts';

const ROOT = join(import.meta.dirname, '..');
/** Every folder is a source: texts that one author wrote. All is invented but the seed pages. */
export const sources: readonly string[] = [
  'training/texts/seeds',
  'training/texts/field',
  'training/texts/cases',
  'training/texts/north',
  'training/texts/city',
  'training/texts/south',
  'training/texts/web',
  'training/texts/county',
  'training/texts/house',
  'training/texts/signing',
  'training/texts/plain',
  'training/texts/dumps',
  'tests/fresh/sentences',
  'tests/fresh/articles',
  'tests/fresh/pages',
  'tests/fresh/dumps',
  'tests/pages',
];

/** A text as printed, and what it says. */
export interface AnnotatedText {
  readonly source: string;
  /** Its path from the project's root, without extension. */
  readonly id: string;
  readonly raw: string;
  readonly annotation: Annotation;
}

/** An annotated text, cut into its articles. */
export interface TrainingText extends AnnotatedText {
  readonly issue: ParsedIssue;
}

/** Every annotated text below a folder, in the order of their paths. */
export function textsOf(source: string): AnnotatedText[] {
  const folder = resolve(ROOT, source);
  return globSync('**/*.json', { cwd: folder, ignore: ['**/*.issue.json'] })
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const beside = path.replace(/json$/, 'txt');
      const raw = readFileSync(existsSync(beside) ? beside : join(ROOT, 'seeds', basename(beside)), 'utf8');
      return {
        source,
        id: relative(ROOT, path)
          .replaceAll(sep, '/')
          .replace(/\.json$/, ''),
        raw,
        annotation: parseAnnotation(readFileSync(path, 'utf8'), file),
      };
    });
}

/** Cuts a text into its articles, by the labels that its lines are given. */
export const parsed = (text: AnnotatedText, labelLines: LabelLines, readCredits: CreditReader): TrainingText => ({
  ...text,
  issue: parsePage(text.raw, text.id, labelLines, readCredits),
});

/** An article with what it says. */
export interface TrainingArticle {
  readonly article: ParsedArticle;
  readonly reading: Reading;
  readonly annotation: ArticleAnnotation;
}

/** The articles of a text whose annotations are known; one that is annotated as a whole may have been parsed as several. */
export function articlesOf({ issue, annotation }: TrainingText): TrainingArticle[] {
  const annotated = annotation.articles.filter(({ persons, organisations }) => persons && organisations);
  const [only] = annotated;
  if (only && annotation.articles.length === 1)
    return issue.articles.map((article) => ({ article, reading: readArticle(article), annotation: only }));
  return annotated.flatMap((article) => {
    const parsed = issue.articles.find(({ body }) =>
      startsAlike(article, { bodyStart: body.text.trim().slice(0, 24) }),
    );
    return parsed ? [{ article: parsed, reading: readArticle(parsed), annotation: article }] : [];
  });
}
