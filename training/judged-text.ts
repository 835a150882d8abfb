import { verdictsOf } from '../src/evaluate/verdict.ts';
import type { Verdicts } from '../src/evaluate/verdict.ts';
import type { ArticleFacts } from '../src/extract/facts.ts';
import { extractIssue } from '../src/extract/issue.ts';
import type { Models } from '../src/extract/models.ts';
import type { TrainingText } from './text.ts';

/** What was read of an annotated text, and which of it is right. */
export interface JudgedText {
  readonly facts: readonly ArticleFacts[];
  readonly verdicts: Verdicts;
}

/** Reads an annotated text with these models, without metadata. */
export function judgeText({ raw, issue, annotation }: TrainingText, models: Models): JudgedText {
  const facts = extractIssue(issue, { district: null, city: null, publishedOn: null }, undefined, models);
  return { facts, verdicts: verdictsOf(annotation, raw, issue, facts) };
}
