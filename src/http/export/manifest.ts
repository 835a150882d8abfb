import { createHash } from 'node:crypto';
import { printSchema, type GraphQLSchema } from 'graphql';
import { IMPORTER_VERSION } from '../../store/content-hash.ts';
import { HttpError, RETRY_AFTER } from '../error/http-error.ts';
import type { ExportDocument } from './export-document.ts';
import { EXPORT_FORMATS } from './export-format.ts';
import type { ExportView } from './export-view.ts';
import { readRows } from './row-reader.ts';

/** What the exports of one view of the archive hold. */
export interface Manifest {
  /** The cursor of the last change in them. */
  readonly changes: string | null;
  /** SHA-256 of the schema in SDL, in hexadecimal: rows have the fields of this schema. */
  readonly schemaVersion: string;
  /** Changes when pages are read or stored in another way. */
  readonly readerVersion: number;
  readonly files: Readonly<Record<string, ExportedFile>>;
}

interface ExportedFile {
  readonly count: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Reads all exports and says what they hold.
 * @param deadline by `performance.now()`
 * @throws HttpError TIMEOUT after the deadline
 */
export async function makeManifest(
  documents: readonly ExportDocument[],
  schema: GraphQLSchema,
  view: ExportView,
  deadline: number,
): Promise<Manifest> {
  const files: Record<string, ExportedFile> = {};
  for (const document of documents) files[`${document.name}.ndjson`] = await fileOf(document, view, deadline);
  return {
    changes: view.changes,
    schemaVersion: createHash('sha256').update(printSchema(schema)).digest('hex'),
    readerVersion: IMPORTER_VERSION,
    files,
  };
}

async function fileOf(document: ExportDocument, { queries }: ExportView, deadline: number): Promise<ExportedFile> {
  const hash = createHash('sha256');
  let count = 0;
  let bytes = 0;
  for await (const rows of readRows(document, queries, null)) {
    if (performance.now() > deadline)
      throw new HttpError('TIMEOUT', 'The manifest took longer than BANMIAN_EXPORT_TIMEOUT_SECONDS.', {
        headers: RETRY_AFTER,
      });
    for (const row of rows) {
      const line = EXPORT_FORMATS.ndjson.line(document.columns, row);
      hash.update(line);
      bytes += Buffer.byteLength(line);
    }
    count += rows.length;
  }
  return { count, bytes, sha256: hash.digest('hex') };
}
