import { setImmediate as pause } from 'node:timers/promises';
import type { Archive, Setting } from '../extract/facts.ts';
import { givenFacts, GivenFactsError } from '../extract/given/given-facts.ts';
import { extractInSteps } from '../extract/issue.ts';
import type { PageText } from '../files/page-file.ts';
import { issueHead } from '../parse/issue-head.ts';
import { parsePage } from '../parse/page.ts';
import { contentHash } from '../store/content-hash.ts';
import type { ExtractedPage, ParsedPage } from '../store/extracted-page.ts';
import type { GivenFacts } from '../store/given-facts.ts';
import { FileError } from '../text/file-error.ts';

/**
 * Many times what is ever printed on a page, and enough for a whole issue in one file. It bounds the transaction that
 * stores the page.
 */
const MAX_ARTICLES = 1_000;

/** Parses a page. @throws FileError when it has more than 1,000 articles */
export function parseText(
  { raw, encoding = 'UTF_8', file, stated }: PageText,
  given: GivenFacts | null = null,
): ParsedPage {
  const issue = parsePage(raw, file);
  const count = issue.articles.length;
  if (count > MAX_ARTICLES) {
    throw new FileError(
      file,
      `it holds ${count} articles, and a page may hold ${MAX_ARTICLES}; ` +
        'if it is several pages in one file, give each a file of its own.',
    );
  }
  return {
    raw,
    encoding,
    contentHash: contentHash(raw, stated),
    isStated: stated !== null,
    given,
    head: issueHead(issue.masthead, stated, file),
    issue,
  };
}

/**
 * Extracts the facts of the page's articles; those that another reader gave are checked and take their place. Yields to
 * the event loop after each article.
 * @throws FileError for given facts that do not fit the page
 */
export async function extractPage(page: ParsedPage, archive: Archive): Promise<ExtractedPage> {
  const { head, issue } = page;
  const setting: Setting = {
    district: head.publication.district,
    city: head.publication.city,
    publishedOn: head.publishedOn?.date ?? null,
  };
  const steps = extractInSteps(issue, setting, archive);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return withGivenFacts({ ...page, facts: step.value });
    await pause();
  }
}

function withGivenFacts(page: ExtractedPage): ExtractedPage {
  const { given, issue } = page;
  if (given === null) return page;
  try {
    return { ...page, facts: givenFacts(issue.articles, page.facts, given.facts, given.reader) };
  } catch (cause) {
    if (!(cause instanceof GivenFactsError)) throw cause;
    throw new FileError(issue.file, `the facts that ${given.reader} gives do not fit it: ${cause.message}`, { cause });
  }
}
