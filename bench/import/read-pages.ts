/**
 * Reads the pages of a folder and stores nothing: parse and extract, as `bench/extract.ts` does with pages of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractIssue } from '../../src/extract/issue.ts';
import { parsePage } from '../../src/parse/page.ts';

const folder = process.argv[2]!;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  extractIssue(parsePage(readFileSync(join(folder, file), 'utf8'), file), {
    district: null,
    city: null,
    publishedOn: null,
  });
}
