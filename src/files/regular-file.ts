import { constants } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { FileError } from '../text/file-error.ts';

export interface FileBounds {
  readonly maxBytes: number;
  /** Whether a symbolic link may lead to the file. */
  readonly followLinks: boolean;
}

/**
 * Opening a pipe without a writer does not wait, and a link put there meanwhile is not followed. Windows has neither
 * flag.
 */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * Reads a regular file; null when there is none of that name.
 * @throws FileError for anything else of that name (a pipe, a device, a folder, a link unless links are followed, a
 * link that leads nowhere), and for a file that is too large
 */
export async function readRegularFile(path: string, { maxBytes, followLinks }: FileBounds): Promise<Uint8Array | null> {
  const named = await lstat(path).catch(nullIfAbsent);
  if (named === null) return null;
  const isLink = named.isSymbolicLink();
  if (isLink && !followLinks)
    throw new FileError(path, 'it is a symbolic link; --follow-links reads what it leads to.');
  const found = isLink ? await targetOf(path) : named;
  requireRegular(path, found, maxBytes);
  const file = await open(path, READ | (followLinks ? 0 : NO_LINK));
  try {
    requireRegular(path, await file.stat(), maxBytes); // Another file may have taken its name meanwhile.
    return await readAtMost(file, path, maxBytes);
  } finally {
    await file.close();
  }
}

/** For `catch`: null when no file has the name, or can have it. Throws any other error. */
export function nullIfAbsent(error: unknown): null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
  throw error;
}

async function targetOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new FileError(path, 'it is a symbolic link that leads nowhere.', { cause });
    if (code === 'ELOOP') throw new FileError(path, 'it is a symbolic link that leads in a circle.', { cause });
    throw cause;
  }
}

function requireRegular(path: string, found: Stats, maxBytes: number): void {
  if (!found.isFile()) throw new FileError(path, `it is ${kindOf(found)}, not a regular file.`);
  if (found.size > maxBytes) throw new FileError(path, tooLarge(maxBytes));
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return found.isSymbolicLink() ? 'a symbolic link' : 'a device';
}

/** The size that the system reports may be out of date, and is 0 for system files. */
async function readAtMost(file: FileHandle, path: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(Math.min(64 * 1024, maxBytes + 1)) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    size += bytesRead;
    if (size > maxBytes) throw new FileError(path, tooLarge(maxBytes));
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function tooLarge(maxBytes: number): string {
  const mebibytes = maxBytes / (1024 * 1024);
  return `it is larger than ${mebibytes >= 1 ? `${mebibytes} MB` : `${maxBytes / 1024} kB`}.`;
}
