/** Which nodes an export has, in its order. */
import type { Run } from '../query/run.ts';
import { agreements } from '../store/agreement-tables.ts';
import { tenures } from '../store/derived-tables.ts';
import { articles, issues, organisations, people } from '../store/tables.ts';
import { aliased, table } from './table-alias.ts';

const tables = {
  people: aliased(people, 'n'),
  organisations: aliased(organisations, 'n'),
  agreements: aliased(agreements, 'n'),
  articles: aliased(articles, 'n'),
  tenures: aliased(tenures, 'n'),
  issues: aliased(issues, 'n'),
};

export type ExportName = keyof typeof tables;
export const EXPORT_NAMES = Object.keys(tables) as readonly ExportName[];

/** The ids that come next after this one, in order; from the beginning for null. */
export async function idsAfter(
  run: Run,
  name: ExportName,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const { id } = tables[name];
  const from = after === null ? '' : ` where ${id} > $2::uuid`;
  const rows = await run(`select ${id} from ${table(tables[name])}${from} order by ${id} limit $1::integer`, [
    limit,
    ...(after === null ? [] : [after]),
  ]);
  return rows.map(([found]) => String(found));
}
