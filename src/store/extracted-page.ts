import type { ArticleFacts } from '../extract/facts.ts';
import type { IssueHead } from '../parse/issue-head.ts';
import type { ParsedIssue } from '../parse/parsed-issue.ts';
import type { Encoding } from '../text/encoding.ts';

/** A page whose articles are known, and whose issue it is, but not yet what the articles say. */
export interface ParsedPage {
  readonly raw: string;
  /** Of the file that the text was decoded from. */
  readonly encoding: Encoding;
  /** See `contentHash`. */
  readonly contentHash: string;
  /** Whether there is metadata beside the file. */
  readonly isStated: boolean;
  readonly head: IssueHead;
  readonly issue: ParsedIssue;
}

/** All that was read of one raw file: what `savePage` stores. */
export interface ExtractedPage extends ParsedPage {
  /** One for each of the issue's articles, in their order. */
  readonly facts: readonly ArticleFacts[];
}
