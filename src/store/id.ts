import { createHash } from 'node:crypto';

export type IdKind =
  | 'publication'
  | 'issue'
  | 'page'
  | 'article'
  | 'person'
  | 'profile'
  | 'split'
  | 'organisation'
  | 'agreement'
  | 'tenure';

/**
 * An id derived from content, so that an archive filled again from the same files has the same ids. In form it is a
 * UUID of version 8, whose bits are up to the application. The parts tell the thing from all others of its kind.
 */
export function contentId(kind: IdKind, ...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6); // version 8
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8); // variant
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
