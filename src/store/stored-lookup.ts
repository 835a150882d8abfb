import { sql } from 'drizzle-orm';
import { groupBy } from './group-by.ts';
import { filesOfPages, isSamePath, type StoredFile } from './stored-file.ts';
import { type Queryable, anyId, anyText } from './transaction.ts';

/** The page of a file is stored: by this file, by another with the same text, or by one that has replaced it. */
export interface StoredIdentity {
  readonly kind: 'STORED';
  readonly as: 'UNCHANGED' | 'SAME' | 'SUPERSEDED';
  readonly by: StoredFile;
}

/** Looks the files up by their hashes, by a few statements for any number of files. Files that are new are left out. */
export async function findByHash<File extends { readonly file: string; readonly contentHash: string }>(
  db: Queryable,
  files: readonly File[],
): Promise<ReadonlyMap<File, StoredIdentity>> {
  const hashes = files.map(({ contentHash }) => contentHash);
  const stored = groupBy(await filesOfPages(db, sql`content_hash = ${anyText(hashes)}`), (file) => file.contentHash);
  const successors = groupBy(await findSuccessors(db, hashes), ({ hash }) => hash);
  const found = new Map<File, StoredIdentity>();
  for (const file of files) {
    const equals = stored.get(file.contentHash);
    const equal = equals?.find((one) => isSamePath(one.file, file.file)) ?? equals?.[0];
    // A file that was corrected and then changed back is no longer superseded.
    const successor = successors.get(file.contentHash)?.find(({ by }) => by.file !== file.file);
    if (equal !== undefined)
      found.set(file, { kind: 'STORED', as: isSamePath(equal.file, file.file) ? 'UNCHANGED' : 'SAME', by: equal });
    else if (successor !== undefined) found.set(file, { kind: 'STORED', as: 'SUPERSEDED', by: successor.by });
  }
  return found;
}

interface Successor {
  readonly hash: string;
  readonly by: StoredFile;
}

/** The files that have replaced a file with one of the hashes. */
async function findSuccessors(db: Queryable, hashes: readonly string[]): Promise<Successor[]> {
  const superseded = await db.execute<{ hash: string; id: string }>(
    sql`select content_hash as hash, page_id as id from superseded_files where content_hash = ${anyText(hashes)}`,
  );
  if (superseded.length === 0) return [];
  const files = await filesOfPages(db, sql`id = ${anyId(superseded.map(({ id }) => id))}`);
  const byPage = new Map(files.flatMap((file) => file.pages.map(({ id }) => [id, file])));
  return superseded.flatMap(({ hash, id }) => {
    const by = byPage.get(id);
    return by === undefined ? [] : [{ hash, by }];
  });
}
