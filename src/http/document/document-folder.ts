import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from './document-store.ts';

/**
 * Reads the `.graphql` files of a folder, one document each, by the hash of its trimmed text: code generators hash the
 * text as they print it, while editors add a line break at the end of a file.
 * @throws the system's error when the folder or a file cannot be read
 */
export async function readDocuments(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql'));
  const texts = await Promise.all(files.map(async (file) => (await readFile(join(folder, file), 'utf8')).trim()));
  return new Map(texts.map((text) => [hashOf(text), text]));
}
