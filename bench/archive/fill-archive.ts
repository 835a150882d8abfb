import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillArchive } from './fill.ts';

/**
 * Fills an empty database with an invented archive: `npm run bench:archive -- --articles 100000`. The database is that
 * of DATABASE_URL, else a private one in the folder that `--data` names.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
});
const articles = Number(values.articles);
await fillArchive({
  url: process.env['DATABASE_URL'] || null,
  dataFolder: values.data ?? join(tmpdir(), `banmian-archive-${articles}`),
  articles,
  seed: Number(values.seed),
});
