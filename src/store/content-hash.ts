import { createHash } from 'node:crypto';
import type { StatedIssue } from '../parse/metadata.ts';

/**
 * To be raised whenever the same page would be read or stored differently than before: then every page is read again.
 */
export const IMPORTER_VERSION = 5;

/** A hash of what the rows of a page are made from: its text, its metadata and the version of the importer. */
export function contentHash(raw: string, stated: StatedIssue | null): string {
  return createHash('sha256')
    .update(JSON.stringify([IMPORTER_VERSION, stated, raw]))
    .digest('hex');
}
