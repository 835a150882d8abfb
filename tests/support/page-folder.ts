import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder of page files. */
export interface PageFolder {
  /** The path of a file or folder in it. */
  at(path: string): string;
  /** Writes a page, and the metadata that goes beside it. */
  write(path: string, text: string | Uint8Array, metadata?: object): void;
  remove(): void;
}

export function createPageFolder(): PageFolder {
  const root = mkdtempSync(join(tmpdir(), 'banmian-pages-'));
  return {
    at: (path) => join(root, path),
    write(path, text, metadata) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (metadata !== undefined) writeFileSync(file.replace(/\.txt$/, '.issue.json'), JSON.stringify(metadata));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
