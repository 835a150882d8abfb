import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { writeArticle, writeTail } from './article.ts';
import type { Article } from './article.ts';
import { FIRST_DAY, LAST_DAY } from './day.ts';
import { sharedBodies } from './firm.ts';
import { inventNewspaper } from './newspaper.ts';
import type { Newspaper } from './newspaper.ts';
import type { Change } from './office.ts';
import { setPage } from './page.ts';
import type { Issue, SetPage } from './page.ts';
import { createRowWriter } from './row.ts';
import type { Rows } from './row.ts';
import { sizeOf } from './size.ts';
import { readWords } from './word.ts';
import type { Vocabulary } from './word.ts';

const ARTICLES_A_BATCH = 1_000;

/**
 * The rows of an invented archive of exactly so many articles, in batches to be loaded one after another: the same for
 * the same number and seed. One newspaper is in memory at a time, whatever the size of the archive.
 */
export function* generateArchive(articles: number, seed = 1): Generator<Rows> {
  const size = sizeOf(articles);
  const words = readWords();
  const shared = sharedBodies(size.sharedOrganisations, createRandom(seed));
  const writer = createRowWriter();
  let written = 0;
  for (const [rank, count] of size.ofPublications.entries()) {
    const newspaper = inventNewspaper(rank, seed, shared);
    writer.publication(newspaper);
    for (const { issue, pages } of issuesOf(newspaper, count, words, createRandom(seed * 7_919 + rank))) {
      writer.issue(issue, pages);
      written += pages.reduce((sum, page) => sum + page.articles.length, 0);
      if (written < ARTICLES_A_BATCH) continue;
      yield writer.take();
      written = 0;
    }
  }
  yield writer.take();
}

/** The newspaper's issues over the years, at even distances, with that many articles together. */
function* issuesOf(
  newspaper: Newspaper,
  articles: number,
  words: Vocabulary,
  random: Random,
): Generator<{ issue: Issue; pages: SetPage[] }> {
  const sizes: number[] = [];
  for (let left = articles; left > 0; left -= sizes.at(-1)!) sizes.push(Math.min(left, random.int(9, 21)));
  const distance = (LAST_DAY - FIRST_DAY) / sizes.length;
  const reported = new Set<Change>();
  for (const [at, size] of sizes.entries()) {
    const day = Math.floor(FIRST_DAY + at * distance);
    const issue: Issue = { newspaper, number: 100 + at, day, isDated: at % 40 !== 7 };
    const changes = newspaper.offices.changes
      .filter((change) => change.day <= day && change.day > day - distance - 1 && !reported.has(change))
      .slice(0, 12);
    for (const change of changes) reported.add(change);
    yield { issue, pages: fillPages(issue, size, changes, words, random) };
  }
}

/** A few articles a page; now and then one that begins on the front page and goes on inside. */
function fillPages(
  issue: Issue,
  size: number,
  changes: readonly Change[],
  words: Vocabulary,
  random: Random,
): SetPage[] {
  const pageCount = Math.max(1, Math.min(size, random.pick([4, 4, 4, 8])));
  const onPages: Article[][] = Array.from({ length: pageCount }, () => []);
  const place = (page: number, news: readonly Change[]) => ({
    newspaper: issue.newspaper,
    page,
    day: issue.day,
    isDated: issue.isDated,
    changes: news,
  });
  let left = size;
  if (left >= 2 && pageCount > 1 && random.chance(0.25)) {
    const target = random.int(2, pageCount);
    const head = { ...writeArticle(place(1, []), words, random), continuedOn: target };
    onPages[0]!.push(head);
    onPages[target - 1]!.push(writeTail(head, place(target, []), words, random));
    left -= 2;
  }
  for (let n = 0; n < left; n += 1) {
    const page = 1 + (n % pageCount);
    onPages[page - 1]!.push(writeArticle(place(page, n === 0 ? changes : []), words, random));
  }
  return onPages.map((articles, at) => setPage(issue, at + 1, articles));
}
