import type { Setting } from './extract/facts.ts';
import { extractIssue } from './extract/issue.ts';
import { issueHead } from './parse/issue-head.ts';
import type { StatedIssue } from './parse/metadata.ts';
import { parsePage } from './parse/page.ts';
import type { IssueReading } from './store/issue-reading.ts';

/** A page as received: its text, its name, and what is stated of it. */
export interface PageText {
  readonly raw: string;
  /** The file's name without its folder: within a publication, an equal name means the same page. */
  readonly file: string;
  readonly stated: StatedIssue | null;
}

/** Reads one page as the store takes it: whose issue it is, its articles and their facts. */
export function readIssue({ raw, file, stated }: PageText, hash: string): IssueReading {
  const issue = parsePage(raw, file);
  const head = issueHead(issue.masthead, stated, file);
  const setting: Setting = { district: head.publication.district, city: head.publication.city, publishedOn: head.publishedOn?.date ?? null };
  return { raw, contentHash: hash, head, issue, facts: extractIssue(issue, setting) };
}
