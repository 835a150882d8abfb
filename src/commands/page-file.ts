import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './command.ts';

/**
 * The page files that the paths name: files as they are, of folders the `.txt` files in them, in name order.
 * @throws UsageError when a path does not exist or a folder holds no page
 */
export async function pageFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new UsageError(`'${path}' does not exist.`);
    if (!found.isDirectory()) {
      files.push(path);
      continue;
    }
    const pages = (await readdir(path)).filter((name) => name.endsWith('.txt')).sort();
    if (pages.length === 0) throw new UsageError(`The folder '${path}' holds no .txt file.`);
    files.push(...pages.map((name) => join(path, name)));
  }
  return files;
}
