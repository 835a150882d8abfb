import type { ArticleFacts } from '../extract/facts.ts';
import type { IssueHead } from '../parse/issue-head.ts';
import type { ParsedIssue } from '../parse/parsed-issue.ts';
import type { Encoding } from '../text/encoding.ts';
import type { GivenFacts } from './given-facts.ts';

/** A page that has been parsed: its articles and its issue are known, but not the facts of the articles. */
export interface ParsedPage {
  readonly raw: string;
  /** The encoding of the file that the text was decoded from. */
  readonly encoding: Encoding;
  /** See `contentHash`. */
  readonly contentHash: string;
  /** Whether the file has metadata beside it. */
  readonly isStated: boolean;
  /** The facts of another reader that are to be stored; null for ours. */
  readonly given: GivenFacts | null;
  readonly head: IssueHead;
  readonly issue: ParsedIssue;
}

/** All that was read of one raw file, as `savePage` stores it. */
export interface ExtractedPage extends ParsedPage {
  /** The facts of each article of the issue, in the same order. */
  readonly facts: readonly ArticleFacts[];
}
