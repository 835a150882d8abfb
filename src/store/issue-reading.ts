import type { ArticleFacts } from '../extract/facts.ts';
import type { IssueHead } from '../parse/issue-head.ts';
import type { ParsedIssue } from '../parse/parsed-issue.ts';

/** All that was read of one raw file: what `saveIssue` stores. */
export interface IssueReading {
  readonly raw: string;
  /** See `contentHash`. */
  readonly contentHash: string;
  readonly head: IssueHead;
  readonly issue: ParsedIssue;
  /** One for each of the issue's articles, in their order. */
  readonly facts: readonly ArticleFacts[];
}
