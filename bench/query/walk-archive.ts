import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/store/database.ts';
import { faultsOf, listsOf } from './walk.ts';

/**
 * Walks every list of an archive from end to end, forwards and backwards: `npm run bench:walk -- --data FOLDER`, a
 * folder that `npm run bench:archive` filled. `--only WORD` takes the lists whose name has the word. Minutes for
 * 100,000 articles.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(tmpdir(), 'banmian-archive-100000') },
    only: { type: 'string', default: '' },
  },
});
const SIZES = [7, 100];
const AT_ONCE = 4;

const database = await openDatabase({ url: null, dataFolder: values.data, poolSize: AT_ONCE, prepare: true });
try {
  const lists = (await listsOf(database)).filter(({ name }) => name.includes(values.only));
  console.log(
    `${lists.length} lists, ${lists.reduce((sum, { rows }) => sum + rows, 0)} rows, in pages of ${SIZES.join(' and ')}`,
  );
  const left = [...lists];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let list = left.shift(); list !== undefined; list = left.shift()) {
        const start = performance.now();
        const faults = await faultsOf(database, list, SIZES);
        console.log(
          `${list.name.padEnd(28)}${String(list.rows).padStart(8)} rows${((performance.now() - start) / 1000).toFixed(1).padStart(8)} s  ${faults.length === 0 ? 'each once' : faults.join('; ')}`,
        );
        if (faults.length > 0) process.exitCode = 1;
      }
    }),
  );
} finally {
  await database.close();
}
