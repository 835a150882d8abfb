import { createHash } from 'node:crypto';
import type { StatedIssue } from '../parse/metadata.ts';

/** Raised whenever the same page would be read or stored otherwise than before, so that every page is read again. */
const IMPORTER_VERSION = 4;

/** What a page's rows were made from: its text, what is stated of it, and the importer that read it. */
export function contentHash(raw: string, stated: StatedIssue | null): string {
  return createHash('sha256')
    .update(JSON.stringify([IMPORTER_VERSION, stated, raw]))
    .digest('hex');
}
