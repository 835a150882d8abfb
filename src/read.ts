import { setImmediate as pause } from 'node:timers/promises';
import type { Archive, Setting } from './extract/facts.ts';
import { extractInSteps } from './extract/issue.ts';
import type { PageText } from './files/page-file.ts';
import { issueHead } from './parse/issue-head.ts';
import { parsePage } from './parse/page.ts';
import { contentHash } from './store/content-hash.ts';
import type { IssueReading, OpenedPage } from './store/issue-reading.ts';

export function openPage({ raw, encoding = 'UTF_8', file, stated }: PageText): OpenedPage {
  const issue = parsePage(raw, file);
  return { raw, encoding, contentHash: contentHash(raw, stated), isStated: stated !== null, head: issueHead(issue.masthead, stated, file), issue };
}

/** Reads what the page's articles say: all as the store takes it. What goes on meanwhile has its turn after each article. */
export async function readIssue(page: OpenedPage, archive: Archive): Promise<IssueReading> {
  const { head, issue } = page;
  const setting: Setting = { district: head.publication.district, city: head.publication.city, publishedOn: head.publishedOn?.date ?? null };
  const steps = extractInSteps(issue, setting, archive);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { ...page, facts: step.value };
    await pause();
  }
}
