import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import postgres from 'postgres';
import type { Database } from '../../src/store/database.ts';
import {
  departments,
  firmPosts,
  givenCharacters,
  instruments,
  posts,
  trades,
  universities,
  universityPosts,
} from '../vocabulary.ts';
import { firmCharacters } from './firm.ts';
import { traditionalForm } from './name.ts';
import { placeCharacters } from './newspaper.ts';

/** How a server is to be set up while it is filled. What is lost in a crash is made anew. */
export const fillingSettings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=4GB',
  'checkpoint_timeout=1h',
  'autovacuum=off',
  'shared_buffers=1GB',
  'work_mem=256MB',
  'maintenance_work_mem=1GB',
  'max_parallel_maintenance_workers=1',
];

/** Of so many rows together the copies are written one after the other: what stood together stays together. */
const ROWS_A_STEP = 1_000;

/**
 * Makes an archive `times` as large by copies of all its rows, the derived ones too: as many newspapers, each with ids,
 * people and organisations of its own, in the same years. Writing and deriving that many articles would take ten times
 * as long.
 *
 * In every copy the characters of invented names are exchanged, each for one other throughout: in names, texts, quotes
 * and lexemes, so that words still prove facts and a name is not as many times as frequent. Pinyin stays, and words
 * without such characters are in `times` as many articles.
 */
export async function multiplyArchive(
  { sql, url }: Database,
  times: number,
  progress: (line: string) => void,
): Promise<void> {
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    progress(`  ${what} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  };
  const tables = await tablesOf(sql);
  const additions = await additionsOf(sql);
  for (const { drop } of additions) await sql.unsafe(drop);
  // Nobody is told of the copies: they are in no feed of changes.
  for (const { name } of tables) await sql.unsafe(`alter table ${name} disable trigger user`);
  for (const table of tables) await timed(table.name, () => addCopies(url, table, times));
  for (const { add } of additions.toReversed()) await timed(add.slice(0, 100), () => sql.unsafe(add));
  for (const { name } of tables) await sql.unsafe(`alter table ${name} enable trigger user`);
  await timed('vacuumed and analysed', () => sql.unsafe('vacuum analyze'));
}

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly isId: boolean; readonly isUnique: boolean }[];
}

/** The archive's tables; a text is unique when no two rows may have the same. */
function tablesOf(sql: postgres.Sql): Promise<Table[]> {
  return sql<Table[]>`
    select c.oid::regclass::text as name, json_agg(json_build_object('name', a.attname, 'isId', atttypid = 'uuid'::regtype, 'isUnique', atttypid = 'text'::regtype and exists (
      select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indkey::text = a.attnum::text)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'changes'
    group by c.oid order by pg_table_size(c.oid) desc`;
}

/** What rows are quicker written without, as statements: references first, then keys, then other indexes. */
function additionsOf(sql: postgres.Sql) {
  return sql<{ drop: string; add: string }[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add, case contype when 'f' then 1 else 2 end as stage
    from pg_constraint where contype in ('f', 'p', 'u') and connamespace = 'public'::regnamespace
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 3
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
    order by stage`;
}

/** Rows pass through here as lines of Postgres' text format: `translate` in the database takes many times as long. */
async function addCopies(url: string, { name, columns }: Table, times: number): Promise<void> {
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  // A connection that was written to so cannot be used for anything else afterwards.
  const [reader, writer] = [connect(url), connect(url)];
  try {
    // Begun first, it does not see what is added.
    const source = await reader.unsafe(`copy ${name} (${list}) to stdout`).readable();
    const target = await writer.unsafe(`copy ${name} (${list}) from stdin`).writable();
    const copiers = Array.from({ length: times - 1 }, (_, at) => copier(columns, at + 1, times));
    for await (const rows of stepsOf(source)) {
      for (const copied of copiers) {
        if (!target.write(rows.map(copied).join(''))) await once(target, 'drain');
      }
    }
    await end(target);
  } finally {
    await Promise.all([reader.end(), writer.end()]);
  }
}

function connect(url: string): postgres.Sql {
  return postgres(url, { max: 1, fetch_types: false });
}

function end(target: Writable): Promise<void> {
  return new Promise((resolve, reject) => target.once('error', reject).end(resolve));
}

/** {@link ROWS_A_STEP} lines at a time, each with its line break. */
async function* stepsOf(source: Readable): AsyncGenerator<string[]> {
  let rest = '';
  let rows: string[] = [];
  for await (const chunk of source.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split(/(?<=\n)/u);
    rest = lines.at(-1)!.endsWith('\n') ? '' : lines.pop()!;
    rows.push(...lines);
    if (rows.length < ROWS_A_STEP) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** A line's copy of that number: names exchanged, ids and what is unique made others. */
function copier(columns: Table['columns'], copy: number, copies: number): (line: string) => string {
  const counterparts = new Map(
    exchangeable.flatMap((characters) => {
      const by = Math.floor((characters.length * copy) / copies);
      return characters.map((character, at) => [character, characters[(at + by) % characters.length]!] as const);
    }),
  );
  const changing = columns.flatMap(({ isId, isUnique }, at) => (isId || isUnique ? [{ at, isId }] : []));
  const mask = copy * 0x9e3779b1;
  const another = (id: string) =>
    ((Number.parseInt(id.slice(0, 8), 16) ^ mask) >>> 0).toString(16).padStart(8, '0') + id.slice(8);
  return (line) => {
    const values = line
      .slice(0, -1)
      .replace(anyExchangeable, (character) => counterparts.get(character)!)
      .split('\t');
    for (const { at, isId } of changing) {
      const value = values[at]!;
      if (value !== NULL) values[at] = isId ? another(value) : `${value}-${copy}`;
    }
    return `${values.join('\t')}\n`;
  };
}

const NULL = '\\N';

/**
 * Characters of invented names that stand in no title: those that are written alike in both scripts, the others, and
 * these in traditional script.
 */
const exchangeable = (() => {
  const fixed = new Set(
    [departments, trades, posts, firmPosts, universityPosts, universities, instruments].flat().join(''),
  );
  const characters = [...new Set(givenCharacters + firmCharacters + placeCharacters)].filter(
    (character) => !fixed.has(character),
  );
  const other = characters.filter((character) => traditionalForm(character) !== character);
  return [characters.filter((character) => !other.includes(character)), other, other.map(traditionalForm)];
})();
const anyExchangeable = new RegExp(`[${exchangeable.flat().join('')}]`, 'gu');
