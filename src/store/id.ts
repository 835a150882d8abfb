import { createHash } from 'node:crypto';

export type IdKind = 'publication' | 'issue' | 'page' | 'article' | 'person' | 'organisation' | 'agreement' | 'tenure';

/**
 * An id made of what a thing is, so that an archive filled again from the same files has the same ids. A uuid in form
 * (version 8: made by a rule of our own). The parts are those that tell the thing from all others of its kind.
 */
export function contentId(kind: IdKind, ...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
