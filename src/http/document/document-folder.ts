import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from './document-store.ts';

/**
 * The documents of a folder, each `.graphql` file one, by the hash of its text without the blanks around it: that is
 * what code generators print and hash, and editors end a file with a line break.
 * @throws the system's error when the folder or a file cannot be read
 */
export async function readDocuments(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql'));
  const texts = await Promise.all(files.map(async (file) => (await readFile(join(folder, file), 'utf8')).trim()));
  return new Map(texts.map((text) => [hashOf(text), text]));
}
