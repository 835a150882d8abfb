import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { parseAnnotation } from '../src/evaluate/annotation.ts';
import { verdictsOf } from '../src/evaluate/verdict.ts';
import type { Verdicts } from '../src/evaluate/verdict.ts';
import type { ArticleFacts } from '../src/extract/facts.ts';
import { extractIssue } from '../src/extract/issue.ts';
import { parsePage } from '../src/parse/page.ts';

/** What was read of an annotated text, and which of it is right. */
export interface JudgedText {
  readonly facts: readonly ArticleFacts[];
  readonly verdicts: Verdicts;
}

/** Reads every annotated text of a folder, without metadata. */
export async function judgeFolder(folder: string): Promise<JudgedText[]> {
  const files = (await glob('**/*.json', { cwd: folder, ignore: ['**/*.issue.json'] })).sort();
  return Promise.all(files.map((file) => judgeText(join(folder, file))));
}

async function judgeText(path: string): Promise<JudgedText> {
  const annotated = parseAnnotation(await readFile(path, 'utf8'), path);
  const raw = await readFile(path.replace(/\.json$/, '.txt'), 'utf8');
  const issue = parsePage(raw, path);
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null });
  return { facts, verdicts: verdictsOf(annotated, raw, issue, facts) };
}
