/** `npm run accuracy`: writes the table of `docs/accuracy.md` from the measured counts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAccuracyTable } from './accuracy-table.ts';

const path = join(import.meta.dirname, '../docs/accuracy.md');
writeFileSync(path, withAccuracyTable(readFileSync(path, 'utf8')));
