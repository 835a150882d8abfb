import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyinSlug } from '../../src/text/pinyin.ts';
import { generatePage } from '../generate-page.ts';
import { createRandom } from '../random.ts';
import { createFixturePlace } from '../fixture-place.ts';

const PAPERS = 10;
const PAGES_AN_ISSUE = 4;
const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * Writes so many issues of ten weekly papers into a folder, as `banmian import` takes them; returns the number of
 * pages.
 */
export function writePages(folder: string, issues: number): number {
  mkdirSync(folder, { recursive: true });
  const papers = Array.from({ length: PAPERS }, (_, paper) => {
    const place = createFixturePlace(createRandom(1_000_000 + paper));
    const name = `${place.stem}${place.level}报`;
    return { place, name, slug: `${pinyinSlug(name)}-${paper}`, district: place.stem + place.level };
  });
  for (let issue = 0; issue < issues; issue += 1) {
    const { place, name, slug, district } = papers[issue % PAPERS]!;
    const week = Math.floor(issue / PAPERS);
    const [number, day] = [100 + week, new Date(Date.UTC(2019, 0, 7) + week * WEEK_MS)];
    for (let page = 1; page <= PAGES_AN_ISSUE; page += 1) {
      const file = join(folder, `${slug}-${number}-${page}`);
      const metadata = {
        publication: { slug, name, frequency: 'weekly', district },
        publishedOn: { date: day.toISOString().slice(0, 10), basis: 'STATED' },
        number,
        page,
      };
      writeFileSync(`${file}.txt`, generatePage(issue * PAGES_AN_ISSUE + page, { place, name, day, number }));
      writeFileSync(`${file}.issue.json`, JSON.stringify(metadata));
    }
  }
  return issues * PAGES_AN_ISSUE;
}
