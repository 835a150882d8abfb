import { setImmediate as pause } from 'node:timers/promises';
import type { Archive, Setting } from './extract/facts.ts';
import { extractInSteps } from './extract/issue.ts';
import { issueHead } from './parse/issue-head.ts';
import type { IssueHead } from './parse/issue-head.ts';
import type { StatedIssue } from './parse/metadata.ts';
import { parsePage } from './parse/page.ts';
import type { ParsedIssue } from './parse/parsed-issue.ts';
import type { IssueReading } from './store/issue-reading.ts';

/** A page as received: its text, its name, and what is stated of it. */
export interface PageText {
  readonly raw: string;
  /** Its path from the folder that is imported; see `PageFile`. */
  readonly file: string;
  readonly stated: StatedIssue | null;
}

/** A page whose articles are known, and whose issue it is, but not yet what the articles say. */
export interface OpenedPage {
  readonly head: IssueHead;
  readonly issue: ParsedIssue;
}

export function openPage({ raw, file, stated }: PageText): OpenedPage {
  const issue = parsePage(raw, file);
  return { head: issueHead(issue.masthead, stated, file), issue };
}

/** Reads what the page's articles say: all as the store takes it. What goes on meanwhile has its turn after each article. */
export async function readIssue({ head, issue }: OpenedPage, archive: Archive, { raw, contentHash }: Pick<IssueReading, 'raw' | 'contentHash'>): Promise<IssueReading> {
  const setting: Setting = { district: head.publication.district, city: head.publication.city, publishedOn: head.publishedOn?.date ?? null };
  const steps = extractInSteps(issue, setting, archive);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { raw, contentHash, head, issue, facts: step.value };
    await pause();
  }
}
